import type * as Md from 'mdast'
import type { Point } from 'unist'
import { REACHES_OVER_BLANK_LINES, relocate } from './pieces.js'

/**
 * Most of a policy is plain: headings, one-line items and paragraphs of words without markup. Their trees are built here directly;
 * all the rest goes through the parser, in one piece, with a stand-in where the plain blocks were. The tree is the parser's own,
 * node for node (a property test holds both against each other), at a fraction of the time.
 *
 * A plain block is safe to take out because it stands between blank lines, starts at the margin and holds no character that
 * means anything: it closes every list, quotation and note above it, and nothing below it can reach into it.
 */
export function parsePlainFirst(source: string, parse: (source: string) => Md.Root): Md.Root {
  if (REACHES_OVER_BLANK_LINES.test(source) || source.includes(STAND_IN)) return parse(source)
  const groups = groupLines(source)
  const plain = groups.map((group, i) => isPlain(groups, i) && plainBlock(group))
  if (!plain.some(Boolean)) return parse(source)

  // The source for the parser, and for each of its lines the line and offset it has in the file.
  const lines: string[] = []
  const origin: { line: number; offset: number }[] = []
  const standing: Md.RootContent[] = []
  groups.forEach((group, i) => {
    const block = plain[i]
    if (block) {
      if (plain[i - 1]) standing.push(block)
      else {
        lines.push(STAND_IN, '')
        origin.push(group, group)
        standing.push(block)
      }
      return
    }
    let { offset } = group
    for (const [n, text] of [...group.lines, ...group.blanks].entries()) {
      lines.push(text)
      origin.push({ line: group.line + n, offset })
      offset += text.length + 1
    }
  })

  const starts = lineStarts(lines)
  const root = parse(lines.join('\n'))
  const move = ({ line, column, offset = 0 }: Point): Point => {
    const from = origin[line - 1] ?? { line, offset }
    return { line: from.line, column, offset: from.offset + offset - (starts[line - 1] ?? 0) }
  }
  // Each stand-in is the first of a row of plain blocks; the row ends where the next group is not plain.
  let next = 0
  const rows = rowLengths(plain)
  const children = root.children.flatMap((node): Md.RootContent[] => {
    const [only] = node.type === 'paragraph' ? node.children : []
    if (only?.type !== 'text' || only.value !== STAND_IN) return [relocate(node, move)]
    const count = rows.shift() ?? 0
    next += count
    return standing.slice(next - count, next)
  })
  return { ...root, children }
}

// A character of the private use area: nobody's word.
const STAND_IN = '\uE0C1'

interface Group {
  readonly lines: readonly string[]
  /** The blank lines below it, as they are: in code they are words. */
  readonly blanks: readonly string[]
  /** Line and offset of its first line in the source, from 1 and 0. */
  readonly line: number
  readonly offset: number
  readonly kind: 'heading' | 'paragraph' | 'list' | 'other'
}

function groupLines(source: string): Group[] {
  const groups: Group[] = []
  let lines: string[] = []
  let blanks: string[] = []
  let start = { line: 1, offset: 0 }
  let line = 1
  let offset = 0
  const close = () => {
    if (lines.length > 0) groups.push({ lines, blanks, ...start, kind: kindOf(lines) })
    lines = []
    blanks = []
  }
  for (const text of source.split('\n')) {
    if (/^[ \t]*$/.test(text)) blanks.push(text)
    else {
      if (blanks.length > 0) close()
      if (lines.length === 0) start = { line, offset }
      lines.push(text)
    }
    line++
    offset += text.length + 1
  }
  close()
  return groups
}

// Words that start as no block does and hold no character with a meaning in Markdown; then, perhaps, simple attributes.
const WORDS = '(?!\\d{1,9}[.)](?:\\s|$))[\\p{L}\\p{N}“‘„\'"(€§][^\\\\`*_\\[\\]<>&~{}|\\p{Cc}\\uFFFD]*'
const BRACES = '\\{[#.][\\w-]+(?: (?:[#.][\\w-]+|[A-Za-z][\\w-]*=[\\w-]+))*\\}'
const LINE = new RegExp(`^(?:${WORDS}(?<! )|${WORDS}(?<= )${BRACES})$`, 'u')
const WORDS_ONLY = new RegExp(`^${WORDS}(?<! )$`, 'u')
const HEADING = /^(#{1,6}) (.*[^#])$/su
const ITEM = /^([-*+]|\d{1,9}[.)]) (.*)$/su

