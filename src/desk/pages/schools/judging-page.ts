import type { Element } from 'hast'
import { SITTING } from '../../../concordance/index.js'
import { type Child, h } from '../../../render/html/index.js'
import { sentenceIn } from '../../../schools/index.js'
import { button, choices, field, folded, form, hidden, link } from '../../markup.js'
import { plainPage } from '../../plain-pages.js'
import type { DeskPage, DeskRequest, Sent, ShownAgain } from '../../types.js'
import { addressOfSubject, type ComparedSubject, seenOf } from './compared.js'
import { crumbsOf } from './crumbs.js'
import { type AskedRow, askedRows, type Joinable, joinables, joinedIn, judgedRowsIn, rowsSeen } from './rows.js'
import { sentAt } from './sent-at.js'

type Say = DeskRequest['say']

/** The rows that wait for a person, the least sure first, and those that were judged, which can be judged otherwise. */
export function judgingPage(request: DeskRequest, subject: ComparedSubject, { sent, above = [] }: ShownAgain = {}): DeskPage {
  const { say } = request
  const { group, judged } = subject
  const [asked, known] = [askedRows(subject), judgedRowsIn(subject)]
  const schoolOf = schoolsIn(subject)
  const all = joinables(subject)
  const rowsFrom = (rows: readonly AskedRow[], from: number) =>
    rows.map((row, at) => rowCard(row, from + at, { schoolOf, say, sent, all }))
  const save = h(
    'p',
    { className: ['acts'] },
    button(say('desk.schools.save'), { kind: 'main' }),
    link(addressOfSubject(group), say('desk.schools.back')),
  )
  const title = say('desk.schools.judge')
  return plainPage(request, title, [say('desk.schools.how')], {
    above,
    crumbs: crumbsOf(request, group, title),
    here: 'schools',
    ownLife: true,
    below: [
      form(
        request,
        `${addressOfSubject(group)}/judge`,
        [
          hidden('seen', seenOf(judged)),
          hidden('rows', rowsSeen(all)),
          h(
            'datalist',
            { id: '_rows' },
            all.map(({ label }) => h('option', { value: label })),
          ),
          h(
            'section',
            { className: ['pieces'] },
            h(
              'h2',
              {},
              say(
                asked.length === 1
                  ? 'desk.schools.asked.one'
                  : asked.length < SITTING
                    ? 'desk.schools.asked.many'
                    : 'desk.schools.asked.most',
                { count: asked.length },
              ),
            ),
            asked.length === 0 ? h('p', {}, say('desk.schools.asked.none')) : undefined,
            rowsFrom(asked, 0),
          ),
          save,
          known.length === 0 ? undefined : earlier(rowsFrom(known, asked.length), known.length, say),
        ],
        { name: 'judging-form' },
      ),
    ],
  })
}

const earlier = (rows: readonly Child[], count: number, say: Say): Element =>
  folded(say(count === 1 ? 'desk.schools.judged.one' : 'desk.schools.judged.many', { count }), [
    h('div', { className: ['pieces'] }, rows, h('p', { className: ['acts'] }, button(say('desk.schools.save')))),
  ])

/** What a policy's school is called. */
function schoolsIn({ compared: { matrix, setting } }: ComparedSubject): (sentence: string) => string {
  const names = new Map(matrix.policies.map(({ ref }, at) => [ref, setting.schools[at]?.name ?? ref]))
  return (sentence) => names.get(sentenceIn(sentence).ref) ?? sentenceIn(sentence).ref
}

/** What the cards of all rows are made with. */
interface Around {
  readonly schoolOf: (name: string) => string
  readonly say: Say
  readonly sent: Sent | undefined
  readonly all: readonly Joinable[]
}

/** A row: what each school says, which of it belongs together, and what is made of it. */
function rowCard(row: AskedRow, at: number, { schoolOf, say, sent, all }: Around): Child {
  const { called, name, score, sentences, verdict } = row
  const was = sentAt(
    sent,
    'shown',
    sentences.map((each) => each.name),
  )
  const typed = (key: string) => (was === undefined ? undefined : sent?.text(`${key}-${was}`))
  const chosen = typed('verdict')
  // A number that was of other rules is not put back into the field: it would be taken for one of these.
  const joined = sent && was !== undefined && joinedIn(sent, was, all)
  const ways = verdict === undefined ? (['confirmed', 'rejected'] as const) : (['confirmed', 'rejected', 'open'] as const)
  const isIn = (each: string) => chosen === undefined || sent?.all(`in-${was}`).includes(each)
  return h(
    'fieldset',
    { className: ['piece', ...(verdict === undefined ? [] : ['settled'])], id: `_row-${at + 1}` },
    h(
      'legend',
      {},
      h('strong', {}, name ?? called),
      verdict === undefined
        ? ` · ${say('desk.schools.sure', { percent: Math.round(100 * score) })}`
        : ` · ${say(`desk.schools.was.${verdict}`)}`,
    ),
    h(
      'ul',
      { className: ['members'] },
      sentences.map(({ name: each, stance, words }) =>
        h(
          'li',
          {},
          hidden(`shown-${at}`, each),
          h(
            'label',
            {},
            h('input', { type: 'checkbox', name: `in-${at}`, value: each, ...(isIn(each) ? { checked: true } : {}) }),
            h(
              'span',
              {},
              h('strong', {}, schoolOf(each)),
              ' ',
              h('span', { className: ['stance'] }, say(`stance.${stance}`)),
              h('br', {}),
              words,
            ),
          ),
        ),
      ),
    ),
    h(
      'div',
      { className: ['in-line'] },
      field({ name: `name-${at}`, label: say('desk.schools.name'), value: typed('name') ?? name }),
      field({ name: `join-${at}`, label: say('desk.schools.join'), value: joined ? typed('join') : undefined, list: '_rows' }),
    ),
    choices(
      `verdict-${at}`,
      ways.map((value) => ({ value, text: say(`desk.schools.verdict.${value}`) })),
      chosen,
    ),
  )
}
