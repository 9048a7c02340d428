import { describe, expect, test } from 'vitest'
import { presentMatrix, presentSheets } from '../../src/matrix/index.js'
import { legend } from '../../src/matrix/marks.js'
import type { DocBlock, DocRow, DocTable, Document } from '../../src/present/index.js'
import { loadWording } from '../../src/workspace/index.js'
import { school } from '../schools/support.js'
import { blocksIn, linesOf, matrixOf, rowsOf, schools, settingOf, under, wordsOf } from './support.js'

const matrix = matrixOf()
const screen = presentMatrix(matrix, settingOf(matrix))

const someSchool = school('Es', ['Een medewerker sluit op sociale media geen vriendschap met leerlingen.'])
/** The first paragraph: what came out. */
const findingsOf = (document: Document): DocBlock => {
  const found = blocksIn(document.children).find(({ type }) => type === 'paragraph')
  if (!found) throw new Error('no findings')
  return found
}
const at = ({ policy, id }: (typeof matrix.pairs)[number]['a']) => ({ ref: matrix.policies[policy]?.ref ?? '', id })

const paper = presentMatrix(matrix, settingOf(matrix, { form: 'paper' }))
const titleOf = (row: DocRow): string => linesOf(row.cells[0]?.children ?? []).join(' ')
const tablesOf = (blocks: readonly DocBlock[], look: DocTable['look']): DocTable[] =>
  blocksIn(blocks).flatMap((block) => (block.type === 'table' && block.look === look ? [block] : []))

describe('the map', () => {
  const rows = tablesOf(screen.children, 'map').flatMap(({ body }) => body.filter(({ standsFor }) => standsFor !== undefined))

  test('shows of every rule of several schools what each asks, and whether that differs', () => {
    expect(rows.map((row) => row.cells.map(({ children }) => linesOf(children).join('')))).toEqual([
      ['Foto, film en geluid', 'niet alles te vergelijken: lees zelf', 'mits', 'mits', 'mits'],
      ['Bij twijfel', 'niets verschilt', 'plicht', 'plicht', 'niet gevonden'],
      ['Vriendschap met leerlingen', 'hier verboden, daar niet', 'verbod', 'mag', 'niet gevonden'],
    ])
  })

  test('gives each word a sign for where there is no room', () => {
    const spans = JSON.stringify(rows).match(/"sign":"[^"]+"/g) ?? []
    expect(new Set(spans)).toEqual(new Set(['?', '=', '↔', '(✓)', '●', '×', '✓', '–'].map((sign) => `"sign":"${sign}"`)))
  })

  test('counts on paper how many ask what where schools are many', () => {
    const nine = matrixOf(
      'Aap Beer Das Ezel Fret Gans Haas Ibis Jak'.split(' ').map((name) => ({ ...someSchool, organisation: name, ref: name })),
    )
    const [map] = tablesOf(presentMatrix(nine, settingOf(nine, { form: 'paper' })).children, 'map')
    expect(map?.head[0]?.cells.map(({ children }) => linesOf(children)[0]).slice(2, 4)).toEqual(['verplicht', 'verboden'])
    expect(map?.body.map(({ cells }) => cells.map(({ children }) => linesOf(children).join('')).slice(1))).toEqual([
      ['=', '', '9', '', '', '', '', '', ''],
    ])
  })

  test('stands for the rules below it, and leads to each', () => {
    const ids = new Set(blocksIn(screen.children).flatMap((block) => (block.type === 'disclosure' ? (block.id ?? []) : [])))
    expect(rows.map(({ standsFor }) => ids.has(standsFor as string))).toEqual([true, true, true])
  })

  test('of few schools stands in two halves on a screen, in one piece on paper', () => {
    const maps = (document: Document) =>
      tablesOf(document.children, 'map').filter(({ body }) => body.some(({ standsFor }) => standsFor))
    expect(maps(screen)).toHaveLength(2)
    expect(maps(paper)).toHaveLength(1)
  })

  test('names a topic once above its rules', () => {
    const several = matrixOf(
      ['Linde', 'Wilg'].map((name) =>
        school(name, [
          'Een foto van een leerling wordt alleen geplaatst na uitdrukkelijke toestemming van de ouders.',
          "Wie foto's of films van de klas deelt, gebruikt daarvoor de besloten omgeving.",
        ]),
      ),
    )
    const [map] = tablesOf(presentMatrix(several, settingOf(several, { form: 'paper' })).children, 'map')
    const [head, ...others] = map?.body ?? []
    expect(head && titleOf(head)).toBe('Foto, film en geluid')
    expect(head).toMatchObject({ opens: true, cells: [{ span: 4 }] })
    expect(others.map(({ opens }) => opens)).toEqual([undefined, undefined])
  })
})