function kindOf(lines: readonly string[]): Group['kind'] {
  const [first = ''] = lines
  const heading = lines.length === 1 ? HEADING.exec(first) : null
  if (heading) return LINE.test(heading[2] ?? '') ? 'heading' : 'other'
  if (ITEM.test(first)) return isList(lines) ? 'list' : 'other'
  const [last = ''] = lines.slice(-1)
  return lines.slice(0, -1).every((line) => WORDS_ONLY.test(line)) && LINE.test(last) ? 'paragraph' : 'other'
}

const markerOf = (marker: string): string => marker.replace(/^\d+/, '')

function isList(lines: readonly string[]): boolean {
  const markers = lines.map((line) => ITEM.exec(line))
  const first = markerOf(markers[0]?.[1] ?? '')
  return markers.every((match) => match !== null && markerOf(match[1] ?? '') === first && LINE.test(match[2] ?? ''))
}

// A list could go on from the one above it or in the group below it: it is plain only between headings and paragraphs.
function isPlain(groups: readonly Group[], i: number): boolean {
  const closes = (group: Group | undefined) => group === undefined || group.kind === 'heading' || group.kind === 'paragraph'
  return closes(groups[i]) || (groups[i]?.kind === 'list' && closes(groups[i - 1]) && closes(groups[i + 1]))
}

function plainBlock({ lines, line, offset, kind }: Group): Md.RootContent {
  const [first = ''] = lines
  if (kind === 'heading') {
    const depth = first.indexOf(' ') as Md.Heading['depth']
    return {
      type: 'heading',
      depth,
      children: phrasing(first.slice(depth + 1), line, depth + 2, offset + depth + 1),
      position: span(line, 1, offset, first),
    }
  }
  if (kind === 'paragraph') return paragraph(lines, line, 1, offset)
  let at = offset
  const children = lines.map((text, i): Md.ListItem => {
    const start = at
    const marker = text.indexOf(' ') + 1
    at += text.length + 1
    return {
      type: 'listItem',
      spread: false,
      checked: null,
      children: [paragraph([text.slice(marker)], line + i, marker + 1, start + marker)],
      position: span(line + i, 1, start, text),
    }
  })
  const ordered = /^\d/.test(first)
  return {
    type: 'list',
    ordered,
    start: ordered ? Number.parseInt(first, 10) : null,
    spread: false,
    children,
    position: { start: { line, column: 1, offset }, end: (children.at(-1)?.position ?? span(line, 1, offset, first)).end },
  }
}

function paragraph(lines: readonly string[], line: number, column: number, offset: number): Md.Paragraph {
  const children = phrasing(lines.join('\n'), line, column, offset)
  const end = children.at(-1)?.position?.end ?? { line, column, offset }
  return { type: 'paragraph', children, position: { start: { line, column, offset }, end } }
}

function phrasing(text: string, line: number, column: number, offset: number): Md.PhrasingContent[] {
  const brace = text.indexOf('{')
  const words = brace < 0 ? text : text.slice(0, brace)
  const breaks = words.split('\n')
  const last = breaks.at(-1) ?? ''
  const start = { line, column, offset }
  const end = {
    line: line + breaks.length - 1,
    column: (breaks.length === 1 ? column : 1) + last.length,
    offset: offset + words.length,
  }
  const node: Md.Text = { type: 'text', value: words, position: { start, end } }
  if (brace < 0) return [node]
  const braces = text.slice(brace)
  return [node, { type: 'attributes', value: braces.slice(1, -1), position: span(end.line, end.column, end.offset, braces) }]
}

const span = (line: number, column: number, offset: number, text: string) => ({
  start: { line, column, offset },
  end: { line, column: column + text.length, offset: offset + text.length },
})

function rowLengths(plain: readonly unknown[]): number[] {
  const rows: number[] = []
  plain.forEach((block, i) => {
    if (!block) return
    if (plain[i - 1]) rows[rows.length - 1] = (rows.at(-1) ?? 0) + 1
    else rows.push(1)
  })
  return rows
}

function lineStarts(lines: readonly string[]): number[] {
  let offset = 0
  return lines.map((line) => {
    const start = offset
    offset += line.length + 1
    return start
  })
}
