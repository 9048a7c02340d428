import { compareVersion, type Metadata, type Policy } from '../../model/index.js'
import { hashPolicy, isFileOf } from '../hash.js'
import { rerouted } from '../rerouted.js'
import { carries, decisions, isAdoptedBy, isWithdrawn, type Keeps } from '../standing.js'
import type { Release } from '../verify/index.js'
import { binds } from './record.js'

/**
 * Whether it is proved of a release what was decided: every decision its route asks is bound to its words, its route asks all who were asked when
 * it was put forward, who had to agree did, and the text that goes on from it names its words and its file as they are. A release that another policy has as well is proved of neither.
 */
export function isProved({ policy, version, file, keeps, copyOf, asked }: Release, successor?: Policy): boolean {
  if (copyOf !== undefined || (rerouted(policy.metadata, asked) ?? []).length > 0) return false
  const { metadata } = policy
  const hash = hashPolicy(policy)
  const said = successor?.metadata.predecessor
  const isOther = said?.hash !== undefined && said.hash !== hash
  const isTouched = said?.file !== undefined && file !== undefined && !isFileOf(said.file, file)
  if (said?.version === version && (isOther || isTouched)) return false
  return metadata.status === 'adopted' && isDecided(metadata, hash, keeps)
}

function isDecided(metadata: Metadata, hash: string, keeps: Keeps | undefined): boolean {
  const asked = decisions(metadata, hash, keeps).filter(
    ({ standing, right }) => standing !== 'superseded' && right !== 'information',
  )
  const agreeing = asked.filter(({ right }) => binds(right))
  return (
    isAdoptedBy(agreeing) &&
    asked.every(({ standing }) => carries(standing)) &&
    agreeing.every(({ approval }) => approval?.decision === 'positive')
  )
}

/** A release with the day it enters into force: its own, else that of the last decision on it; undefined where nothing says it. */
export interface Dated {
  readonly release: Release
  readonly since?: string
  /** The day of the last decision on it, which may be after it took effect. */
  readonly decided?: string
  readonly proved: boolean
}

/**
 * The release that is in force on a day, and a later one that is not yet. Oldest first; `working` is the text that goes on from the last. Days
 * YYYY-MM-DD.
 */
export function inForceOn(
  releases: readonly Release[],
  working: Policy,
  today: string,
): { readonly now?: Dated; readonly coming?: Dated } {
  const over = withdrawnBefore(releases)
  const adopted = releases
    .map((release, i): Dated => {
      const since = sinceOf(release.policy)
      const decided = lastDecisionOn(release.policy)
      const proved = isProved(release, releases[i + 1]?.policy ?? working)
      return { release, proved, ...(since === undefined ? {} : { since }), ...(decided === undefined ? {} : { decided }) }
    })
    .filter(({ release }, i) => i >= over && release.policy.metadata.status === 'adopted')
  const now = adopted.findLast(({ since }) => since === undefined || since <= today)
  const last = adopted.at(-1)
  return { ...(now ? { now } : {}), ...(last && last !== now ? { coming: last } : {}) }
}

/** A text that says of itself that it was adopted and is not among the releases: whether it, or the last of them, is in force is not known. */
export interface Claimed {
  readonly version?: string
  /** The day it says it is in force from, else that of the last decision it names. */
  readonly since?: string
}

/** What the working text claims to have replaced the releases with, by a day (YYYY-MM-DD); undefined where it claims nothing they do not show. */
export function claimedOn(releases: readonly Release[], working: Policy, today: string): Claimed | undefined {
  const { status, version } = working.metadata
  const last = releases.at(-1)
  if (status !== 'adopted' || isWithdrawn(working.metadata, today) || !last) return undefined
  if (hashPolicy(last.policy) === hashPolicy(working)) return undefined
  if (version !== undefined && releases.some((release) => compareVersion(release.version, version) >= 0)) return undefined
  const since = sinceOf(working)
  if (since !== undefined && since > today) return undefined
  return { ...(version === undefined ? {} : { version }), ...(since === undefined ? {} : { since }) }
}

/** The place of the first release that was made since the policy was last withdrawn: none before it comes back. */
const withdrawnBefore = (releases: readonly Release[]): number =>
  Math.max(
    0,
    releases.findLastIndex(({ policy: { metadata } }) => metadata.predecessor?.withdrawn !== undefined),
  )

