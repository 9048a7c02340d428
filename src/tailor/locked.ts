import { extendedBy, type Message, type Policy } from '../model/index.js'
import { type Deviation, UNKNOWN } from './deviations.js'

/** That a locked provision is not as the template has it: one that the text never had stops nothing. */
export function lockedMessage({ kind, id, entry }: Deviation, { file, metadata }: Policy): Message[] {
  const isLocked = kind === 'locked' || (UNKNOWN.has(kind) && isMarkedLocked(entry.old[0]?.clause.node))
  if (!isLocked || id === undefined) return []
  const node = entry.next[0]?.clause.node
  const never = extendedBy(metadata)?.attached !== undefined && !isMarkedLocked(node)
  const isSame = entry.fate === 'unchanged' && entry.edits.length === 0 && entry.typography.length === 0
  const form = node === undefined ? (never ? 'absent' : 'gone') : isSame ? 'under' : never ? 'other' : 'changed'
  const place = { ...(node?.place ?? { line: 1, column: 1 }), file }
  return [{ rule: 'clause/locked', form, severity: never ? 'warning' : 'error', values: { id }, place }]
}

type Node = Deviation['entry']['old'][number]['clause']['node'] | undefined

const isMarkedLocked = (node: Node): boolean =>
  node !== undefined && node.type !== 'note' && node.attributes.classes.includes('locked')
