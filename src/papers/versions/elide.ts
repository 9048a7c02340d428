import { sentencesOf } from '../../language/index.js'
import type { Language } from '../../model/index.js'
import { type DocInline, type DocRow, type DocTable, muted, paragraph } from '../../present/index.js'

/** What stands for words that are the same in both versions and are not shown. */
const GAP: DocInline = muted('[…]')

/** Fewer letters than this are not worth a gap. */
const LEAST = 60

/**
 * Words with what came and went, of which the sentences far from any change are left out: the sentence with the change stays, and one on
 * either side of it. Words without any change stay whole.
 */
export function elideWords(content: readonly DocInline[], lang: Language): readonly DocInline[] {
  if (!content.some(isMarked)) return content
  const runs: DocInline[][] = []
  for (const inline of content) {
    const run = runs.at(-1)
    if (run && isMarked(inline) === isMarked(run[0] as DocInline)) run.push(inline)
    else runs.push([inline])
  }
  return runs.flatMap((run, at) => {
    if (isMarked(run[0] as DocInline)) return run
    const words = wordsOf(run)
    const starts = sentencesOf(words, lang).map(({ from }) => from)
    // Before a change the sentence it stands in and the one before; behind it the rest of its sentence and the next.
    const head = at === 0 ? 0 : (starts[2] ?? words.length)
    const tail = at === runs.length - 1 ? words.length : (starts.at(-2) ?? 0)
    if (tail - head < LEAST) return run
    const [before, after] = [cut(run, 0, words.slice(0, head).trimEnd().length), cut(run, tail, words.length)]
    return [
      ...before,
      ...(before.length > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
      GAP,
      { type: 'text' as const, value: ' ' },
      ...after,
    ]
  })
}

const isMarked = ({ type }: DocInline): boolean => type === 'insertion' || type === 'deletion'

const wordsOf = (nodes: readonly DocInline[]): string =>
  nodes
    .map((node) => {
      if ('value' in node) return node.value
      if (node.type === 'break') return ' '
      return node.type === 'footnote' ? '' : wordsOf(node.children)
    })
    .join('')

/** The inlines between two offsets of their words; a footnote belongs to the words before it. */
function cut(nodes: readonly DocInline[], from: number, to: number): DocInline[] {
  let at = 0
  return nodes.flatMap((node): DocInline[] => {
    const start = at
    at += wordsOf([node]).length
    const [first, last] = [Math.max(from, start), Math.min(to, at)]
    if (node.type === 'footnote') return start > from && start <= to ? [node] : []
    if (first >= last) return []
    if (first === start && last === at) return [node]
    if ('value' in node) return [{ ...node, value: node.value.slice(first - start, last - start) }]
    return 'children' in node ? [{ ...node, children: cut(node.children, first - start, last - start) } as DocInline] : [node]
  })
}

/** A table with its head, the rows that changed and one row on either side of each. */
export function elideRows(table: DocTable): DocTable {
  const kept = new Set<number>()
  table.body.forEach((row, at) => {
    if (isChanged(row)) for (const near of [at - 1, at, at + 1]) kept.add(near)
  })
  if (kept.size === 0) return table
  const gap: DocRow = { cells: [{ span: table.columns.length, children: [paragraph([GAP])] }] }
  const body = table.body.flatMap((row, at): DocRow[] => {
    if (kept.has(at)) return [row]
    // A gap stands for as many rows as are left out; one row says as much itself.
    const alone = (at === 0 || kept.has(at - 1)) && (at === table.body.length - 1 || kept.has(at + 1))
    if (alone) return [row]
    return at === 0 || kept.has(at - 1) ? [gap] : []
  })
  return { ...table, body }
}

const isChanged = (row: DocRow): boolean =>
  row.change !== undefined ||
  row.cells.some(({ children }) => children.some((block) => block.type === 'paragraph' && block.content.some(isMarked)))
