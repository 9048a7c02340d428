import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create } from 'fontkit'
import { expect, test } from 'vitest'
import { renderPdf } from '../../src/press/index.js'
import { readTrueType } from '../../src/press/truetype.js'
import { document, fonts, h, p } from './build.js'

const FACES: readonly (readonly [family: string, style: string, name: string])[] = [
  ['source-sans-3', '400Regular', 'SourceSans3'],
  ['source-sans-3', '600SemiBold_Italic', 'SourceSans3'],
  ['source-serif-4', '600SemiBold', 'SourceSerif4'],
  ['inter', '400Regular_Italic', 'Inter'],
  ['atkinson-hyperlegible', '700Bold', 'AtkinsonHyperlegible'],
  ['source-code-pro', '400Regular', 'SourceCodePro'],
]

function face(family: string, style: string, name: string): Uint8Array {
  const folder = dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${family}/package.json`))
  return readFileSync(join(folder, style, `${name}_${style}.ttf`))
}

/** A copy whose table is called something else. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(bytes)
  for (let record = 12; record < 12 + copy.readUInt16BE(4) * 16; record += 16)
    if (copy.toString('latin1', record, record + 4) === from) copy.write(to, record, 'latin1')
  return copy
}

const ALPHABET = [...'AÀÄBCÇDEËÉFGHIÏJKLMNOÖPQRSTUÜVWXYZaàäbcçdeëéèfghiïĳjklmnoöpqrstuüvwxyz0123456789“”‘’–—…€§½•□→ ﬁ😀中א']

test.each(FACES)('%s %s says what the package says, and is cut down to the same bytes', (family, style, name) => {
  const bytes = face(family, style, name)
  const [ours, theirs] = [readTrueType(bytes), create(bytes)]
  if (!ours) throw new Error('A plain TrueType font')
  for (const key of [
    'unitsPerEm',
    'ascent',
    'descent',
    'lineGap',
    'xHeight',
    'capHeight',
    'italicAngle',
    'postscriptName',
  ] as const)
    expect([key, ours[key]]).toEqual([key, theirs[key]])
  expect(ours.bbox).toEqual({ ...theirs.bbox })
  expect(ours.head.macStyle.italic).toBe(theirs.head.macStyle.italic)
  expect(ours.post.isFixedPitch).toBe(theirs.post.isFixedPitch)
  expect(ours['OS/2'].sFamilyClass).toBe(theirs['OS/2'].sFamilyClass)
  for (const char of ALPHABET) {
    const code = char.codePointAt(0) as number
    expect([char, ours.hasGlyphForCodePoint(code)]).toEqual([char, theirs.hasGlyphForCodePoint(code)])
    const { id, advanceWidth } = theirs.glyphForCodePoint(code)
    expect([char, ours.glyphForCodePoint(code)]).toEqual([char, { id, advanceWidth }])
  }
  // Also glyphs behind the last one with a width of its own, and the parts of composite ones twice.
  const some = [...ALPHABET, ...'éë'].map((char) => theirs.glyphForCodePoint(char.codePointAt(0) as number).id)
  const [subset, expected] = [ours.createSubset(), theirs.createSubset()]
  subset.glyphs.push(...some)
  expected.glyphs.push(...some)
  expect(Buffer.compare(Buffer.from(subset.encode()), Buffer.from(expected.encode()))).toBe(0)
})

test.each([
  ['outlines of another kind', renamed(fonts.regular, 'glyf', 'CFF ')],
  ['glyphs in colours', renamed(fonts.regular, 'GDEF', 'COLR')],
  ['a table that is not there', renamed(fonts.regular, 'loca', 'gone')],
  ['half a file', fonts.regular.subarray(0, fonts.regular.length / 2)],
  ['no font', new TextEncoder().encode('This is no font at all.')],
])('%s: left to the package', (_, bytes) => {
  expect(readTrueType(bytes)).toBeUndefined()
})

test('a font that is left to the package gives the same file', async () => {
  const words = document([h(1, 'Één regel'), p('Privéfoto’s op één pagina, in drie zinnen.')])
  const { value: ours } = await renderPdf(words, { fonts: { regular: fonts.regular } })
  const { value: theirs } = await renderPdf(words, { fonts: { regular: renamed(fonts.regular, 'GDEF', 'COLR') } })
  expect(Buffer.compare(Buffer.from(ours), Buffer.from(theirs))).toBe(0)
})
