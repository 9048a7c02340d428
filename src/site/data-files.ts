import { addresses } from './addresses.js'
import { ASSETS } from './frame.js'
import type { SiteSubject } from './lists.js'
import { indexAddress } from './search-page.js'
import type { PolicySummary, SiteFile, SiteOrganisation, SitePolicy, SiteSetting } from './types.js'

// Addresses in data are from the folder of the site, as everywhere: a program that read one file knows where all others are.

const json = (value: unknown): string => `${JSON.stringify(value)}\n`

/** A policy for programs, beside its page: its versions with where each stands in which form, and what changed between them. */
export function policyIndex(
  { name, lang, organisation, subject, versions, changes, compared }: SitePolicy,
  shown: string,
): SiteFile {
  const value = {
    schema: 'clausule/site-policy@1',
    policy: name,
    title: versions.find(({ version }) => version === shown)?.resolved.policy.metadata.title ?? '',
    organisation: { folder: organisation.folder, name: organisation.name },
    lang,
    subject: subject ?? null,
    page: addresses.policy(name),
    history: addresses.history(name),
    compared: compared ? addresses.compared(name) : null,
    shown,
    versions: versions.map(({ version, force, since, until, proved, hash, papers }) => {
      const folder = addresses.version(name, version)
      const forms = ['md', 'json', ...papers.map(({ ending }) => ending)]
      return {
        version,
        force,
        since: since ?? null,
        until: until ?? null,
        proved,
        hash,
        page: folder,
        files: Object.fromEntries(forms.map((ending) => [ending, `${folder}policy.${ending}`])),
      }
    }),
    changes: changes.map(({ from, to }) => {
      const page = addresses.change(name, from, to)
      return { from, to, page, comparison: `${page}comparison.json` }
    }),
  }
  return { path: addresses.policyData(name), bytes: json(value) }
}

/** The whole site for programs: every policy with what is in force of it, every comparison, and where search, feed and calendars stand. */
export function siteIndex(
  policies: readonly PolicySummary[],
  subjects: readonly SiteSubject[],
  organisations: readonly Pick<SiteOrganisation, 'folder' | 'name'>[],
  { title, lang, base }: SiteSetting,
): SiteFile {
  const value = {
    schema: 'clausule/site-index@1',
    title,
    lang,
    base: base ?? null,
    policies: policies.map(({ name, title: own, lang: language, organisation, subject, versions, shown, review }) => {
      const version = versions.find((each) => each.version === shown)
      return {
        policy: name,
        title: own,
        organisation: organisation.folder,
        lang: language,
        subject: subject ?? null,
        version: shown,
        force: version?.force ?? null,
        since: version?.since ?? null,
        until: version?.until ?? null,
        proved: version?.proved ?? false,
        review: review ?? null,
        page: addresses.policy(name),
        data: addresses.policyData(name),
      }
    }),
    subjects: subjects.map(({ subject, name, compared }) => ({
      subject,
      name,
      page: addresses.subject(subject),
      comparison: compared > 0 ? { page: addresses.comparison(subject), matrix: addresses.matrix(subject) } : null,
    })),
    organisations: organisations.map(({ folder, name }) => ({
      organisation: folder,
      name,
      page: addresses.organisation(folder),
      reviews: addresses.reviewsOf(folder),
    })),
    search: [...new Set(policies.map((policy) => policy.lang))].sort().map((each) => ({ lang: each, index: indexAddress(each) })),
    feed: ASSETS.feed,
    reviews: addresses.reviews,
  }
  return { path: addresses.data, bytes: json(value) }
}
