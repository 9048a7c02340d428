import type { Language } from '../model/index.js'
import { MODALITIES } from '../norms/index.js'
import { layoutOf } from '../render/html/index.js'
import { addresses, relativeTo } from './addresses.js'
import type { Page } from './frame.js'
import { documentOf, type SiteSubject } from './lists.js'
import type { SiteOrganisation, SiteSetting } from './types.js'

/** Where the index of a language stands. */
export const indexAddress = (lang: Language): string => `${addresses.search}index-${lang}.json`

/** The page that searches all clauses; without a script it says so, and where all policies stand. */
export function searchPage(
  organisations: readonly Pick<SiteOrganisation, 'short'>[],
  subjects: readonly SiteSubject[],
  languages: readonly Language[],
  setting: SiteSetting,
): Page {
  const say = setting.wording(setting.lang)
  const address = addresses.search
  const names = [...new Set(organisations.map(({ short }) => short))]
  const choices = [
    { key: 'organisation', name: say('site.column.organisation'), values: names.map((name) => ({ value: name, text: name })) },
    {
      key: 'subject',
      name: say('site.search.subject'),
      values: subjects.map(({ subject, name }) => ({ value: subject, text: name })),
    },
    {
      key: 'stance',
      name: say('site.search.stance'),
      values: MODALITIES.map((value) => ({ value, text: say(`stance.${value}`) })),
    },
  ]
  return {
    address,
    document: {
      ...documentOf(say('site.search.title'), setting),
      children: [{ type: 'cover', title: say('site.search.title'), organisation: '', facts: [] }],
    },
    extra: layoutOf(
      setting.searchLayout,
      say,
    )({
      root: relativeTo(address, addresses.home),
      indexes: languages.map((lang) => relativeTo(address, indexAddress(lang))).join(' '),
      choices: choices.filter(({ values }) => values.length > 1),
      words: JSON.stringify({
        one: say('site.search.found.one'),
        many: say('site.search.found.many', { count: '{count}' }),
        shown: say('site.search.found.shown', { count: '{count}', shown: '{shown}' }),
        more: say('site.search.more'),
        folded: say('site.search.folded', { count: '{count}' }),
        none: say('site.search.none'),
        outside: say('site.search.outside', { count: '{count}' }),
        everywhere: say('site.search.everywhere'),
        failed: say('site.search.failed'),
        waiting: say('site.search.waiting'),
        ask: say('site.search.ask'),
        sure: say('site.search.sure'),
        kindred: say('site.search.kindred'),
        further: say('site.search.further'),
        unsure: say('site.search.unsure'),
      }),
    }),
    crumbs: [{ text: say('site.home'), address: addresses.home }, { text: say('site.search.title') }],
    searches: true,
  }
}
