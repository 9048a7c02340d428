import { type Printed, runsOf } from '../compare/index.js'
import type { ClauseNode, Inline, Note } from '../model/index.js'

/**
 * A piece of a clause's text that no markup divides, or a footnote mark, which has no text. Offsets are those of the comparison.
 *
 *     De **school** belt[^1] niet      "De " · "school" (in strong) · " belt" · mark at 14 · " niet"
 */
export interface Leaf {
  readonly from: number
  readonly to: number
  readonly text: string
  /** The inlines around it, outermost first. */
  readonly around: readonly Inline[]
  /** Absent for the space between two clauses that are compared as one. */
  readonly inline?: Inline
}

/** The words that stand in one place: those of a paragraph, or of one cell of a table. */
export interface Region {
  readonly from: number
  readonly to: number
  readonly leaves: readonly Leaf[]
}

/** The regions of a clause, row by row; one for a clause without cells, none for words that are not inlines. */
export function regionsOf(node: ClauseNode | Note, printed: Printed): readonly (readonly Region[])[] {
  const runs = runsOf(node, printed)
  let next = 0
  let at = 0
  const pass = () => {
    at = runs[next]?.to ?? at
    next += 1
  }
  const region = (content: readonly Inline[]): Region => {
    const from = at
    const leaves: Leaf[] = []
    const walk = (list: readonly Inline[], around: readonly Inline[]) => {
      for (const inline of list) {
        const run = runs[next]
        if (run?.inline === inline) {
          leaves.push({ from: run.from, to: run.to, text: run.text, around, inline })
          pass()
        } else if (inline.type === 'footnoteReference') leaves.push({ from: at, to: at, text: '', around, inline })
        else if ('children' in inline) walk(inline.children as Inline[], [...around, inline])
      }
    }
    walk(content, [])
    return { from, to: at, leaves }
  }
  if (node.type === 'table') {
    return node.rows.map((row, r) =>
      row.cells.map((cell, c) => {
        if (r > 0 || c > 0) pass()
        return region(cell)
      }),
    )
  }
  if (node.type === 'verbatim') return []
  if (node.type !== 'note') return [[region(node.content)]]
  const [only, ...others] = node.children
  return only?.type === 'paragraph' && others.length === 0 ? [[region(only.content)]] : []
}

/** Several clauses as one region, with a space where the comparison counts a line end. */
export function joined(regions: readonly Region[]): Region {
  let at = 0
  const leaves = regions.flatMap((region, i): Leaf[] => {
    const gap: Leaf[] = i === 0 ? [] : [{ from: at, to: at + 1, text: ' ', around: [] }]
    at += gap.length
    const start = at
    at += region.to - region.from
    return [...gap, ...region.leaves.map((leaf) => ({ ...leaf, from: leaf.from + start, to: leaf.to + start }))]
  })
  return { from: 0, to: at, leaves }
}

/** The part of a region between two offsets; a mark belongs to the words before it. */
export const within = ({ leaves }: Region, from: number, to: number): Region => ({
  from,
  to,
  leaves: leaves.filter((leaf) => leaf.to >= from && leaf.from <= to && (leaf.to > from || (leaf.text === '' && from === 0))),
})

/** The part of a region's words between two offsets, in its markup. Of the marks, those that are wanted. */
export function slice(
  { leaves }: Region,
  from: number,
  to: number,
  wanted: (mark: Leaf) => boolean = () => false,
): readonly Inline[] {
  const parts = leaves.flatMap((leaf): { around: readonly Inline[]; inline: Inline }[] => {
    if (leaf.inline?.type === 'footnoteReference') return wanted(leaf) ? [{ around: leaf.around, inline: leaf.inline }] : []
    const [start, end] = [Math.max(from, leaf.from), Math.min(to, leaf.to)]
    if (start >= end) return []
    return [{ around: leaf.around, inline: cut(leaf, leaf.text.slice(start - leaf.from, end - leaf.from)) }]
  })
  return nest(parts, 0)
}

function cut({ inline }: Leaf, words: string): Inline {
  if (inline?.type === 'link') return { ...inline, children: [{ type: 'text', value: words }] }
  if (inline?.type === 'inlineCode') return { ...inline, value: words }
  if (inline?.type === 'break') return inline
  return { type: 'text', value: words }
}

function nest(parts: readonly { around: readonly Inline[]; inline: Inline }[], depth: number): Inline[] {
  const result: Inline[] = []
  for (let i = 0; i < parts.length; ) {
    const part = parts[i] as (typeof parts)[number]
    const outer = part.around[depth]
    let end = i + 1
    if (outer === undefined) result.push(part.inline)
    else {
      while (end < parts.length && parts[end]?.around[depth] === outer) end++
      result.push({ ...outer, children: nest(parts.slice(i, end), depth + 1) } as Inline)
    }
    i = end
  }
  return result
}
