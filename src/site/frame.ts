import type { Language, Message, Result } from '../model/index.js'
import type { Document, FacetLabels } from '../present/index.js'
import { embedded, hashSource, layoutOf, renderParts } from '../render/html/index.js'
import { addresses, fileOf, relativeTo } from './addresses.js'
import type { SiteFile, SiteOrganisation, SiteSetting } from './types.js'

/** A step on the way from the first page to this one. */
export interface Crumb {
  readonly text: string
  /** From the folder of the site; absent for the page itself. */
  readonly address?: string
}

/** A page of the site: what it shows, and where it stands. */
export interface Page {
  /** From the folder of the site: empty for the first page, else ending in a slash. */
  readonly address: string
  readonly document: Document
  /** Whose look it has; that of the site when absent. */
  readonly organisation?: SiteOrganisation
  readonly labels?: FacetLabels
  readonly crumbs?: readonly Crumb[]
  /** What machines read: properties in the head, data of schema.org, other forms of the page and where it stands in the first place. */
  readonly facts?: readonly { readonly name: string; readonly content: string }[]
  readonly structured?: object
  readonly others?: readonly { readonly address: string; readonly type: string; readonly title?: string }[]
  /** The address that is to be named where several show the same. */
  readonly canonical?: string
  /** Markup of ours below the document. */
  readonly extra?: string
  /** It has the script that searches. */
  readonly searches?: boolean
}

/** A page that was made: the file, and what it links to. */
export interface MadePage {
  readonly file: SiteFile
  readonly address: string
  readonly messages: readonly Message[]
}

/** The addresses of what all pages share. */
export const ASSETS = {
  style: 'assets/site.css',
  brand: 'assets/brand.css',
  script: 'assets/page.js',
  search: 'assets/search.js',
  feed: 'feed.xml',
} as const

/** Makes pages of a site. */
export function frameOf(setting: SiteSetting): (page: Page) => MadePage {
  const known = frames.get(setting) ?? createFrame(setting)
  frames.set(setting, known)
  return known
}

/** A layout is made ready once. */
const frames = new WeakMap<SiteSetting, (page: Page) => MadePage>()

function createFrame(setting: SiteSetting): (page: Page) => MadePage {
  const layouts = new Map<Language, (values: object) => string>()
  const layout = (lang: Language) => {
    const made = layouts.get(lang) ?? layoutOf(setting.layout, setting.wording(lang), setting.parts)
    layouts.set(lang, made)
    return made
  }
  return (page) => {
    const { value, messages } = framed(page, setting, layout)
    return { file: { path: fileOf(page.address), bytes: value }, address: page.address, messages }
  }
}

function framed(
  {
    address,
    document,
    organisation,
    labels,
    crumbs = [],
    facts = [],
    structured,
    others = [],
    canonical,
    extra = '',
    searches = false,
  }: Page,
  { title: siteTitle, wording, base }: SiteSetting,
  layout: (lang: Language) => (values: object) => string,
): Result<string> {
  const to = (target: string) => relativeTo(address, target)
  const { lang, brand } = document
  const mark = organisation && brand.mark ? to(addresses.mark(organisation.folder, brand.mark.format)) : undefined
  const { value: parts, messages } = renderParts(document, {
    wording: wording(lang),
    ...(labels ? { labels } : {}),
    files: mark === undefined ? {} : { mark },
  })
  const style = embedded(parts.style, 'style')
  const whole = (target: string) => (base === undefined ? undefined : new URL(relativeTo('', target), base).href)
  const first = whole(canonical ?? address)
  const value = layout(lang)({
    ...parts,
    extra,
    style,
    policy: securityPolicy(style),
    home: address === addresses.home,
    siteTitle,
    homeHref: to(addresses.home),
    searchHref: to(addresses.search),
    feedHref: to(ASSETS.feed),
    reviewsHref: to(addresses.reviews),
    script: to(ASSETS.script),
    searchScript: searches ? to(ASSETS.search) : '',
    facts,
    // Data, which no browser runs; a "<" could end its element.
    structured: structured ? JSON.stringify(structured).replaceAll('<', '\\u003c') : '',
    links: [
      { rel: 'stylesheet', href: to(organisation ? addresses.brand(organisation.folder) : ASSETS.brand) },
      { rel: 'stylesheet', href: to(ASSETS.style) },
      // Without one, browsers ask for a file that is not there.
      { rel: 'icon', href: mark ?? 'data:,' },
      ...(first === undefined
        ? []
        : [
            { rel: 'canonical', href: first },
            { rel: 'alternate', href: first, hreflang: lang },
          ]),
      { rel: 'alternate', href: to(ASSETS.feed), type: 'application/atom+xml', title: siteTitle },
      ...others.map(({ address: target, type, title }) => ({ rel: 'alternate', href: to(target), type, title: title ?? '' })),
    ].map((link) => ({ type: '', title: '', hreflang: '', ...link })),
    crumbs: crumbs.map(({ text, address: target }) => ({ text, href: target === undefined ? '' : to(target) })),
  })
  return { value, messages }
}

/** What a page may load: files of its own site, its own style, and what else is named. */
export const securityPolicy = (style: string, ...more: readonly string[]): string =>
  [
    "default-src 'none'",
    `style-src 'self' ${hashSource(style)}`,
    "script-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    ...more,
  ].join('; ')
