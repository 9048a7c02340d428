import type { Approval, Metadata, Right } from '../model/index.js'

/** A decision that was taken, or one the route still asks for. */
export interface Decision {
  readonly body?: string
  readonly right?: Right
  readonly approval?: Approval
  /**
   * `pending`: not taken yet. `bound`: taken on exactly these words. `unbound`: taken, without a hash of the words. `other`: taken on
   * other words than the file now holds. `superseded`: the same, and these words were proposed anew: the body is asked again.
   */
  readonly standing: 'pending' | 'bound' | 'unbound' | 'other' | 'superseded'
}

/**
 * Every decision in the order of the route, taken or not. One that the route does not ask for stands where its date puts it: before the
 * first step that was taken later or is not taken yet; without a date, before all. `hash` is the policy's own.
 */
export function decisions(
  { route = [], approvals = [], proposed }: Pick<Metadata, 'route' | 'approvals' | 'proposed'>,
  hash: string,
): readonly Decision[] {
  // Words that were put before the bodies: what was decided on others is history.
  const isProposed = proposed?.text === hash
  const taken = (approval: Approval, right = approval.right): Decision => {
    const otherwise = isProposed ? 'superseded' : 'other'
    const standing = approval.text === undefined ? 'unbound' : approval.text === hash ? 'bound' : otherwise
    return { ...pick(approval.body, right), approval, standing }
  }
  const others = [...approvals]
  const steps = route.map((step): Decision => {
    const isOf = ({ body, right }: Approval) => body === step.body && (right ?? step.right) === step.right
    const at = others.findIndex((each) => isOf(each) && (!isProposed || each.text === undefined || each.text === hash))
    const [approval] = at < 0 ? [] : others.splice(at, 1)
    return approval ? taken(approval, step.right) : { ...pick(step.body, step.right), standing: 'pending' }
  })
  const all = [...steps]
  for (const approval of inOrder(others).reverse()) {
    const at = all.findIndex(({ approval: step }) => !step || (step.date ?? '') >= (approval.date ?? ''))
    all.splice(at < 0 ? all.length : at, 0, taken(approval))
  }
  return all
}

/** Whether a decision was taken on words that are not these. */
export const isOnOtherWords = (standing: Decision['standing']): boolean => standing === 'other' || standing === 'superseded'

/** By date; those without one first, and those of one day as recorded. */
const inOrder = (approvals: readonly Approval[]): Approval[] =>
  [...approvals].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0))

const pick = (body: string | undefined, right: Right | undefined) => ({
  ...(body === undefined ? {} : { body }),
  ...(right === undefined ? {} : { right }),
})
