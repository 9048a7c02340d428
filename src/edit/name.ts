import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { clauses, plainText } from '../model/index.js'
import { proposeIds } from '../read/index.js'
import { fromEditor } from './from-editor.js'
import { placesOf } from './numbers.js'

/** An id that a clause got, by where its node starts. */
type Named = readonly [pos: number, id: string]

/**
 * The document with an id for every clause that has words and none yet, as `ids` would write them. The clause that is being written at `open` gets
 * none: its first letters would be its name for ever. `used`: ids that clauses had which are gone.
 */
export function named(
  doc: Node,
  open?: number,
  used?: ReadonlySet<string>,
): { readonly doc: Node; readonly named: readonly Named[] } {
  const places = placesOf(doc)
  const policy = { file: '', metadata: { title: '', status: 'draft', lang: 'nl' }, yaml: '', ...fromEditor(doc) } as const
  const own = clauses(policy).filter(({ kind }) => kind !== 'note')
  const takes = new Set(
    own.flatMap(({ node }, at) => {
      const place = places[at]
      const isOpen = place !== undefined && open !== undefined && open > place.pos && open < place.pos + place.node.nodeSize
      return isOpen || plainText(node).trim() === '' ? [] : [node as unknown]
    }),
  )
  const after = clauses(proposeIds(policy, (node) => takes.has(node), used)).filter(({ kind }) => kind !== 'note')
  const found = own.flatMap(({ id }, at): Named[] => {
    const next = after[at]?.id
    const pos = places[at]?.pos
    return id !== undefined || next === undefined || pos === undefined ? [] : [[pos, next]]
  })
  const tr = new Transform(doc)
  for (const [pos, id] of found) tr.setNodeAttribute(pos, 'id', id)
  return { doc: tr.doc, named: found }
}
