import { reviewEntry } from '../papers/index.js'
import { renderCalendar } from '../render/calendar/index.js'
import { addresses } from './addresses.js'
import { forceWords } from './force-words.js'
import { latestVersions } from './lists.js'
import type { Force, PolicySummary, SiteFile, SiteOrganisation, SiteSetting } from './types.js'

/** Texts that somebody must look at again: of what no longer binds anybody, and of what nobody decided on, no calendar reminds. */
const REVIEWED: readonly Force[] = ['in-force', 'unknown', 'unproved', 'coming']

/** When what is in force must be looked at again: a calendar of all policies, and one of each organisation. */
export function reviewCalendars(
  policies: readonly PolicySummary[],
  organisations: readonly Pick<SiteOrganisation, 'folder' | 'name'>[],
  setting: SiteSetting,
): readonly SiteFile[] {
  return [
    calendar(addresses.reviews, policies, setting.title, setting),
    ...organisations.map(({ folder, name }) =>
      calendar(
        addresses.reviewsOf(folder),
        policies.filter(({ organisation }) => organisation.folder === folder),
        name,
        setting,
      ),
    ),
  ]
}

function calendar(
  path: string,
  policies: readonly PolicySummary[],
  name: string,
  { wording, lang, today }: SiteSetting,
): SiteFile {
  const say = wording(lang)
  const entries = policies.flatMap((policy) => {
    const shown = policy.versions.find(({ version }) => version === policy.shown)
    if (policy.review === undefined || shown === undefined || !REVIEWED.includes(shown.force)) return []
    const said = forceWords(shown, say, lang)
    const { name: organisation } = policy.organisation
    const status = { policy: policy.name, organisation, title: policy.title, date: policy.review }
    return [reviewEntry(status, `${organisation}\n${said}`, say)]
  })
  // The day of the latest version, and not today: the same policies give the same file.
  const made = latestVersions(policies).find(({ since }) => since <= today)?.since ?? today
  return { path, bytes: renderCalendar({ title: say('site.reviews', { name }), made, entries: entries.sort(byDate) }) }
}

const byDate = (a: { readonly date: string }, b: { readonly date: string }) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)
