import { fontTables } from '../present/index.js'
import type { FontSource } from './adapter.js'

/** Where a table is in the file. */
interface Table {
  readonly offset: number
  readonly length: number
}

/** With one of these a glyph is more than its outline in `glyf`. */
const MORE_THAN_OUTLINES = ['CFF ', 'CFF2', 'fvar', 'sbix', 'COLR']
/** Subtables of `cmap` for all of Unicode by platform and encoding, the ones for 32 bits first: OpenType specification, table cmap. */
const UNICODE = [0x3000a, 6, 4, 0x30001, 3, 2, 1, 0]
/** Platform, encoding and language of the name that is read, and which name it is: Windows, Unicode, American English, PostScript. */
const POSTSCRIPT_NAME = [3, 1, 0x409, 6] as const
/** Flags of a part of a composite glyph: OpenType specification, table glyf. */
const [WORDS, SCALE, MORE, TWO_SCALES, FOUR_SCALES] = [0x1, 0x8, 0x20, 0x40, 0x80]

/**
 * A plain TrueType font as PDFKit takes one, read from its bytes when it is asked: the tables a PDF needs are few, and the package that
 * knows every kind of font takes longer to load than a short document to set. Gives undefined for any other font, also for a damaged
 * one: that package says what is wrong with it. The subset has the same bytes as the package's (`tests/press/truetype.test.ts`).
 */
