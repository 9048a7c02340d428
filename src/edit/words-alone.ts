import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import { schema } from './schema.js'

/** Whether a transaction changes nothing but words within clauses, so that no clause, number, reference, value or note follows from it. */
export const isWordsAlone = (tr: Transaction): boolean => tr.steps.every((step, at) => isPlain(step, tr.docs[at] as Node))

function isPlain(step: Step, doc: Node): boolean {
  if (!(step instanceof ReplaceStep)) return false
  const { from, to, slice } = step
  const $from = doc.resolve(from)
  if (slice.openStart > 0 || slice.openEnd > 0 || !$from.sameParent(doc.resolve(to))) return false
  const { parent } = $from
  // An unnumbered heading is what references to it print.
  if (!parent.isTextblock || parent.type === schema.nodes.heading) return false
  let isAlone = true
  parent.forEach((node, offset) => {
    const start = $from.start() + offset
    const isTaken = start < to && start + node.nodeSize > from
    // Words before a reference decide how it prints.
    const isLed = start >= to && node.type === schema.nodes.reference
    if ((isTaken && !node.isText) || isLed) isAlone = false
  })
  return isAlone && slice.content.content.every((node) => node.isText && !node.text?.includes('{{'))
}
