import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { checkPdf } from '../../src/check/index.js'
import { renderPdf } from '../../src/press/index.js'
import { loadWording } from '../../src/workspace/index.js'
import { document, fonts, p } from './build.js'

interface Element {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Element[]
}

const figures = ({ role, alt, children = [] }: Element): (string | undefined)[] => [
  ...(role === 'Figure' ? [alt] : []),
  ...children.flatMap(figures),
]

/** Of a paragraph: its words, and by what its figures are named. */
async function read(value: string) {
  const { value: bytes } = await renderPdf(document([p(value)]), { fonts, wording: loadWording(undefined, 'nl') })
  expect(checkPdf(bytes).problems).toEqual([])
  const page = await (await getDocument({ data: bytes.slice(), verbosity: 0 }).promise).getPage(1)
  const { items } = await page.getTextContent()
  return {
    words: items.map((item) => ('str' in item ? item.str : '')).join(''),
    named: figures((await page.getStructTree()) as Element),
  }
}

test('a row of dots or lines is a place to write in to who hears it, and the words are as they were', async () => {
  const text = 'Naam: ________ op ……………… te .........., paraaf.'
  const { words, named } = await read(text)
  expect(words).toContain(text)
  expect(named).toEqual(['in te vullen', 'in te vullen', 'in te vullen'])
})

test('a row of one letter is named as it is', async () => {
  const text = 'Bel 06-xxxxxxxx of stuur een bericht.'
  const { words, named } = await read(text)
  expect(words).toContain(text)
  expect(named).toEqual(['xxxxxxxx'])
})

test('four in a row, figures and words are none', async () => {
  expect((await read('Het kost 1000000 euro... en -- xxxx -- verder niets.')).named).toEqual([])
})