export function readTrueType(bytes: Uint8Array): FontSource | undefined {
  try {
    return trueType(bytes)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function trueType(file: Uint8Array): FontSource | undefined {
  // A slice of a Buffer would be the file itself, and the numbers in it are changed.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
  const tables = fontTables(bytes)
  if (!tables || MORE_THAN_OUTLINES.some((name) => tables.has(name))) return undefined
  const named = ['head', 'hhea', 'maxp', 'hmtx', 'loca', 'glyf', 'cmap', 'post', 'name', 'OS/2'].map((name) => tables.get(name))
  if (named.some((table) => table === undefined)) return undefined
  const [head, hhea, maxp, hmtx, loca, glyf, cmap, post, name, os2] = named as [...Ten<Table>]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const glyphOf = characters(view, cmap)
  const postscriptName = nameOf(view, name)
  if (!glyphOf || postscriptName === undefined) return undefined

  const metrics = view.getUint16(hhea.offset + 34)
  const isLong = view.getInt16(head.offset + 50) !== 0
  const advance = (glyph: number): number => view.getUint16(hmtx.offset + Math.min(glyph, metrics - 1) * 4)
  const bearing = (glyph: number): number =>
    view.getInt16(hmtx.offset + (glyph < metrics ? glyph * 4 + 2 : metrics * 4 + (glyph - metrics) * 2))
  const start = (glyph: number): number =>
    isLong ? view.getUint32(loca.offset + glyph * 4) : view.getUint16(loca.offset + glyph * 2) * 2
  const outline = (glyph: number): Uint8Array => bytes.slice(glyf.offset + start(glyph), glyf.offset + start(glyph + 1))
  const copy = ({ offset, length }: Table): Uint8Array => bytes.slice(offset, offset + length)
  const int = (table: Table, at: number): number => view.getInt16(table.offset + at)
  const hasHeights = view.getUint16(os2.offset) > 1

  return {
    unitsPerEm: view.getUint16(head.offset + 18),
    ascent: int(hhea, 4),
    descent: int(hhea, 6),
    lineGap: int(hhea, 8),
    ...(hasHeights && { xHeight: int(os2, 86), capHeight: int(os2, 88) }),
    bbox: { minX: int(head, 36), minY: int(head, 38), maxX: int(head, 40), maxY: int(head, 42) },
    italicAngle: view.getInt32(post.offset + 4) / 0x10000,
    postscriptName,
    head: { macStyle: { italic: (int(head, 44) & 2) !== 0 } },
    post: { isFixedPitch: view.getUint32(post.offset + 12) },
    'OS/2': { sFamilyClass: int(os2, 30) },
    // By these PDFKit tells two fonts of one name apart.
    _tables: {
      head: { checkSumAdjustment: view.getUint32(head.offset + 8) },
      get name() {
        return { records: Buffer.from(copy(name)).toString('latin1') }
      },
    },
    hasGlyphForCodePoint: (code) => glyphOf(code) !== 0,
    glyphForCodePoint: (code) => ({ id: glyphOf(code), advanceWidth: advance(glyphOf(code)) }),
    getGlyph: (id) => ({ id, advanceWidth: advance(id) }),
    layout: () => {
      throw new Error('The press shapes words itself')
    },
    createSubset: () => {
      const glyphs = [0]
      return { glyphs, encode: () => subset(glyphs) }
    },
  }

  /** The glyphs, with the parts of composite ones behind them, as a font: `hmtx`, `loca` and `glyf` are new, the other tables as they are. */
  function subset(glyphs: number[]): Uint8Array {
    const known = new Map([[0, 0]])
    const outlines: Uint8Array[] = []
    for (let at = 0; at < glyphs.length; at++) {
      const own = outline(glyphs[at] as number)
      for (const place of partsOf(own)) {
        const parts = new DataView(own.buffer, own.byteOffset, own.byteLength)
        const part = parts.getUint16(place)
        const number = known.get(part) ?? glyphs.push(part) - 1
        known.set(part, number)
        parts.setUint16(place, number)
      }
      outlines.push(own)
    }
    const [heads, horizontal, most] = [copy(head), copy(hhea), copy(maxp)]
    new DataView(horizontal.buffer).setUint16(34, glyphs.length)
    new DataView(most.buffer).setUint16(4, glyphs.length)
    const starts = Buffer.alloc((glyphs.length + 1) * (isLong ? 4 : 2))
    const widths = Buffer.alloc(glyphs.length * 4)
    let length = 0
    for (let at = 0; at <= glyphs.length; at++) {
      if (isLong) starts.writeUInt32BE(length, at * 4)
      else starts.writeUInt16BE(length >>> 1, at * 2)
      length += outlines[at]?.length ?? 0
    }
    for (const [at, glyph] of glyphs.entries()) {
      widths.writeUInt16BE(advance(glyph), at * 4)
      widths.writeInt16BE(bearing(glyph), at * 4 + 2)
    }
    const kept = (tag: string): Uint8Array | undefined => {
      const table = tables?.get(tag)
      return table && copy(table)
    }
    return asFile([
      ['head', heads],
      ['hhea', horizontal],
      ['loca', starts],
      ['maxp', most],
      ['cvt ', kept('cvt ')],
      ['prep', kept('prep')],
      ['glyf', Buffer.concat(outlines)],
      ['hmtx', widths],
      ['fpgm', kept('fpgm')],
    ])
  }
}

type Ten<T> = readonly [T, T, T, T, T, T, T, T, T, T]

/** Where in a composite glyph the numbers of its parts stand; nowhere in any other. */
function partsOf(glyph: Uint8Array): number[] {
  const view = new DataView(glyph.buffer, glyph.byteOffset, glyph.byteLength)
  const places: number[] = []
  if (glyph.length === 0 || view.getInt16(0) >= 0) return places
  for (let at = 10, flags = MORE; flags & MORE; ) {
    flags = view.getUint16(at)
    places.push(at + 2)
    at += flags & WORDS ? 8 : 6
    at += flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & FOUR_SCALES ? 8 : 0
  }
  return places
}

/** Tables behind one another, without checksums, which a font in a PDF needs not have. */
function asFile(tables: readonly (readonly [tag: string, bytes: Uint8Array | undefined])[]): Uint8Array {
  const present = tables.flatMap(([tag, bytes]) => (bytes ? [{ tag, bytes }] : []))
  const head = Buffer.alloc(12 + present.length * 16)
  const power = Math.floor(Math.log2(present.length))
  head.write('true', 0, 'latin1')
  head.writeUInt16BE(present.length, 4)
  head.writeUInt16BE(2 ** power * 16, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(present.length * 16 - 2 ** power * 16, 10)
  let offset = head.length
  for (const [at, { tag, bytes }] of present.entries()) {
    const record = 12 + at * 16
    head.write(tag, record, 'latin1')
    head.writeUInt32BE(offset, record + 8)
    head.writeUInt32BE(bytes.length, record + 12)
    offset += bytes.length
  }
  return Buffer.concat([head, ...present.map(({ bytes }) => bytes)])
}

/** The PostScript name; undefined where it is not there in the common way, or two ways differ. */
function nameOf(view: DataView, { offset }: Table): string | undefined {
  const strings = offset + view.getUint16(offset + 4)
  const found = new Set<string>()
  let isThere = false
  for (let i = 0; i < view.getUint16(offset + 2); i++) {
    const record = offset + 6 + i * 12
    const of = [0, 2, 4, 6].map((at) => view.getUint16(record + at))
    if (of[3] !== POSTSCRIPT_NAME[3]) continue
    const [length, at] = [view.getUint16(record + 8), strings + view.getUint16(record + 10)]
    const isWide = of[0] !== 1
    const codes = Array.from({ length: isWide ? length / 2 : length }, (_, each) =>
      isWide ? view.getUint16(at + each * 2) : view.getUint8(at + each),
    )
    isThere ||= of.every((value, which) => value === POSTSCRIPT_NAME[which])
    found.add(String.fromCharCode(...codes))
  }
  const [name] = found
  return isThere && found.size === 1 ? name : undefined
}

/** The glyph of a code point, 0 for none; undefined where the table is of a rarer kind. */
function characters(view: DataView, { offset }: Table): ((code: number) => number) | undefined {
  const subtables = new Map<number, number>()
  for (let i = 0; i < view.getUint16(offset + 2); i++) {
    const key = view.getUint32(offset + 4 + i * 8)
    if (!subtables.has(key)) subtables.set(key, offset + view.getUint32(offset + 8 + i * 8))
  }
  const at = UNICODE.map((key) => subtables.get(key)).find((each) => each !== undefined)
  if (at === undefined) return undefined
  const format = view.getUint16(at)
  return format === 4 ? segments(view, at) : format === 12 ? groups(view, at) : undefined
}

/** Format 4: ranges of 16 bits, each with the difference to its glyphs or a list of them. */
function segments(view: DataView, at: number): (code: number) => number {
  const count = view.getUint16(at + 6) / 2
  const [ends, starts] = [at + 14, at + 16 + count * 2]
  const [deltas, ranges] = [starts + count * 2, starts + count * 4]
  return (code) => {
    const found = within(count, code, (i) => [view.getUint16(starts + i * 2), view.getUint16(ends + i * 2)])
    if (found === undefined) return 0
    const delta = view.getInt16(deltas + found * 2)
    const range = view.getUint16(ranges + found * 2)
    if (range === 0) return (code + delta) & 0xffff
    const place = ranges + found * 2 + range + (code - view.getUint16(starts + found * 2)) * 2
    const glyph = place + 2 <= view.byteLength ? view.getUint16(place) : 0
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
}

/** Format 12: ranges of 32 bits, each with its first glyph. */
function groups(view: DataView, at: number): (code: number) => number {
  const count = view.getUint32(at + 12)
  const group = (i: number): number => at + 16 + i * 12
  return (code) => {
    const found = within(count, code, (i) => [view.getUint32(group(i)), view.getUint32(group(i) + 4)])
    return found === undefined ? 0 : view.getUint32(group(found) + 8) + code - view.getUint32(group(found))
  }
}

/** Which of the ranges, in order, a number is in. */
function within(count: number, value: number, range: (i: number) => readonly [first: number, last: number]): number | undefined {
  for (let low = 0, high = count - 1; low <= high; ) {
    const middle = (low + high) >> 1
    const [first, last] = range(middle)
    if (value < first) high = middle - 1
    else if (value > last) low = middle + 1
    else return middle
  }
  return undefined
}
