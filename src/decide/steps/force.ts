import type { Metadata, Policy } from '../../model/index.js'
import { hashPolicy } from '../hash.js'
import { carries, decisions, isAdoptedBy, type Keeps } from '../standing.js'
import type { Release } from '../verify/index.js'
import { binds } from './record.js'

/**
 * Whether it is proved of a release what was decided: every decision its route asks is bound to its words, who had to agree did, and the text
 * that goes on from it names its words and its file as they are. A release that another policy has as well is proved of neither.
 */
export function isProved({ policy, version, file, keeps, copyOf }: Release, successor?: Policy): boolean {
  if (copyOf !== undefined) return false
  const { metadata } = policy
  const hash = hashPolicy(policy)
  const said = successor?.metadata.predecessor
  const isOther = (named: string | undefined, is: string | undefined) => named !== undefined && is !== undefined && named !== is
  if (said?.version === version && (isOther(said.hash, hash) || isOther(said.file, file))) return false
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
  const adopted = releases
    .map((release, i): Dated => {
      const since = sinceOf(release.policy)
      const proved = isProved(release, releases[i + 1]?.policy ?? working)
      return { release, proved, ...(since === undefined ? {} : { since }) }
    })
    .filter(({ release }) => release.policy.metadata.status === 'adopted')
  const now = adopted.findLast(({ since }) => since === undefined || since <= today)
  const last = adopted.at(-1)
  return { ...(now ? { now } : {}), ...(last && last !== now ? { coming: last } : {}) }
}

/** The day a text says it is in force from, else that of the last decision on it. */
export function sinceOf(policy: Policy): string | undefined {
  const taken = decisions(policy.metadata, hashPolicy(policy)).flatMap(({ approval }) => approval?.date ?? [])
  return policy.metadata.effective ?? taken.sort().at(-1)
}
