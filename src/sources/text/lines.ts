import { endsPart, isInnerMark, readMarker } from '../../blocks/index.js'

/** A line of a text file, without blanks at its end. */
export interface Line {
  readonly text: string
  /** From 1. */
  readonly number: number
  /** Only in files with form feeds. */
  readonly page?: number
}

export function splitLines(source: string): Line[] {
  const paged = source.includes('\f')
  let page = 1
  return source.split('\n').flatMap((raw, i) => {
    const parts = raw.split('\f')
    return parts.map((value, part): Line => {
      if (part > 0) page++
      return { text: clean(value), number: i + 1, ...(paged ? { page } : {}) }
    })
  })
}

// Zero-width characters and soft hyphens are no words and would hide equal ones from each other.
const clean = (line: string): string => line.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '').replace(/\s+$/, '')

export const isBlank = ({ text }: Line): boolean => text.trim() === ''

const WIDEST_WRAP = 120

/** The width at which a file is wrapped: its longest line, when no line is longer than a wrapped one would be; otherwise 0. */
export function wrapWidth(lines: readonly Line[]): number {
  const longest = lines.reduce((most, { text }) => Math.max(most, text.length), 0)
  if (longest > WIDEST_WRAP || longest < 50) return 0
  const full = lines.filter(({ text }) => text.length > longest * 0.8).length
  const written = lines.filter((line) => !isBlank(line)).length
  return full > written * 0.3 ? longest : 0
}

/** Whether a line of a file wrapped at `width` is the rest of the paragraph whose lines stand directly before it. */
export function goesOn(open: readonly Line[], line: Line, width: number): boolean {
  const before = open.at(-1)
  if (!before || width === 0 || line.text.includes('\t') || before.page !== line.page) return false
  if (NOTE_LINE.test(line.text) || (readMarker(line.text.trim())?.label.bare === false && !isInSentence(open, line))) return false
  const [word = ''] = line.text.trim().split(/\s/, 1)
  return before.text.length + 1 + word.length > width * 0.94 || isLastWords(before, line, width)
}

/** Whether the mark at the start of a line stands in a sentence that was broken before it; below a dash it hangs where the words do. */
function isInSentence([first, ...more]: readonly Line[], line: Line): boolean {
  const before = more.at(-1) ?? first
  const mark = line.text.trim()
  if (!first || !before || !isInnerMark(mark, [first, ...more].map(({ text }) => text).join(' '))) return false
  if (endsPart(before.text) && !/^\(/.test(mark)) return false
  return /^[\p{L}(]/u.test(mark) || !readMarker(first.text.trim()) || indent(line.text) > indent(first.text)
}

// What was wrapped by the width of its letters leaves room at the end of a line where another word would have fitted; a line with room
// for many words is a heading.
const isLastWords = (before: Line, line: Line, width: number): boolean =>
  before.text.length > width * 0.6 &&
  line.text.trim().split(/\s+/).length <= 3 &&
  /[.;]$/.test(line.text) &&
  !/[.!?:;,]["'”’»)\]]*$/u.test(before.text)

export const NOTE_LINE = /^\s*([¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*(?=\S)/

const RING = /^\s*o\s+(?=\S)/

/** The lines that begin with an "o" as a bullet, as word processors print the second level: no line does so alone. */
export function findRings(lines: readonly Line[]): ReadonlySet<Line> {
  const found = lines.filter(({ text }) => RING.test(text))
  const often = new Map<number, number>()
  for (const { text } of found) often.set(indent(text), (often.get(indent(text)) ?? 0) + 1)
  return new Set(found.filter(({ text }) => (often.get(indent(text)) ?? 0) > 1))
}

export const withoutRing = (text: string): string => text.replace(RING, '')

export const indent = (text: string): number => /^[ \t]*/.exec(text)?.[0].replaceAll('\t', '        ').length ?? 0
