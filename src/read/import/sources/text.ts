import type { Inline } from '../../../model/index.js'
import { readMarker } from '../labels.js'
import type { Source, SourceBlock } from '../types.js'
import { text, tidy } from '../words.js'

/** Plain text: a line is a block, unless the file is wrapped at a fixed width; empty lines set blocks apart, a form feed is a page. */
export function readText(source: string): Source {
  const lines = splitLines(source)
  const wrapped = wrapWidth(lines)
  const notes = findNotes(lines)
  const blocks: SourceBlock[] = []
  let gap = 1
  let open: Line[] = []

  const close = () => {
    const [first] = open
    if (first) blocks.push(block(first, open.map((line) => line.text.trim()).join(' '), gap, notes))
    if (first) gap = 0
    open = []
  }
  for (const line of lines) {
    if (line.text.trim() === '') {
      close()
      gap++
      continue
    }
    if (!goesOn(open.at(-1), line, wrapped)) close()
    open.push(line)
  }
  close()
  return { kind: 'text', blocks, marksHeadings: false }
}

interface Line {
  readonly text: string
  readonly number: number
  readonly page?: number
}

function splitLines(source: string): Line[] {
  const paged = source.includes('\f')
  let page = 1
  return source.split('\n').flatMap((raw, i) => {
    const parts = raw.split('\f')
    return parts.map((value, part): Line => {
      if (part > 0) page++
      return { text: expandTabs(value), number: i + 1, ...(paged ? { page } : {}) }
    })
  })
}

// Zero-width characters and soft hyphens are no words and would hide equal ones from each other.
const expandTabs = (line: string): string => line.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '').replace(/\s+$/, '')

const WIDEST_WRAP = 120

/** The width at which a file is wrapped: its longest line, when no line is longer than a wrapped one would be; otherwise 0. */
function wrapWidth(lines: readonly Line[]): number {
  const longest = lines.reduce((most, { text }) => Math.max(most, text.length), 0)
  if (longest > WIDEST_WRAP || longest < 50) return 0
  const full = lines.filter(({ text }) => text.length > longest * 0.8).length
  const written = lines.filter(({ text }) => text.trim() !== '').length
  return full > written * 0.3 ? longest : 0
}

// In a wrapped text a line goes on when the first word of the next would not have fitted on it.
function goesOn(before: Line | undefined, line: Line, width: number): boolean {
  if (!before || width === 0 || line.text.includes('\t') || before.page !== line.page) return false
  if (NOTE_LINE.test(line.text) || readMarker(line.text.trim())?.label.bare === false) return false
  const [word = ''] = line.text.trim().split(/\s/, 1)
  return before.text.length + 1 + word.length > width * 0.94
}

const NOTE_LINE = /^\s*([¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*(?=\S)/
const MARK = /[¹²³⁴⁵⁶⁷⁸⁹⁰]+/gu

/** The raised figures that stand in the text once and in front of a line once. */
function findNotes(lines: readonly Line[]): ReadonlySet<string> {
  const count = (figures: readonly string[], figure: string) => figures.filter((other) => other === figure).length
  const starts = lines.flatMap((line) => NOTE_LINE.exec(line.text)?.[1] ?? [])
  const marks = lines.flatMap((line) => [...line.text.replace(NOTE_LINE, '').matchAll(MARK)].map(([figure]) => figure))
  return new Set(starts.filter((figure) => count(starts, figure) === 1 && count(marks, figure) === 1))
}

function block(first: Line, value: string, gap: number, notes: ReadonlySet<string>): SourceBlock {
  const figure = NOTE_LINE.exec(value)?.[1]
  const note = figure !== undefined && notes.has(figure) ? figure : undefined
  const body = note === undefined ? value : value.replace(NOTE_LINE, '')
  return {
    line: first.number,
    ...(first.page === undefined ? {} : { page: first.page }),
    content: inlines(body, notes),
    gap,
    indent: /^[ \t]*/.exec(first.text)?.[0].replaceAll('\t', '        ').length ?? 0,
    ...(note === undefined ? {} : { note: noteName(note) }),
    ...(value.includes('\t') ? { rows: [value.split(/\t+/).map((cell) => tidy(inlines(cell, notes)))] } : {}),
  }
}

const noteName = (mark: string): string => [...mark].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('')

const EMPHASIS = /(\*{1,2})(?=[^\s*])([^*]*[^\s*])\1(?!\*)/gu

/** Marks of footnotes that have a text, and the emphasis people type as `*words*`. */
function inlines(value: string, notes: ReadonlySet<string>): Inline[] {
  const marked = (part: string): Inline[] => {
    const found: Inline[] = []
    let at = 0
    for (const match of part.matchAll(MARK)) {
      if (!notes.has(match[0])) continue
      const name = noteName(match[0])
      found.push(text(part.slice(at, match.index)), { type: 'footnoteReference', identifier: name, label: name })
      at = match.index + match[0].length
    }
    return [...found, text(part.slice(at))]
  }
  const content: Inline[] = []
  let at = 0
  for (const match of value.matchAll(EMPHASIS)) {
    content.push(...marked(value.slice(at, match.index)))
    content.push({ type: match[1] === '**' ? 'strong' : 'emphasis', children: marked(match[2] ?? '') as never })
    at = match.index + match[0].length
  }
  return [...content, ...marked(value.slice(at))].filter((inline) => inline.type !== 'text' || inline.value !== '')
}
