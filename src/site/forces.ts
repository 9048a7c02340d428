import { type Dated, hashPolicy, inForceOn, isOvertaken, isWithdrawn, type Release, withdrawnBefore } from '../decide/index.js'
import type { Policy } from '../model/index.js'
import type { Force } from './types.js'

/** A text that has a page, with what it is to its readers on a day. */
export interface Forced {
  readonly version: string
  readonly policy: Policy
  readonly force: Force
  /** YYYY-MM-DD */
  readonly since?: string
  readonly proved: boolean
  /** It is the working text, not a release. */
  readonly working: boolean
}

/** The working text on the site, where it is no version yet. */
export const DRAFT = 'draft'

/**
 * What of a policy stands on a site, oldest first: its releases; the working text where it says that it was adopted and is no release; with
 * `drafts` also where it is only written or proposed. Nothing is said to be in force because it says so itself. Days YYYY-MM-DD.
 */
export function forcesOf(releases: readonly Release[], working: Policy, today: string, drafts: boolean): readonly Forced[] {
  const { status, withdrawn } = working.metadata
  const { now, coming } = inForceOn(releases, working, today)
  const gone = isWithdrawn(working.metadata) && (withdrawn === undefined || withdrawn <= today)
  const over = withdrawnBefore(releases)
  const texts = releases.map(({ policy }) => policy)
  const days = releases.map((_, i) => datedOf(releases, i, working))
  const all = releases.map(({ version, policy }, i): Forced => {
    const dated = [now, coming].find((each) => each?.release.version === version) ?? days[i]
    const at = releases.findIndex((release) => release.version === now?.release.version)
    const own = policy.metadata.status
    const inTurn = isOvertaken(texts, i) ? 'overtaken' : forceOf(i, at, gone || (at < 0 && i < over), dated, today)
    const force = own === 'adopted' ? inTurn : own === 'withdrawn' ? 'unproved' : own
    return {
      version,
      policy,
      force,
      ...(dated?.since === undefined ? {} : { since: dated.since }),
      proved: dated?.proved ?? false,
      working: false,
    }
  })
  // A copy of a draft that was put among the releases is a draft still.
  const past = all.filter(({ force }) => drafts || (force !== 'draft' && force !== 'proposed'))
  const last = releases.at(-1)
  const isReleased = last !== undefined && hashPolicy(last.policy) === hashPolicy(working)
  if (isReleased || isWithdrawn(working.metadata)) return past
  if (status !== 'adopted') {
    return drafts ? [...past, { version: DRAFT, policy: working, force: status, proved: false, working: true }] : past
  }
  const since = working.metadata.effective
  const version = working.metadata.version ?? DRAFT
  // An adopted text under the number of a release is an error that keeps the policy off the site.
  if (releases.some((release) => release.version === version)) return past
  return [
    ...past,
    { version, policy: working, force: 'unproved', ...(since === undefined ? {} : { since }), proved: false, working: true },
  ]
}

function forceOf(at: number, now: number, gone: boolean, dated: Dated | undefined, today: string): Force {
  if (at === now) return gone ? 'withdrawn' : 'in-force'
  if (now < 0 && gone) return 'withdrawn'
  return at > now && (dated?.since ?? today) > today ? 'coming' : 'former'
}

/** The day a release that was followed by another was in force from. */
const datedOf = (releases: readonly Release[], at: number, working: Policy): Dated | undefined =>
  inForceOn(releases.slice(0, at + 1), releases[at + 1]?.policy ?? working, LAST_DAY).now

/** Later than any day a text names. */
const LAST_DAY = '9999-12-31'
