import { type Approval, append, type Policy } from '../../model/index.js'
import { hashPolicy } from '../hash.js'
import { carries, decisions, isWithdrawn, type Keeps } from '../standing.js'
import { type Dossier, lastReleased } from './dossier.js'
import { type Dated, inForceOn } from './force.js'

/** Something that happened to a policy on a day, or will. */
export interface Milestone {
  /** YYYY-MM-DD */
  readonly date: string
  readonly what: 'proposed' | 'decided' | 'in-force' | 'review' | 'withdrawn'
  /** Of the text it is about; null where that names none. */
  readonly version: string | null
  /** Of a decision: who took it, with which right, and what it was. */
  readonly body?: string
  readonly right?: NonNullable<Approval['right']>
  readonly decision?: NonNullable<Approval['decision']>
  /** Of a decision: it is bound to the words of that version. Of a release in force: it is proved what was decided. */
  readonly proved?: boolean
}

/**
 * The days of the working text, of the release in force and of the one that is coming, in order. What has no day is left out, and so is a day no
 * calendar has.
 */
export function daysOf({ policy, releases, today, keeps }: Omit<Dossier, 'organisation'>): readonly Milestone[] {
  const { status, version = null, proposed, withdrawn, review } = policy.metadata
  const isOver = isWithdrawn(policy.metadata, today)
  const { now, coming }: { now?: Dated; coming?: Dated } = isOver ? {} : inForceOn(releases, policy, today)
  const days: Milestone[] = []
  if (status === 'proposed' && proposed) days.push({ date: proposed.date, what: 'proposed', version })
  if (status === 'proposed') append(days, decisionsOf(policy, keeps))
  for (const dated of [now, coming]) {
    if (!dated) continue
    append(days, decisionsOf(dated.release.policy, dated.release.keeps))
    if (dated.since !== undefined)
      days.push({ date: dated.since, what: 'in-force', version: dated.release.version, proved: dated.proved })
  }
  const due = now?.release.policy.metadata.review ?? review
  // What was never released was never in force, and ends on no day.
  if (isOver && withdrawn !== undefined && lastReleased(releases))
    days.push({ date: withdrawn, what: 'withdrawn', version: null })
  if (!isOver && due !== undefined) days.push({ date: due, what: 'review', version: now?.release.version ?? version })
  const exists = ({ date }: Milestone) => new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) === true
  return days.filter(exists).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

const decisionsOf = (policy: Policy, keeps: Keeps | undefined): Milestone[] =>
  decisions(policy.metadata, hashPolicy(policy), keeps).flatMap(({ approval, body, right, standing }): Milestone[] =>
    approval?.date === undefined
      ? []
      : [
          {
            date: approval.date,
            what: 'decided',
            version: policy.metadata.version ?? null,
            ...(body === undefined ? (approval.name === undefined ? {} : { body: approval.name }) : { body }),
            ...(right === undefined ? {} : { right }),
            ...(approval.decision === undefined ? {} : { decision: approval.decision }),
            proved: carries(standing),
          },
        ],
  )
