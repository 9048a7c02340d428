import {
  type Claimed,
  claimedOn,
  type Dated,
  type End,
  endOf,
  hashPolicy,
  inForceOn,
  isOvertaken,
  isWithdrawn,
  type Release,
} from '../decide/index.js'
import type { Policy } from '../model/index.js'
import type { Force } from './types.js'

/** A text that has a page, with what it is to its readers on a day. */
export interface Forced {
  readonly version: string
  readonly policy: Policy
  readonly force: Force
  /** YYYY-MM-DD */
  readonly since?: string
  /** YYYY-MM-DD, as `next` in `VersionStanding`. */
  readonly until?: string
  readonly next?: string
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
  const { status } = working.metadata
  const all = periodsOf(releases, working, today).flatMap((period) => forcesIn(period, releases, working, today))
  // A copy of a draft that was put among the releases is a draft still.
  const past = all.filter(({ force }) => drafts || (force !== 'draft' && force !== 'proposed'))
  const last = releases.at(-1)
  const isReleased = last !== undefined && hashPolicy(last.policy) === hashPolicy(working)
  if (isReleased || isWithdrawn(working.metadata, today)) return past
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

/** Releases that no withdrawal parts, by their places, and whether and on which day one ended them. */
interface Period {
  readonly from: number
  readonly to: number
  readonly gone: boolean
  readonly withdrawn?: string
}

function periodsOf(releases: readonly Release[], { metadata }: Policy, today: string): readonly Period[] {
  const ends = releases.flatMap(({ policy }, at): readonly Omit<Period, 'from'>[] => {
    const withdrawn = policy.metadata.predecessor?.withdrawn
    return at === 0 || withdrawn === undefined ? [] : [{ to: at, gone: true, withdrawn }]
  })
  const { withdrawn } = metadata
  const gone = isWithdrawn(metadata, today)
  const last = { to: releases.length, gone, ...(withdrawn === undefined ? {} : { withdrawn }) }
  return [...ends, last].map((end, at) => ({ ...end, from: ends[at - 1]?.to ?? 0 }))
}

/** What each release of a period is today; what a withdrawal ended is what it was on that day. */
function forcesIn(
  { from, to, gone, withdrawn }: Period,
  releases: readonly Release[],
  working: Policy,
  today: string,
): readonly Forced[] {
  const own = releases.slice(from, to)
  const { now, coming } = inForceOn(own, releases[to]?.policy ?? working, gone && withdrawn !== undefined ? withdrawn : today)
  const texts = own.map(({ policy }) => policy)
  const days = own.map((_, i) => datedOf(releases, from + i, working))
  const at = own.findIndex((release) => release.version === now?.release.version)
  const claimed = to === releases.length ? claimedOn(releases, working, today) : undefined
  const forces = own.map(({ policy: { metadata } }, i): Force => {
    if (metadata.status === 'withdrawn') return 'unproved'
    if (metadata.status !== 'adopted') return metadata.status
    if (gone && i >= at) return 'withdrawn'
    if (isOvertaken(texts, i)) return 'overtaken'
    if (i === at) return claimed ? 'unknown' : 'in-force'
    return i > at && (days[i]?.since ?? today) > today ? 'coming' : 'former'
  })
  return own.map(({ version, policy }, i): Forced => {
    const dated = [now, coming].find((each) => each?.release.version === version) ?? days[i]
    const force = forces[i] as Force
    return {
      version,
      policy,
      force,
      ...(dated?.since === undefined ? {} : { since: dated.since }),
      ...(force === 'withdrawn' && withdrawn !== undefined ? { until: withdrawn } : {}),
      ...(force === 'in-force' ? untilOf(endOf(releases, from + i, working)) : {}),
      ...(force === 'unknown' && claimed ? laterOf(claimed) : {}),
      proved: dated?.proved ?? false,
      working: false,
    }
  })
}

/** How long what is in force stays so. */
const untilOf = ({ day, next }: Partial<End> = {}) => ({
  ...(day === undefined ? {} : { until: day }),
  ...(next === undefined ? {} : { next }),
})

const laterOf = ({ since, version }: Claimed) => ({
  ...(since === undefined ? {} : { until: since }),
  ...(version === undefined ? {} : { next: version }),
})

/** The day a release that was followed by another was in force from. */
const datedOf = (releases: readonly Release[], at: number, working: Policy): Dated | undefined =>
  inForceOn(releases.slice(0, at + 1), releases[at + 1]?.policy ?? working, LAST_DAY).now

/** Later than any day a text names. */
const LAST_DAY = '9999-12-31'
