import { createHash } from 'node:crypto'
import type { Milestone } from '../decide/index.js'
import { longDate, type Wording } from '../present/index.js'
import { phraseOf } from '../present/messages/index.js'
import { type PolicyStatus, type StatusSetting, standingPhrase } from './status.js'

/** An entry of a calendar, which takes the whole day. */
interface CalendarEntry {
  /** The same for the same matter each time it is made, so that a calendar moves an entry instead of adding one. */
  readonly uid: string
  /** YYYY-MM-DD */
  readonly date: string
  readonly summary: string
  readonly description: string
}

export interface Calendar {
  readonly title: string
  /** YYYY-MM-DD: the day it was made on. */
  readonly made: string
  readonly entries: readonly CalendarEntry[]
}

/** When policies were put before their bodies and decided on, enter into force, and must be looked at again. */
export function calendarOf(policies: readonly PolicyStatus[], setting: StatusSetting): Calendar {
  const { wording, lang, today } = setting
  const entries = policies.flatMap((status) => {
    const description = [
      status.organisation,
      `${status.policy}: ${phraseOf(standingPhrase(status.standing), wording)}`,
      wording('status.calendar.made', { date: longDate(today, lang) }),
    ].join('\n')
    return status.days.map((day) => ({
      uid: uidOf(status, day),
      date: day.date,
      summary: summaryOf(status, day, wording),
      description,
    }))
  })
  const byDate = (a: CalendarEntry, b: CalendarEntry) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)
  return { title: wording('status.title'), made: today, entries: entries.sort(byDate) }
}

/** That a policy must be looked at again, as an entry; `policy` as users call it, and the organisation by its name. */
export function reviewEntry(
  { policy, organisation, title, date }: Pick<PolicyStatus, 'policy' | 'organisation' | 'title'> & { readonly date: string },
  description: string,
  wording: Wording,
): CalendarEntry {
  const uid = uidOf({ policy, organisation }, { what: 'review', date, version: null })
  return { uid, date, summary: wording('status.day.review', { name: title }), description }
}

/** A review is one matter whatever its day; a decision is one of a version, a body and a day, as a body may be asked again. */
function uidOf(
  { policy, organisation }: Pick<PolicyStatus, 'policy' | 'organisation'>,
  { what, date, version, body, right }: Milestone,
): string {
  const of = what === 'review' ? [] : [version, ...(what === 'decided' ? [body, right, date] : [])]
  const named = JSON.stringify([organisation, policy, what, ...of.map((each) => each ?? null)])
  return `${createHash('sha256').update(named).digest('hex').slice(0, 32)}@clausule`
}

function summaryOf({ title }: PolicyStatus, { what, version, body, right, decision, proved }: Milestone, wording: Wording) {
  const name = version === null ? title : `${title} ${version}`
  const said = wording(`status.day.${what}`, {
    name: what === 'review' ? title : name,
    who: [body, right === undefined ? undefined : `(${wording(`right.${right}`)})`].filter(Boolean).join(' '),
    decision: decision === undefined ? wording('status.day.unsaid') : wording(`decision.${decision}`),
  })
  return proved === false ? wording(`status.day.unproved.${what === 'decided' ? 'decided' : 'in-force'}`, { said }) : said
}
