import type { Matrix } from '../../schools/index.js'
import type { DocBlock, DocCell, DocTable } from '../document.js'
import { heading, muted, paragraph, text } from '../prose.js'
import type { Parts } from './cells.js'
import { countKey } from './report.js'
import type { SchoolFacts } from './setting.js'

/** More schools than this make no heat map one can read. */
const MAPPED = 40

/** The first page: what was compared, what came out, how alike the documents are. */
export function summaryBlocks(matrix: Matrix, parts: Parts): DocBlock[] {
  const { wording } = parts.setting
  const { rules } = parts
  const count = (key: string, number: number): string => wording(`${key}.${countKey(number)}`, { count: number })
  const findings = [
    count('schools.found.opposed', rules.filter(({ opposed }) => opposed).length),
    count(
      'schools.found.deviating',
      rules.filter(({ opposed, differences }) => differences.includes('deviating') && !opposed).length,
    ),
    count('schools.found.shared', rules.filter(({ differences }) => differences.includes('shared')).length),
    count('schools.found.single', rules.filter(({ differences }) => differences.includes('single')).length),
  ]
  // Pairs and not rules: a rule of many schools is confirmed only when each of its pairs is.
  const confirmed = matrix.pairs.filter((pair) => pair.confirmed).length
  return [
    paragraph(wording('schools.lead', { schools: matrix.policies.length, rules: rules.length }), 'lead'),
    {
      type: 'list',
      ordered: false,
      items: findings.map((finding) => ({ type: 'item', label: '•', children: [paragraph(finding)] })),
    },
    paragraph(`${wording('schools.caution')} ${count('schools.found.confirmed', confirmed)}`, 'small'),
    compared(matrix, parts),
    ...(matrix.policies.length > MAPPED ? [] : [heading(1, wording('schools.likeness.title')), likeness(matrix, parts)]),
    ...(matrix.complete ? [] : [paragraph(wording('schools.incomplete'), 'small')]),
  ]
}

function compared({ policies }: Matrix, { setting, names, order }: Parts): DocTable {
  const { wording, schools, reference } = setting
  const column = (key: string): DocCell => ({ header: 'column', children: [paragraph(wording(`schools.column.${key}`))] })
  return {
    type: 'table',
    look: 'plain',
    columns: [{ weight: 1.6 }, { weight: 2.8 }, { weight: 2.4 }, { weight: 1.3, align: 'right' }],
    head: [{ cells: ['school', 'title', 'version', 'clauses'].map(column) }],
    body: order.map((policy) => {
      const { title, clauses } = policies[policy] as Matrix['policies'][number]
      const { version, status } = schools[policy] as SchoolFacts
      const name =
        policy === reference ? wording('schools.reference.name', { name: names[policy] as string }) : (names[policy] as string)
      const standing = [version, wording(`status.${status}`)].filter(Boolean).join(' · ')
      return {
        cells: [
          { header: 'row', children: [paragraph(name)] },
          ...[title, standing, String(clauses.length)].map((value): DocCell => ({ children: [paragraph(value)] })),
        ],
      }
    }),
  }
}

/** Pairs named where there is no room for a map. */
const NEAREST = 10

const likeness = (matrix: Matrix, parts: Parts): DocBlock =>
  parts.setting.form === 'summary' ? nearest(matrix, parts) : heatMap(matrix, parts)

/** The most alike pairs as a list: a terminal has no room for a map. */
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

/** Likeness of each two documents in per cent; the most alike have the strongest tint. */
function heatMap({ likeness }: Matrix, { setting, names, order }: Parts): DocTable {
  const value = (a: number, b: number): number => likeness[a]?.[b] ?? 0
  const most = Math.max(0.01, ...order.flatMap((a) => order.map((b) => (a === b ? 0 : value(a, b)))))
  const column = (name: string): DocCell => ({ header: 'column', children: [paragraph(name)] })
  return {
    type: 'table',
    look: 'grid',
    caption: [text(setting.wording('schools.likeness.caption'))],
    columns: [{ weight: 1.6 }, ...order.map(() => ({ weight: 1, align: 'center' as const }))],
    head: [
      { cells: [column(setting.wording('schools.column.school')), ...order.map((policy) => column(names[policy] as string))] },
    ],
    body: order.map((a) => ({
      cells: [
        { header: 'row', children: [paragraph(names[a] as string)] },
        ...order.map((b): DocCell => {
          if (a === b) return { tone: 'muted', children: [paragraph([muted('–')])] }
          return { heat: value(a, b) / most, children: [paragraph(percent(value(a, b)))] }
        }),
      ],
    })),
  }
}
