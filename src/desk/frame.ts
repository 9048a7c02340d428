import { createHash } from 'node:crypto'
import type { Wording } from '../present/index.js'
import { embedded, html, layoutOf, renderParts } from '../render/html/index.js'
import { securityPolicy } from '../site/index.js'
import { loadWording, readTemplate } from '../workspace/index.js'
import { addressOf, NAVIGATION, TABS } from './navigation.js'
import type { DeskPage, DeskRequest } from './types.js'

/** A page as it is sent. */
export interface FramedPage {
  readonly body: string
  /** The content security policy: what of ours may run, and nothing else. */
  readonly policy: string
}

/** A page of the desk in its frame: head, ways to other pages, the text as every page of ours shows it, tools around it. */
export function framed(page: DeskPage, request: DeskRequest): FramedPage {
  const { context, lang, say, token, url } = request
  const { document, labels, crumbs = [], above = [], beside = [], below = [], scripts = [] } = page
  const { value: parts } = renderParts(document, {
    wording: document.lang === lang ? say : loadWording(context.workspace, document.lang),
    ...(labels ? { labels } : {}),
  })
  const style = embedded(parts.style, 'style')
  const done = url.searchParams.get('done')
  const values = {
    ...parts,
    lang,
    token,
    style,
    textLang: document.lang,
    deskTitle: say('desk.title'),
    brandStyle: page.brand === undefined ? '/assets/brand.css' : `/assets/brand/${encodeURIComponent(page.brand)}.css`,
    scripts: scripts.map((name) => `/assets/${name}.js`),
    navigation: NAVIGATION.map(([name, href]) => ({ href, text: say(`desk.nav.${name}`), here: page.here === name })),
    crumbs: crumbs.map(({ text, address = '' }) => ({ text, address })),
    tabs: page.policy === undefined ? [] : tabsOf(page.policy, page.tab, say),
    done: done !== null && DONE.includes(done) ? say(`desk.done.${done}`) : '',
    look: page.reads ? 'reads' : 'tool',
    live: page.ownLife ? 'own' : 'page',
    above: html(...above),
    beside: html(...beside),
    below: html(...below),
  }
  const source = readTemplate(context.workspace, 'desk.hbs')
  // What a page shows tells whether it must be shown anew: not the words on what was just done.
  const shown = JSON.stringify([source, { ...values, done: '' }])
  const stamp = page.isPartial ? 'partial' : createHash('sha256').update(shown).digest('base64url').slice(0, 16)
  return { body: layoutOf(source, say)({ ...values, stamp }), policy: securityPolicy(style, ...ON_THE_DESK) }
}

/** What can have been done when a page is shown: what an address says beside these is not repeated on a page. */
const DONE: readonly string[] = [
  'saved',
  'mended',
  'made',
  'nothing-to-mend',
  'propose',
  'decide',
  'release',
  'withdraw',
  'draft',
  'begun',
  'imported',
  'kept',
  'judged',
  'adapted',
  'nothing-changed',
  'upgraded',
  'attached',
]

const tabsOf = (policy: string, tab: string | undefined, say: Wording) =>
  TABS.map(([name, path]) => ({ href: `${addressOf(policy)}${path}`, text: say(`desk.tab.${name}`), here: tab === name }))

/** What a page of the desk may load besides: papers shown in it, and it is shown in no other. */
const ON_THE_DESK = ["object-src 'self'", "frame-src 'self'", "frame-ancestors 'none'"] as const
