import { type Approval, compareVersion, type Metadata, type Result } from '../../model/index.js'
import type { Correction } from '../../versions/index.js'
import { hashPolicy } from '../hash.js'
import { boundChanges } from '../said-of-change.js'
import { isAdoptedBy } from '../standing.js'
import { type Dossier, lastDay, predecessorOf, put, refused, type Step } from './dossier.js'

export interface Proposed extends Step {
  readonly version: string
  /** The version that was advised, where the operator chose another. */
  readonly advised: string
  /** Of the words that are put before the bodies. */
  readonly hash: string
  /** Decisions on earlier words that stand. */
  readonly kept: readonly Approval[]
}

export interface Proposal {
  /** Whether every change since the last release is proved harmless; absent without a release. */
  readonly harmless?: boolean
  /** What was corrected since a decision, where nothing else changed: it may stand, if the route says so. */
  readonly corrected?: (approval: Approval) => readonly Correction[] | undefined
  /** The operator's word for the version. */
  readonly version?: string
}

/**
 * Fixes what is put before the bodies: the version, the hash of the words, and the route where the organisation has one and the text has
 * none. The version advised is the next minor one, and the next patch where every change is proved harmless; a higher one that the text
 * has already is left.
 */
export function propose(dossier: Dossier, { harmless, version: asked, corrected }: Proposal): Result<Proposed | undefined> {
  const { policy, organisation, today } = dossier
  const { status, version: own, route } = policy.metadata
  if (status === 'adopted' || status === 'withdrawn') return refused(dossier, { form: `propose-${status}` })
  const hash = hashPolicy(policy)
  const former = predecessorOf(dossier)
  if (former?.hash === hash) return refused(dossier, { form: 'propose-same-words', values: { version: former.version } })
  const last = lastDay(dossier)
  if (last !== undefined && last > today) return refused(dossier, { form: 'clock', values: { today, date: last } })
  const asks = route ?? organisation?.route ?? []
  if (asks.length === 0) return refused(dossier, { form: 'propose-no-route' })
  if (!isAdoptedBy(asks))
    return refused(dossier, { form: 'propose-no-adoption', values: { who: asks.map(({ body }) => body) } }, 'route')
  const advised = advice(former?.version, own, harmless === true)
  const version = asked ?? advised
  const taken = dossier.releases.at(-1)?.version
  if (taken !== undefined && compareVersion(version, taken) <= 0)
    return refused(dossier, { form: 'propose-version', values: { version, latest: taken } })
  const { value: approvals, kept } = standing(policy.metadata.approvals ?? [], asks, hash, corrected)
  const edits = [
    ...(approvals ? [put('approvals', approvals)] : []),
    put('version', version),
    put('status', 'proposed'),
    put('proposed', { date: today, text: hash }),
    ...(former ? [put('predecessor', former)] : []),
    ...(route === undefined ? [put('route', asks)] : []),
    // What is said of changes is put forward with these words.
    ...boundChanges(policy),
  ]
  return { value: { edits, version, advised, hash, kept }, messages: [] }
}

/** The decisions with what they are kept by; undefined where none changes. */
function standing(
  approvals: readonly Approval[],
  route: NonNullable<Metadata['route']>,
  hash: string,
  corrected: Proposal['corrected'],
): { readonly value?: readonly Approval[]; readonly kept: readonly Approval[] } {
  const value = approvals.map(({ kept: _, ...approval }): Approval => {
    const step = route.find(({ body, right }) => body === approval.body && right === (approval.right ?? right))
    const may = step?.keeps === 'typographical' && approval.decision === 'positive' && approval.text !== undefined
    const changes = may && approval.text !== hash ? corrected?.(approval) : undefined
    return changes ? { ...approval, kept: { text: hash, changes: [...changes] } } : approval
  })
  const kept = value.filter((approval) => approval.kept)
  return JSON.stringify(value) === JSON.stringify(approvals) ? { kept } : { value, kept }
}

const FIRST = '1.0.0'

function advice(latest: string | undefined, own: string | undefined, harmless: boolean): string {
  // What is first put before bodies is a first version, whatever a draft was called until then.
  if (latest === undefined) return own !== undefined && compareVersion(own, FIRST) > 0 ? own : FIRST
  const [major = 0, minor = 0, patch = 0] = latest.split('.').map(Number)
  const next = harmless ? `${major}.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`
  return own !== undefined && compareVersion(own, next) >= 0 ? own : next
}
