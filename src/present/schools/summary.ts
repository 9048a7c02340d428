import type { Matrix } from '../../compare/schools/index.js'
import type { DocBlock, DocCell, DocTable } from '../document.js'
import { heading, muted, paragraph } from '../versions/setting.js'
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
  const confirmed = rules.filter((rule) => rule.confirmed).length
  return [
    paragraph(wording('schools.lead', { schools: matrix.policies.length, rules: rules.length }), 'lead'),
    {
      type: 'list',
      ordered: false,
      items: findings.map((finding) => ({ type: 'item', label: '•', children: [paragraph(finding)] })),
    },
    compared(matrix, parts),
    ...(matrix.policies.length > MAPPED ? [] : [heading(1, wording('schools.likeness.title')), heatMap(matrix, parts)]),
    paragraph(`${wording('schools.caution')} ${count('schools.found.confirmed', confirmed)}`, 'small'),
    ...(matrix.complete ? [] : [paragraph(wording('schools.incomplete'), 'small')]),
  ]
}

function compared({ policies }: Matrix, { setting, names, order }: Parts): DocTable {
  const { wording, schools, reference } = setting
  const column = (key: string): DocCell => ({ header: 'column', children: [paragraph(wording(`schools.column.${key}`))] })
  return {
    type: 'table',
    look: 'plain',
    columns: [{ weight: 2 }, { weight: 3.4 }, { weight: 1.8 }, { weight: 1, align: 'right' }],
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

/** Likeness of each two documents in per cent; the most alike have the strongest tint. */
function heatMap({ likeness }: Matrix, { setting, names, order }: Parts): DocTable {
  const value = (a: number, b: number): number => likeness[a]?.[b] ?? 0
  const most = Math.max(0.01, ...order.flatMap((a) => order.map((b) => (a === b ? 0 : value(a, b)))))
  const column = (name: string): DocCell => ({ header: 'column', children: [paragraph(name)] })
  return {
    type: 'table',
    look: 'grid',
    caption: [{ type: 'text', value: setting.wording('schools.likeness.caption') }],
    columns: [{ weight: 1.6 }, ...order.map(() => ({ weight: 1, align: 'center' as const }))],
    head: [
      { cells: [column(setting.wording('schools.column.school')), ...order.map((policy) => column(names[policy] as string))] },
    ],
    body: order.map((a) => ({
      cells: [
        { header: 'row', children: [paragraph(names[a] as string)] },
        ...order.map((b): DocCell => {
          if (a === b) return { tone: 'muted', children: [paragraph([muted('–')])] }
          return { heat: value(a, b) / most, children: [paragraph(`${Math.round(value(a, b) * 100)}%`)] }
        }),
      ],
    })),
  }
}
