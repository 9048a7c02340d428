import type { Metadata, Result } from '../../model/index.js'
import { hashPolicy } from '../hash.js'
import { type Decision, decisions, isAdoptedBy } from '../standing.js'
import { OVER } from './beside.js'
import { type Dossier, lastDay, lastReleased, predecessorOf, put, type Refusal, refused, type Step } from './dossier.js'
import { lastDecisionOn, sinceOf } from './force.js'
import { binds } from './record.js'

interface Released {
  readonly version: string
  /** What makes the release of the working text. */
  readonly frozen: Step['edits']
  /** What makes the next draft of it, by the hash of the release's file. */
  readonly next: (file: string) => Step['edits']
  /** Who decided before decisions were bound to words: nothing proves on which. */
  readonly unbound: readonly string[]
}

/**
 * Freezes a text on which everything its route asks was decided, and opens the next draft. A text that came in as adopted, with decisions
 * from before they were bound to words, is released where somebody says that it may be, as `unproved`.
 */
export function release(dossier: Dossier, { unproved = false } = {}): Result<Released | undefined> {
  const { policy } = dossier
  const { metadata } = policy
  const { version, history = [] } = metadata
  const hash = hashPolicy(policy)
  const why = incomplete(dossier, hash, unproved)
  if (why) return refused(dossier, why)
  const last = lastDay(dossier)
  if (last !== undefined && last > dossier.today)
    return refused(dossier, { form: 'clock', values: { today: dossier.today, date: last } })
  if (version === undefined) return refused(dossier, { form: 'release-no-version' })
  const all = decisions(metadata, hash, dossier.keeps)
  const date = all
    .flatMap(({ approval }) => approval?.date ?? [])
    .sort()
    .at(-1)
  const lines = [...history.filter((line) => line.version !== version), { version, ...(date === undefined ? {} : { date }) }]
  const former = predecessorOf(dossier)
  const frozen = [
    put('status', 'adopted'),
    put('history', lines),
    // The releases before it were withdrawn; with this one the policy is in force again.
    ...(former
      ? [put('predecessor', { ...former, ...(metadata.withdrawn === undefined ? {} : { withdrawn: metadata.withdrawn }) })]
      : []),
    ...(metadata.withdrawn === undefined ? [] : [put('withdrawn', undefined)]),
  ]
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const next = (file: string) => [
    put('version', `${major}.${minor + 1}.0`),
    put('status', 'draft'),
    put('history', lines),
    put('predecessor', { version, hash, file }),
    ...OVER.filter((key) => metadata[key] !== undefined).map((key) => put(key, undefined)),
  ]
  return { value: { version, frozen, next, unbound: unboundIn(all) }, messages: [] }
}

/** Who decided on words that nothing names. */
const unboundIn = (all: readonly Decision[]): string[] =>
  all.flatMap(({ standing, body, approval }) => (standing === 'unbound' ? [body ?? approval?.name ?? approval?.date ?? '?'] : []))

function incomplete({ policy: { metadata }, releases, keeps }: Dossier, hash: string, unproved: boolean): Refusal | undefined {
  const { status, version, proposed, route = [] } = metadata
  if (releases.some((other) => other.version === version)) return { form: 'release-there', values: { version: version ?? '' } }
  const every = decisions(metadata, hash, keeps)
  const all = every.filter(({ standing }) => standing !== 'superseded')
  if (status === 'adopted') {
    if (all.length === 0) return { form: 'release-undecided' }
    const who = unboundIn(all)
    return who.length === 0 || unproved ? undefined : { form: 'release-unproved', values: { who } }
  }
  const last = lastReleased(releases)
  if (status === 'draft' && last && hashPolicy(last.policy) === hash)
    return { form: 'release-already', values: { version: last.version } }
  if (status !== 'proposed' || proposed === undefined) return { form: 'release-not-proposed' }
  if (proposed.text !== hash) return { form: 'release-changed', values: { date: proposed.date } }
  if (route.length === 0) return { form: 'propose-no-route' }
  if (!isAdoptedBy(route)) return { form: 'propose-no-adoption', values: { who: route.map(({ body }) => body) } }
  // Who is asked again because something besides the words is otherwise than what they decided on.
  const asked = all.map((one) => every.find((other) => isAskedAgain(one, other)) ?? one)
  return asked.map(openOf).find((reason) => reason !== undefined) ?? early(metadata, all)
}

const isAskedAgain = (one: Decision, other: Decision): boolean =>
  one.standing === 'pending' && other.otherwise !== undefined && other.body === one.body && other.right === one.right

/** A text takes effect before it was decided on only where those who decided saw that day. */
function early({ effective }: Metadata, all: readonly Decision[]): Refusal | undefined {
  if (effective === undefined) return undefined
  const unseen = all.find(
    ({ approval: { date, effective: seen } = {} }) => seen === undefined && date !== undefined && date > effective,
  )
  const { body, approval } = unseen ?? {}
  if (!approval) return undefined
  return { form: 'release-early', values: { effective, who: body ?? approval.name ?? '', date: approval.date ?? '' } }
}

/** Why a decision does not carry a release. */
function openOf({ standing, right, body, approval, otherwise }: Decision): Refusal | undefined {
  const who = body ?? approval?.name ?? ''
  if (standing === 'pending') return right === 'information' ? undefined : { form: 'release-pending', values: { who } }
  if (otherwise !== undefined)
    return { form: `release-other-${otherwise}`, values: { who, decided: approval?.[otherwise] ?? '' } }
  if (standing === 'other') return { form: 'release-other-words', values: { who } }
  if (standing === 'unbound') return { form: 'release-unbound', values: { who } }
  if (!binds(right)) return undefined
  if (approval?.decision === 'negative') return { form: 'release-negative', values: { who } }
  return approval?.decision === 'amended' ? { form: 'release-amended', values: { who } } : undefined
}

/** A policy that is no longer in force, from a day on. */
export function withdraw(dossier: Dossier, date: string): Result<Step | undefined> {
  const { policy, today } = dossier
  const former = predecessorOf(dossier)
  if (!former) return refused(dossier, { form: 'withdraw-no-release' })
  if (policy.metadata.status === 'withdrawn') return refused(dossier, { form: 'withdraw-already' })
  if (former.hash !== hashPolicy(policy)) return refused(dossier, { form: 'withdraw-open', values: { version: former.version } })
  if (date > today) return refused(dossier, { form: 'decide-future', values: { date, today } })
  const from = firstDay(dossier, former.version)
  if (from !== undefined && date < from)
    return refused(dossier, { form: 'withdraw-early', values: { date, version: former.version, from } })
  const edits = [put('status', 'withdrawn'), put('withdrawn', date)]
  return { value: { edits }, messages: [] }
}

/**
 * The first day on which a release can be withdrawn: the one it was decided on, or the one it applies from where that came later and is past.
 * YYYY-MM-DD; undefined where neither is known.
 */
function firstDay({ releases, today }: Dossier, version: string): string | undefined {
  const policy = releases.find((release) => release.version === version)?.policy
  if (!policy) return undefined
  const days = [lastDecisionOn(policy), sinceOf(policy)].filter((day) => day !== undefined && day <= today)
  return days.sort().at(-1)
}
