import type { Phrase } from '../model/index.js'

/** The tables of a TrueType or OpenType file by name, as offset and length; undefined when it is not one. */
export function fontTables(
  bytes: Uint8Array,
): ReadonlyMap<string, { readonly offset: number; readonly length: number }> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 12 || !['true', 'OTTO', '\0\x01\0\0'].includes(ascii(view, 0))) return undefined
  const tables = new Map<string, { offset: number; length: number }>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16
    if (record + 16 > view.byteLength) return undefined
    const [offset, length] = [view.getUint32(record + 8), view.getUint32(record + 12)]
    if (offset + length > view.byteLength) return undefined
    tables.set(ascii(view, record), { offset, length })
  }
  return tables
}

const ascii = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

type FontProblem = Extract<Phrase, { readonly phrase: `font.${string}` }>

const OTHER_FORMATS: Record<string, string> = { wOFF: 'WOFF', wOF2: 'WOFF2', ttcf: 'font collection' }
const NEEDED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'post', 'name', 'OS/2']

/** `fsType` of the OpenType specification, table OS/2: what the maker of a font allows. */
const RESTRICTED = 0x0002
const NO_SUBSETTING = 0x0100
const BITMAPS_ONLY = 0x0200

/** Why a font file cannot be embedded in a PDF that is kept for decades; undefined when it can. */
export function fontProblem(bytes: Uint8Array): FontProblem | undefined {
  const signature = bytes.length >= 4 ? String.fromCharCode(...bytes.subarray(0, 4)) : ''
  const other = OTHER_FORMATS[signature]
  if (other) return { phrase: 'font.format', values: { format: other } }
  const tables = fontTables(bytes)
  if (!tables) return { phrase: 'font.incomplete' }
  const lacking = NEEDED.filter((name) => !tables.has(name))
  if (!tables.has('glyf') && !tables.has('CFF ')) lacking.push('glyf')
  if (lacking.length > 0) return { phrase: 'font.tables', values: { tables: lacking.join(', ') } }
  if (tables.has('fvar')) return { phrase: 'font.variable' }
  const { offset, length } = tables.get('OS/2') as { offset: number; length: number }
  if (length < 10) return { phrase: 'font.damaged' }
  const type = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(offset + 8)
  if ((type & 0x000f) === RESTRICTED) return { phrase: 'font.no-embedding' }
  if (type & NO_SUBSETTING) return { phrase: 'font.no-subsetting' }
  if (type & BITMAPS_ONLY) return { phrase: 'font.bitmaps' }
  return undefined
}