describe('the report', () => {
  test('begins with what was compared and what came out', () => {
    const first = linesOf([findingsOf(screen)]).join('\n')
    expect(first).toContain('3 documenten bevatten samen 5 regels.')
    expect(first).toContain('1 regel is bij de ene school verboden en bij een andere niet.')
    expect(first).toContain(
      'In 1 regel die bij alle scholen staat is geen verschil aangewezen. Van geen daarvan is bewezen dat niets verschilt: lees ze zelf.',
    )
    expect(first).toContain('2 regels zijn bij maar één school gevonden.')
    expect(linesOf(under(screen, 'De documenten')).join('\n')).toContain(
      'Nog geen paar bepalingen is door een persoon bevestigd.',
    )
  })

  test('counts the pairs a person confirmed, though no rule of three schools is confirmed by one of them', () => {
    const { pairs } = matrix
    const three = pairs.filter(({ a }) => a.policy === 0 && matrix.policies[0]?.clauses[1]?.id === a.id)
    expect(three).toHaveLength(2)
    const confirmed = three.slice(0, 1).map(({ a, b }) => ({ a: at(a), b: at(b), grade: 'same' as const }))
    const judged = matrixOf(schools, confirmed)
    const said = linesOf(under(presentMatrix(judged, settingOf(judged)), 'De documenten')).join('\n')
    expect(said).toContain('1 paar bepalingen is door een persoon bevestigd.')
  })

  test('says on paper what is forbidden here and not there, in the words of both, and who is silent', () => {
    const told = under(paper, 'Hier verboden, daar niet')
    expect(rowsOf(told)).toEqual([
      ['Linde 1', 'verboden Een medewerker sluit op sociale media geen vriendschap met leerlingen.'],
      ['Wilg 1', 'toegestaan Een medewerker mag op sociale media vriendschap sluiten met leerlingen.'],
    ])
    expect(linesOf(told)).toContain('hier verboden, daar niet: Linde “sluit op sociale media geen”, Wilg “mag”')
    expect(linesOf(told)).toContain('Niet gevonden: Eik')
  })

  test('lists on paper what several schools have, that which is proved apart from that which nobody compared', () => {
    expect(rowsOf(under(paper, 'Bewezen dat niets verschilt'))).toEqual([['Bij twijfel', '=', 'Linde 3, Wilg 3']])
    expect(rowsOf(under(paper, 'Niet geheel te vergelijken: lees ze zelf'))).toEqual([
      ['Foto, film en geluid', '?', 'Linde 2, Wilg 2, Eik 1'],
    ])
  })

  test('gives no sign two meanings', () => {
    const setting = settingOf(matrix)
    for (const lang of ['nl', 'en'] as const)
      for (const count of [3, 30]) {
        const said = legend({ ...setting, lang, wording: loadWording(undefined, lang) }, count).split(' · ')
        const signs = said.map((each) => each.split(' ')[0])
        expect(new Set(signs).size).toBe(said.length)
        // What is not proved to be the same looks like nothing of the kind.
        expect(signs.filter((sign) => /[=≈≡~]/.test(sign ?? ''))).toEqual(['='])
      }
  })

  test('lists for each school what most others regulate and was not found there', () => {
    const lines = linesOf(under(screen, 'Wat bij een school niet is gevonden'))
    expect(lines.slice(0, 2)).toEqual([
      'Linde Alle regels die de meeste andere scholen hebben, zijn ook hier gevonden.',
      'Toon de ene regel die bij Linde niet is gevonden en bij een andere school wel',
    ])
    const eik = lines.findIndex((line) => line.startsWith('Eik'))
    expect(lines.slice(eik, eik + 3)).toEqual([
      'Eik 2 regels die de meeste andere scholen hebben, zijn hier niet gevonden:',
      'Bij twijfel – wel bij Linde 3, Wilg 3',
      'Vriendschap met leerlingen – wel bij Linde 1, Wilg 1',
    ])
  })

  test('never says that a school has or lacks a rule that it may have elsewhere', () => {
    const rows = matrix.rows.map((row) => (row.cells.length < 2 ? row : { ...row, near: [2] }))
    const perhaps = { ...matrix, rows }
    const read = (form: 'screen' | 'paper') => presentMatrix(perhaps, settingOf(perhaps, { form }))
    const eik = linesOf(under(read('paper'), 'Wat bij een school niet is gevonden')).at(-1)
    expect(eik).toBe('Eik: Van 2 regels die de meeste andere scholen hebben, is niet te zeggen of zij hier elders staan.')
    expect(linesOf(under(read('paper'), 'Hier verboden, daar niet')).join(' ')).toContain('Misschien elders geregeld: Eik')
    const lines = linesOf(under(read('screen'), 'Wat bij een school niet is gevonden'))
    expect(lines, 'what the link leads to').toContain(
      'Toon alle 2 regels die bij Wilg niet zijn gevonden en bij een andere school wel',
    )
    expect(lines.at(-1), 'of the three that Eik lacks, two it may have').toBe(
      'Toon de ene regel die bij Eik niet is gevonden en bij een andere school wel',
    )
    const [, , third] = presentSheets(perhaps, settingOf(perhaps)).sheets[0]?.rows ?? []
    expect(third?.slice(-2)).toEqual(['misschien elders', ''])
  })

  test('lists what one school alone regulates: folded with its words on a screen, a line each on paper', () => {
    expect(linesOf(under(screen, 'Wat maar bij één school is gevonden'))).toEqual([
      'Linde 1 regel',
      '4 verplicht Bij aangifte bij de politie moet de directeur beslissen. Aangifte',
      'Eik 1 regel',
      '2 verplicht De pers wordt te woord gestaan door de communicatieafdeling. Pers',
    ])
    expect(rowsOf(under(paper, 'Wat maar bij één school is gevonden'))).toEqual([
      ['4', 'Bij aangifte bij de politie moet de directeur beslissen.', 'verplicht'],
      ['2', 'De pers wordt te woord gestaan door de communicatieafdeling.', 'verplicht'],
    ])
  })

  test('holds the others against a reference where one is chosen', () => {
    const held = presentMatrix(matrix, settingOf(matrix, { reference: 2, form: 'paper' }))
    const [map] = tablesOf(held.children, 'map')
    expect(map?.head[0]?.cells.map(({ children }) => linesOf(children)[0])).toEqual(['Regel', '≠', 'Eik', 'Linde', 'Wilg'])
    expect(linesOf(under(held, 'Wat Eik regelt en bij een ander niet is gevonden'))).toEqual([
      'Linde: 1 regel van Eik is hier niet gevonden:',
      'Pers – wel bij Eik 2',
      'Wilg: 1 regel van Eik is hier niet gevonden:',
      'Pers – wel bij Eik 2',
    ])
  })

  test('shows how alike each two documents are, in number and tint', () => {
    const [map] = blocksIn(screen.children).filter((block) => block.type === 'table' && block.caption !== undefined)
    if (map?.type !== 'table') throw new Error('no heat map')
    expect(rowsOf([map]).map(([, ...cells]) => cells)).toEqual(
      matrix.likeness.map((row, i) => row.map((value, j) => (i === j ? '–' : `${Math.round(value * 100)}`))),
    )
    expect(map.body[0]?.cells[2]?.heat, 'Linde and Wilg are the most alike').toBe(1)
    expect(map.body[0]?.cells[3]?.heat).toBeLessThan(1)
  })

  test('without differences and with none in common it says so', () => {
    const strangers = matrixOf([
      school('A', ['De conciërge sluit het gebouw om zes uur.']),
      school('B', ['Aandelen worden jaarlijks geveild.']),
    ])
    const said = (form: 'screen' | 'paper') =>
      linesOf(presentMatrix(strangers, settingOf(strangers, { form })).children).join('\n')
    expect(said('paper')).toContain(
      'Tussen regels over hetzelfde is geen verschil aangewezen; dat zegt niet dat zij gelijk zijn.',
    )
    for (const form of ['screen', 'paper'] as const) expect(said(form)).toContain('Er is geen regel van meer scholen')
  })
})

