import type { Approval, Metadata, Right } from '../model/index.js'

/** A decision that was taken, or one the route still asks for. */
export interface Decision {
  readonly body?: string
  readonly right?: Right
  readonly approval?: Approval
  /**
   * `pending`: not taken yet. `bound`: taken on exactly this text. `unbound`: taken, without a hash of the words. `other`: taken on
   * other words than the file now holds, or on these with what `otherwise` names. `superseded`: the same, and these words were proposed
   * anew: the body is asked again. `kept`: taken on other words, from which these differ in typography alone, and the route lets it stand.
   */
  readonly standing: 'pending' | 'bound' | 'kept' | 'unbound' | 'other' | 'superseded'
  /** What stands in no words and is otherwise, where a decision was taken on these words and still not on this text. */
  readonly otherwise?: 'version' | 'effective' | 'review'
  /** Days that the text sets now, and did not when it was decided on: the decision stands, and was taken without them. */
  readonly added?: readonly ('effective' | 'review')[]
}

/** Whether it is proved of a decision that since then nothing changed but what it says was corrected. */
export type Keeps = (approval: Approval) => boolean

/** What a text that was judged says: a paper is made of one in which everything that was kept was proved. */
export const RECORDED: Keeps = ({ kept }) => kept !== undefined

const NOT_PROVED: Keeps = () => false

/**
 * Every decision in the order of the route, taken or not. One that the route does not ask for stands where its date puts it: before the
 * first step that was taken later or is not taken yet; without a date, before all. `hash` is the policy's own. Without `keeps` no decision on
 * other words stands.
 */
export function decisions(
  metadata: Pick<Metadata, 'route' | 'approvals' | 'proposed' | 'version' | 'effective' | 'review'>,
  hash: string,
  keeps: Keeps = NOT_PROVED,
): readonly Decision[] {
  const { route = [], approvals = [], proposed } = metadata
  // Words that were put before the bodies: what was decided on others is history.
  const isProposed = proposed?.text === hash
  const stands = (approval: Approval, step: Step | undefined): boolean =>
    step?.keeps === 'typographical' && approval.decision === 'positive' && approval.kept?.text === hash && keeps(approval)
  const taken = (approval: Approval, right = approval.right, step?: Step): Decision => {
    const decision = { ...pick(approval.body, right), approval }
    if (approval.text === undefined) return { ...decision, standing: 'unbound' }
    const otherwise = approval.text === hash ? otherwiseIn(approval, metadata) : undefined
    if (approval.text === hash && otherwise === undefined)
      return { ...decision, standing: 'bound', ...addedSince(approval, metadata) }
    if (stands(approval, step)) return { ...decision, standing: 'kept', ...addedSince(approval, metadata) }
    return { ...decision, standing: isProposed ? 'superseded' : 'other', ...(otherwise === undefined ? {} : { otherwise }) }
  }
  // What was decided on an earlier proposal leaves its step to be taken.
  const isHistory = (approval: Approval): boolean => isProposed && taken(approval).standing === 'superseded'
  const others = [...approvals]
  const steps = route.map((step): Decision => {
    const isOf = ({ body, right }: Approval) => body === step.body && (right ?? step.right) === step.right
    const own = others.findIndex((each) => isOf(each) && !isHistory(each))
    const at = own < 0 ? others.findIndex((each) => isOf(each) && stands(each, step)) : own
    const [approval] = at < 0 ? [] : others.splice(at, 1)
    return approval ? taken(approval, step.right, step) : { ...pick(step.body, step.right), standing: 'pending' }
  })
  const all = [...steps]
  for (const approval of inOrder(others).reverse()) {
    const at = all.findIndex(({ approval: step }) => !step || (step.date ?? '') >= (approval.date ?? ''))
    all.splice(at < 0 ? all.length : at, 0, taken(approval))
  }
  return all
}

type Step = NonNullable<Metadata['route']>[number]

/** What the text now says otherwise than when it was decided on. A day that nobody had set then may be filled in. */
function otherwiseIn(
  { version, effective, review }: Approval,
  now: Pick<Metadata, 'version' | 'effective' | 'review'>,
): Decision['otherwise'] {
  if (version !== undefined && version !== now.version) return 'version'
  if (effective !== undefined && effective !== now.effective) return 'effective'
  return review !== undefined && review !== now.review ? 'review' : undefined
}

/** Where a decision names its version it names the days there were, too: of an older one that is not known. */
function addedSince(approval: Approval, now: Pick<Metadata, 'effective' | 'review'>): Pick<Decision, 'added'> {
  const added = (['effective', 'review'] as const).filter((day) => approval[day] === undefined && now[day] !== undefined)
  return added.length === 0 || approval.version === undefined ? {} : { added }
}

/** Whether anybody among those who decide adopts the text: others advise, consent, approve or are told. */
export const isAdoptedBy = (asked: readonly { readonly right?: Right }[]): boolean =>
  asked.some(({ right }) => right === 'adoption')

/**
 * Whether no release of a policy is in force any more: a day of withdrawal says so until another is released, also while that is written. Where
 * `today` is given, a day that is still to come says nothing yet.
 */
export const isWithdrawn = ({ status, withdrawn }: Pick<Metadata, 'status' | 'withdrawn'>, today?: string): boolean =>
  withdrawn === undefined ? status === 'withdrawn' : today === undefined || withdrawn <= today

/** Whether a decision carries the words as they are. */
export const carries = (standing: Decision['standing']): boolean => standing === 'bound' || standing === 'kept'

/** Whether a decision was taken on words that are not these. */
export const isOnOtherWords = (standing: Decision['standing']): boolean => standing === 'other' || standing === 'superseded'

/** Whether a text was put before its bodies here, or a decision on it was recorded with its words. */
export const isOnRecord = ({ proposed, approvals = [] }: Pick<Metadata, 'proposed' | 'approvals'>): boolean =>
  proposed !== undefined || approvals.some(({ text }) => text !== undefined)

/** By date; those without one first, and those of one day as recorded. */
const inOrder = (approvals: readonly Approval[]): Approval[] =>
  [...approvals].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0))

const pick = (body: string | undefined, right: Right | undefined) => ({
  ...(body === undefined ? {} : { body }),
  ...(right === undefined ? {} : { right }),
})
