import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { checkPdf } from '../../src/check/index.js'
import type { DocBlock, DocInline } from '../../src/present/index.js'
import { runs } from '../support/laws.js'
import { BRAND, cell, document, h, item, note, ol, p, pdf, prose, table, text, wordsOf } from './build.js'

const word = fc.constantFrom(
  'school',
  'één-op-één',
  'ouders',
  'gegevensbeschermingseffectbeoordeling',
  'AVG',
  'e-mail',
  '€ 40',
  '(GMR)',
  'ĳs',
  '≥',
)
const words = fc.array(word, { minLength: 1, maxLength: 40 }).map((list) => list.join(' '))

const inline: fc.Arbitrary<DocInline> = fc.letrec<{ inline: DocInline }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    words.map(text),
    fc.record({
      type: fc.constantFrom('strong' as const, 'emphasis' as const, 'insertion' as const, 'deletion' as const, 'strike' as const),
      children: fc.array(tie('inline'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('link' as const),
      url: fc.constant('https://voorbeeld.example/a?b=c'),
      children: fc.array(words.map(text), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ type: fc.constant('code' as const), value: words }),
    fc.constant({ type: 'break' as const }),
  ),
})).inline

const paragraph = fc.array(inline, { minLength: 1, maxLength: 4 }).map((content) => p(...content))
const block: fc.Arbitrary<DocBlock> = fc.letrec<{ block: DocBlock }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    paragraph,
    fc.tuple(fc.integer({ min: 1, max: 6 }), words).map(([level, title]) => h(level, title, { label: `${level}.1` })),
    fc
      .array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((items) => ol(...items.map((children, i) => item(`${i + 1}.`, children)))),
    fc
      .array(fc.array(fc.array(tie('block'), { maxLength: 2 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 })
      .map((rows) =>
        table(
          ['Was', 'Wordt', 'Waarom'],
          rows.map((cells) => cells.map((children) => cell(...children))),
        ),
      ),
    fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((children) => ({ type: 'quote' as const, children })),
    words.map((value) => ({ type: 'verbatim' as const, value })),
  ),
})).block

const paper = fc.record({
  page: fc.constantFrom('A4' as const, 'A5' as const, 'letter' as const),
  orientation: fc.constantFrom('portrait' as const, 'landscape' as const),
})

test('a reader gets the words of any document once and in order, and nothing is out of place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), paper, async (children, { page, orientation }) => {
      const report = checkPdf(await pdf(document(children, { orientation, brand: { ...BRAND, page } })))
      expect(report.problems).toEqual([])
      expect(report.words).toBe(wordsOf(children))
    }),
    { seed: 20250301, numRuns: runs(20) },
  )
})

test('notes are read where they are marked, also when they run on over pages', async () => {
  const long = Array.from({ length: 60 }, (_, i) => p(prose(40, i + 1)))
  const children = [p('Voor ', note(1, p('Kort.')), ' midden', note(2, ...long), ' na.'), p(prose(300), note(3, p('Slot.')), '.')]
  const report = checkPdf(await pdf(document(children)))
  expect(report.problems).toEqual([])
  expect(report.words).toBe(wordsOf(children))
  expect(report.pages).toBeGreaterThan(2)
})

test('a table row taller than two pages loses nothing, and a repeated head is said once', async () => {
  const tall = Array.from({ length: 45 }, (_, i) => p(`${i} ${prose(30, i + 1)}`))
  const children = [
    table(
      ['Was', 'Wordt'],
      [
        ['kort', 'kort'],
        [cell(...tall), cell(...tall.slice(20))],
        ['na', 'na'],
      ],
    ),
  ]
  const report = checkPdf(await pdf(document(children)))
  expect(report.problems).toEqual([])
  expect(report.words).toBe(wordsOf(children))
  expect(report.pages).toBeGreaterThan(2)
})

test('a table of forty columns is read row by row', async () => {
  const numbers = Array.from({ length: 40 }, (_, i) => i)
  const children = [
    table(
      numbers.map((i) => `School ${i}`),
      [0, 1, 2].map((row) => numbers.map((i) => (i === 0 ? `Regel ${row}` : `toestemming ${row}.${i}`))),
    ),
  ]
  const report = checkPdf(await pdf(document(children)))
  expect(report.problems).toEqual([])
  expect(report.words).toBe(wordsOf(children))
})

