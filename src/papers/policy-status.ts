import {
  type Claimed,
  claimedOn,
  type Dated,
  type Dossier,
  daysOf,
  decisions,
  hashPolicy,
  inForceOn,
  isOnOtherWords,
  isWithdrawn,
  reviewState,
  standingOf,
} from '../decide/index.js'
import { compareVersion, extendedBy, type Metadata, undecidedIn } from '../model/index.js'
import type { PolicyStatus } from './status.js'

/** How a policy is named, and the last edition there is of its template. */
interface StatusNames {
  readonly ref: string
  /** The organisation's name. */
  readonly organisation: string
  readonly latest?: string
}

/** Where a policy stands on a day: adopted, waiting for whom and since when, in force, to be looked at again. */
export function policyStatus(dossier: Omit<Dossier, 'organisation'>, { ref, organisation, latest }: StatusNames): PolicyStatus {
  const { policy, releases, keeps, today } = dossier
  const { metadata } = policy
  const standing = standingOf(dossier)
  const claimed = claimedOn(releases, policy, today)
  const { now, coming } = isWithdrawn(metadata, today) ? {} : inForceOn(releases, policy, today)
  const review = now?.release.policy.metadata.review ?? metadata.review
  return {
    policy: ref,
    title: metadata.title,
    organisation,
    version: metadata.version ?? null,
    standing,
    inForce: claimed ? null : forceOf(now),
    claimed: claimed && now ? claimOf(claimed, now) : null,
    coming: forceOf(coming),
    template: templateOf(metadata, latest),
    undecided: undecidedIn(metadata),
    superseded: decisions(metadata, hashPolicy(policy), keeps).flatMap(({ standing: on, body, approval }) =>
      isOnOtherWords(on) ? [body ?? approval?.name ?? ''] : [],
    ),
    added: decisions(metadata, hashPolicy(policy), keeps).flatMap(({ added, body, approval }) =>
      added ? [body ?? approval?.name ?? ''] : [],
    ),
    days: daysOf(dossier),
    review: review === undefined || isWithdrawn(metadata, today) ? null : { date: review, state: reviewState(review, today) },
  }
}

/** The edition a working text was made of, beside the last there is. */
function templateOf(metadata: Metadata, last: string | undefined): PolicyStatus['template'] {
  const extended = extendedBy(metadata)
  if (!extended) return null
  const { template: name, version = null } = extended
  const latest = last ?? null
  return { name, version, latest, behind: version !== null && latest !== null && compareVersion(latest, version) > 0 }
}

const claimOf = ({ version, since }: Claimed, now: Dated): PolicyStatus['claimed'] => ({
  version: version ?? null,
  since: since ?? null,
  released: now.release.version,
})

const forceOf = (dated: Dated | undefined): PolicyStatus['inForce'] =>
  dated
    ? { version: dated.release.version, since: dated.since ?? null, decided: dated.decided ?? null, proved: dated.proved }
    : null
