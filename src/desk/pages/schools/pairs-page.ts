import { SITTING } from '../../../concordance/index.js'
import { clipped } from '../../../model/index.js'
import { type Child, h } from '../../../render/html/index.js'
import { GRADES } from '../../../schools/index.js'
import { button, choices, field, folded, form, hidden, link } from '../../markup.js'
import { plainPage } from '../../plain-pages.js'
import type { DeskPage, DeskRequest, Sent, ShownAgain } from '../../types.js'
import { addressOfSubject, type ComparedSubject, seenOf } from './compared.js'
import { crumbsOf } from './crumbs.js'
import { sentAt } from './sent-at.js'

/** What can be said of two clauses; `open` takes back what was said. */
export const GRADINGS = [...GRADES, 'none', 'open'] as const

interface Named {
  /** As the concordance has it. */
  readonly name: string
  readonly school: string
  readonly number: string
  readonly words: string
}

interface AskedPair {
  readonly a: Named
  readonly b: Named
  /** What the comparison makes of it, or a person made. */
  readonly grade: (typeof GRADINGS)[number]
  /** 0 to 1; of what was judged nothing is said. */
  readonly score?: number
  readonly note?: string
}

/** Every clause of the schools that has an id of its own. */
export const clausesOf = ({ compared: { matrix, setting } }: ComparedSubject): readonly Named[] =>
  matrix.policies.flatMap(({ ref, clauses }, at) =>
    clauses
      .filter(({ id, line }) => id !== `line-${line}`)
      .map(({ id, number, text }) => ({
        name: `${ref}#${id}`,
        school: setting.schools[at]?.name ?? ref,
        number,
        words: text,
      })),
  )

/** The pairs that nobody judged, the least sure first, as many as are judged in one sitting; and those that were. */
function pairsIn(subject: ComparedSubject): { readonly asked: readonly AskedPair[]; readonly known: readonly AskedPair[] } {
  const byName = new Map(clausesOf(subject).map((each) => [each.name, each]))
  const { matrix } = subject.compared
  const judged = subject.judged.concordance.entries.filter(({ grade }) => grade !== undefined)
  const both = (a: string, b: string) => [a, b].sort().join(' ')
  const said = new Set(judged.map(({ a, b }) => both(a, b)))
  const asked = matrix.pairs.flatMap(({ a, b, grade, score, confirmed }): AskedPair[] => {
    const [one, other] = [a, b].map(({ policy, id }) => byName.get(`${matrix.policies[policy]?.ref}#${id}`))
    if (confirmed || !one || !other || said.has(both(one.name, other.name))) return []
    return [{ a: one, b: other, grade, score }]
  })
  const known = judged.flatMap(({ a, b, grade, note }): AskedPair[] => {
    const [one, other] = [byName.get(a), byName.get(b)]
    return one && other && grade ? [{ a: one, b: other, grade, ...(note === undefined ? {} : { note }) }] : []
  })
  return { asked: asked.sort((x, y) => (x.score ?? 1) - (y.score ?? 1)).slice(0, SITTING), known }
}

/** Two clauses beside each other, the least sure first: whether they say the same, and if not, which clause does. */
export function pairsPage(request: DeskRequest, subject: ComparedSubject, { sent, above = [] }: ShownAgain = {}): DeskPage {
  const { say } = request
  const { group, judged } = subject
  const { asked, known } = pairsIn(subject)
  const title = say('desk.pairs')
  const cards = (pairs: readonly AskedPair[], from: number) => pairs.map((pair, at) => pairCard(pair, from + at, say, sent))
  const save = (kind: 'main' | 'plain') =>
    h(
      'p',
      { className: ['acts'] },
      button(say('desk.schools.save'), { kind }),
      kind === 'main' ? link(addressOfSubject(group), say('desk.schools.back')) : undefined,
    )
  return plainPage(request, title, [say('desk.pairs.how')], {
    above,
    crumbs: crumbsOf(request, group, title),
    here: 'schools',
    ownLife: true,
    below: [
      form(
        request,
        `${addressOfSubject(group)}/pairs`,
        [
          hidden('seen', seenOf(judged)),
          h(
            'datalist',
            { id: '_clauses' },
            clausesOf(subject).map(({ name, words }) => h('option', { value: `${name} · ${clipped(words, SHOWN)}` })),
          ),
          h(
            'section',
            { className: ['pieces'] },
            h('h2', {}, say(asked.length === 1 ? 'desk.pairs.asked.one' : 'desk.pairs.asked.many', { count: asked.length })),
            asked.length === 0 ? h('p', {}, say('desk.schools.asked.none')) : undefined,
            cards(asked, 0),
          ),
          save('main'),
          known.length === 0
            ? undefined
            : folded(say(known.length === 1 ? 'desk.pairs.judged.one' : 'desk.pairs.judged.many', { count: known.length }), [
                h('div', { className: ['pieces'] }, cards(known, asked.length), save('plain')),
              ]),
        ],
        { name: 'pairs-form' },
      ),
    ],
  })
}

/** Letters of a text that stand for all of it where it is named. */
const SHOWN = 60

function pairCard({ a, b, grade, score, note }: AskedPair, at: number, say: DeskRequest['say'], sent: Sent | undefined): Child {
  const isKnown = score === undefined
  const ways = isKnown ? GRADINGS : GRADINGS.filter((way) => way !== 'open')
  const was = sentAt(sent, 'pair', [`${a.name} ${b.name}`])
  const typed = (key: string) => (was === undefined ? undefined : sent?.text(`${key}-${was}`))
  const chosen = typed('grade') ?? (isKnown ? grade : undefined)
  return h(
    'fieldset',
    { className: ['piece', ...(isKnown ? ['settled'] : [])], id: `_pair-${at + 1}` },
    h(
      'legend',
      {},
      h('strong', {}, say(`desk.pairs.grade.${grade}`)),
      isKnown ? '' : ` · ${say('desk.schools.sure', { percent: Math.round(100 * score) })}`,
    ),
    hidden(`pair-${at}`, `${a.name} ${b.name}`),
    h(
      'div',
      { className: ['sides'] },
      [a, b].map(({ school, number, words }) =>
        h(
          'div',
          {},
          h('h3', {}, [school, number].filter((each) => each !== '').join(' · ')),
          h('p', { className: ['words'] }, words),
        ),
      ),
    ),
    choices(
      `grade-${at}`,
      ways.map((value) => ({ value, text: say(`desk.pairs.grade.${value}`) })),
      chosen,
    ),
    h(
      'div',
      { className: ['in-line'] },
      field({
        name: `with-${at}`,
        label: say('desk.pairs.with', { school: a.school }),
        value: typed('with'),
        list: '_clauses',
      }),
      field({ name: `note-${at}`, label: say('desk.pairs.note'), value: typed('note') ?? note }),
    ),
  )
}
