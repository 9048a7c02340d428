import type { Approval, Metadata, Right } from '../model/index.js'

/** A decision that was taken, or one the route still asks for. */
export interface Decision {
  readonly body?: string
  readonly right?: Right
  readonly approval?: Approval
  /**
   * `pending`: not taken yet. `bound`: taken on exactly these words. `unbound`: taken, without a hash of the words. `other`: taken on
   * other words than the file now holds.
   */
  readonly standing: 'pending' | 'bound' | 'unbound' | 'other'
}

/** Every decision in order: those taken as recorded, then the steps of the route nobody took yet. `hash` is the policy's own. */
export function decisions(
  { route = [], approvals = [] }: Pick<Metadata, 'route' | 'approvals'>,
  hash: string,
): readonly Decision[] {
  const taken = approvals.map((approval): Decision => {
    const standing = approval.text === undefined ? 'unbound' : approval.text === hash ? 'bound' : 'other'
    return { ...pick(approval.body, approval.right), approval, standing }
  })
  const open = [...approvals]
  const pending = route.filter((step) => {
    const at = open.findIndex((approval) => approval.body === step.body && (approval.right ?? step.right) === step.right)
    if (at >= 0) open.splice(at, 1)
    return at < 0
  })
  return [...taken, ...pending.map((step): Decision => ({ ...pick(step.body, step.right), standing: 'pending' }))]
}

const pick = (body: string | undefined, right: Right | undefined) => ({
  ...(body === undefined ? {} : { body }),
  ...(right === undefined ? {} : { right }),
})