/** Whether a later release takes the place of one before the day it was to begin, or both were to begin on one named day: it is never in force. */
export function isOvertaken(releases: readonly Policy[], at: number): boolean {
  const own = releases[at]
  const since = own && sinceOf(own)
  if (since === undefined) return false
  return releases.slice(at + 1).some((later) => {
    const next = sinceOf(later)
    if (next === undefined || later.metadata.status !== 'adopted') return false
    return next < since || (next === since && own?.metadata.effective === since && later.metadata.effective === since)
  })
}

/** What a text takes the place of when it takes effect, of the releases before it. */
export interface Succession {
  /** The release that applies until then; absent where none does. */
  readonly replaced?: string
  /** The release it goes on from, where that one never applies, or was withdrawn on a day. */
  readonly idle?: { readonly version: string; readonly withdrawn?: string }
}

/** Oldest first, whichever they are; undefined where it is not known what applies until the day a text takes effect. */
export function successionOf(policy: Policy, releases: readonly Release[]): Succession | undefined {
  const { version, predecessor, withdrawn = predecessor?.withdrawn } = policy.metadata
  const before = releases.filter(
    (release) =>
      release.policy.metadata.status === 'adopted' && (version === undefined || compareVersion(release.version, version) < 0),
  )
  const last = before.at(-1)
  if (predecessor !== undefined && !before.some((release) => release.version === predecessor.version)) return undefined
  if (!last) return {}
  if (withdrawn !== undefined) return { idle: { version: last.version, withdrawn } }
  const since = sinceOf(policy)
  if (since === undefined) return isBegun(last.policy, policy) ? { replaced: last.version } : undefined
  const adopted: Policy = { ...policy, metadata: { ...policy.metadata, status: 'adopted' } }
  const texts = [...before.map((release) => release.policy), adopted]
  const over = withdrawnBefore(before)
  const replaced = before.findLast((_, i) => i >= over && !isOvertaken(texts, i))?.version
  const idle = isOvertaken(texts, before.length - 1) ? { idle: { version: last.version } } : {}
  return { ...(replaced === undefined ? {} : { replaced }), ...idle }
}

/** What ends a release, as far as it is on record: a later one that takes its place, or a withdrawal. */
export interface End {
  /** The day from which it applies no more, YYYY-MM-DD; absent where a withdrawal names none. */
  readonly day?: string
  /** The release that takes its place; absent where the policy is withdrawn. */
  readonly next?: string
  /** It ends before it begins. */
  readonly never: boolean
}

/** Oldest first; `working` is the text that goes on from the last. Undefined where nothing on record ends the release. */
export function endOf(releases: readonly Release[], at: number, working: Policy): End | undefined {
  const own = releases[at]
  if (!own) return undefined
  const back = releases.findIndex(({ policy }, i) => i > at && policy.metadata.predecessor?.withdrawn !== undefined)
  const isGone = back >= 0 || isWithdrawn(working.metadata)
  const withdrawn = back >= 0 ? releases[back]?.policy.metadata.predecessor?.withdrawn : working.metadata.withdrawn
  const since = sinceOf(own.policy)
  const later = releases.slice(at + 1, back < 0 ? undefined : back).flatMap(({ version, policy }) => {
    const day = sinceOf(policy)
    return day === undefined || policy.metadata.status !== 'adopted' ? [] : [{ day, next: version }]
  })
  // Of two that begin on one day the last stands.
  const next = later.reduceRight<(typeof later)[number] | undefined>(
    (best, each) => (best && best.day <= each.day ? best : each),
    undefined,
  )
  if (isGone && (next === undefined || withdrawn === undefined || withdrawn <= next.day)) {
    const day = withdrawn === undefined ? {} : { day: withdrawn }
    return { ...day, never: since !== undefined && withdrawn !== undefined && withdrawn < since }
  }
  if (next === undefined) return undefined
  return {
    ...next,
    never: isOvertaken(
      releases.map(({ policy }) => policy),
      at,
    ),
  }
}

/** Whether a release was in force when something was decided on it or a text after it, which has no day of its own yet. */
function isBegun(release: Policy, next: Policy): boolean {
  const since = sinceOf(release)
  const days = [release, next].flatMap(({ metadata: { approvals = [], proposed } }) => [
    ...approvals.flatMap(({ date }) => date ?? []),
    ...(proposed ? [proposed.date] : []),
  ])
  return since === undefined || days.some((day) => day >= since)
}

/** The day a text says it is in force from, else that of the last decision on it. */
export const sinceOf = (policy: Policy): string | undefined => policy.metadata.effective ?? lastDecisionOn(policy)

/** The day of the last decision a text names. */
export const lastDecisionOn = ({ metadata }: Policy): string | undefined =>
  (metadata.approvals ?? [])
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1)
