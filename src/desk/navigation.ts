/** The pages that the head of every page names, by the ends of their words: `desk.nav.…`. */
export const NAVIGATION: readonly (readonly [name: string, address: string])[] = [
  ['overview', '/'],
  ['schools', '/schools'],
  ['search', '/search'],
  ['new', '/new'],
]

/** The ways to begin a policy, by the ends of their words: `desk.begin.…`, with `.what` and `.do`. With a title is the first. */
export const WAYS_TO_BEGIN: readonly (readonly [name: string, address: string])[] = [
  ['new', '/new'],
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

/** Where on the desk what a command does is done: messages name commands, and who reads them here types none. */
const INSTEAD: Readonly<Record<string, string>> = {
  adapt: 'desk.begin.adapt',
  'board-pack': 'desk.tab.papers',
  build: 'desk.tab.papers',
  decide: 'desk.tab.decide',
  diff: 'desk.tab.compare',
  ids: 'desk.tab.edit',
  import: 'desk.begin.import',
  init: 'desk.nav.new',
  lint: 'desk.tab.read',
  new: 'desk.nav.new',
  propose: 'desk.act.propose',
  release: 'desk.tab.decide',
  upgrade: 'desk.tab.template',
}

const COMMAND = /(?<=["“])clausule ([a-z-]+)(?: [^"“”]*)?(?=["”])/g

/** Words of a message with the names of pages and buttons for those of commands. */
export const inBrowser = (words: string, say: (key: string) => string): string =>
  words
    .replace(COMMAND, (command, verb: string) => {
      const name = INSTEAD[verb]
      return name === undefined ? command : say(name)
    })
    // The one option that is a field of a page.
    .replace(/--as\b/g, () => `“${say('desk.adapt.as')}”`)

/** Where a policy stands: `allure/social-media`. */
export const addressOf = (policy: string): string => `/policies/${policy.split('/').map(encodeURIComponent).join('/')}`
