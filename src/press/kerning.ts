/** Adjusts the advance of a glyph before another, in font units; 0 for most pairs. */
export type Kerning = (left: number, right: number) => number

const NONE: Kerning = () => 0

/**
 * Reads pair adjustment from an OpenType `GPOS` table (feature `kern` of the Latin or default script; lookup types 2 and 9), straight
 * from the bytes: a tenth of the time a full shaping engine takes to start, and Latin text needs no more of it.
 */
export function readKerning(bytes: Uint8Array): Kerning {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const gpos = tableOffset(view, 'GPOS')
    if (gpos === undefined) return NONE
    const lookups = kernLookups(view, gpos)
    if (lookups.length === 0) return NONE
    const cache = new Map<number, number>()
    return (left, right) => {
      const key = left * 0x10000 + right
      const known = cache.get(key)
      if (known !== undefined) return known
      const value = pairValue(view, lookups, left, right)
      cache.set(key, value)
      return value
    }
  } catch (error) {
    // A damaged table costs the kerning, not the document.
    if (error instanceof RangeError) return NONE
    throw error
  }
}

const tag = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

function tableOffset(view: DataView, name: string): number | undefined {
  const count = view.getUint16(4)
  for (let i = 0; i < count; i++) {
    const record = 12 + i * 16
    if (tag(view, record) === name) return view.getUint32(record + 8)
  }
  return undefined
}

/** Subtables of the pair lookups, lookup by lookup, as absolute offsets. */
function kernLookups(view: DataView, gpos: number): number[][] {
  const scripts = gpos + view.getUint16(gpos + 4)
  const features = gpos + view.getUint16(gpos + 6)
  const lookupList = gpos + view.getUint16(gpos + 8)
  let script: number | undefined
  for (let i = 0; i < view.getUint16(scripts); i++) {
    const record = scripts + 2 + i * 6
    const name = tag(view, record)
    if (name === 'latn' || (name === 'DFLT' && script === undefined)) script = scripts + view.getUint16(record + 4)
  }
  if (script === undefined || view.getUint16(script) === 0) return []
  const language = script + view.getUint16(script)
  const indices = new Set<number>()
  for (let i = 0; i < view.getUint16(language + 4); i++) {
    const record = features + 2 + view.getUint16(language + 6 + i * 2) * 6
    if (tag(view, record) !== 'kern') continue
    const feature = features + view.getUint16(record + 4)
    for (let j = 0; j < view.getUint16(feature + 2); j++) indices.add(view.getUint16(feature + 4 + j * 2))
  }
  return [...indices]
    .sort((a, b) => a - b)
    .map((index) => pairSubtables(view, lookupList + view.getUint16(lookupList + 2 + index * 2)))
}

function pairSubtables(view: DataView, lookup: number): number[] {
  const type = view.getUint16(lookup)
  const subtables: number[] = []
  for (let i = 0; i < view.getUint16(lookup + 4); i++) {
    const subtable = lookup + view.getUint16(lookup + 6 + i * 2)
    if (type === 2) subtables.push(subtable)
    else if (type === 9 && view.getUint16(subtable + 2) === 2) subtables.push(subtable + view.getUint32(subtable + 4))
  }
  return subtables
}

function pairValue(view: DataView, lookups: readonly number[][], left: number, right: number): number {
  let value = 0
  for (const subtables of lookups) {
    for (const subtable of subtables) {
      const found = subtableValue(view, subtable, left, right)
      if (found !== undefined) {
        value += found
        break
      }
    }
  }
  return value
}

const bits = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest; rest &= rest - 1) count++
  return count
}

/** Undefined when the subtable says nothing about the left glyph, so that the next one is asked. */
function subtableValue(view: DataView, subtable: number, left: number, right: number): number | undefined {
  const covered = coverageIndex(view, subtable + view.getUint16(subtable + 2), left)
  if (covered === undefined) return undefined
  const format1 = view.getUint16(subtable + 4)
  const size1 = bits(format1) * 2
  const size = size1 + bits(view.getUint16(subtable + 6)) * 2
  const advance = (record: number): number => (format1 & 4 ? view.getInt16(record + bits(format1 & 3) * 2) : 0)

  if (view.getUint16(subtable) === 1) {
    const set = subtable + view.getUint16(subtable + 10 + covered * 2)
    let low = 0
    let high = view.getUint16(set) - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const record = set + 2 + middle * (2 + size)
      const second = view.getUint16(record)
      if (second === right) return advance(record + 2)
      if (second < right) low = middle + 1
      else high = middle - 1
    }
    return undefined
  }
  const class1 = glyphClass(view, subtable + view.getUint16(subtable + 8), left)
  const class2 = glyphClass(view, subtable + view.getUint16(subtable + 10), right)
  const count2 = view.getUint16(subtable + 14)
  return advance(subtable + 16 + (class1 * count2 + class2) * size)
}

function coverageIndex(view: DataView, coverage: number, glyph: number): number | undefined {
  const ranges = view.getUint16(coverage) === 2
  let low = 0
  let high = view.getUint16(coverage + 2) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const record = coverage + 4 + middle * (ranges ? 6 : 2)
    const start = view.getUint16(record)
    if (glyph < start) high = middle - 1
    else if (glyph > (ranges ? view.getUint16(record + 2) : start)) low = middle + 1
    else return ranges ? view.getUint16(record + 4) + glyph - start : middle
  }
  return undefined
}

function glyphClass(view: DataView, table: number, glyph: number): number {
  if (view.getUint16(table) === 1) {
    const index = glyph - view.getUint16(table + 2)
    return index >= 0 && index < view.getUint16(table + 4) ? view.getUint16(table + 6 + index * 2) : 0
  }
  let low = 0
  let high = view.getUint16(table + 2) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const record = table + 4 + middle * 6
    if (glyph < view.getUint16(record)) high = middle - 1
    else if (glyph > view.getUint16(record + 2)) low = middle + 1
    else return view.getUint16(record + 4)
  }
  return 0
}
