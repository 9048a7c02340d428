import { describe, expect, test } from 'vitest'
import { diffTexts } from '../../src/compare/edits.js'
import { foldText } from '../../src/compare/fold.js'
import { labelLength, labelNumber } from '../../src/compare/index.js'
import { tokenise } from '../../src/compare/tokens.js'
import { diffTokens } from '../../src/compare/words.js'
import { numbered, versions } from '../support/versions.js'
import { Dice, sentence } from './invented.js'

/**
 * A change in one line: `De [leerling/ouder] tekent[/ altijd].` is the old text, the new one and the edits expected between them.
 */
function change(notation: string) {
  const side = (pick: 1 | 2) => notation.replace(/\[([^/\]]*)\/([^\]]*)\]/g, (...match) => match[pick])
  return { old: side(1), next: side(2) }
}

function marked(old: string, next: string): string {
  const tokenised = (text: string) => ({ text, tokens: tokenise(text) })
  let result = ''
  let at = 0
  for (const { edit } of diffTexts(tokenised(old), tokenised(next)).edits) {
    result += `${next.slice(at, edit.next[0])}[${old.slice(...edit.old)}/${next.slice(...edit.next)}]`
    at = edit.next[1]
  }
  return result + next.slice(at)
}

describe('edits are whole words and units', () => {
  test.each([
    'De [leerling/ouder] tekent.',
    'De leerling mag [/niet ]roken.',
    'De leerling [altijd /]tekent.',
    'De leerling tekent[/ altijd].',
    '[/Nu ]tekent de leerling.',
    'Ouders[/,] die tekenen, melden dat.',
    'De termijn is [5/10] dagen.',
    'Het geldt vanaf [1 augustus 2024/1 september 2024].',
    'De bijdrage is [€ 1.000,50/€ 1.050,50] per jaar.',
    'Zie [artikel 4, lid 2/artikel 4, lid 3], voor ouders.',
    'De [oud-leerling/oud-medewerker] tekent het formulier voor ontvangst.',
    'De school [vraagt toestemming aan de ouders/informeert iedereen] en de mentor.',
    // A sentence comes as a sentence, though its first words are also those of the next one.
    'De ouder meldt zich. [/De mentor meldt zich. ]De mentor tekent.',
    'De mentor[/, de ouder] en de leerling tekenen.',
    'Schrijf naar [info@school.example/post@school.example].',
  ])('%s', (notation) => {
    const { old, next } = change(notation)
    expect(marked(old, next)).toBe(notation)
  })

  test('a joiner between two signs is no word', () => {
    expect(tokenise('Dag \u{1f469}\u200d\u{1f467} en dag').map(({ key }) => key)).toEqual([
      'Dag',
      '\u{1f469}',
      '\u{1f467}',
      'en',
      'dag',
    ])
  })

  test('a lone article between two changes is part of one change', () => {
    const notation = 'De school [registreert de bezoekers/informeert de medewerkers] bij de ingang.'
    const { old, next } = change(notation)
    expect(marked(old, next)).toBe(notation)
  })

  test('words that matter between two changes stay', () => {
    const notation = 'De [school/instelling] bewaart foto’s [tien/twaalf] weken.'
    const { old, next } = change(notation)
    expect(marked(old, next)).toBe(notation)
  })
})

describe('what is only typography is no edit', () => {
  test.each([
    ['De “dringende” melding', 'De "dringende" melding'],
    ['de foto’s – en meer', "de foto's - en meer"],
    ['€ 50', '€\u00A050'],
    ['€50 en 10%', '€ 50 en 10 %'],
    ['de over\u00ADeen\u00ADkomst', 'de overeenkomst'],
    ['cafe\u0301', 'café'],
    ['en zo verder...', 'en zo verder…'],
    ['1 augustus 2024', '1\u00A0augustus 2024'],
  ])('%s = %s', (old, next) => {
    expect(foldText(old)).toBe(foldText(next))
    expect(marked(old, next)).toBe(next)
  })

  test.each([
    ['de leerling', 'de leerlingen'],
    ['zo nodig', 'zonodig'],
    ['€ 50', '€ 51'],
    ['tekent.', 'tekent'],
    ['De ouder', 'de ouder'],
  ])('%s ≠ %s', (old, next) => {
    expect(foldText(old)).not.toBe(foldText(next))
    expect(marked(old, next)).not.toBe(next)
  })
})

