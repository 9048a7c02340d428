import { requireWorkspace } from '../../commands/context.js'
import { selectPolicies } from '../../commands/select.js'
import { h } from '../../render/html/index.js'
import { button, field, link } from '../markup.js'
import { addressOf } from '../navigation.js'
import { plainPage } from '../plain-pages.js'
import { type Answered, searchIn } from '../search.js'
import type { Answer, DeskRequest } from '../types.js'

/** Answers that are shown. */
const MOST = 40

/** The clauses of all policies that answer a question, each with its number. */
export function get(request: DeskRequest): Answer {
  const { context, say, url } = request
  const question = (url.searchParams.get('q') ?? '').trim()
  const { value: texts } = selectPolicies(context, [], { own: true })
  const found = question === '' ? [] : searchIn(request, requireWorkspace(context), texts)(question)
  const count = found.length
  const said =
    count === 0 ? say('site.search.none') : say(count === 1 ? 'site.search.found.one' : 'site.search.found.many', { count })
  return plainPage(request, say('desk.nav.search'), [], {
    here: 'search',
    above: [searchForm(request, question), h('p', { className: ['said'], role: 'status' }, question === '' ? '' : said)],
    below: found.length === 0 ? [] : [h('ol', { className: ['answers'] }, found.slice(0, MOST).map(answer))],
  })
}

const answer = ({ policy, title, organisation, id, number, words, lang }: Answered) =>
  h(
    'li',
    {},
    h(
      'p',
      {},
      link(`${addressOf(policy)}#${encodeURIComponent(id)}`, [title, number].filter((part) => part !== '').join(', ')),
      h('span', {}, ` – ${organisation}`),
    ),
    h('p', { lang }, words),
  )

/** The field that asks all clauses. */
export const searchForm = ({ say }: Pick<DeskRequest, 'say'>, question = '') =>
  h(
    'form',
    { method: 'get', action: '/search', role: 'search', className: ['desk-form', 'in-line', 'wide-field'] },
    field({ name: 'q', label: say('site.search.question'), kind: 'search', value: question }),
    button(say('site.search'), { kind: 'main' }),
  )
