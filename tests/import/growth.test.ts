import { expect, it } from 'vitest'
import { noFacts, takeTable, text } from '../../src/blocks/index.js'
import { toPieces } from '../../src/import/pieces/to-pieces.js'
import { printedReferences } from '../../src/language/index.js'
import { readText } from '../../src/sources/text/text.js'
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

it.each([
  'De regel van de dag 1\n',
  'De regel van de dag\n',
  'a   b   c\na   b   c\na   b   c\ntekst\n',
  'Soort | Prijs\n',
  '\n',
])('a text of the line %j again and again takes no longer than its lines', (unit) => {
  const text = (times: number) => `Regels\n\n${unit.repeat(times * 20)}`
  expect(growth(text, readText, 60)).toBeLessThan(TOO_FAST)
})

it('the members named behind a reference take no longer than there are of them', () => {
  const named = (times: number) => `Zie artikel 1${', lid 2'.repeat(times)} van wat niemand noemt.`
  expect(growth(named, (value) => [...printedReferences(value)], 20)).toBeLessThan(TOO_FAST)
})

it('paragraphs of which none ends a sentence take no longer than there are of them', () => {
  const halves = (times: number) =>
    readText('de leerling meldt zich met de brief van de school bij het bestuur en\n\n'.repeat(times))
  expect(growth(halves, toPieces, 400)).toBeLessThan(TOO_FAST)
})
