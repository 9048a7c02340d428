import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'

/** Names that clauses got in the file, by where they stand in the document. */
export type Names = readonly (readonly [pos: number, id: string])[]

/** A document whose clauses have the names they got in the file. */
export function withNames(doc: Node, named: Names): Node {
  const tr = new Transform(doc)
  for (const [pos, id] of named) tr.setNodeAttribute(pos, 'id', id)
  return tr.doc
}

/** The names by which one document is the other; undefined where it is another in more. */
export function namesIn(doc: Node, other: Node): Names | undefined {
  if (doc.nodeSize !== other.nodeSize) return undefined
  const named: [number, string][] = []
  doc.descendants((node, pos) => {
    const id = node.attrs.id === null ? other.nodeAt(pos)?.attrs.id : undefined
    if (typeof id === 'string') named.push([pos, id])
  })
  return withNames(doc, named).eq(other) ? named : undefined
}
