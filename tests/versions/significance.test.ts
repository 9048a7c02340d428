import { describe, expect, test } from 'vitest'
import type { Comparison } from '../../src/versions/index.js'
import { GRAVE } from './grave-changes.js'
import { LIGHT } from './light-changes.js'
import { compareTexts } from './score.js'

/** Two versions of one sentence, between sentences that stay. */
function compared(lang: string, old: string, next: string): Comparison['entries'] {
  const page = (text: string) => `---\ntitle: T\nlang: ${lang}\n---\n\n# A\n\n${text}\n\n# B\n`
  return compareTexts(page(old), page(next)).entries.filter(({ significance }) => significance !== 'none')
}

describe('a changed norm, negation, number, date or party is substantive, with its reason', () => {
  test.each(GRAVE.map((change) => [change.old, change.next, change] as const))('%s → %s', (_, __, { lang, kinds, old, next }) => {
    const [entry, ...others] = compared(lang, old, next)
    expect(others).toEqual([])
    expect(entry?.significance).toBe('substantive')
    const found = entry?.reasons.map(({ kind }) => kind) ?? []
    expect(
      found.some((kind) => kinds.includes(kind)),
      found.join(),
    ).toBe(true)
  })

  test('the other way around as well', () => {
    const missed = GRAVE.filter(
      ({ lang, old, next }) => !compared(lang, next, old).some(({ significance }) => significance === 'substantive'),
    )
    expect(missed).toEqual([])
  })
})

test.each([
  [
    'nl',
    'De bewoner meldt een lekkage vóór 8.30 uur, telefonisch of met een formulier.',
    'De bewoner meldt een lekkage vóór 8.15 uur met een formulier.',
    ['telefonisch of', ''],
  ],
  [
    'nl',
    'De penningmeester belt het lid binnen twee dagen, of de kascommissie.',
    'De penningmeester schrijft het lid binnen drie dagen, of de kascommissie.',
    ['belt', 'schrijft'],
  ],
  [
    'en',
    'The tenant reports a leak within two days by phone or in the portal.',
    'The tenant reports a leak within four days in the portal.',
    ['by phone or', ''],
  ],
  [
    'en',
    'The driver cleans the van within two hours and reports any dent to the yard.',
    'The driver cleans the van within four hours and photographs any dent for the yard.',
    ['reports', 'photographs'],
  ],
])('%s: what changed beside a reason is told with its words: %s', (lang, old, next, words) => {
  const [entry] = compared(lang, old, next)
  expect(entry?.significance).toBe('substantive')
  expect(entry?.reasons[0]?.kind).toBe('period')
  expect(entry?.reasons.map((reason) => [reason.old, reason.next])).toContainEqual(words)
})

test.each([
  [
    'nl',
    'Bewoners melden vóór dag 8 telefonisch of via de app dat een lamp stuk is.',
    'Bewoners melden vóór dag 6 via de app dat een lamp stuk is.',
    { kind: 'wording', old: '8 telefonisch of', next: '6' },
  ],
  [
    'en',
    'The keeper may repaint the hull in the yard.',
    'The keeper must inspect the hull in the yard.',
    { kind: 'wording', old: 'may repaint', next: 'must inspect' },
  ],
])('%s: an edit of which a reason names a part is told in full beside it: %s', (lang, old, next, untold) => {
  const [entry] = compared(lang, old, next)
  expect(entry?.significance).toBe('substantive')
  expect(entry?.reasons).toContainEqual(untold)
})

test('one person in the place of another is told once, with both', () => {
  const [entry] = compared('en', 'Repairs are paid by the club.', 'Repairs are paid by the member.')
  expect(entry?.reasons).toEqual([{ kind: 'addressee', old: 'club', next: 'member' }])
})

test('at least 90 % of changes of spelling, marks and notation are not', () => {
  const substantive = LIGHT.filter(({ lang, old, next }) =>
    compared(lang, old, next).some(({ significance }) => significance === 'substantive'),
  )
  expect(LIGHT.length).toBeGreaterThan(90)
  const names = substantive.map(({ old, next }) => `${old} → ${next}`)
  expect(substantive.length / LIGHT.length, names.join('\n')).toBeLessThan(0.1)
})

test('most of them are proved harmless', () => {
  const proved = LIGHT.filter(({ lang, old, next }) =>
    compared(lang, old, next).every(({ significance }) => significance === 'typographical' || significance === 'editorial'),
  )
  expect(proved.length / LIGHT.length).toBeGreaterThan(0.75)
})

