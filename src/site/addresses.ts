/**
 * Where everything stands. An address never changes for what it names: it is made of the names of organisation, policy and version, and of
 * the id of a clause. From the folder of the site, without a slash in front; a page is a folder and ends in one.
 */
export const addresses = {
  home: '',
  /** The whole site for programs, and a calendar of when its policies must be looked at again. */
  data: 'index.json',
  reviews: 'reviews.ics',
  search: 'search/',
  organisation: (folder: string) => `${segment(folder)}/`,
  reviewsOf: (folder: string) => `${addresses.organisation(folder)}reviews.ics`,
  policyData: (name: string) => `${addresses.policy(name)}index.json`,
  policy: (name: string) => `${name.split('/').map(segment).join('/')}/`,
  /** Where a clause stands in what a policy is today; without an id, the policy. */
  clause: (name: string, id: string | undefined) => `${addresses.policy(name)}${id === undefined ? '' : `#${id}`}`,
  version: (name: string, version: string) => `${addresses.policy(name)}${segment(version)}/`,
  change: (name: string, from: string, to: string) => `${addresses.policy(name)}${segment(`${from}--${to}`)}/`,
  history: (name: string) => `${addresses.policy(name)}history/`,
  subject: (subject: string) => `subjects/${segment(subject)}/`,
  comparison: (subject: string) => `compare/${segment(subject)}/`,
  matrix: (subject: string) => `${addresses.comparison(subject)}matrix.json`,
  /** A rule of several organisations, by a clause that has it. */
  rule: (subject: string, policy: string, id: string) =>
    `${addresses.comparison(subject)}${[...policy.split('/'), id].map(segment).join('.')}/`,
  /** A policy beside those of others. */
  compared: (name: string) => `${addresses.policy(name)}compared/`,
  /** What follows on a page that would be too long: the page itself is part 1. */
  part: (address: string, part: number) => (part === 1 ? address : `${address}${part}/`),
  brand: (folder: string) => `${addresses.organisation(folder)}brand.css`,
  mark: (folder: string, format: 'svg' | 'png') => `${addresses.organisation(folder)}mark.${format}`,
} as const

/** Folders of the site that no organisation can have. */
export const RESERVED = ['search', 'compare', 'subjects', 'assets'] as const

/** A name as a part of an address: what every server and file system takes. */
export const segment = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}@._-]+/gu, '-')
    .replace(/^\.+/, '') || 'unnamed'

/** Where a file of the site stands for a page of the site, with what stands behind `#`. */
export function relativeTo(page: string, target: string): string {
  const [path = '', fragment] = target.split('#')
  const from = page.split('/').slice(0, -1)
  const to = path.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  const way = [...from.slice(shared).map(() => '..'), ...to.slice(shared)].map((part) => encodeURIComponent(part)).join('/')
  const hash = fragment === undefined ? '' : `#${encodeURIComponent(fragment)}`
  return `${way === '' ? (hash === '' ? './' : '') : way}${hash}`
}

/** The file that a page is. */
export const fileOf = (page: string): string => `${page}index.html`

/** A page by its address, any other file by its path. */
export const addressOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1')
