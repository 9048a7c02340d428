/**
 * Dates follow each other: a text is decided, then in force, then looked at again, and ends last; decisions stand in the order in which they
 * were made, and after the version before; a later version does not bear an earlier date. A text may be given effect from before anybody decided
 * on it, and bear the date on which it was printed, so these are warnings.
 *
 * ```markdown ok
 * ---
 * title: Afspraken
 * effective: 2023-09-01
 * review: 2026-09-01
 * route: [{ body: MR, right: consent }, { body: Bestuur, right: adoption }]
 * approvals:
 *   - { date: 2023-05-09, body: MR, right: consent }
 *   - { date: 2023-06-20, body: Bestuur, right: adoption }
 * history:
 *   - { version: 1.1.0, date: 2021-03-01 }
 *   - { version: 1.0.0, date: 2019-03-01 }
 * ---
 *
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```markdown
 * ---
 * title: Afspraken
 * effective: 2023-06-01
 * review: 2023-01-01
 * withdrawn: 2023-01-01
 * approvals:
 *   - { date: 2023-06-20, body: Bestuur, right: adoption }
 *   - { date: 2023-05-09, body: MR, right: consent }
 * history:
 *   - { version: 1.0.0, date: 2021-03-01 }
 *   - { version: 1.10.0, date: 2020-01-01 }
 *   - { version: 1.9.0, date: 2022-01-01 }
 * ---
 *
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```messages
 * 3:1 warning date/order Unexpected entry into force on 2023-06-01, expected no day before the adoption on 2023-06-20
 *   7:7 The adoption
 * 4:1 warning date/order Unexpected review on 2023-01-01, expected a day after the entry into force on 2023-06-01
 *   3:1 The entry into force
 * 5:1 warning date/order Unexpected end on 2023-01-01, expected no day before the entry into force on 2023-06-01
 *   3:1 The entry into force
 * 8:7 warning date/order Unexpected decision on 2023-05-09, expected no day before the decision above it on 2023-06-20
 *   7:7 The decision above it
 * 11:24 warning date/order Unexpected version 1.10.0 on 2020-01-01, expected no day before version 1.9.0 on 2022-01-01
 *   12:23 Version 1.9.0
 * ```
 *
 * ```markdown
 * ---
 * title: Afspraken
 * effective: 2013-06-01
 * review: 2018-06-01
 * copyright: © 2016 Stichting De Linde
 * ---
 *
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```messages
 * 5:1 warning date/order Unexpected copyright of 2016, expected a date of that year: the last one is 2013-06-01
 *   3:1 The last date
 * ```
 *
 * ```markdown
 * ---
 * title: Afspraken
 * effective: 2023-05-10
 * approvals:
 *   - { date: 2023-05-09, body: Bestuur, right: adoption }
 *   - { date: 2023-06-20, body: MR, right: consent }
 *   - { date: 2023-07-01, body: Ouderraad, right: information }
 * ---
 *
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```messages
 * 3:1 warning date/order Unexpected entry into force on 2023-05-10, expected no day before the last decision on 2023-06-20
 *   6:7 The last decision
 * ```
 *
 * ```markdown
 * ---
 * title: Afspraken
 * status: proposed
 * effective: 2023-05-10
 * proposed: { date: 2023-06-01, text: sha256:0000000000000000000000000000000000000000000000000000000000000000 }
 * ---
 *
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```messages
 * 4:1 warning date/order Unexpected entry into force on 2023-05-10, expected no day before it was put forward, on 2023-06-01
 *   5:13 It was put forward
 * ```
 *
 * ```markdown
 * ---
 * title: Afspraken
 * version: 1.1.0
 * date: 2023-06-01
 * approvals:
 *   - { date: 2019-02-01, body: MR, right: consent }
 *   - { date: 2023-05-20, body: Bestuur, right: adoption }
 * history:
 *   - { version: 1.1.0, date: 2023-06-01 }
 *   - { version: 1.0.0, date: 2019-03-01 }
 * ---
 *
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```messages
 * 6:7 warning date/order Unexpected decision on 2019-02-01, expected no day before the version it followed, 1.0.0 of 2019-03-01
 *   10:23 Version 1.0.0
 * 7:7 warning date/order Unexpected last decision on 2023-05-20, expected no day before the date of the text that was decided on, 2023-06-01
 *   4:1 The date of the text
 * ```
 *
 * To mend: put the dates right, or the decisions and versions in their order. A text that has effect from before it was decided on may keep its
 * dates.
 */
import type { Metadata } from '../../model/index.js'
import { type DateKey, frontMatterDates } from '../front-matter.js'
import type { Finding, LintInput, Rule } from '../rule.js'

type Found = Finding<'date/order'>
/** What two dates are of, the later one first. */
type Pair = Exclude<Found['form'], 'versions' | 'copyright' | 'decision-former'>

const EARLIER = {
  'effective-adoption': 'date.adoption',
  'effective-decision': 'date.last-decision',
  'effective-proposal': 'date.proposal',
  'review-effective': 'date.effective',
  'review-adoption': 'date.adoption',
  'end-effective': 'date.effective',
  'end-adoption': 'date.adoption',
  decisions: 'date.decision',
  'decision-date': 'date.text',
} as const satisfies Record<Pair, string>

