import { h } from '../../render/html/index.js'
import { requireWorkspace } from '../../secretariat/context.js'
import { selectPolicies } from '../../secretariat/select.js'
import { button, field, link } from '../markup.js'
import { addressOf } from '../navigation.js'
import { plainPage } from '../plain-pages.js'
import { type Answered, type AnsweredClause, searchIn } from '../search.js'
import type { Answer, DeskRequest } from '../types.js'

/** Answers that are shown at first, and with each more. */
const STEP = 40

/** The sections of all policies that answer a question, with their clauses: first those that say what was asked, then those that say a part of it. */
export function get(request: DeskRequest): Answer {
  const { context, say, url } = request
  const question = (url.searchParams.get('q') ?? '').trim()
  const asked = Number(url.searchParams.get('shown') ?? STEP)
  const most = Number.isInteger(asked) ? Math.max(asked, STEP) : STEP
  const { value: texts } = selectPolicies(context, [], { own: true })
  const answers = question === '' ? [] : searchIn(request, requireWorkspace(context), texts)(question)
  const shown = answers.slice(0, most)
  const sure = shown.filter(({ says }) => says)
  const [count, seen] = [answers, shown].map(clausesIn) as [number, number]
  const isAll = shown.length === answers.length
  const many = isAll ? (count === 1 ? 'site.search.found.one' : 'site.search.found.many') : 'site.search.found.shown'
  const said = count === 0 ? say('site.search.none') : say(many, { count, shown: seen })
  const next = `/search?${new URLSearchParams({ q: question, shown: String(most + STEP) })}#answer-${most + 1}`
  return plainPage(request, say('desk.nav.search'), [], {
    here: 'search',
    above: [searchForm(request, question), h('p', { className: ['said'], role: 'status' }, question === '' ? '' : said)],
    below: [
      ...listed(request, sure.every(({ kindred }) => kindred) ? 'site.search.kindred' : 'site.search.sure', sure, 1),
      ...listed(
        request,
        sure.length > 0 ? 'site.search.further' : 'site.search.unsure',
        shown.slice(sure.length),
        sure.length + 1,
      ),
      ...(isAll ? [] : [h('p', {}, link(next, say('site.search.more')))]),
    ],
  })
}

const clausesIn = (answers: readonly Answered[]): number =>
  answers.reduce((sum, { beside, more }) => sum + 1 + beside.length + more.length, 0)

/** Answers under what they have in common; `from` is the number of the first. */
const listed = ({ say }: Pick<DeskRequest, 'say'>, title: string, answers: readonly Answered[], from: number) =>
  answers.length === 0
    ? []
    : [
        h('h2', {}, say(title)),
        h(
          'ol',
          { className: ['answers'], start: from },
          answers.map((each, at) => answer(each, `answer-${from + at}`, say)),
        ),
      ]

function answer(
  { policy, title, organisation, section, force, best, beside, more, lang }: Answered,
  anchor: string,
  say: DeskRequest['say'],
) {
  const linkTo = ({ id }: AnsweredClause, ...words: readonly string[]) =>
    link(`${addressOf(policy)}#${encodeURIComponent(id)}`, words.filter((part) => part !== '').join(' '))
  const listOf = (clauses: readonly AnsweredClause[]) =>
    h(
      'ul',
      {},
      clauses.map((each) => h('li', { lang }, linkTo(each, each.number, each.words))),
    )
  const standing = say(`site.force.${force}.short`, { until: '' })
  return h(
    'li',
    { id: anchor },
    h(
      'p',
      {},
      linkTo(best, [title, best.number].filter((part) => part !== '').join(', ')),
      h('span', {}, ` – ${[organisation, section, standing].filter((part) => part !== '').join(', ')}`),
    ),
    h('p', { lang }, best.words),
    ...(beside.length > 0 ? [listOf(beside)] : []),
    ...(more.length > 0
      ? [h('details', {}, h('summary', {}, say('site.search.folded', { count: more.length })), listOf(more))]
      : []),
  )
}

/** The field that asks all clauses. */
export const searchForm = ({ say }: Pick<DeskRequest, 'say'>, question = '') =>
  h(
    'form',
    { method: 'get', action: '/search', role: 'search', className: ['desk-form', 'in-line', 'wide-field'] },
    field({ name: 'q', label: say('site.search.question'), kind: 'search', value: question }),
    button(say('site.search'), { kind: 'main' }),
  )