describe('the rules', () => {
  test('hold on a screen every clause of every school, and on paper each in which schools differ', () => {
    const said = linesOf(screen.children).join('\n')
    for (const { clauses } of schools) for (const { text } of clauses) expect(said).toContain(text)
    const printed = linesOf(paper.children).join('\n')
    for (const { differences, cells } of matrix.rows) {
      if (differences.length > 0) for (const { bearer } of cells) expect(printed).toContain(bearer.text)
    }
  })

  test('answer to filters by topic, difference, and what any school or one of them asks', () => {
    const facets = JSON.stringify(screen.children)
      .match(/"facets":\{"topic[^}]*\}/g)
      ?.map((found) => JSON.parse(`{${found}}`).facets)
    expect(facets?.find(({ topic }) => topic === 'vriendschap')).toEqual({
      topic: 'vriendschap',
      difference: ['opposed', 'deviating', 'partial'],
      stance: [
        'prohibition',
        'Linde/policy prohibition',
        'regulated',
        'Linde/policy regulated',
        'permission',
        'Wilg/policy permission',
        'Wilg/policy regulated',
        'silent',
        'Eik/policy silent',
      ],
    })
    expect(facets).toHaveLength(matrix.rows.length)
  })

  test('are counted by what schools ask where these are many', () => {
    const nine = matrixOf(
      'Aap Beer Das Ezel Fret Gans Haas Ibis Jak'
        .split(' ')
        .map((name, index) =>
          index < 7
            ? { ...someSchool, organisation: name, ref: name }
            : { ...school(name, ['Het hek sluit om zes uur.']), organisation: name, ref: name },
        ),
    )
    expect(linesOf(presentMatrix(nine, settingOf(nine)).children)).toContain('7 van 9: verboden · 2 van 9: niet gevonden')
  })

  test('show on demand what differs from the reference, and the other rule where it is another', () => {
    const held = presentMatrix(matrix, settingOf(matrix, { reference: 0 }))
    const folded = blocksIn(held.children).flatMap((block) => (block.type === 'disclosure' ? [block] : []))
    const inside = folded.filter(
      ({ summary }) => / met | Linde \d/.test(wordsOf(summary)) && !/leerlingen/.test(wordsOf(summary)),
    )
    expect(inside.map(({ summary }) => wordsOf(summary))).toEqual([
      'Verschil met Linde 2 – bijna gelijk, voorgesteld',
      'Naast Linde 1 – andere regel, voorgesteld',
    ])
    const [paragraph] = inside[0]?.children ?? []
    if (paragraph?.type !== 'paragraph') throw new Error('no words')
    expect(paragraph.content.map((inline) => [inline.type, wordsOf([inline])])).toEqual(
      expect.arrayContaining([
        ['deletion', 'Een'],
        ['insertion', 'De'],
      ]),
    )
    expect(linesOf(held.children)).toContain('Zelfde woorden als Linde 2 – voorgesteld')
  })

  test('tell what a person confirmed from what is proposed', () => {
    const grade = 'variant' as const
    const confirmed = matrixOf(schools, [{ a: { ref: 'Linde/policy', id: 'c1' }, b: { ref: 'Wilg/policy', id: 'c1' }, grade }])
    const said = linesOf(presentMatrix(confirmed, settingOf(confirmed)).children)
    expect(said).toContain('Verschil met Linde 1 – zelfde regel, bevestigd')
    expect(said.some((line) => /^Regel \d+ · hier verboden, daar niet · bevestigd$/.test(line))).toBe(true)
    expect(said.some((line) => /^Regel \d+ · niet alles te vergelijken: lees zelf$/.test(line))).toBe(true)
  })

  test('tells two policies of one organisation apart', () => {
    const [linde, wilg] = schools
    if (!linde || !wilg) throw new Error('no schools')
    const twice = matrixOf([linde, { ...wilg, organisation: 'Linde' }])
    const facts = ['1.0.0', '1.1.0'].map((version) => ({ name: 'Linde', version, status: 'draft' as const }))
    expect(presentMatrix(twice, settingOf(twice, { schools: facts })).title).toBe('Regels naast elkaar: Linde 1.0.0, Linde 1.1.0')
    const same = facts.map((fact) => ({ ...fact, version: '1.0.0' }))
    expect(presentMatrix(twice, settingOf(twice, { schools: same })).title).toBe('Regels naast elkaar: Linde/policy, Wilg/policy')
  })

  test('every link in it leads to a rule that is there, on screen and on paper', () => {
    for (const form of ['screen', 'paper'] as const) {
      const blocks = blocksIn(presentMatrix(matrix, settingOf(matrix, { form })).children)
      const ids = new Set(JSON.stringify(blocks).match(/(?<="id":")[^"]+/g))
      const targets = JSON.stringify(blocks).match(/(?<="target":")[^"]+/g) ?? []
      expect(targets.length).toBeGreaterThan(2)
      expect(targets.filter((target) => !ids.has(target))).toEqual([])
    }
  })
})

test('behind a sentence of a clause as long as a document stands what is around it, of a shorter one all of it', () => {
  // Each sentence of its own, so that each is a rule.
  const clause = (count: number): string =>
    Array.from({ length: count }, (_, at) => `De beheerder van perceel ${at + 1} moet heg ${at + 1} elk jaar snoeien.`).join(' ')
  const behind = (count: number): readonly string[] => {
    const made = matrixOf([school('Beuk', [clause(count)]), school('Es', [clause(count)])])
    return blocksIn(presentMatrix(made, settingOf(made)).children).flatMap((block) =>
      block.type === 'disclosure' && wordsOf(block.summary) === 'de hele bepaling'
        ? block.children.flatMap((child) => linesOf([child]))
        : [],
    )
  }
  const [short, long] = [behind(20), behind(400)]
  expect(short.length).toBeGreaterThan(5)
  expect(short.filter((text) => text === clause(20))).toHaveLength(short.length)
  expect(long.length).toBeGreaterThan(100)
  expect(Math.max(...long.map(({ length }) => length))).toBeLessThan(2_000)
  for (const text of long) expect(clause(400)).toContain(text.replace(/^… | …$/g, ''))
  expect(long.some((text) => text.startsWith('… ') && text.endsWith(' …') && text.includes('perceel 200 '))).toBe(true)
})
