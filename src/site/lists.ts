import {
  type DocBlock,
  type DocCell,
  type DocInline,
  type Document,
  heading,
  longDate,
  muted,
  paragraph,
  text,
} from '../present/index.js'
import { addresses } from './addresses.js'
import { forceWords, sinceWords } from './force-words.js'
import type { Page } from './frame.js'
import { linksFrom, listOf } from './prose.js'
import type { PolicySummary, SiteOrganisation, SiteSetting } from './types.js'

/** What several organisations have a policy on. */
export interface SiteSubject {
  /** As it stands in addresses: `social-media`. */
  readonly subject: string
  /** As it is read. */
  readonly name: string
  readonly policies: readonly PolicySummary[]
  /** How many of them are compared: none where there is no comparison. */
  readonly compared: number
}

/** How many of the latest versions the first page shows. */
const LATEST = 10
/** Of more policies than this the first page shows the subjects only: a page is to be read. */
const MOST = 40

/** The first page: what is in force, by subject and organisation, and what changed lately. */
export function homePage(
  policies: readonly PolicySummary[],
  subjects: readonly SiteSubject[],
  organisations: readonly Pick<SiteOrganisation, 'folder' | 'name'>[],
  setting: SiteSetting,
): Page {
  const { lang, title } = setting
  const say = setting.wording(lang)
  const link = linksFrom(addresses.home)
  const dated = latestVersions(policies)
  const latest = dated.filter(({ since }) => since <= setting.today).slice(0, LATEST)
  // The day of a version that is to come has changed nothing yet: the nearest first.
  const coming = dated
    .filter(({ since }) => since > setting.today)
    .reverse()
    .slice(0, LATEST)
  const counts = {
    policies: counted(policies.length, setting),
    organisations: say(organisations.length === 1 ? 'site.count.organisation' : 'site.count.organisations', {
      count: organisations.length,
    }),
  }
  return {
    address: addresses.home,
    document: {
      ...documentOf(title, setting),
      children: [
        { type: 'cover', title, organisation: organisations.length === 1 ? (organisations[0]?.name ?? '') : '', facts: [] },
        paragraph(say(policies.length === 0 ? 'site.home.empty' : 'site.home.intro', counts), 'lead'),
        ...(policies.length > MOST
          ? [
              heading(1, say('site.home.subjects')),
              listOf(
                subjects.map((subject) => [
                  link(addresses.subject(subject.subject), subject.name),
                  text(` – ${counted(subject.policies.length, setting)}`),
                ]),
              ),
            ]
          : subjects.flatMap((subject) => [heading(1, subject.name), ...subjectBlocks(subject, addresses.home, setting)])),
        ...(coming.length === 0
          ? []
          : [heading(1, say('site.home.coming')), listOf(coming.map((each) => latestLine(each, setting)))]),
        ...(latest.length === 0
          ? []
          : [heading(1, say('site.home.latest')), listOf(latest.map((each) => latestLine(each, setting)))]),
        ...(organisations.length < 2
          ? []
          : [
              heading(1, say('site.home.organisations')),
              listOf(
                organisations.map(({ folder, name }) => [
                  link(addresses.organisation(folder), name),
                  text(` – ${counted(policies.filter(({ organisation }) => organisation.folder === folder).length, setting)}`),
                ]),
              ),
            ]),
      ],
    },
  }
}

/** All policies on one subject. */
export function subjectPage(subject: SiteSubject, setting: SiteSetting): Page {
  const say = setting.wording(setting.lang)
  const address = addresses.subject(subject.subject)
  return {
    address,
    document: {
      ...documentOf(subject.name, setting),
      children: [
        { type: 'cover', title: subject.name, organisation: '', facts: [] },
        ...subjectBlocks(subject, address, setting),
      ],
    },
    crumbs: [{ text: say('site.home'), address: addresses.home }, { text: subject.name }],
  }
}

/** All that one organisation published. */
export function organisationPage(organisation: SiteOrganisation, policies: readonly PolicySummary[], setting: SiteSetting): Page {
  const address = addresses.organisation(organisation.folder)
  const say = setting.wording(setting.lang)
  const title = say('site.organisation.title')
  return {
    address,
    organisation,
    document: {
      ...documentOf(`${title}: ${organisation.name}`, setting),
      brand: organisation.brand,
      children: [
        { type: 'cover', title, organisation: organisation.name, facts: [] },
        policyTable(policies, address, 'none', setting),
        paragraph([linksFrom(address)(addresses.reviewsOf(organisation.folder), say('site.reviews.link'))], 'small'),
      ],
    },
    crumbs: [{ text: say('site.home'), address: addresses.home }, { text: organisation.short }],
  }
}

