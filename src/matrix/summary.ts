import { maximum } from '../model/index.js'
import {
  type DocBlock,
  type DocCell,
  type DocParagraph,
  type DocTable,
  heading,
  muted,
  paragraph,
  text,
  type Wording,
} from '../present/index.js'
import type { Matrix } from '../schools/index.js'
import { countKey } from './lines.js'
import type { Parts } from './parts.js'
import { isToRead, type MatrixRule } from './rules.js'
import type { SchoolFacts } from './setting.js'

/** More schools than this make no heat map one can read. */
const MAPPED = 16

/** What came out, in a few sentences. */
export function findings({ policies }: Matrix, { setting: { wording }, rules }: Parts): DocParagraph {
  const count = (key: string, number: number): string => wording(`${key}.${countKey(number)}`, { count: number })
  const shared = rules.filter(({ differences }) => differences.includes('shared'))
  const unread = rules.filter(isToRead)
  return paragraph(
    [
      wording(rules.length === 1 ? 'schools.lead.one' : 'schools.lead', { schools: policies.length, rules: rules.length }),
      count('schools.found.opposed', rules.filter(({ opposed }) => opposed).length),
      count('schools.found.deviating', rules.filter(({ opposed, found }) => found.length > 0 && !opposed).length),
      ...(unread.length === 0 ? [] : [count('schools.found.perhaps', unread.length)]),
      count('schools.found.shared', shared.length),
      ...(shared.length === 0 ? [] : [provedOf(shared, count, wording)]),
      count('schools.found.single', rules.filter(({ differences }) => differences.includes('single')).length),
    ].join(' '),
  )
}

/** Of how many rules it is proved that nothing differs; the others are to be read. */
function provedOf(rules: readonly MatrixRule[], count: (key: string, number: number) => string, wording: Wording): string {
  const proved = rules.filter(({ proved: how }) => how === 'same').length
  return proved === rules.length ? wording('schools.found.proved.all') : count('schools.found.proved', proved)
}

/** What was compared, how alike the documents are, and what this rests on. */
export function documentBlocks(matrix: Matrix, parts: Parts): DocBlock[] {
  const { wording, form } = parts.setting
  // Pairs and not rules: a rule of many schools is confirmed only when each of its pairs is.
  const confirmed = matrix.pairs.filter((pair) => pair.confirmed).length
  const basis = wording(`schools.found.confirmed.${countKey(confirmed)}`, { count: confirmed })
  const mapped = form !== 'summary' && matrix.policies.length <= MAPPED
  return [
    { ...heading(1, wording('schools.documents.title')), id: 'documents' },
    paragraph(`${wording('schools.caution')} ${basis}`),
    ...(matrix.complete ? [] : [paragraph(wording('schools.incomplete'))]),
    compared(matrix, parts),
    heading(2, wording('schools.likeness.title')),
    mapped ? heatMap(matrix, parts) : nearest(matrix, parts),
  ]
}

function compared({ policies }: Matrix, { setting, names, order }: Parts): DocTable {
  const { wording, schools, reference, form, places } = setting
  const column = (key: string): DocCell => ({ header: 'column', children: [paragraph(wording(`schools.column.${key}`))] })
  return {
    type: 'table',
    look: form === 'paper' ? 'map' : 'plain',
    columns: [{ weight: 1.6 }, { weight: 3.6 }, { weight: 1.3, align: 'right' }],
    head: [{ cells: ['school', 'title', 'clauses'].map(column) }],
    body: order.map((policy) => {
      const { title, clauses } = policies[policy] as Matrix['policies'][number]
      const { version, status } = schools[policy] as SchoolFacts
      const name =
        policy === reference ? wording('schools.reference.name', { name: names[policy] as string }) : (names[policy] as string)
      const standing = [version, wording(`status.${status}`)].filter(Boolean).join(' · ')
      return {
        cells: [
          {
            header: 'row',
            children: [paragraph(places ? [{ type: 'link', url: places.school(policy), children: [text(name)] }] : name)],
          },
          { children: [paragraph([text(`${title} `), muted(standing)])] },
          { children: [paragraph(String(clauses.length))] },
        ],
      }
    }),
  }
}

/** Pairs named where there is no room for a map. */
const NEAREST = 10

/** The most alike pairs as a list. */
function nearest({ likeness }: Matrix, { setting, names, order }: Parts): DocBlock {
  const pairs = order.flatMap((a, at) => order.slice(at + 1).map((b) => ({ a, b, value: likeness[a]?.[b] ?? 0 })))
  const said = ({ a, b, value }: (typeof pairs)[number]): string =>
    setting.wording('schools.likeness.pair', { a: names[a] as string, b: names[b] as string, share: percent(value) })
  const items = pairs.sort((x, y) => y.value - x.value).slice(0, NEAREST)
  return {
    type: 'list',
    ordered: false,
    items: items.map((pair) => ({ type: 'item', label: '•', children: [paragraph(said(pair))] })),
  }
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** Width of a name beside 1 for a document, and what of it each asks for. */
const NAMED = 2.4
const NAMED_OF_EACH = 0.3

/** Likeness of each two documents in per cent; the most alike have the strongest tint. */
function heatMap({ likeness }: Matrix, { setting, names, order }: Parts): DocTable {
  const value = (a: number, b: number): number => likeness[a]?.[b] ?? 0
  const most = Math.max(0.01, maximum(order.flatMap((a) => order.map((b) => (a === b ? 0 : value(a, b))))))
  const column = (name: string): DocCell => ({ header: 'column', children: [paragraph(name)] })
  return {
    type: 'table',
    look: 'map',
    caption: [text(setting.wording('schools.likeness.caption'))],
    columns: [
      { weight: Math.max(NAMED, NAMED_OF_EACH * order.length) },
      ...order.map(() => ({ weight: 1, align: 'center' as const })),
    ],
    head: [
      { cells: [column(setting.wording('schools.column.school')), ...order.map((policy) => column(names[policy] as string))] },
    ],
    body: order.map((a) => ({
      cells: [
        { header: 'row', children: [paragraph(names[a] as string)] },
        ...order.map((b): DocCell => {
          if (a === b) return { tone: 'muted', children: [paragraph([muted('–')])] }
          return { heat: value(a, b) / most, children: [paragraph(String(Math.round(value(a, b) * 100)))] }
        }),
      ],
    })),
  }
}