test.each([
  [
    'en',
    '# 1 Definitions\n\nGuest: whoever stays for a night.\n\n# 2 Stay\n\nThe keys are kept at the Guest’s risk.',
    'Guest',
    'Lodger',
  ],
  ['nl', '# 1 Begrippen\n\nSchipper: wie de boot vaart.\n\n# 2 Varen\n\nDe schipper draagt de sleutel.', 'chipper', 'tuurman'],
])('a term before a colon in a section of definitions may bear another name, and be another: %s', (lang, text, from, to) => {
  const wordsOf = (next: string) =>
    compared(lang, text, next).map(({ significance, reasons }) => [significance, reasons[0]?.kind])
  const named = text.replaceAll(from, to)
  expect(wordsOf(named)).toEqual([
    ['editorial', 'renamed'],
    ['editorial', 'renamed'],
  ])
  // One place keeps the former name, or the definition is another.
  expect(wordsOf(text.replace(from, to)).map(([significance]) => significance)).not.toContain('editorial')
  expect(wordsOf(text.replace(/(?:boot|night)/, 'kite'))).toEqual([['substantive', 'term']])
})

test.each([
  ['en', '- dogs\n- trainers of the club', '- dogs trainers of the club'],
  [
    'en',
    'Nobody smokes in the hall\n\nThe porter signs the form of the guest',
    'Nobody smokes in the hall the porter signs the form of the guest',
  ],
  ['nl', '- honden\n- geleiders van de club', '- honden geleiders van de club'],
])('clauses that no mark closes say something else as one: %s %s', (lang, apart, joined) => {
  for (const [old, next] of [
    [apart, joined],
    [joined, apart],
  ] as const)
    expect(compared(lang, old, next).map(({ significance }) => significance)).toEqual(['to-read'])
})

test.each([
  ['en', 'A guest opens an account at the desk.', 'account', 'Account', 'Points go to the Account of a guest.'],
  ['nl', 'De gast opent een rekening aan de balie.', 'rekening', 'Rekening', 'Punten gaan naar de Rekening van een gast.'],
])('%s: a capital is no mark of style where a text tells the term from the word: %s', (lang, text, small, capital, other) => {
  const changed = text.replace(small, capital)
  const level = (old: string, next: string) => compared(lang, old, next).map(({ significance }) => significance)
  expect(level(text, changed)).toEqual(['typographical'])
  expect(level(`${text}\n\n${other}`, `${changed}\n\n${other}`)).toEqual(['to-read'])
  // Where all places got it at once, it tells nothing apart.
  expect(level(`${text}\n\n${other.replace(capital, small)}`, `${changed}\n\n${other}`)).toEqual([
    'typographical',
    'typographical',
  ])
})

test('a definition bears another name only where no form of the former is left', () => {
  const text = '# 1 Begrippen\n\nGast: wie blijft.\n\n# 2 Regels\n\nDe gast betaalt.\n\nGasten tekenen.'
  const level = (next: string) => compared('nl', text, next).map(({ significance }) => significance)
  expect(level(text.replaceAll(/(g)ast\b/gi, 'kanovaarder'))).toEqual(['substantive', 'substantive'])
})

test.each([
  ['en', 'Read the rules of the hall.', 'Then sign them in the book.', 'Pay the fee in May.'],
  ['nl', 'De huur is tien euro.', 'Dit bedrag wordt in mei verdubbeld.', 'De sleutel ligt bij de balie.'],
])('%s: a clause that leans on the one before it says something else behind another: %s', (lang, first, leaning, other) => {
  const level = (...next: string[]) =>
    compared(lang, [first, leaning, other].join('\n\n'), next.join('\n\n')).map(({ significance }) => significance)
  expect(level(leaning, first, other)).toEqual(['to-read'])
  expect(level(first, other, leaning)).toEqual(['to-read'])
  expect(level(other, first, leaning)).toEqual(['editorial'])
})

test.each([
  ['en', 'A guest brings a pass, a card and a lamp.', 'A guest brings:\n\n- a pass\n- a card\n- a lamp', 'editorial'],
  ['en', 'A guest brings a pass, a card or a lamp.', 'A guest brings:\n\n- a pass\n- a card\n- a lamp', 'to-read'],
  ['nl', 'De hal sluit om tien uur. De portier keert terug.', 'De hal sluit om tien uur\n\nDe portier keert terug', 'editorial'],
])('%s: a row that became items without marks is proved as one with them: %s', (lang, old, next, significance) => {
  expect(compared(lang, old, next).map((entry) => entry.significance)).toEqual([significance])
})

test.each([
  ['nl', 'Onder een verzoek verstaan wij een vraag om gegevens.', 'een verzoek', 'een bezwaar', 'een op'],
  ['en', '"Request" means a question about data.', '"Request"', '"Enquiry"', '"With"'],
])('a term has another name where that is one, and not where a small word slipped in: %s', (lang, text, from, name, slip) => {
  const [named] = compared(lang, text, text.replace(from, name))
  expect(named?.reasons.map(({ kind }) => kind)).toEqual(['renamed'])
  const [slipped] = compared(lang, text, text.replace(from, slip))
  expect(['to-read', 'substantive']).toContain(slipped?.significance)
})
