import { describe, expect, test } from 'vitest'
import { RULES_OF_CHANGE } from '../../src/gravity/index.js'
import { clauses, reasonHash } from '../../src/model/index.js'
import { readPolicy } from '../../src/read/index.js'
import { compareVersions, REASONS, type ReasonKind } from '../../src/versions/index.js'
import { inEnglish } from '../support/words.js'
import { compareTexts, entriesOf } from './score.js'

/** The reasons of the only change between two versions of a sentence. */
function reasons(lang: string, old: string, next: string) {
  const entries = entriesOf(lang, old, next)
  expect(entries).toHaveLength(1)
  return entries[0]?.reasons ?? []
}

describe.each(RULES_OF_CHANGE.filter(({ examples }) => examples.length > 0).map((rule) => [rule.kind, rule] as const))(
  '%s',
  (kind, rule) => {
    test.each(rule.examples.map((example) => [example.old, example.next, example] as const))('%s → %s', (_, __, example) => {
      const found = reasons(example.lang, example.old, example.next).filter((reason) => reason.kind === kind)
      if (example.because) {
        const [old, next] = example.because
        expect(found).toContainEqual({ kind, old, next })
      } else expect(found).toEqual([])
    })
  },
)

test('the figure of a note in HTML is no number of a rule, one that leads elsewhere is', () => {
  const note = (at: number, to: string) => `Guests sign the book.<sup><a href="${to}${at}">${at}</a></sup> They pay £5.`
  expect(reasons('en', note(27, '#fn'), note(24, '#fn')).map(({ kind }) => kind)).not.toContain('number')
  expect(reasons('en', note(27, '#fn'), note(24, '#fn')).map(({ kind }) => kind)).toContain('wording')
  expect(reasons('en', note(27, 'https://a.example/'), note(24, 'https://a.example/')).map(({ kind }) => kind)).toContain(
    'number',
  )
})

test('every rule of words has examples, of both languages', () => {
  // These need more than one sentence; they are told below.
  const elsewhere: readonly ReasonKind[] = ['term', 'renumbering']
  for (const rule of RULES_OF_CHANGE.filter(({ kind }) => !elsewhere.includes(kind))) {
    expect(
      rule.examples.some(({ because }) => because),
      rule.kind,
    ).toBe(true)
    if (rule.kind !== 'punctuation')
      expect(new Set(rule.examples.map(({ lang }) => lang)), rule.kind).toEqual(new Set(['nl', 'en']))
  }
})

test('every rule gives reasons of a kind that is described', () => {
  for (const { kind } of RULES_OF_CHANGE) expect(REASONS[kind]).toMatch(/\.$/)
})

const page = (lines: readonly string[]) => lines.join('\n\n')
const changed = (old: readonly string[], next: readonly string[]) =>
  compareTexts(page(old), page(next)).entries.filter(({ significance }) => significance !== 'none')

test('words that define a term, and the term where it is used', () => {
  const old = ['# Begrippen', '- **Toestel**: een telefoon of tablet.', '# Regels', 'De mentor bewaart het toestel een dag.']
  const next = [
    '# Begrippen',
    '- **Toestel**: een telefoon, tablet of horloge.',
    '# Regels',
    'De mentor bewaart het ding een dag.',
  ]
  const [definition, use] = changed(old, next)
  expect(definition?.reasons.map(({ kind }) => kind)).toContain('term')
  expect(use?.reasons).toContainEqual({ kind: 'term', old: 'toestel', next: '' })
  expect([definition?.significance, use?.significance]).toEqual(['substantive', 'substantive'])
})

test('a printed reference that follows its target is no change of what it points at', () => {
  const rest = [
    '## Artikel 2 Sleutels',
    'De conciërge bewaart de sleutels.',
    '## Artikel 3 Slot',
    'Een sleutel als bedoeld in artikel 2 is eigendom van de school.',
  ]
  const renumbered = rest.map((line) => line.replace(/([Aa]rtikel) (\d)/, (_, word, n) => `${word} ${Number(n) + 1}`))
  const entries = changed(
    ['## Artikel 1 Doel', 'Deze regeling gaat over toegang tot het gebouw.', ...rest],
    [
      '## Artikel 1 Doel',
      'Deze regeling gaat over toegang tot het gebouw.',
      '## Artikel 2 Bezoek',
      'Bezoekers melden zich bij de balie.',
      ...renumbered,
    ],
  )
  const followed = entries.filter(({ fate }) => fate === 'edited')
  expect(followed.map(({ reasons: list }) => list.map(({ kind }) => kind))).toEqual([['renumbering']])
  expect(followed[0]?.significance).toBe('editorial')
})

test('a reference by id is its target, whatever number it prints', () => {
  const text = (target: string) => page(['# Een {#een}', '# Twee {#twee}', `Zie [](#${target}). {#zie}`])
  expect(compareTexts(text('een'), text('een')).entries.every(({ significance }) => significance === 'none')).toBe(true)
  const [entry] = compareTexts(text('een'), text('twee')).entries.filter(({ fate }) => fate === 'edited')
  expect(entry?.reasons[0]?.kind).toBe('reference')
})

test('the author overrules the rules where that makes a change graver', () => {
  const text = (word: string, changes = '') => `---\ntitle: T\n${changes}---\n\nDe school ${word} de foto in een map. {#foto}\n`
  const changes = 'changes:\n  foto: { significance: substantive, why: Een map is een kluis. }\n'
  const comparison = compareTexts(text('bewaart'), text('plaatst', changes))
  const [entry] = comparison.entries
  expect(entry).toMatchObject({ significance: 'substantive', why: 'Een map is een kluis.' })
  expect(entry?.reasons.map(({ kind }) => kind)).toEqual(['wording', 'author'])
})

test('what the author said of other words judges nothing in these, and is said to be of others', () => {
  const text = (word: string, changes = '') => `---\ntitle: T\n${changes}---\n\nDe school ${word} de foto in een map. {#foto}\n`
  const node = clauses(readPolicy(text('plaatst'), 'beleid.md').value).find(({ id }) => id === 'foto')?.node
  const said = `changes:\n  foto: { significance: editorial, why: Zo heet het., text: '${reasonHash(node)}' }\n`
  const judged = (word: string) => compareTexts(text('bewaart'), text(word, said)).entries[0]
  expect(judged('plaatst')).toMatchObject({ significance: 'to-read', called: 'editorial', why: 'Zo heet het.' })
  expect(judged('plaatst')?.whyOfOthers).toBe(undefined)
  expect(judged('vernietigt')).toMatchObject({ significance: 'substantive', why: 'Zo heet het.', whyOfOthers: true })
  expect(judged('vernietigt')?.called).toBe(undefined)
})

test('a judgement about a clause that is not there is reported', () => {
  const source = (changes: string) => `---\ntitle: T\nchanges:\n${changes}---\n\nDe school bewaart de foto. {#foto}\n`
  const side = (text: string) => ({ policy: readPolicy(text, 'beleid.md').value, ref: 'beleid', hash: '' })
  const { messages } = compareVersions(side(source('  foto: { why: Klaar. }\n')), side(source('  fto: { why: Klaar. }\n')))
  expect(messages).toMatchObject([{ rule: 'reference/unresolved', severity: 'warning', place: { file: 'beleid.md' } }])
  expect(messages.map(inEnglish)).toEqual([expect.stringContaining('"fto"')])
})
