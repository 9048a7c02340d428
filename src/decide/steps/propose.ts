import { compareVersion, type Result } from '../../model/index.js'
import { hashPolicy } from '../hash.js'
import { type Dossier, predecessorOf, put, refused, type Step } from './dossier.js'

export interface Proposed extends Step {
  readonly version: string
  /** The version that was advised, where the operator chose another. */
  readonly advised: string
  /** Of the words that are put before the bodies. */
  readonly hash: string
}

export interface Proposal {
  /** Whether every change since the last release is proved harmless; absent without a release. */
  readonly harmless?: boolean
  /** The operator's word for the version. */
  readonly version?: string
}

/**
 * Fixes what is put before the bodies: the version, the hash of the words, and the route where the organisation has one and the text has
 * none. The version advised is the next minor one, and the next patch where every change is proved harmless; a higher one that the text
 * has already is left.
 */
export function propose(dossier: Dossier, { harmless, version: asked }: Proposal): Result<Proposed | undefined> {
  const { policy, organisation, today } = dossier
  const { status, version: own, route } = policy.metadata
  if (status === 'adopted' || status === 'withdrawn') return refused(dossier, { form: `propose-${status}` })
  const hash = hashPolicy(policy)
  const former = predecessorOf(dossier)
  if (former?.hash === hash) return refused(dossier, { form: 'propose-same-words', values: { version: former.version } })
  const asks = route ?? organisation?.route ?? []
  if (asks.length === 0) return refused(dossier, { form: 'propose-no-route' })
  const advised = advice(former?.version, own, harmless === true)
  const version = asked ?? advised
  if (former && compareVersion(version, former.version) <= 0)
    return refused(dossier, { form: 'propose-version', values: { version, latest: former.version } })
  const edits = [
    put('version', version),
    put('status', 'proposed'),
    put('proposed', { date: today, text: hash }),
    ...(former ? [put('predecessor', former)] : []),
    ...(route === undefined ? [put('route', asks)] : []),
  ]
  return { value: { edits, version, advised, hash }, messages: [] }
}

function advice(latest: string | undefined, own: string | undefined, harmless: boolean): string {
  if (latest === undefined) return own ?? '1.0.0'
  const [major = 0, minor = 0, patch = 0] = latest.split('.').map(Number)
  const next = harmless ? `${major}.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`
  return own !== undefined && compareVersion(own, next) >= 0 ? own : next
}
