import { ICalCalendar, ICalEventTransparency } from 'ical-generator'
import type { Calendar } from '../../papers/index.js'

/** Characters no text of a calendar may hold (RFC 5545, 3.1). */
const CONTROL = /[\0-\x09\x0b-\x1f\x7f]/g

/** A calendar as a program that keeps one reads it (RFC 5545). The same calendar gives the same bytes. */
export function renderCalendar({ title, made, entries }: Calendar): string {
  const calendar = new ICalCalendar({ prodId: { company: 'Clausule', product: 'status' }, name: title })
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

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`)
