import { expect, test } from 'vitest'
import { presentMatrix, presentOutlier } from '../../src/matrix/index.js'
import { loadWording } from '../../src/workspace/index.js'
import { school } from '../schools/support.js'
import { blocksIn, linesOf, matrixOf, settingOf } from './support.js'

/** The marks of the map, each with what stands below it, for schools that have one rule each. */
function cellsOf(clauses: readonly string[], more: Parameters<typeof settingOf>[1] = { form: 'paper' }): string[][] {
  const matrix = matrixOf(
    clauses.map((clause, at) => school('Linde Wilg Eik Es Beuk Berk Els Iep Den'.split(' ')[at] as string, [clause])),
  )
  const rows = blocksIn(presentMatrix(matrix, settingOf(matrix, more)).children).flatMap((block) =>
    block.type === 'table' && block.look === 'map' ? block.body.filter(({ standsFor }) => standsFor !== undefined) : [],
  )
  expect(rows).toHaveLength(1)
  return (rows[0]?.cells.slice(2) ?? []).map(({ children }) => linesOf(children))
}

const kept = (days: string) => `De docent bewaart een ingenomen telefoon ${days} in de kluis.`

test('a value stands below the mark of each school that differs in it, in its own words', () => {
  expect(cellsOf([kept('5 dagen'), kept('dertig dagen')])).toEqual([
    ['plicht', '5 dagen'],
    ['plicht', 'dertig dagen'],
  ])
  expect(
    cellsOf(['Ouders betalen een borg van € 40 voor de kluis.', 'Ouders betalen een borg van € 400 voor de kluis.']),
  ).toEqual([
    [expect.any(String), '€ 40'],
    [expect.any(String), '€ 400'],
  ])
})

test('nothing stands below a mark where nothing differs, though the sentence names a value', () => {
  expect(cellsOf([kept('5 dagen'), kept('5 dagen')])).toEqual([['plicht'], ['plicht']])
})

test('a value told against two schools stands there once', () => {
  expect(cellsOf([kept('5 dagen'), kept('30 dagen'), kept('30 dagen')])).toEqual([
    ['plicht', '5 dagen'],
    ['plicht', '30 dagen'],
    ['plicht', '30 dagen'],
  ])
})

test('who decides stands below the mark', () => {
  const by = (who: string) => `Over de schorsing van een leerling beslist ${who} na overleg met de mentor.`
  const [one, other] = cellsOf([by('de directeur'), by('het bevoegd gezag')])
  expect(one?.slice(1).join()).toMatch(/^(?:de )?directeur$/)
  expect(other?.slice(1).join()).toMatch(/^(?:het )?bevoegd gezag$/)
})

const leaves = (condition: string) => `Een leerling mag het schoolplein in de kleine pauze verlaten ${condition}.`
const asked = 'als een ouder daar vooraf schriftelijk om heeft gevraagd'

test('a short condition stands in full, of a long one that there is one: its first words may say something else', () => {
  const [short, long] = cellsOf([leaves('als het droog is'), leaves(asked)])
  expect(short).toEqual(['mits', 'als het droog is'])
  expect(long).toEqual(['mits', 'voorwaarde'])
})

test('a word that only begins an exception is no condition', () => {
  const open = (more: string) => ({ lang: 'en' as const, text: `Pupils may film a lesson in the hall ${more}.` })
  const matrix = matrixOf([school('Lime', [open('except')]), school('Oak', [open('if all of them agree')])])
  const said = linesOf(presentMatrix(matrix, settingOf(matrix, { form: 'paper' })).children)
  expect(said).toContain('if all of them agree')
  expect(said).not.toContain('except')
})

test('on a screen a long condition is there in full for who listens', () => {
  const cells = cellsOf([leaves('als het droog is'), leaves(asked)], { form: 'screen' })
  expect(cells.map(([, words]) => words)).toEqual(['als het droog is', asked])
})

test('columns of more than eight schools hold a mark alone', () => {
  const nine = [...Array(8).fill(kept('5 dagen')), kept('30 dagen')]
  expect(cellsOf(nine, { form: 'screen' }).map((lines) => lines.length)).toEqual(Array(9).fill(1))
})

test('in English the same', () => {
  const kept = (days: string) => ({
    lang: 'en' as const,
    text: `The teacher must keep a confiscated phone for ${days} in the safe.`,
  })
  const matrix = matrixOf([school('Lime', [kept('5 days')]), school('Oak', [kept('30 days')])])
  const document = presentMatrix(matrix, settingOf(matrix, { form: 'paper', lang: 'en', wording: loadWording(undefined, 'en') }))
  const said = linesOf(document.children)
  expect(said.slice(said.indexOf('≠', said.indexOf('≠') + 1)).slice(1, 5)).toEqual(['duty', '5 days', 'duty', '30 days'])
})

test('the page of one school names the words of two others beside its own', () => {
  const matrix = matrixOf([
    school('Linde', [kept('5 dagen')]),
    school('Wilg', [kept('30 dagen')]),
    school('Eik', [kept('3 weken')]),
  ])
  const said = linesOf(presentOutlier(matrix, 0, settingOf(matrix, { form: 'paper' })).children)
  expect(said).toContain('hier “5 dagen”, Wilg “30 dagen”, Eik “3 weken”')
})

test('on the sheet of one school sentences stand whole where few rules are told, and begin where many are', () => {
  const acts = [
    'De docent bewaart ingenomen telefoons',
    'De conciërge leent fietsen met een slot uit',
    'De verpleegkundige geeft medicijnen aan zieke leerlingen',
    'De penningmeester betaalt rekeningen van leveranciers',
    'De tuinman snoeit struiken langs de sloot',
    'De bibliothecaris repareert kapotte boeken',
    'De chauffeur poetst ramen van bussen',
    'De kok kookt soep voor bezoekers',
    'De roostermaker verplaatst toetsen en examens',
    'De fotograaf wist opnamen van camera’s',
    'De trainer traint keepers en spitsen',
    'De dirigent repeteert liederen met het koor',
  ]
  const sentenceOf = (count: number): string | undefined => {
    const own = acts
      .slice(0, count)
      .map((act) => `${act} binnen 5 dagen, en schrijft dat op voor wie er later nog eens naar vraagt.`)
    const matrix = matrixOf([
      school('Linde', own),
      school('Wilg', ['Aandelen worden jaarlijks geveild.']),
      school('Eik', ['Het hek sluit om zes uur.']),
    ])
    const said = linesOf(presentOutlier(matrix, 0, settingOf(matrix, { form: 'paper' })).children)
    return said.find((line) => line.includes('bewaart ingenomen telefoons'))
  }
  expect(sentenceOf(1)).toMatch(/later nog eens naar vraagt\.$/)
  expect(sentenceOf(12)).toMatch(/…$/)
})
