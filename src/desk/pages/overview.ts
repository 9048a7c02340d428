import { statusOf } from '../../commands/status.js'
import { reportStatus } from '../../papers/index.js'
import { h } from '../../render/html/index.js'
import { brandOf, listPolicies, type PolicyEntry } from '../../workspace/index.js'
import { link, notice } from '../markup.js'
import { addressOf } from '../navigation.js'
import { toldOf } from '../told.js'
import type { Answer, DeskRequest, Markup } from '../types.js'
import { get as beginning } from './beginning.js'
import { searchForm } from './searching.js'

/** Texts that nobody has read yet and for which this page waits: reading one takes some ten milliseconds. */
const AWAITED = 20

/** All policies, with where each stands; where there are none yet, the page to begin with. */
export async function get(request: DeskRequest): Promise<Answer> {
  const { context, say, lang } = request
  const entries = context.workspace ? listPolicies(context.workspace) : []
  if (entries.length === 0) return beginning(request)
  const waiting = entries.filter(({ path }) => !request.isRead(path)).slice(AWAITED)
  const shown = entries.filter((entry) => !waiting.includes(entry)).map(({ name }) => name)
  const { data } = await statusOf(context, shown)
  const setting = { wording: say, lang, brand: brandOf(undefined).value, today: data.date, unread: [], addressOf }
  const document = reportStatus(data.policies, setting).document('screen')
  // A page that is always of today names no day.
  const children = document.children.map((block) => (block.type === 'cover' ? { ...block, facts: [] } : block))
  return {
    type: 'page',
    document: { ...document, children },
    above: [
      ...unreadable(
        request,
        shown.filter((name) => !data.policies.some(({ policy }) => policy === name)),
      ),
      ...stillReading(request, waiting, entries.length),
    ],
    below: [
      ...toldOf(data.messages, say),
      h('p', { className: ['acts'] }, link('/new', say('desk.nav.new'), { className: ['as-button'] })),
      searchForm(request),
    ],
    here: 'overview',
    isPartial: waiting.length > 0,
  }
}

/** Policies that stand in no table, since their front matter cannot be read: each leads to its source, where that is said and mended. */
function unreadable({ say }: DeskRequest, names: readonly string[]): Markup {
  if (names.length === 0) return []
  return notice('wrong', [
    h('p', {}, say('desk.overview.unreadable')),
    h(
      'ul',
      {},
      names.map((name) => h('li', {}, link(`${addressOf(name)}/source`, name))),
    ),
  ])
}

/** Policies whose standing is not known yet: named, so that nobody thinks that they are not there. */
function stillReading({ say }: DeskRequest, waiting: readonly PolicyEntry[], all: number): Markup {
  if (waiting.length === 0) return []
  return notice('info', [
    h('p', {}, say('desk.overview.reading', { read: all - waiting.length, all })),
    h(
      'details',
      {},
      h('summary', {}, say('desk.overview.waiting', { count: waiting.length })),
      h(
        'ul',
        {},
        waiting.map(({ name }) => h('li', {}, link(addressOf(name), name))),
      ),
    ),
  ])
}
