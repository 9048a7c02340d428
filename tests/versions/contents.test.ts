import { expect, test } from 'vitest'
import { entriesOf } from './score.js'

const told = (old: readonly string[], next: readonly string[], lang = 'en') =>
  entriesOf(lang, old.join('\n\n'), next.join('\n\n'))
    .filter(({ significance }) => significance !== 'none')
    .map(({ fate, significance, reasons }) => [fate, significance, ...reasons.map(({ kind }) => kind)])

const RULES = ['# 1. Keys', 'The porter keeps the keys.', '# 2. Lamps', 'The porter tests the lamps.']
const LISTED = ['- [1. Keys](#1-keys)\n- [2. Lamps](#2-lamps)', ...RULES]

test('a line of a list of contents follows its heading, and is editorial wherever it stands', () => {
  const next = ['- [2. Lamps](#2-lamps)\n- [1. Keys](#1-keys)', ...RULES]
  expect(told(LISTED, next)).toEqual([['unchanged', 'editorial', 'contents']])
  expect(told(RULES, LISTED)).toEqual([
    ['added', 'editorial', 'contents'],
    ['added', 'editorial', 'contents'],
  ])
})

test('an item that is a link to another page, or in words that no heading has, is a clause like another', () => {
  const away = ['- [1. Keys](https://example.org/keys)', ...RULES]
  expect(told(RULES, away)).toEqual([['added', 'substantive', 'added']])
  expect(told(RULES, ['- [Ask the porter for a lamp](#2-lamps)', ...RULES])).toEqual([['added', 'substantive', 'added']])
})

test('a list of contents below a title, which has a line too, has lines within lines', () => {
  const head = '# Rules of the hall'
  const list = '- [Rules of the hall](#rules-of-the-hall)\n  - [1. Keys](#1-keys)\n  - [2. Lamps](#2-lamps)'
  const rules = RULES.map((line) => line.replace('# ', '## '))
  expect(told([head, list, ...rules], [head, ...rules]).slice(1)).toEqual([
    ['removed', 'editorial', 'contents'],
    ['removed', 'editorial', 'contents'],
  ])
})

test('a list that is led in, or that names few of the headings, is a list of a rule', () => {
  const lines = '- [1. Keys](#1-keys)\n- [2. Lamps](#2-lamps)'
  const led = ['These chapters apply to guests:', lines, ...RULES]
  expect(told(led, ['These chapters apply to guests:', '- [1. Keys](#1-keys)', ...RULES])).toEqual([
    ['removed', 'substantive', 'removed'],
  ])
  const more = ['# 3. Doors', 'Closed.', '# 4. Bikes', 'Outside.', '# 5. Dogs', 'Outside.']
  expect(
    told(['Guests must know', lines, ...RULES, ...more], ['Guests must know', '- [1. Keys](#1-keys)', ...RULES, ...more]),
  ).toEqual([['removed', 'substantive', 'removed']])
})

test('a link within a text that goes on leading to the same heading is a reference that follows, and else is to be read', () => {
  const lead = (to: string) => `Guests follow [what is said of lamps](#${to}) at all times.`
  const [k, l] = [
    ['# Lamps', 'The porter tests the lamps.'],
    ['# Lights', 'The porter tests the lamps.'],
  ]
  expect(told([...k, lead('lamps')], [...l, lead('lights')])).toContainEqual(['unchanged', 'editorial', 'renumbering'])
  expect(told([...RULES, lead('2-lamps')], [...RULES, lead('1-keys')])).toEqual([['unchanged', 'to-read', 'link']])
})

test('a heading whose number tells its level is only set otherwise; one without is to be read', () => {
  const page = (marks: string, title: string) => [
    '# 4. Lamps',
    '## 4.1 Testing',
    'Weekly.',
    `${marks} ${title}`,
    'By the porter.',
  ]
  expect(told(page('##', '4.1.1 Who tests'), page('###', '4.1.1 Who tests'))).toEqual([['unchanged', 'typographical', 'markup']])
  expect(told(page('##', 'Who tests'), page('###', 'Who tests'))).toEqual([['unchanged', 'to-read', 'level']])
})

test('a title that became a paragraph with a colon is the same title', () => {
  const old = ['## Lamps of the hall', 'The porter tests the lamps.']
  expect(told(old, ['Lamps of the hall:', 'The porter tests the lamps.'])).toEqual([['edited', 'typographical', 'punctuation']])
})

test('one title for one and for many is the same title', () => {
  expect(told(['## Voorbeeld', 'Een sleutel.'], ['## Voorbeelden', 'Een sleutel.'], 'nl')).toEqual([
    ['edited', 'editorial', 'synonym'],
  ])
  expect(told(['## Rechten', 'Een sleutel.'], ['## Plichten', 'Een sleutel.'], 'nl')).toEqual([['edited', 'to-read', 'wording']])
})

test('of two values that both texts tell apart under one label, one in the place of the other is a change of substance', () => {
  const page = (value: string) => [
    '# A',
    'Soort: dagpas',
    '# B',
    'Soort: maandpas',
    '# C',
    'De lamp brandt in de hal.',
    `Soort: ${value}`,
    '# D',
    'De kelder blijft dicht.',
  ]
  expect(told(page('dagpas'), page('maandpas'), 'nl')).toEqual([['edited', 'substantive', 'list']])
  expect(told(page('dagpas'), page('vaste'), 'nl').map(([, verdict]) => verdict)).toEqual(['to-read'])
})

test('a picture, and the mark that ends what is struck out, that came or went by themselves are to be read', () => {
  const picture = '<figure>\n<img src="plan.png" alt="the way out">\n</figure>'
  expect(told([...RULES, picture], RULES)).toEqual([['removed', 'to-read', 'removed']])
  const struck = ['<del>', 'The porter keeps the keys.', '</del>', 'The porter tests the lamps.']
  expect(
    told(
      struck,
      struck.filter((line) => line !== '</del>'),
    ),
  ).toEqual([['removed', 'to-read', 'removed']])
  expect(told([...RULES, '<br>'], RULES)).toEqual([['removed', 'typographical', 'removed']])
})

test('a sentence that says of its own text when it was last changed is named for it, and no other is', () => {
  const own = (date: string) => [
    `This payment plan was last updated on ${date}. Older ones can be asked for at the desk of the club.`,
  ]
  expect(told(own('3 May 2024'), own('6 June 2024'))).toEqual([['edited', 'editorial', 'edition']])
  const others = (date: string) => [`The club keeps data of a member whose file was last updated on ${date}.`]
  expect(told(others('3 May 2024'), others('6 June 2024'))).toEqual([['edited', 'substantive', 'date']])
})

test('two words that were written as one are a slip only where they make no word', () => {
  const told1 = (old: string, next: string) => told([old], [next]).map(([, verdict]) => verdict)
  expect(told1('It is a task ofthe porter to test lamps.', 'It is a task of the porter to test lamps.')).toEqual([
    'typographical',
  ])
  expect(told1('Claims in valid cases are paid.', 'Claims invalid cases are paid.')).toEqual(['to-read'])
})