export const dateOrder: Rule<'date/order'> = {
  id: 'date/order',
  severity: 'warning',
  *check({ metadata, keyPlace }) {
    const key = (at: 'effective' | 'review' | 'withdrawn'): DateKey | undefined => {
      const date = metadata[at]
      return date === undefined ? undefined : { date, path: [at] }
    }
    const effective = key('effective')
    const decisions = (metadata.approvals ?? []).flatMap(({ date, right, decision }, i) =>
      date === undefined
        ? []
        : [
            {
              date,
              path: ['approvals', i, 'date'],
              adopts: right === 'adoption' && decision !== 'negative',
              asks: right !== 'information',
            },
          ],
    )
    const adoption = decisions.findLast(({ adopts }) => adopts)

    const isBack = adoption !== undefined && effective !== undefined && effective.date < adoption.date
    const last = decisions
      .filter(({ asks }) => asks)
      .toSorted(byDate)
      .at(-1)
    if (isBack) yield* after('effective-adoption', adoption, effective, keyPlace)
    else yield* after('effective-decision', last, effective, keyPlace)
    // Who advises sees a text before it has its date; who decides last does not.
    yield* after(
      'decision-date',
      metadata.date === undefined ? undefined : { date: metadata.date, path: ['date'] },
      last,
      keyPlace,
    )
    yield* beforeFormer(metadata, decisions, keyPlace)
    // Whoever decides on what was put forward does so on that day or later.
    const proposal =
      metadata.status === 'proposed' && metadata.proposed
        ? { date: metadata.proposed.date, path: ['proposed', 'date'] }
        : undefined
    if (decisions.length === 0) yield* after('effective-proposal', proposal, effective, keyPlace)
    const start = effective ? 'effective' : 'adoption'
    yield* after(`review-${start}`, effective ?? adoption, key('review'), keyPlace, true)
    yield* after(`end-${start}`, effective ?? adoption, key('withdrawn'), keyPlace)
    for (const [i, decision] of decisions.entries()) yield* after('decisions', decisions[i - 1], decision, keyPlace)
    yield* versions(metadata, keyPlace)
    yield* copyright(metadata, keyPlace)
  },
}

/** Finds fault with a date before an earlier one; with the same day too when the two cannot fall together. */
function* after(
  form: Pair,
  earlier: DateKey | undefined,
  later: DateKey | undefined,
  keyPlace: LintInput['keyPlace'],
  strict = false,
): Generator<Found> {
  if (!earlier || !later || later.date > earlier.date || (later.date === earlier.date && !strict)) return
  yield {
    form,
    values: { date: later.date, earlier: earlier.date },
    place: keyPlace(later.path),
    related: [{ place: keyPlace(earlier.path), phrase: EARLIER[form] }],
  }
}

/** Decisions from before the version that this one followed: nobody can have decided on this one then. */
function* beforeFormer(
  { version, history = [] }: Metadata,
  decisions: readonly DateKey[],
  keyPlace: LintInput['keyPlace'],
): Generator<Found> {
  const former = history
    .flatMap(({ version: each, date }, i) => (date === undefined ? [] : [{ version: each, date, path: ['history', i, 'date'] }]))
    .filter((each) => version !== undefined && byVersion(each.version, version) < 0)
    .toSorted((a, b) => byVersion(a.version, b.version))
    .at(-1)
  for (const { date, path } of decisions) {
    if (!former || date >= former.date) continue
    yield {
      form: 'decision-former',
      values: { date, before: former.version, earlier: former.date },
      place: keyPlace(path),
      related: [{ place: keyPlace(former.path), phrase: 'date.version', values: { version: former.version } }],
    }
  }
}

function* versions({ history = [] }: Metadata, keyPlace: LintInput['keyPlace']): Generator<Found> {
  const dated = history.flatMap(({ version, date }, i) =>
    date === undefined ? [] : [{ version, date, place: keyPlace(['history', i, 'date']) }],
  )
  dated.sort((a, b) => byVersion(a.version, b.version))
  for (const [i, { version, date, place }] of dated.entries()) {
    const before = dated[i - 1]
    if (!before || date >= before.date) continue
    yield {
      form: 'versions',
      values: { version, date, before: before.version, earlier: before.date },
      place,
      related: [{ place: before.place, phrase: 'date.version', values: { version: before.version } }],
    }
  }
}

/** A copyright of a later year than every date says that the text was changed since, and not when. */
function* copyright(metadata: Metadata, keyPlace: LintInput['keyPlace']): Generator<Found> {
  const year = metadata.copyright?.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g)?.at(-1)
  const last = frontMatterDates(metadata)
    .filter(({ path: [key] }) => key !== 'review' && key !== 'withdrawn')
    .toSorted(byDate)
    .at(-1)
  if (year === undefined || !last || year <= last.date.slice(0, 4)) return
  yield {
    form: 'copyright',
    values: { year, last: last.date },
    place: keyPlace(['copyright']),
    related: [{ place: keyPlace(last.path), phrase: 'date.last' }],
  }
}

const byDate = (a: { readonly date: string }, b: { readonly date: string }): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : 0

function byVersion(a: string, b: string): number {
  const [x, y] = [a.split('.').map(Number), b.split('.').map(Number)]
  const at = x.findIndex((number, i) => number !== y[i])
  return at < 0 ? 0 : (x[at] ?? 0) - (y[at] ?? 0)
}