describe('printed numbers in the text are numbers, not words', () => {
  test.each([
    ['section', '1.2 Toelating', '1.2 ', '1.2'],
    ['section', '3. Toelating', '3. ', '3'],
    ['section', 'Artikel 5', 'Artikel 5', '5'],
    ['section', 'Artikel 5a – Toelating', 'Artikel 5a – ', '5a'],
    ['section', 'Hoofdstuk IV: Toelating', 'Hoofdstuk IV: ', 'IV'],
    ['section', 'Article 12 Admission', 'Article 12 ', '12'],
    ['section', 'B. Toelating', 'B. ', 'B'],
    ['item', 'a) de leerling', 'a) ', 'a'],
    ['item', '(iv) de leerling', '(iv) ', 'iv'],
    ['paragraph', '4.2. De leerling tekent.', '4.2. ', '4.2'],
    ['paragraph', 'Artikel 3. De leerling tekent.', 'Artikel 3. ', '3'],
  ] as const)('%s "%s"', (kind, text, label, number) => {
    expect(text.slice(0, labelLength(text, kind))).toBe(label)
    expect(labelNumber(label)).toBe(number)
  })

  test.each([
    ['paragraph', '14 dagen na ontvangst volgt een besluit.'],
    ['paragraph', '2.5 uur per week is vrij.'],
    ['paragraph', 'Artikel 5 is niet van toepassing.'],
    ['item', '3 leerlingen per groep'],
    ['section', '10 regels voor de kantine'],
    ['section', 'Deelname'],
    ['section', 'Partners'],
    ['paragraph', 'A pupil signs.'],
  ] as const)('%s "%s" has none', (kind, text) => {
    expect(labelLength(text, kind)).toBe(0)
  })
})

describe('bounded work', () => {
  const dice = new Dice(7)
  const text = (count: number) => Array.from({ length: count }, () => sentence(dice, 'nl')).join(' ')

  test('is precise for what people write', () => {
    const [a, b] = [tokenise(text(60)), tokenise(text(60))]
    expect(diffTokens(a, b).precise).toBe(true)
  })

  test.each([0, 3, 30, 300])('is the smallest there is, in the letters left unmatched, where %i words are others', (count) => {
    const dice = new Dice(17 + count)
    const old = text(40).split(' ')
    const next = [...old]
    for (let k = 0; k < count; k++) next.splice(dice.below(next.length), dice.below(3), dice.pick(old))
    const [a, b] = [tokenise(old.join(' ')), tokenise([...text(3).split(' '), ...next].join(' '))]
    const { hunks, precise } = diffTokens(a, b)
    expect(precise).toBe(true)
    const lettersIn = (tokens: typeof a) => tokens.reduce((sum, { key }) => sum + key.length, 0)
    const gone = hunks.reduce((sum, hunk) => sum + lettersIn(a.slice(...hunk.a)), 0)
    // The whole table, cell by cell.
    let below: number[] = new Array(b.length + 1).fill(0)
    for (const { key } of a.toReversed()) {
      const row: number[] = new Array(b.length + 1).fill(0)
      for (let j = b.length - 1; j >= 0; j--) {
        const both = b[j]?.key === key ? (below[j + 1] ?? 0) + key.length : 0
        row[j] = Math.max(below[j] ?? 0, row[j + 1] ?? 0, both)
      }
      below = row
    }
    expect(lettersIn(a) - gone).toBe(below[0])
  })

  test('is admitted where it is not, and still right', () => {
    const [old, next] = [text(400), text(400)]
    const [a, b] = [tokenise(old), tokenise(next)]
    const { hunks, precise } = diffTokens(a, b)
    expect(precise).toBe(false)
    const kept = (tokens: typeof a, side: 'a' | 'b') =>
      tokens.filter((_, k) => !hunks.some((hunk) => k >= hunk[side][0] && k < hunk[side][1])).map(({ key }) => key)
    expect(kept(a, 'a')).toEqual(kept(b, 'b'))
  })

  test('leaves to be read what is too long for it and was written anew', () => {
    const long = () => numbered(`${text(400).replaceAll('. ', '.\n')} {#lang}`)
    const { comparison } = versions(long(), long())
    expect(comparison.entries).toMatchObject([{ significance: 'to-read', precise: false, reasons: [{ kind: 'length' }] }])
  })
})
