import type * as Md from 'mdast'
import type { Point } from 'unist'
import { type PlainLine, plainInlines, plainParagraph } from './plain-inlines.js'
import { mayGoOn, opensList, plainList, RULE } from './plain-lists.js'
import { opensTable, plainTable } from './plain-tables.js'

/** Lines between blank lines, and the blank lines below them, as they are: in code they are words. */
export interface LineGroup {
  readonly lines: readonly PlainLine[]
  readonly blanks: readonly string[]
}

/** A block that can be read in one way only, or lines that are the parser's. */
export interface Unit {
  readonly block?: Md.RootContent
  readonly groups: readonly LineGroup[]
}

export function linesOf(source: string): PlainLine[] {
  let offset = 0
  return source.split('\n').map((text, i) => {
    const line = { text, line: i + 1, column: 1, offset }
    offset += text.length + 1
    return line
  })
}

export function groupLines(source: readonly PlainLine[]): LineGroup[] {
  const groups: LineGroup[] = []
  let lines: PlainLine[] = []
  let blanks: string[] = []
  for (const line of source) {
    if (/^[ \t]*$/.test(line.text)) blanks.push(line.text)
    else {
      if (blanks.length > 0) {
        if (lines.length > 0) groups.push({ lines, blanks })
        lines = []
        blanks = []
      }
      lines.push(line)
    }
  }
  if (lines.length > 0) groups.push({ lines, blanks })
  return groups
}

/**
 * The blocks of a text, in order; `notes` are the names of its notes, and all groups but the first `certain` are the parser's. A list is
 * read only between blocks that close it: it could go on from the one above it or in what is below it.
 */
export function plainUnits(groups: readonly LineGroup[], certain: number, notes: ReadonlySet<string>): Unit[] {
  const isList = (i: number): boolean => i < certain && opensList((groups[i] as LineGroup).lines)
  const goesOn = (i: number): boolean => i < certain && mayGoOn((groups[i] as LineGroup).lines)
  const blocks = groups.map((group, i) => (i >= certain || isList(i) ? undefined : blockOf(group, groups[i + 1], notes)))
  const units: Unit[] = []
  for (let i = 0; i < groups.length; ) {
    let next = i + 1
    let block = blocks[i]
    if (isList(i)) {
      while (goesOn(next)) next++
      const stands = (i === 0 || blocks[i - 1]) && (next === groups.length || blocks[next])
      if (stands)
        block = plainList(
          groups.slice(i, next).map(({ lines }) => lines),
          notes,
        )
    }
    units.push({ ...(block && { block }), groups: groups.slice(i, next) })
    i = next
  }
  return units
}

/** The names of the notes that stand at the margin, in one line each. */
export const noteNames = (groups: readonly LineGroup[]): ReadonlySet<string> =>
  new Set(groups.flatMap((group) => labelOf(group) ?? []))

const NOTE = /^(\[\^([A-Za-z0-9-]+)\]: )(.*)$/su
const HEADING = /^(#{1,6} )(.*[^#])$/su
const QUOTED = /^>(?: |$)/
const COMMENT = /^<!--(?![->])[\p{L}\p{M}\p{N}\p{P}\p{S} ]*-->$/u

const labelOf = ({ lines }: LineGroup): string | undefined =>
  lines.length === 1 ? NOTE.exec(lines[0]?.text ?? '')?.[2]?.toLowerCase() : undefined

/** What stands behind the marks of its block. */
const inside = (line: PlainLine, marks: number): PlainLine => ({
  text: line.text.slice(marks),
  line: line.line,
  column: line.column + marks,
  offset: line.offset + marks,
})

/** A block that closes what is above it, if it is plain. `next` is the group below it. */
function blockOf(group: LineGroup, next: LineGroup | undefined, notes: ReadonlySet<string>): Md.RootContent | undefined {
  const { lines } = group
  const [first] = lines
  if (!first) return undefined
  if (lines.every(({ text }) => QUOTED.test(text))) return quotation(lines, notes)
  const [, hashes = '', title] = (lines.length === 1 && HEADING.exec(first.text)) || []
  if (title !== undefined) {
    const children = plainInlines([inside(first, hashes.length)], notes)
    const depth = (hashes.length - 1) as Md.Heading['depth']
    return children && { type: 'heading', depth, children, position: spanOf(lines) }
  }
  if (lines.length === 1 && RULE.test(first.text)) return { type: 'thematicBreak', position: spanOf(lines) }
  if (lines.length === 1 && COMMENT.test(first.text)) return { type: 'html', value: first.text, position: spanOf(lines) }
  const [, opening = '', label] = (lines.length === 1 && NOTE.exec(first.text)) || []
  if (opensTable(lines)) return plainTable(lines, notes)
  if (label === undefined) return plainParagraph(lines, notes)
  // What is indented below it would be part of it.
  if (/^[ \t]/.test(next?.lines[0]?.text ?? '')) return undefined
  const words = plainParagraph([inside(first, opening.length)], notes)
  return (
    words && { type: 'footnoteDefinition', identifier: label.toLowerCase(), label, children: [words], position: spanOf(lines) }
  )
}

function quotation(lines: readonly PlainLine[], notes: ReadonlySet<string>): Md.Blockquote | undefined {
  const within = lines.map((line) => inside(line, Math.min(2, line.text.length)))
  if (within[0]?.text === '' || within.at(-1)?.text === '') return undefined
  const groups = groupLines(within)
  // A note in a quotation is a note for all, which nothing here knows.
  if (groups.some((group) => labelOf(group) !== undefined)) return undefined
  // To the parser a list ends with the mark of a blank line below it.
  if (groups.slice(0, -1).some(({ lines }) => opensList(lines))) return undefined
  const children: Md.BlockContent[] = []
  for (const { block } of plainUnits(groups, groups.length, notes)) {
    if (!block) return undefined
    children.push(block as Md.BlockContent)
  }
  const [opening] = children
  // Below what is indented like code the parser takes another number for a word.
  if (opening?.type === 'list' && opening.ordered && opening.start !== 1) return undefined
  return { type: 'blockquote', children, position: spanOf(lines) }
}

function spanOf(lines: readonly PlainLine[]): { start: Point; end: Point } {
  const [first, last] = [lines[0], lines.at(-1)] as [PlainLine, PlainLine]
  return { start: point(first, 0), end: point(last, last.text.length) }
}

const point = ({ line, column, offset }: PlainLine, at: number): Point => ({ line, column: column + at, offset: offset + at })
