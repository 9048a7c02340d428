import { Plugin, type Transaction } from 'prosemirror-state'
import { schema } from './schema.js'
import { PARAMETER, texts } from './to-editor.js'

/** A name typed between double braces becomes the parameter it is read as. */
export const parameters = (): Plugin =>
  new Plugin({
    appendTransaction(transactions, before, after) {
      if (!transactions.some(({ docChanged }) => docChanged) || after.doc.eq(before.doc)) return null
      const tr = after.tr
      let start = Number.POSITIVE_INFINITY
      let end = 0
      for (const [from, to] of changedRanges(transactions)) {
        start = Math.min(start, from)
        end = Math.max(end, to)
      }
      if (start > end) return null
      const found: { from: number; to: number; source: string }[] = []
      const size = after.doc.content.size
      after.doc.nodesBetween(Math.min(start, size), Math.min(end, size), (node, pos) => {
        if (!node.isText || node.marks.some(({ type }) => type === schema.marks.code)) return
        for (const { 0: source, index } of node.text?.matchAll(PARAMETER) ?? []) {
          if (after.doc.resolve(pos).parent.type !== schema.nodes.verbatim)
            found.push({ from: pos + index, to: pos + index + source.length, source })
        }
      })
      for (const { from, to, source } of found.reverse()) {
        tr.replaceWith(from, to, texts(source, after.doc.resolve(from + 1).marks()))
      }
      return tr.docChanged ? tr : null
    },
  })

/** The ranges of the last document that are new in it. */
function changedRanges(transactions: readonly Transaction[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = []
  for (const [at, { mapping }] of transactions.entries()) {
    mapping.maps.forEach((map, i) => {
      map.forEach((_from, _to, newFrom, newTo) => {
        let [from, to] = [mapping.slice(i + 1).map(newFrom, -1), mapping.slice(i + 1).map(newTo, 1)]
        for (const later of transactions.slice(at + 1)) [from, to] = [later.mapping.map(from, -1), later.mapping.map(to, 1)]
        ranges.push([from, to])
      })
    })
  }
  return ranges
}
