import type { Policy } from '../../model/index.js'
import { writeBlocks } from '../../read/index.js'

/** What concerned one version and is over with its release. */
export const OVER = ['approvals', 'proposed', 'proposal', 'changes', 'date', 'effective', 'withdrawn'] as const

/** What a release writes itself into the draft that it opens. */
const OWN: ReadonlySet<string> = new Set(['version', 'status', 'history', 'predecessor'])

/** Whether a draft with the words of a release has something else beside them than when that opened it: a day, numbers, who is asked. */
export function isOtherBeside(draft: Policy, released: Policy): boolean {
  const [now, then] = [new Map(Object.entries(draft.metadata)), new Map(Object.entries(released.metadata))]
  const isOver = (key: string) => OVER.some((over) => over === key) && now.get(key) === undefined
  const isOther = (key: string) => JSON.stringify(now.get(key)) !== JSON.stringify(then.get(key))
  if ([...now.keys(), ...then.keys()].some((key) => !OWN.has(key) && !isOver(key) && isOther(key))) return true
  return writeBlocks(draft.children, draft.notes) !== writeBlocks(released.children, released.notes)
}
