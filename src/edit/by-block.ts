import type { Node } from 'prosemirror-model'

/** Something that was found at a node, and where that node starts. */
type Found<T> = readonly [pos: number, found: T]

/** What is found at a node, by what it is and where it stands in the one around it. */
type Look<T> = (node: Node, parent: Node, index: number) => T | undefined

/**
 * What is found in a document, in its order. Of a block it is remembered, since nodes never change: a key costs the block it is pressed in, and not the
 * document. `into`: whether something may be found within a node.
 */
export function byBlock<T>(look: Look<T>, into: (node: Node) => boolean = () => true): (doc: Node) => readonly Found<T>[] {
  const known = new WeakMap<Node, readonly Found<T>[]>()
  const gather = (node: Node, pos: number, parent: Node, index: number, found: Found<T>[]): void => {
    const what = look(node, parent, index)
    if (what !== undefined) found.push([pos, what])
    if (into(node)) node.forEach((child, offset, at) => gather(child, pos + 1 + offset, node, at, found))
  }
  return (doc) => {
    const all: Found<T>[] = []
    doc.forEach((block, offset, index) => {
      let found = known.get(block)
      if (!found) {
        const made: Found<T>[] = []
        gather(block, 0, doc, index, made)
        known.set(block, made)
        found = made
      }
      for (const [pos, what] of found) all.push([offset + pos, what])
    })
    return all
  }
}
