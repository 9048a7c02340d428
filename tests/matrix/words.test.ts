import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differingWords, sameWords } from '../../src/matrix/words.js'
import type { DocInline } from '../../src/present/index.js'
import { wordsOf } from './support.js'

const without = (content: readonly DocInline[], type: string) => wordsOf(content.filter((inline) => inline.type !== type))

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim()

test('marks what only one of two clauses says', () => {
  const content = differingWords('Een foto mag alleen na toestemming.', 'Een foto mag alleen na schriftelijke toestemming.')
  expect(content.filter(({ type }) => type !== 'text').map((inline) => [inline.type, wordsOf([inline])])).toEqual([
    ['insertion', 'schriftelijke '],
  ])
})

test.each([
  ['Een foto\n mag.', ' Een foto mag. ', true],
  ['Een foto mag.', 'Een foto mag niet.', false],
  ['Een foto mag niet.', 'Een foto mag.', false],
  ['', ' \n', true],
  ['Eenfoto', 'Een foto', false],
])('%j and %j are in the same words: %s', (a, b, same) => expect(sameWords(a, b)).toBe(same))

test('without the insertions it is the one clause, without the deletions the other, whatever they say', () => {
  const words = fc.constantFrom(
    'een',
    'foto',
    'mag',
    'niet',
    '1.',
    'a.',
    '“ja”',
    '"ja"',
    'artikel 4',
    '\t',
    ',',
    '€ 5',
    'é',
    '[...]',
  )
  const clause = fc.array(words, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '))
  fc.assert(
    fc.property(clause, clause, (reference, own) => {
      const content = differingWords(reference, own)
      expect(without(content, 'insertion')).toBe(spaced(reference))
      expect(without(content, 'deletion')).toBe(spaced(own))
    }),
    { seed: 6, numRuns: 300 },
  )
})
