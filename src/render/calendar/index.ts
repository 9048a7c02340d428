import { ICalCalendar, ICalEventTransparency } from 'ical-generator'
import type { Calendar } from '../../papers/index.js'

/** Characters no text of a calendar may hold (RFC 5545, 3.1). */
const CONTROL = /[\0-\x09\x0b-\x1f\x7f]/g

/** A calendar as a program that keeps one reads it (RFC 5545). The same calendar gives the same bytes. */
export function renderCalendar({ title, made, entries }: Calendar): string {
  const calendar = new ICalCalendar({ prodId: { company: 'Clausule', product: 'status' }, name: title })
  // A calendar holds one component at least (RFC 5545, 3.6): one of nothing holds the time zone its days could be in.
  if (entries.length === 0) calendar.timezone({ name: 'UTC', generator: () => UTC })
  for (const { uid, date, summary, description } of entries) {
    calendar.createEvent({
      id: uid,
      stamp: midnight(made),
      start: midnight(date),
      allDay: true,
      summary: summary.replace(CONTROL, ' '),
      description: description.replace(CONTROL, ' '),
      // It is a day to know of, and takes nobody's time.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString()}\r\n`
}

const UTC = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`)
