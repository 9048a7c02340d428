import type * as Md from 'mdast'
import { beginsWords, type PlainLine, plainParagraph } from './plain-inlines.js'
import { opensTable, plainTable } from './plain-tables.js'

const ITEM = /^( *)([-*+]|\d{1,9}[.)]) (.*)$/su
const INDENTED = /^( +)(\S.*)$/su

/** A line across the page. */
export const RULE = /^([-*_])(?: ?\1){2,}$/

/** Whether lines begin with an item at the margin; whether they may stand in the list that it begins. */
export const opensList = (lines: readonly PlainLine[]): boolean => ITEM.exec(lines[0]?.text ?? '')?.[1] === '' && mayGoOn(lines)
export const mayGoOn = (lines: readonly PlainLine[]): boolean =>
  lines.every(({ text }, i) => INDENTED.test(text) || (ITEM.test(text) ? !RULE.test(text) : i > 0 && beginsWords(text)))

/** An item, or without `mark` a further paragraph or table in one; `apart`: a blank line stands above it. */
interface Entry {
  readonly indent: number
  readonly mark?: string
  readonly apart: boolean
  readonly lines: PlainLine[]
}

interface Open {
  readonly list: Md.List
  readonly marker: string
  /** Blanks before its marks, and before what stands in its last item. */
  readonly indent: number
  inside: number
}

/**
 * A list with paragraphs, tables and lists in its items, where each line stands exactly where the words above it or a mark above it begins,
 * or goes on with the words above it from the margin: nothing in it can be read in two ways. `groups` are its lines between blank ones. Otherwise undefined.
 */
export function plainList(groups: readonly (readonly PlainLine[])[], notes: ReadonlySet<string>): Md.List | undefined {
  const entries = entriesOf(groups)
  if (!entries) return undefined
  const open: Open[] = []
  for (const { indent, mark, apart, lines } of entries) {
    const block = opensTable(lines) ? plainTable(lines, notes) : plainParagraph(lines, notes)
    const end = block?.position?.end
    if (!block || !end) return undefined
    if (mark === undefined) {
      while (open.length > 0 && (open.at(-1)?.inside ?? 0) > indent) open.pop()
      const last = open.at(-1)
      const item = last?.list.children.at(-1)
      if (last?.inside !== indent || !item || item.children.at(-1)?.type === 'list') return undefined
      item.children.push(block)
      item.spread = true
    } else {
      while (open.length > 1 && (open.at(-1)?.indent ?? 0) > indent) open.pop()
      const marker = mark.replace(/^\d+/, '')
      // Another mark in an item ends the list in it and begins the next.
      if (open.length > 1 && open.at(-1)?.indent === indent && open.at(-1)?.marker !== marker) open.pop()
      const last = open.at(-1)
      const inside = indent + mark.length + 1
      const from = lines[0] as PlainLine
      const back = inside - indent
      const start = { line: from.line, column: from.column - back, offset: from.offset - back }
      const item: Md.ListItem = {
        type: 'listItem',
        spread: false,
        checked: null,
        children: [block],
        position: { start, end },
      }
      if (last?.indent === indent) {
        if (last.marker !== marker) return undefined
        if (apart) last.list.spread = true
        last.list.children.push(item)
        last.inside = inside
      } else {
        const isOrdered = marker !== mark
        // Only a list that starts with 1 can begin in the line below words.
        const mayBegin = apart || !isOrdered || mark.slice(0, -1) === '1'
        if (last ? indent !== last.inside || !mayBegin : indent > 0) return undefined
        const list: Md.List = {
          type: 'list',
          ordered: isOrdered,
          start: isOrdered ? Number.parseInt(mark, 10) : null,
          spread: false,
          children: [item],
          position: { start, end },
        }
        const parent = last?.list.children.at(-1)
        parent?.children.push(list)
        if (parent && apart) parent.spread = true
        open.push({ list, marker, indent, inside })
      }
    }
    for (const { list } of open) {
      const item = list.children.at(-1)
      if (item?.position) item.position.end = end
      if (list.position) list.position.end = end
    }
  }
  return open[0]?.list
}

function entriesOf(groups: readonly (readonly PlainLine[])[]): Entry[] | undefined {
  const entries: Entry[] = []
  for (const [g, lines] of groups.entries()) {
    for (const [i, line] of lines.entries()) {
      const [, blanks = '', mark, words] = ITEM.exec(line.text) ?? []
      const [, margin = '', more = line.text] = words === undefined ? (INDENTED.exec(line.text) ?? []) : []
      const indent = words === undefined ? margin.length : blanks.length
      const marks = words === undefined ? indent : indent + (mark?.length ?? 0) + 1
      const inside = { text: words ?? more, line: line.line, column: line.column + marks, offset: line.offset + marks }
      const last = entries.at(-1)
      if (words === undefined && i > 0) {
        // A further line of the words above it.
        if (!last || (indent > 0 && inside.column !== last.lines[0]?.column)) return undefined
        last.lines.push(inside)
      } else entries.push({ indent, ...(mark !== undefined && { mark }), apart: i === 0 && g > 0, lines: [inside] })
    }
  }
  return entries
}
