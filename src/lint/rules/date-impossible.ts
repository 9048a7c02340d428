/**
 * A date exists, in the front matter and in the words of a clause, and so does a time of day.
 *
 * ```markdown ok
 * ---
 * title: Afspraken
 * date: 2024-02-29
 * ---
 *
 * Dit geldt vanaf 29 februari 2024; zie dossier 2024-13-99-7. {#ingang}
 * ```
 *
 * ```markdown
 * ---
 * title: Afspraken
 * effective: 2023-02-30
 * approvals:
 *   - { body: MR, date: 2023-02-01 }
 *   - { body: Bestuur, date: 2023-04-31 }
 * ---
 *
 * Dit geldt tot 31 november 2023. {#slot}
 * ```
 *
 * ```messages
 * 3:1 error date/impossible Unexpected date "2023-02-30", expected a day that exists
 * 6:22 error date/impossible Unexpected date "2023-04-31", expected a day that exists
 * 9:15 error date/impossible Unexpected date "31 november 2023", expected a day that exists
 * ```
 *
 * ```markdown
 * This applies until February 29, 2023 and after 2023-00-10. {#until}
 * ```
 *
 * ```messages
 * 1:20 error date/impossible Unexpected date "February 29, 2023", expected a day that exists
 * 1:48 error date/impossible Unexpected date "2023-00-10", expected a day that exists
 * ```
 *
 * ```markdown ok
 * De school is open van 8.15 tot 24.00 uur; een aanstelling van 40.00 uur per week, artikel 25.61 en een score van 3:75 zijn geen tijden. {#open}
 * ```
 *
 * ```markdown
 * De school is open van 7.30 tot 25.00 uur. Bel om 9:75 uur, of tussen 24:30 en 8:00 uur. {#open}
 * ```
 *
 * ```messages
 * 1:32 warning date/impossible Unexpected time "25.00", expected one that a day has
 * 1:50 warning date/impossible Unexpected time "9:75", expected one that a day has
 * 1:70 warning date/impossible Unexpected time "24:30", expected one that a day has
 * ```
 *
 * To mend: write the day or the time that was meant; in the front matter a day as YYYY-MM-DD.
 */
import { isDay } from '../../language/index.js'
import { impossibleDates, impossibleTimes } from '../dates.js'
import { frontMatterDates } from '../front-matter.js'
import type { Rule } from '../rule.js'
import { textsOf } from '../words.js'

export const dateImpossible: Rule<'date/impossible'> = {
  id: 'date/impossible',
  severity: 'error',
  *check({ metadata, clauses, keyPlace }) {
    for (const { path, date } of frontMatterDates(metadata)) {
      if (!isDay(date)) yield { form: 'day', values: { date }, place: keyPlace(path) }
    }
    for (const { value, placeOf } of textsOf(clauses)) {
      for (const { written, offset } of impossibleDates(value))
        yield { form: 'day', values: { date: written }, place: placeOf(offset) }
      for (const { written, offset } of impossibleTimes(value))
        yield { form: 'time', severity: 'warning', values: { time: written }, place: placeOf(offset) }
    }
  },
}
