import type { Approval, Organisation, Result, Right } from '../../model/index.js'
import { hashPolicy } from '../hash.js'
import { carries, decisions } from '../standing.js'
import { type Dossier, put, type Refusal, refused, type Step } from './dossier.js'

/** A decision as its secretary reports it. */
export interface Reported {
  /** By its name or its short name. */
  readonly body: string
  /** The right the route gives the body when absent. */
  readonly right?: Right
  readonly decision: NonNullable<Approval['decision']>
  /** YYYY-MM-DD */
  readonly date: string
  readonly name?: string
  readonly role?: string
  readonly remarks?: string
  /** Why it is recorded although its turn has not come. */
  readonly forced?: string
}

/**
 * Records a decision on exactly the words that were proposed. It has its turn in the route, and its day: not before the proposal or the
 * decision before it, and not in the future. Out of turn it is recorded with the reason only.
 */
export function record(dossier: Dossier, reported: Reported): Result<Step | undefined> {
  const { policy, organisation } = dossier
  const { route = [], approvals = [], version, effective, review } = policy.metadata
  const hash = hashPolicy(policy)
  if (route.length === 0)
    return refused(dossier, { form: policy.metadata.status === 'proposed' ? 'propose-no-route' : 'decide-not-proposed' })
  const ofBody = route.filter(({ body }) => isSameBody(body, reported.body, organisation))
  const step = ofBody.find(({ right }) => right === (reported.right ?? right))
  if (!step) {
    const [other] = ofBody
    if (other) return refused(dossier, { form: 'decide-right', values: { body: other.body, right: other.right } }, 'route')
    const known = route.map(({ body }) => body)
    return refused(dossier, { form: 'decide-body', values: { body: reported.body, known } }, 'route')
  }
  const why = outOfTurn(dossier, hash, step, reported)
  if (why) return refused(dossier, why)
  const { date, decision, name, role, remarks, forced } = reported
  const approval: Approval = {
    date,
    body: step.body,
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    right: step.right,
    decision,
    text: hash,
    ...(version === undefined ? {} : { version }),
    ...(effective === undefined ? {} : { effective }),
    ...(review === undefined ? {} : { review }),
    ...(remarks === undefined ? {} : { remarks }),
    ...(forced === undefined ? {} : { forced }),
  }
  return { value: { edits: [put('approvals', [...approvals, approval])] }, messages: [] }
}

/** Whether two names are of one body: the same, or the name and the short name that its organisation gives it. */
export function isSameBody(one: string, other: string, organisation: Organisation | undefined): boolean {
  const [a, b] = [spelled(one), spelled(other)]
  const names = (organisation?.bodies ?? []).map(({ name, short = name }) => [spelled(name), spelled(short)])
  return a === b || names.some((own) => own.includes(a) && own.includes(b))
}

const spelled = (name: string): string => name.trim().toLowerCase()

function outOfTurn(
  { policy: { metadata }, today, keeps }: Dossier,
  hash: string,
  step: { readonly body: string; readonly right: Right },
  { date, forced }: Reported,
): Refusal | undefined {
  const { status, proposed } = metadata
  if (status !== 'proposed' || proposed === undefined) return { form: 'decide-not-proposed' }
  if (proposed.text !== hash) return { form: 'decide-changed', values: { date: proposed.date } }
  if (date > today) return { form: 'decide-future', values: { date, today } }
  if (date < proposed.date) return { form: 'decide-before-proposal', values: { date, proposed: proposed.date } }
  const all = decisions(metadata, hash, keeps)
  const own = all.find(({ body, right, standing }) => body === step.body && right === step.right && standing === 'bound')
  if (own) return { form: 'decide-already', values: { body: step.body, date: own.approval?.date ?? '' } }
  const steps = all.filter(({ standing }) => standing !== 'superseded')
  const before = steps.slice(
    0,
    steps.findIndex(({ body, right }) => body === step.body && right === step.right),
  )
  const refusing = before.find(({ approval, right }) => binds(right) && approval?.decision === 'negative')
  if (refusing) return { form: 'decide-refused', values: { body: refusing.body ?? '' } }
  const changing = before.find(({ approval, right }) => binds(right) && approval?.decision === 'amended')
  if (changing && forced === undefined) return { form: 'decide-amended', values: { body: changing.body ?? '' } }
  const later = before.find(({ approval }) => (approval?.date ?? '') > date)
  if (later?.approval?.date !== undefined)
    return { form: 'decide-before-other', values: { date, body: later.body ?? '', other: later.approval.date } }
  const open = before.find(({ standing, right }) => !carries(standing) && right !== 'information')
  return open && forced === undefined ? { form: 'decide-order', values: { body: step.body, before: open.body ?? '' } } : undefined
}

/** Whether a text falls when who has this right is against. */
export const binds = (right: Right | undefined): boolean => right !== 'advice' && right !== 'information'
