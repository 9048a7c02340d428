import { endsPart, isInnerMark, readMarker } from '../../blocks/index.js'

/** A line of a text file, without blanks at its end. */
export interface TextLine {
  readonly text: string
  /** From 1. */
  readonly number: number
  /** Only in files with form feeds. */
  readonly page?: number
}

export function splitLines(source: string): TextLine[] {
  const paged = source.includes('\f')
  let page = 1
  return source.split('\n').flatMap((raw, i) => {
    const parts = raw.split('\f')
    return parts.map((value, part): TextLine => {
      if (part > 0) page++
      return { text: clean(value), number: i + 1, ...(paged ? { page } : {}) }
    })
  })
}

// Zero-width characters and soft hyphens are no words and would hide equal ones from each other.
const clean = (line: string): string => line.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '').replace(/\s+$/, '')

export const isBlank = ({ text }: TextLine): boolean => text.trim() === ''

// In characters: files that are not wrapped have longer lines.
const WIDEST_WRAP = 130
// Of a column of a page; narrower lines are the cells of a table.
const NARROWEST_WRAP = 35
// Where no line surely goes on.
const NARROWEST_TEXT = 50

/** The width at which a file is wrapped, in characters. */
export interface Wrap {
  readonly width: number
  /** Wrapped by counting characters; otherwise by the width of letters, and lines end where they may. */
  readonly exact: boolean
  /** The lines of an item begin where its words do, not where its label does. */
  readonly hanging: boolean
}

const NO_WRAP: Wrap = { width: 0, exact: true, hanging: false }
// Sentences cut at a line's end, of which one or two may be an author's own; what is cut there is at least this long.
const FEWEST_SURE = 3
const HALF_A_LINE = 30
// Of the lines that surely go on; what is longer stands across the columns, and shorter ones are cells.
const USUAL = 0.9
const MOST = 0.65

/**
 * How a file is wrapped: as wide as the lines that surely go on, when those end where the next word would not have fitted. Width 0 for a
 * file whose lines are paragraphs.
 */
export function findWrap(lines: readonly TextLine[]): Wrap {
  const running = lines.map((line) => (isRunning(line) ? line : undefined))
  const halves = running.flatMap((line, i) => {
    const next = running[i + 1]
    return line && next && isHalf(line, next) ? [[line, next] as const] : []
  })
  const hanging = halves.some(([line, next]) => hangsBelow(line, next))
  const lengths = halves.map(([line]) => line.text.length).sort((a, b) => a - b)
  const usual = lengths[Math.floor(lengths.length * USUAL)] ?? 0
  if (halves.length >= FEWEST_SURE && usual >= NARROWEST_WRAP && usual <= WIDEST_WRAP) {
    const share = (least: number) => halves.filter(([line, next]) => needed(line, next) > usual * least).length / halves.length
    if (share(NEARLY_FULL) >= MOST) return { width: usual, exact: share(0.985) >= 0.8, hanging }
  }
  const width = running.reduce((most, line) => Math.max(most, line?.text.length ?? 0), 0)
  if (width > WIDEST_WRAP || width < NARROWEST_TEXT) return NO_WRAP
  const full = running.filter((line) => line && line.text.length > width * 0.8).length
  const written = lines.filter((line) => !isBlank(line)).length
  return full > written * 0.3 ? { width, exact: false, hanging } : NO_WRAP
}

/** Not a line of a table or a contents; what stands between a label and its words sets no columns. */
function isRunning({ text }: TextLine): boolean {
  const words = text.trim()
  return !/\.{4,}|\S\s{3,}\S|\t/.test(words.slice(readMarker(words)?.length ?? 0))
}

/** Half a sentence, and its other half on the next line. */
const isHalf = (line: TextLine, next: TextLine): boolean =>
  line.text.trim().length > HALF_A_LINE &&
  line.page === next.page &&
  /[\p{L},]$/u.test(line.text) &&
  /^\s*\p{Ll}\p{L}/u.test(next.text) &&
  readMarker(next.text.trim()) === undefined

/** The letters a line would have had with the first word of the next. */
const needed = (line: TextLine, next: TextLine): number => line.text.length + 1 + (/^\s*(\S*)/.exec(next.text)?.[1]?.length ?? 0)

// Of the width: what a line had room for it would have held.
const FULL = 0.94
const ACROSS = 1.2
// A line whose sentence is not finished ends where a hyphen or a wide letter made it end.
const NEARLY_FULL = 0.82

