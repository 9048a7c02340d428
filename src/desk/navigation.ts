/** The pages that the head of every page names, by the ends of their words: `desk.nav.…`. */
export const NAVIGATION: readonly (readonly [name: string, address: string])[] = [
  ['overview', '/'],
  ['schools', '/schools'],
  ['search', '/search'],
  ['new', '/new'],
]

/** Other ways to begin a policy than with a title, by the ends of their words: `desk.begin.…`, with `.what` and `.do`. */
export const WAYS_TO_BEGIN: readonly (readonly [name: string, address: string])[] = [
  ['import', '/import'],
  ['adapt', '/adapt'],
]

/** The tools of a policy, by the ends of their words `desk.tab.…`, and where they stand below its address. */
export const TABS: readonly (readonly [name: string, path: string])[] = [
  ['read', ''],
  ['edit', '/edit'],
  ['compare', '/compare'],
  ['template', '/template'],
  ['decide', '/decide'],
  ['papers', '/papers'],
  ['source', '/source'],
]

/** Where a policy stands: `allure/social-media`. */
export const addressOf = (policy: string): string => `/policies/${policy.split('/').map(encodeURIComponent).join('/')}`
