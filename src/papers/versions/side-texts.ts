import { type DocBlock, type DocInline, type DocTable, paragraph, text } from '../../present/index.js'
import type { Entry } from '../../versions/index.js'
import { elideWords } from './elide.js'
import type { SideName, VersionSetting } from './setting.js'
import { partOf } from './shown.js'
import { mergeTables } from './tables.js'
import { createWords, regionOf, type VersionWords, whole } from './words.js'

/**
 * The words of an entry in one version, with what came or went marked; letter for letter, typography and numbers included. With `changes`
 * only the sentences that changed and those beside them.
 */
export function createSideTexts(
  entries: readonly Entry[],
  setting: VersionSetting,
  { changes = false } = {},
): (entry: Entry, side: SideName) => readonly DocBlock[] {
  const words = createWords(entries, setting, true)
  const { lang } = setting.next.side.policy.metadata
  const near = (content: readonly DocInline[]) => (changes ? elideWords(content, lang) : content)
  return (entry, side) => {
    const [first] = entry[side]
    if (!first) return []
    if (first.clause.kind === 'table' || first.clause.kind === 'verbatim') return asLines(entry, side, words)
    const [before, after] = [regionOf(entry.old, words.printed.old), regionOf(entry.next, words.printed.next)]
    if (!before || !after || entry.old.length === 0 || entry.next.length === 0) {
      const own = side === 'old' ? before : after
      const mark = side === 'old' ? ({ type: 'deletion' } as const) : ({ type: 'insertion' } as const)
      return own ? [paragraph(words.show(whole(own), side, mark))] : [paragraph(first.text)]
    }
    const fit = words.fit(entry)
    const regions =
      side === 'next' && entry.fate === 'split'
        ? entry.next.map((_, at) => partOf(entry.next, at, before, after, fit.sames))
        : [[before, after] as const]
    const content = regions.map(([from, to]) => only(near(words.merged(from, to, fit)), side))
    return content
      .filter((inlines) => inlines.length > 0)
      .map((inlines) => paragraph(first.clause.kind === 'section' ? [{ type: 'strong', children: inlines }] : inlines))
  }
}

/** The words of one side. A space alone that came or went is no change anyone can see marked. */
const only = (content: readonly DocInline[], side: SideName): readonly DocInline[] =>
  content.flatMap((inline) => {
    if (inline.type !== 'insertion' && inline.type !== 'deletion') return [inline]
    if (inline.type === (side === 'old' ? 'insertion' : 'deletion')) return []
    const blank = inline.children.every((child) => child.type === 'text' && child.value.trim() === '')
    return blank ? inline.children : [inline]
  })

/** A table row by row, its cells apart by a bar: a table in a cell of a table is read by nobody. */
function asLines(entry: Entry, side: SideName, words: VersionWords): readonly DocBlock[] {
  const change = side === 'old' ? 'deleted' : 'inserted'
  const own = entry[side].flatMap(({ clause }) => words.blocks(side, clause.index))
  const [frame] = entry.next[0] ? words.blocks('next', entry.next[0].clause.index) : []
  const merged = frame?.type === 'table' ? mergeTables(entry, frame, words) : undefined
  const lines = (table: DocTable, wanted: (type: string | undefined) => boolean): DocBlock[] =>
    [...table.head, ...table.body]
      .filter((row) => wanted(row.change))
      .map((row) => {
        const own = row.cells.filter((cell) => wanted(cell.change))
        const cells = own.map((cell) =>
          cell.children.flatMap((block) => (block.type === 'paragraph' ? only(block.content, side) : [])),
        )
        return paragraph(cells.flatMap((cell, i) => (i === 0 ? cell : [text(' | '), ...cell])))
      })
  if (merged) return lines(merged, (type) => type === undefined || type === change)
  // A table that is new or gone has no other side to differ from: all its words are marked.
  const alone = entry.old.length === 0 || entry.next.length === 0
  const marked = (block: DocBlock): DocBlock =>
    alone && block.type === 'paragraph'
      ? { ...block, content: [{ type: side === 'old' ? 'deletion' : 'insertion', children: block.content }] }
      : block
  return own.flatMap((block) => {
    if (block.type === 'table') return lines(block, () => true).map(marked)
    return block.type === 'verbatim' ? [marked(paragraph(block.value))] : []
  })
}
