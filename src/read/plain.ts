import type * as Md from 'mdast'
import type { Point } from 'unist'
import { nameOf, REACHES_OVER_BLANK_LINES, relocate } from './pieces.js'
import { groupLines, linesOf, noteNames, plainUnits, type Unit } from './plain-blocks.js'

/**
 * Most of a policy is plain: headings, items, quotations, notes and paragraphs of words with simple emphasis and links. Their trees are
 * built here directly; all the rest goes through the parser, with a stand-in where the plain blocks were. The tree is the parser's own,
 * node for node (a property test holds both against each other), at a fraction of the time.
 *
 * A plain block is safe to take out because it stands between blank lines, starts at the margin and holds nothing that can be read
 * in two ways: it closes every list, quotation and note above it, and nothing below it can reach into it.
 */
export function parsePlainFirst(source: string, parse: (source: string) => Md.Root): Md.Root {
  if (source.includes(STAND_IN)) return parse(source)
  const units = unitsOf(source)
  if (!units.some(({ block }) => block)) return parse(source)

  // The source for the parser, and for each of its lines the line and offset it has in the file.
  const lines: string[] = []
  const origin: { line: number; offset: number }[] = []
  const rows: Md.RootContent[][] = []
  for (const [i, { block, groups }] of units.entries()) {
    const row = units[i - 1]?.block ? rows.at(-1) : undefined
    const [first] = groups[0]?.lines ?? []
    if (block && row) row.push(block)
    else if (block && first) {
      rows.push([block])
      lines.push(STAND_IN, '')
      origin.push(first, first)
    } else {
      for (const group of groups) {
        const last = group.lines.at(-1)
        let { line, offset } = { line: (last?.line ?? 0) + 1, offset: (last?.offset ?? 0) + (last?.text.length ?? 0) + 1 }
        for (const line of group.lines) {
          lines.push(line.text)
          origin.push(line)
        }
        for (const blank of group.blanks) {
          lines.push(blank)
          origin.push({ line, offset })
          line++
          offset += blank.length + 1
        }
      }
    }
  }

  const starts = lineStarts(lines)
  const root = parse(lines.join('\n'))
  const move = ({ line, column, offset = 0 }: Point): Point => {
    const from = origin[line - 1] ?? { line, offset }
    return { line: from.line, column, offset: from.offset + offset - (starts[line - 1] ?? 0) }
  }
  let next = 0
  // Each stand-in is the first of a row of plain blocks.
  const children = root.children.flatMap((node): Md.RootContent[] => {
    const [only] = node.type === 'paragraph' ? node.children : []
    return only?.type === 'text' && only.value === STAND_IN ? (rows[next++] ?? []) : [relocate(node, move)]
  })
  return { ...root, children }
}

// A character of the private use area: nobody's word.
const STAND_IN = '\uE0C1'

function unitsOf(source: string): Unit[] {
  const groups = groupLines(linesOf(source))
  const reach = REACHES_OVER_BLANK_LINES.exec(source)?.index ?? source.length + 1
  const first = groups.findIndex(({ lines }) => lines.some(({ offset, text }) => offset + text.length >= reach))
  const certain = first < 0 ? groups.length : first
  const units = plainUnits(groups, certain, noteNames(groups.slice(0, certain)))
  if (!units.some(({ block }) => block?.type === 'footnoteDefinition')) return units
  // A note that is marked in what the parser reads must be known to it, and so must those that are marked in the note.
  const notes = new Map<string, Unit[]>()
  for (const unit of units) {
    if (unit.block?.type !== 'footnoteDefinition') continue
    const name = nameOf(unit.block.identifier)
    const same = notes.get(name)
    if (same) same.push(unit)
    else notes.set(name, [unit])
  }
  const parsed = new Set<Unit>()
  const open = units.filter(({ block }) => !block)
  for (let unit = open.pop(); unit; unit = open.pop()) {
    for (const { lines } of unit.groups)
      for (const { text } of lines)
        for (const [, label = ''] of text.matchAll(/\[\^([^[\]]+)\]/g)) {
          for (const note of notes.get(nameOf(label)) ?? []) {
            parsed.add(note)
            open.push(note)
          }
          notes.delete(nameOf(label))
        }
  }
  return units.map((unit) => (parsed.has(unit) ? { groups: unit.groups } : unit))
}

function lineStarts(lines: readonly string[]): number[] {
  let offset = 0
  return lines.map((line) => {
    const start = offset
    offset += line.length + 1
    return start
  })
}
