import { expect, it } from 'vitest'
import { noFacts, takeTable, text, tidy } from '../../src/blocks/index.js'
import { joinStacked } from '../../src/cover/stacked.js'
import { spreadLayouts } from '../../src/import/outline/layout.js'
import { printedReferences } from '../../src/language/index.js'
import { toPieces } from '../../src/pieces/to-pieces.js'
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

it('lines that pages print, with nothing between them, take no longer than there are of them', () => {
  const pages = (times: number) =>
    `Regels\f${Array.from({ length: 40 * times }, (_, i) => (i % 2 ? 'Kop van de pagina' : `Pagina ${i}`)).join('\f')}`
  expect(growth(pages, readText, 60)).toBeLessThan(TOO_FAST)
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

it.each([
  ['words', '', 'regel '],
  ['emphasis', '*', 'regel'],
])('%s in as many parts as there are take no longer than their number', (_, mark, value) => {
  const parts = (times: number) =>
    Array.from({ length: 50 * times }, () => (mark === '' ? text(value) : { type: 'emphasis' as const, children: [text(value)] }))
  expect(growth(parts, tidy, 100)).toBeLessThan(TOO_FAST)
})

it('paragraphs that are all notes take no longer than there are of them', () => {
  const notes = (times: number) => ({
    kind: 'text' as const,
    marksHeadings: false,
    blocks: Array.from({ length: times }, (_, i) => ({
      line: i + 1,
      content: [text('Zie artikel 4.')],
      gap: 1,
      indent: 0,
      note: `${i}`,
    })),
  })
  expect(growth(notes, toPieces, 1000)).toBeLessThan(TOO_FAST)
})

it('names and values by turns are followed once, wherever they begin', () => {
  // "Eigenaar" above "bestuur", again and again, and no day and no version among them.
  const pieces = toPieces(readText('Eigenaar\n\nbestuur\n\n'.repeat(200)))
  let looked = 0
  const counted = pieces.map((piece) =>
    Object.defineProperty({ ...piece }, 'text', {
      get: () => {
        looked++
        return piece.text
      },
    }),
  )
  joinStacked(counted)
  // From each of the first sixty places to the end it would be twelve thousand and more.
  expect(looked).toBeLessThan(8 * pieces.length)
})

it('the rows of a table are told apart in the time of their number', () => {
  const table = (times: number) => {
    const rows = Array.from({ length: 20 * times }, (_, i) => [[text(`Regel ${i} van de dag`)]])
    return {
      blocks: [{ line: 1, content: [], gap: 1, indent: 0, rows }],
      role: 'table' as const,
      rows,
      content: [],
      text: '',
      labelGiven: false,
    }
  }
  const spread = (piece: ReturnType<typeof table>) => spreadLayouts([piece])
  expect(growth(table, spread, 100)).toBeLessThan(TOO_FAST)
})
