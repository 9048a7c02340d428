import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Entry, ReasonKind } from '../../src/versions/index.js'
import { entriesOf } from './score.js'

/** A language, what differs ("h" for nothing), and two sentences of which one puts the other otherwise as a whole. */
const PAIRS = readFileSync(new URL('./cases/otherwise.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n').split('|') as [lang: string, differs: string, old: string, next: string])

/** Which reasons tell truly what differs. */
const TRUE: Readonly<Record<string, readonly ReasonKind[]>> = {
  who: ['addressee', 'name'],
  when: ['period', 'date', 'opposite', 'condition', 'number'],
  'how much': ['number', 'amount', 'period', 'opposite', 'scope', 'content'],
  condition: ['condition', 'exception', 'scope', 'content', 'binding', 'list'],
  exception: ['exception', 'condition', 'scope', 'list', 'content'],
  norm: ['norm', 'negation', 'binding', 'scope'],
  negation: ['negation', 'norm', 'opposite'],
  scope: ['scope', 'content', 'list', 'addressee', 'condition', 'exception'],
  act: ['opposite', 'binding', 'norm', 'lookalike'],
  removal: ['removed', 'content', 'list', 'term'],
  addition: ['added', 'content', 'list', 'condition', 'exception', 'term'],
}

const isSubstantive = (list: readonly Entry[]) => list.some(({ significance }) => significance === 'substantive')

const judged = PAIRS.map((pair) => ({ differs: pair[1], text: pair[3], entries: entriesOf(pair[0], pair[2], pair[3]) }))
const harmless = judged.filter(({ differs }) => differs === 'h')
const grave = judged.filter(({ differs }) => differs !== 'h')

test('no sentence that says something else is called the same', () => {
  const calm = grave.filter(({ entries: list }) =>
    list.every(({ significance }) => significance !== 'substantive' && significance !== 'to-read'),
  )
  expect(grave.length).toBeGreaterThan(35)
  expect(calm.map(({ text }) => text)).toEqual([])
})

test('most sentences that say something else are told for what they are', () => {
  const told = grave.filter(
    ({ differs, entries: list }) =>
      isSubstantive(list) && list.some(({ reasons }) => reasons.some(({ kind }) => TRUE[differs]?.includes(kind))),
  )
  expect(told.length / grave.length).toBeGreaterThan(0.75)
})

test('few sentences that say the same in other words are called another rule', () => {
  expect(harmless.length).toBeGreaterThan(65)
  expect(harmless.filter(({ entries: list }) => isSubstantive(list)).length / harmless.length).toBeLessThan(0.17)
})
