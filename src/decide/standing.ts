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

/**
 * Every decision in the order of the route, taken or not; without a route in the order they were recorded. A decision the route does
 * not ask for stands before those it does. `hash` is the policy's own.
 */
export function decisions(
  { route = [], approvals = [] }: Pick<Metadata, 'route' | 'approvals'>,
  hash: string,
): readonly Decision[] {
  const taken = (approval: Approval, right = approval.right): Decision => {
    const standing = approval.text === undefined ? 'unbound' : approval.text === hash ? 'bound' : 'other'
    return { ...pick(approval.body, right), approval, standing }
  }
  const others = [...approvals]
  const steps = route.map((step): Decision => {
    const at = others.findIndex(({ body, right }) => body === step.body && (right ?? step.right) === step.right)
    const [approval] = at < 0 ? [] : others.splice(at, 1)
    return approval ? taken(approval, step.right) : { ...pick(step.body, step.right), standing: 'pending' }
  })
  return [...others.map((approval) => taken(approval)), ...steps]
}

const pick = (body: string | undefined, right: Right | undefined) => ({
  ...(body === undefined ? {} : { body }),
  ...(right === undefined ? {} : { right }),
})