test('a word of three hundred letters stays one word', async () => {
  const long = 'verantwoordelijkheid'.repeat(15)
  const children = [p('Een ', long, ' woord.'), table(['A', 'B'], [[long, 'kort']])]
  const report = checkPdf(await pdf(document(children)))
  expect(report.words).toBe(`Een ${long} woord. A B ${long} kort`)
})

test('empty parts leave no trace and break nothing', async () => {
  const children: DocBlock[] = [
    h(1, 'Leeg', { label: '1' }),
    h(2, 'Ook leeg'),
    ol(),
    p(),
    p(''),
    { type: 'division', role: 'annex', page: true, children: [] },
    table([], []),
    ol(item('a.', [])),
  ]
  const report = checkPdf(await pdf(document(children)))
  expect(report.problems).toEqual([])
  expect(report.words).toBe('1 Leeg Ook leeg a.')
  expect(checkPdf(await pdf(document([]))).pages).toBe(1)
})

test('a table with rows of unequal length keeps every cell and becomes regular', async () => {
  const wide = { ...cell('breed'), span: 2 }
  const children = [
    { ...table(['A', 'B'], [['1'], ['1', '2', '3', '4'], [wide, 'x']]), columns: [{ weight: 1 }, { weight: 0 }] } as DocBlock,
  ]
  const report = checkPdf(await pdf(document(children)))
  expect(report.problems).toEqual([])
  expect(report.words).toBe('A B 1 1 2 3 4 breed x')
})

test('texts of several policies may each have a first note, and headings without words are no headings', async () => {
  const children: DocBlock[] = [h(1, ''), h(1, 'A'), p('Een', note(1, p('x.')), '.'), p('Twee', note(1, p('y.')), '.')]
  const report = checkPdf(await pdf(document(children)))
  expect(report.problems).toEqual([])
  expect(report.words).toBe('A Een1 1 x. . Twee1 1 y. .')
})

test.each([
  ['Het besluit is genomen op de avond van 31 augustus 2027 door het bestuur.', ['31 augustus 2027']],
  ['De termijn die daarvoor staat is in alle gevallen 10 dagen en niet meer.', ['10 dagen']],
  ['Dat staat in de bijlage bij dit protocol en ook in artikel 12. De rest volgt.', ['artikel 12.']],
  ['De bijdrage die de school van de ouders vraagt is € 40,50 per schooljaar.', ['€ 40,50']],
  ['Wie vragen heeft over deze afspraken, vraagt naar A. B. Jansen van de balie.', ['A. B. Jansen']],
])('a number stays with what it counts: %s', async (sentence, together) => {
  for (let width = 150; width < 330; width += 9) {
    const margins = { ...BRAND.margins, right: 210 - BRAND.margins.left - width / 2.83465 }
    const bytes = await pdf(document([p(sentence)], { brand: { ...BRAND, margins } }))
    const page = await (await getDocument({ data: bytes, verbosity: 0 }).promise).getPage(1)
    const { items } = await page.getTextContent()
    const text = items.flatMap((found) => ('str' in found ? [found.str, found.hasEOL ? '\n' : ''] : [])).join('')
    for (const words of together) expect(text).toContain(words)
  }
})

/** The texts of the first page as a reader that looks at no gaps joins them. */
async function read(...children: readonly DocBlock[]): Promise<string> {
  const page = await (await getDocument({ data: await pdf(document(children)), verbosity: 0 }).promise).getPage(1)
  const { items } = await page.getTextContent({ disableNormalization: true })
  return items.map((found) => ('str' in found ? found.str.replaceAll('\u00a0', ' ') : '')).join('')
}

test('blanks of several kinds in a row are read as one', async () => {
  const text = await read(p('de \u00a0 \u2009 school'), p('10\u00a0000 \u00a0euro'), p('«\u00a0\u00a0woord\u00a0»'))
  expect(text).toContain('de school')
  expect(text).toContain('10 000 euro')
  expect(text).toContain('« woord »')
})

test('a blank parts the words of a cell from those of the next', async () => {
  expect(await read(table(['A', 'B'], [['III', 'III']]))).toContain('III III')
})
