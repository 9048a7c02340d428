import { LANGUAGES, type Message } from '../model/index.js'
import { brandStyle } from '../render/html/index.js'
import { toMatrixJson } from '../schools/index.js'
import { addresses, addressOf } from './addresses.js'
import { comparisonPages, type SiteComparison } from './comparison-page.js'
import { siteIndex } from './data-files.js'
import { atomFeed, llmsText, sitemap } from './feeds.js'
import { standingWords } from './force-words.js'
import { ASSETS, frameOf, type Page } from './frame.js'
import { brokenLink, checkLinks, eachOnce } from './links.js'
import { homePage, organisationPage, type SiteSubject, subjectPage } from './lists.js'
import { reviewCalendars } from './reviews.js'
import { searchData } from './search.js'
import { indexAddress, searchPage } from './search-page.js'
import type { PolicySummary, SiteFile, SiteOrganisation, SiteSetting } from './types.js'

/** What the pages about several policies are made of. */
interface SharedInput {
  readonly policies: readonly PolicySummary[]
  readonly organisations: readonly SiteOrganisation[]
  /** Names of subjects by what they are called in addresses, and how many of their policies are compared. */
  readonly subjects: readonly { readonly subject: string; readonly name: string; readonly compared: number }[]
  /** The style and scripts that all pages share. */
  readonly style: string
  readonly script: string
  readonly searchScript: string
  /** Every other file of the site. */
  readonly others: ReadonlySet<string>
  /** Links of the pages of policies and comparisons that lead out of these, with the name of what they are of. */
  readonly outside: readonly { readonly from: string; readonly targets: readonly string[] }[]
}

/** The pages that are about several policies, what machines read, and what all pages share. Every link of the site is looked after. */
export function sharedFiles(
  input: SharedInput,
  setting: SiteSetting,
): { readonly files: readonly SiteFile[]; readonly messages: readonly Message[] } {
  const { policies, organisations } = input
  const frame = frameOf(setting)
  const subjects = input.subjects.flatMap(({ subject, name, compared }): readonly SiteSubject[] => {
    const own = policies.filter((policy) => policy.subject === subject)
    return own.length === 0 ? [] : [{ subject, name, compared, policies: own }]
  })
  const languages = LANGUAGES.filter((lang) => policies.some((policy) => policy.lang === lang))
  const pages = [
    homePage(policies, subjects, organisations, setting),
    searchPage(organisations, subjects, languages, setting),
    ...subjects.map((subject) => subjectPage(subject, setting)),
    ...organisations.map((organisation) =>
      organisationPage(
        organisation,
        policies.filter((policy) => policy.organisation.folder === organisation.folder),
        setting,
      ),
    ),
  ].map((page: Page) => frame(page))
  const say = setting.wording(setting.lang)
  const searched = policies.map((policy) => {
    const standing = standingWords(policy, say, setting.lang)
    return standing === undefined ? policy : { ...policy, standing }
  })
  const days = new Map(
    policies.flatMap(({ name, versions }) => versions.map(({ version, since }) => [addresses.version(name, version), since])),
  )
  const datedBy = (address: string) => {
    const date = days.get(address)
    return date === undefined ? {} : { date }
  }
  const shared: SiteFile[] = [
    { path: ASSETS.style, bytes: input.style },
    { path: ASSETS.brand, bytes: brandStyle(setting.brand) },
    { path: ASSETS.script, bytes: input.script },
    { path: ASSETS.search, bytes: input.searchScript },
    ...organisations.flatMap(({ folder, brand }): SiteFile[] => [
      { path: addresses.brand(folder), bytes: brandStyle(brand) },
      ...(brand.mark ? [{ path: addresses.mark(folder, brand.mark.format), bytes: brand.mark.bytes }] : []),
    ]),
    ...languages.map((lang) => ({ path: indexAddress(lang), bytes: JSON.stringify(searchData(searched, lang)) })),
    siteIndex(policies, subjects, organisations, setting),
    ...reviewCalendars(policies, organisations, setting),
    atomFeed(policies, setting),
    llmsText(policies, setting),
    ...sitemap(
      [
        ...pages.map(({ address }) => ({ address })),
        ...[...input.others]
          .filter((path) => path.endsWith('/index.html'))
          .map(addressOf)
          .map((address) => ({ address, ...datedBy(address) })),
      ],
      setting,
    ),
  ]
  const others = new Set([...input.others, ...shared.map(({ path }) => path)].map(addressOf))
  const { outside, messages } = checkLinks(pages, others)
  const here = new Set([...others, ...pages.map(({ address }) => address)])
  const clauses = new Map(policies.map(({ name, ids }) => [addresses.policy(name), new Set(ids)]))
  const isThere = (target: string): boolean => {
    const [path = '', id] = target.split('#')
    return here.has(path) && (id === undefined || (clauses.get(path)?.has(id) ?? false))
  }
  return {
    files: [...pages.map(({ file }) => file), ...shared],
    messages: [
      ...pages.flatMap((page) => page.messages),
      ...messages,
      ...eachOnce(outside.values())
        .filter((target) => !isThere(target))
        .map((target) => brokenLink('', target)),
      ...input.outside.flatMap(({ from, targets }) =>
        targets.filter((target) => !isThere(target)).map((target) => brokenLink(from, target)),
      ),
    ],
  }
}

/** The comparison of the policies on one subject, and its data. */
export function comparisonFiles(
  comparison: SiteComparison,
  setting: SiteSetting,
): { readonly files: readonly SiteFile[]; readonly outside: readonly string[]; readonly messages: readonly Message[] } {
  const pages = comparisonPages(comparison, setting).map(frameOf(setting))
  const path = addresses.matrix(comparison.subject.subject)
  const data = { path, bytes: `${JSON.stringify(toMatrixJson(comparison.matrix))}\n` }
  const { outside, messages } = checkLinks(pages, new Set([path]))
  return {
    files: [...pages.map(({ file }) => file), data],
    outside: eachOnce(outside.values()),
    messages: [...pages.flatMap((page) => page.messages), ...messages],
  }
}