function subjectBlocks({ subject, policies, compared }: SiteSubject, page: string, setting: SiteSetting): readonly DocBlock[] {
  const say = setting.wording(setting.lang)
  const comparison = linksFrom(page)(addresses.comparison(subject), say('site.home.compare', { count: compared }))
  return [policyTable(policies, page, 'organisation', setting), ...(compared > 0 ? [paragraph([comparison])] : [])]
}

/** Each policy with what of it is in force. */
function policyTable(
  policies: readonly PolicySummary[],
  page: string,
  also: 'organisation' | 'none',
  setting: SiteSetting,
): DocBlock {
  const say = setting.wording(setting.lang)
  const link = linksFrom(page)
  const head = (name: string): DocCell => ({ header: 'column', children: [paragraph(say(`site.column.${name}`))] })
  const small = (content: readonly DocInline[]): readonly DocBlock[] =>
    content.length === 0 ? [] : [paragraph(content, 'small')]
  return {
    type: 'table',
    look: 'plain',
    columns: [{ weight: 1 }, { weight: 1 }],
    head: [{ cells: ['policy', 'force'].map(head) }],
    body: policies.map((policy) => {
      const { name, title, organisation } = policy
      const owner = also === 'organisation' ? [link(addresses.organisation(organisation.folder), organisation.name)] : []
      const { force, beside } = forceOf(policy, setting)
      return {
        cells: [
          { header: 'row', children: [paragraph([link(addresses.policy(name), title)]), ...small(owner)] },
          { children: [paragraph(force), ...small(beside === '' ? [] : [muted(beside)])] },
        ],
      }
    }),
  }
}

/** What is shown of a policy, in words, with what is to be known beside it. */
function forceOf(
  { versions, shown }: PolicySummary,
  { wording, lang }: SiteSetting,
): { readonly force: string; readonly beside: string } {
  const say = wording(lang)
  const version = versions.find((each) => each.version === shown)
  if (!version) return { force: '', beside: '' }
  const said = forceWords(version, say, lang, 'short')
  const beside = [
    ...(version.force === 'draft' || version.force === 'proposed' ? [] : [say('site.version', { version: version.version })]),
    ...(version.force === 'in-force' && !version.proved ? [say('site.unproved.short')] : []),
  ]
  return { force: `${said.charAt(0).toUpperCase()}${said.slice(1)}`, beside: beside.join(' · ') }
}

interface Latest {
  readonly policy: PolicySummary
  readonly version: PolicySummary['versions'][number]
  readonly since: string
  /** The version before it. */
  readonly from?: PolicySummary['versions'][number]
}

/** Versions that were decided on, the latest first; of one policy on one day the later version. */
export function latestVersions(policies: readonly PolicySummary[]): readonly Latest[] {
  return policies
    .flatMap((policy) =>
      policy.versions.flatMap((version, i): readonly Latest[] => {
        const { force, since } = version
        if (since === undefined || force === 'draft' || force === 'proposed' || force === 'withdrawn' || force === 'overtaken')
          return []
        const from = policy.versions[i - 1]
        return [{ policy, version, since, ...(from === undefined ? {} : { from }) }]
      }),
    )
    .reverse()
    .sort((a, b) => order(b.since, a.since) || order(a.policy.name, b.policy.name))
}

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

function latestLine({ policy, version, since, from }: Latest, { wording, lang }: SiteSetting): readonly DocInline[] {
  const say = wording(lang)
  const link = linksFrom(addresses.home)
  return [
    link(addresses.version(policy.name, version.version), `${policy.title} ${version.version}`),
    text(` – ${policy.organisation.name}, ${longDate(since, lang)}`),
    ...(from === undefined
      ? []
      : [text(' · '), link(addresses.change(policy.name, from.version, version.version), sinceWords(from, say))]),
  ]
}

/** A page that is about several policies, still without its blocks. */
export const documentOf = (title: string, { lang, brand, title: site }: SiteSetting): Document => ({
  type: 'document',
  title,
  lang,
  properties: { author: site },
  brand,
  header: site,
  footer: '',
  pageNumber: '',
  orientation: 'portrait',
  children: [],
  attachments: [],
})

const counted = (count: number, { wording, lang }: SiteSetting): string =>
  wording(lang)(count === 1 ? 'site.count.policy' : 'site.count.policies', { count })
