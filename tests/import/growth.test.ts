import { expect, it } from 'vitest'
import { noFacts, takeTable, text } from '../../src/blocks/index.js'
import { printedReferences } from '../../src/language/index.js'
import { growth, TOO_FAST } from '../support/growth.js'

const rows = (day: string) =>
  [
    ['Datum', 'Orgaan'],
    [day, 'MR'],
  ].map((row) => row.map((cell) => [text(cell)]))

it.each([
  ['crosses', 'x'],
  ['dots', '.'],
  ['crosses and dots', 'xx.'],
])('a day that is left open with %s takes no longer than its length', (_, sign) => {
  const day = (times: number) => rows(`${sign.repeat(times)}!`)
  expect(growth(day, (table) => takeTable(table, noFacts(), true), 400)).toBeLessThan(TOO_FAST)
})

it('the members named behind a reference take no longer than there are of them', () => {
  const named = (times: number) => `Zie artikel 1${', lid 2'.repeat(times)} van wat niemand noemt.`
  expect(growth(named, (value) => [...printedReferences(value)], 20)).toBeLessThan(TOO_FAST)
})