/** Whether a line of a wrapped file is the rest of the paragraph whose lines stand directly before it. */
export function goesOn(open: readonly TextLine[], line: TextLine, { width, exact, hanging }: Wrap): boolean {
  const [first] = open
  const before = open.at(-1)
  if (!first || !before || width === 0 || line.text.includes('\t') || before.page !== line.page) return false
  if (!isRunning(before) || areCentred(before, line)) return false
  const mark = readMarker(line.text.trim())?.label
  if (NOTE_LINE.test(line.text) || (mark?.bare === false && !isInSentence(open, line))) return false
  const isOpen = !endsPart(before.text)
  // "2 Een docent …" below a sentence is the next member.
  if (mark?.bare === true && !isOpen) return false
  if (!isOpen && beginsAnew(first, line, { width, exact, hanging })) return false
  // What stands across the columns is a title, or a line of a page's head.
  if (before.text.length > width * ACROSS && !isHalf(before, line)) return false
  const room = needed(before, line)
  if (room > width * FULL) return true
  // Below a label lines of its item hang where its words begin.
  if (isOpen && hangsBelow(first, line)) return before.text.length > width * HALF
  const mayBeTitle = open.length === 1 && /^\s*\p{Lu}/u.test(line.text)
  return (isOpen && !exact && !mayBeTitle && room > width * NEARLY_FULL) || isLastWords(before, line, width)
}

// In characters: what stands further in is a quotation, or in the middle.
const FAR = 8
const OFF = 1

/** Whether two lines stand in the middle of the page, one longer than the other: each is a line of its own. */
function areCentred(above: TextLine, line: TextLine): boolean {
  const [first, second] = [indent(above.text), indent(line.text)]
  const middles = Math.abs(first + above.text.length - second - line.text.length)
  return Math.min(first, second) >= FAR && Math.abs(first - second) > OFF && middles <= 2 * OFF
}

/** Whether a line below the end of a sentence begins another paragraph: an amount, a title, or words beside those of the item above. */
function beginsAnew(first: TextLine, line: TextLine, { width, exact, hanging }: Wrap): boolean {
  if (/^\s*\d/.test(line.text)) return true
  const isItem = !exact && readMarker(first.text.trim()) !== undefined
  const isTitle = line.text.trim().length < width * HALF && /^\s*\p{Lu}.*[^.!?:;,]$/u.test(line.text)
  return isTitle || (hanging && isItem && indent(line.text) <= indent(first.text))
}

// A line that ends before the middle was ended on purpose.
const HALF = 0.5

function hangsBelow(first: TextLine, line: TextLine): boolean {
  const text = first.text.trimStart()
  const length = readMarker(text)?.length
  return length !== undefined && indent(line.text) === indent(first.text) + length
}

/** Whether the mark at the start of a line stands in a sentence that was broken before it; below a dash it hangs where the words do. */
function isInSentence([first, ...more]: readonly TextLine[], line: TextLine): boolean {
  const before = more.at(-1) ?? first
  const mark = line.text.trim()
  if (!first || !before) return false
  // The label of the first line counts nothing in its sentence.
  const words = first.text.trim()
  const sentence = [words.slice(readMarker(words)?.length ?? 0), ...more.map(({ text }) => text)].join(' ')
  if (!isInnerMark(mark, sentence)) return false
  // "de Leerplichtwet 1969," goes on with "artikel 16": a heading has a capital.
  const goesOn = /,$/.test(before.text) && /^\p{Ll}{2}/u.test(mark)
  if (endsPart(before.text) && !goesOn && !/^\(/.test(mark)) return false
  return /^[\p{L}\p{N}(]/u.test(mark) || !readMarker(first.text.trim()) || indent(line.text) > indent(first.text)
}

// What was wrapped by the width of its letters leaves room at the end of a line where another word would have fitted; a line with room
// for many words is a heading.
const isLastWords = (before: TextLine, line: TextLine, width: number): boolean =>
  before.text.length > width * 0.6 &&
  line.text.trim().split(/\s+/).length <= 3 &&
  /[.;]$/.test(line.text) &&
  !/[.!?:;,]["'”’»)\]]*$/u.test(before.text)

export const NOTE_LINE = /^\s*([¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*(?=\S)/

const RING = /^\s*o\s+(?=\S)/

/** The lines that begin with an "o" as a bullet, as word processors print the second level: no line does so alone. */
export function findRings(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const found = lines.filter(({ text }) => RING.test(text))
  const often = new Map<number, number>()
  for (const { text } of found) often.set(indent(text), (often.get(indent(text)) ?? 0) + 1)
  return new Set(found.filter(({ text }) => (often.get(indent(text)) ?? 0) > 1))
}

const DASH = /^\s*([-–—•*])\s+(?=\S)/

/** The lines that begin with a dash as the next item does that stands directly below them: no sentence was broken there. */
export function findDashes(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const found = new Set<TextLine>()
  let above: { line: TextLine; key: string } | undefined
  for (const line of lines) {
    const dash = DASH.exec(line.text)?.[1]
    const key = dash === undefined ? '' : `${dash}${indent(line.text)}`
    if (dash !== undefined && above?.key === key) found.add(above.line)
    if (dash !== undefined) above = { line, key }
    else if (isBlank(line) || (above && indent(line.text) < indent(above.line.text))) above = undefined
  }
  return found
}

export const withoutRing = (text: string): string => text.replace(RING, '')

export const indent = (text: string): number => /^[ \t]*/.exec(text)?.[0].replaceAll('\t', '        ').length ?? 0
