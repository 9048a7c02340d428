import { create } from 'fontkit'
import { expect, test } from 'vitest'
import { checkPdf } from '../../src/check/index.js'
import { Backend } from '../../src/press/adapter.js'
import { drawable, Family } from '../../src/press/fonts.js'
import { renderPdf } from '../../src/press/index.js'
import { readKerning } from '../../src/press/kerning.js'
import { curled } from '../../src/press/quotes.js'
import { inEnglish } from '../support/words.js'
import { BRAND, document, fonts, p } from './build.js'

const backend = () => new Backend({ title: 'T', author: 'A', keywords: [], lang: 'nl', date: new Date(0), tool: 'T' }, 'nl')
const family = (files = fonts) => {
  const own = backend()
  return new Family(files, (name, bytes) => own.font(name, create(bytes)))
}

test.each(['regular', 'bold', 'italic', 'boldItalic'] as const)(
  'pairs of %s are kerned as a shaping engine kerns them',
  (style) => {
    const bytes = fonts[style] as Uint8Array
    const kerning = readKerning(bytes)
    const font = create(bytes) as unknown as {
      layout(
        text: string,
        features: string[],
      ): { glyphs: { id: number; advanceWidth: number }[]; positions: { xAdvance: number }[] }
    }
    const letters = [...'AVTWYLPaeotrvwyfk.,’"-()15']
    let kerned = 0
    for (const left of letters) {
      for (const right of letters) {
        const { glyphs, positions } = font.layout(left + right, ['kern'])
        if (glyphs.length !== 2) continue
        const [first, second] = glyphs as [{ id: number; advanceWidth: number }, { id: number; advanceWidth: number }]
        const expected = (positions[0]?.xAdvance ?? 0) - first.advanceWidth
        expect(`${left}${right} ${kerning(first.id, second.id)}`).toBe(`${left}${right} ${expected}`)
        if (expected !== 0) kerned++
      }
    }
    expect(kerned).toBeGreaterThan(100)
  },
)

test('a damaged table costs the kerning only', () => {
  const bytes = Uint8Array.from(fonts.regular)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < view.getUint16(4); i++)
    if (bytes[12 + i * 16] === 0x47 && bytes[13 + i * 16] === 0x50) view.setUint32(20 + i * 16, bytes.length - 4)
  expect(readKerning(bytes)(10, 11)).toBe(0)
})

test('a hyphen, a non-breaking hyphen and the blanks keep their own text', async () => {
  const words = 'één-op-één één\u2011op\u2011één 10\u00a0km – einde'
  const { value } = await renderPdf(document([p(words)]), { fonts })
  expect(
    checkPdf(value).root.kids.map((kid) => ('role' in kid ? kid.kids.map((own) => ('text' in own ? own.text : '')) : [])),
  ).toEqual([[words]])
})

test('characters the fonts lack are reported once, drawn as a box and kept in the text', async () => {
  const words = 'Goed 🎉 gedaan 🎉 漢'
  const { value, messages } = await renderPdf(document([{ ...p(words), id: 'feest' }]), { fonts })
  expect(messages.map(({ rule, severity, clause }) => `${severity} ${rule} ${clause}`)).toEqual(
    Array.from({ length: 2 }, () => 'warning render/glyph feest'),
  )
  expect(messages.map(inEnglish)).toEqual([
    expect.stringContaining('U+1F389) in "feest"'),
    expect.stringContaining('U+6F22) in "feest"'),
  ])
  const report = checkPdf(value)
  expect(report.problems).toEqual([])
  expect(report.words).toBe(words)
})

test('letters from right to left are refused, once, with what can be done instead', async () => {
  const { messages } = await renderPdf(document([{ ...p('Vrede is שלום of سلام.'), id: 'vrede' }]), { fonts })
  expect(messages.map(({ rule, severity, clause }) => `${severity} ${rule} ${clause}`)).toEqual(['error render/direction vrede'])
  expect(messages[0]?.note).toEqual({ phrase: 'glyph.right-to-left' })
})

test('what the font of the house lacks comes from the default family', async () => {
  const brand = { ...BRAND, fonts: { regular: gapped(fonts.regular, '→') } }
  const { value, messages } = await renderPdf(document([p('van → naar')], { brand }), { fonts })
  expect(messages).toEqual([])
  const report = checkPdf(value)
  expect(report.problems).toEqual([])
  expect(report.words).toBe('van → naar')
})

/** The font without a character: the ranges of its map (format 12) that hold it point at .notdef. */
function gapped(bytes: Uint8Array, char: string): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const view = new DataView(copy.buffer)
  const code = char.codePointAt(0) as number
  for (let record = 12; record < 12 + view.getUint16(4) * 16; record += 16) {
    const name = String.fromCharCode(...copy.subarray(record, record + 4))
    // PDFKit takes two files with the same names and checksum for one font.
    if (name === 'head') view.setUint32(view.getUint32(record + 8) + 8, 0)
    if (name !== 'cmap') continue
    const cmap = view.getUint32(record + 8)
    for (let i = 0; i < view.getUint16(cmap + 2); i++) {
      const table = cmap + view.getUint32(cmap + 8 + i * 8)
      if (view.getUint16(table) !== 12) continue
      for (let group = table + 16; group < table + 16 + view.getUint32(table + 12) * 12; group += 12) {
        if (view.getUint32(group) <= code && code <= view.getUint32(group + 4)) view.setUint32(group, code + 1)
      }
    }
  }
  return copy
}

test('a family without bold and italic imitates them', () => {
  const poor = family({ regular: fonts.regular })
  expect(poor.face(true, true).imitates).toEqual({ bold: true, italic: true })
  expect(family().face(true, true).imitates).toEqual({ bold: false, italic: false })
})

test.each([
  ['a\tb\nc', 'a b c'],
  ['e\u0301', 'é'],
  ['zacht\u00adafbreken\u200b', 'zachtafbreken'],
  ['\u0007bel', 'bel'],
])('%j is drawn as %j', (given, expected) => {
  expect(drawable(given)).toBe(expected)
})

test('a character of a private font has no meaning for a reader in thirty years', async () => {
  const { value, messages } = await renderPdf(document([p('\uf0b7 punt')]), { fonts })
  expect(messages).toHaveLength(1)
  expect(checkPdf(value).words).toBe('\ufffd punt')
})

test.each([
  ['De "regel" geldt.', 'De “regel” geldt.'],
  ["('Nee', zei hij.)", '(‘Nee’, zei hij.)'],
  ["foto's in de jaren '90, 's ochtends", 'foto’s in de jaren ’90, ’s ochtends'],
  ['zij zei: "hij riep \'stop\'"', 'zij zei: “hij riep ‘stop’”'],
])('straight quotation marks of %s are drawn as curled ones', async (source, drawn) => {
  const shown: Readonly<Record<string, string>> = { '\u{10fff0}': '“', '\u{10fff1}': '”', '\u{10fff2}': '‘', '\u{10fff3}': '’' }
  expect([...curled(source)].map((char) => shown[char] ?? char).join('')).toBe(drawn)
  const { value, messages } = await renderPdf(document([p(source)]), { fonts })
  expect(messages).toEqual([])
  const report = checkPdf(value)
  expect(report.problems).toEqual([])
  expect(report.words).toBe(source)
})

test('a mark that closes behind other words than those it opened before closes', () => {
  expect(curled('"', 'd')).toBe('\u{10fff1}')
  expect(curled('"', ' ')).toBe('\u{10fff0}')
})
