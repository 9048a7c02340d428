import { plainText } from '../model/index.js'
import { type DocBlock, type Document, heading, muted, paragraph, text } from '../present/index.js'
import type { Confirmed, Proposal, Proposed, Provision } from '../tailor/index.js'
import { paper, type TemplateSetting, table } from './setting.js'

/** Which clause of a school seems to be which provision of a template, what is asked first; with what was `confirmed`, what became of it. */
export function presentAttachment(proposal: Proposal, setting: TemplateSetting, confirmed?: Confirmed): Document {
  const { wording, template } = setting
  const { clauses, missing, filled } = proposal
  const sure = clauses.filter((each) => each.sure)
  const asked = clauses.filter((each) => !each.sure && each.provision).sort((a, b) => a.score - b.score)
  const own = clauses.filter(({ provision }) => !provision)
  const counts = { all: clauses.length, sure: sure.length, asked: asked.length, own: own.length, missing: missing.length }
  const attached = [...(confirmed?.clauses.values() ?? [])].filter(({ provision }) => provision !== undefined).length
  const columns = (['clause', 'model', 'sure'] as const).map(
    (name, i) => [wording(`templates.column.${name}`), [5, 5, 2][i] as number] as const,
  )
  const part = (key: 'asked' | 'sure', members: readonly Proposed[]): readonly DocBlock[] =>
    members.length === 0
      ? []
      : [
          heading(2, wording(`templates.attach.${key}`)),
          table(
            columns,
            members.map((each) => ({ kind: key, cells: [clauseOf(each), modelOf(each, setting), [paragraph(percent(each))]] })),
          ),
        ]
  const list = (key: 'own' | 'missing', cells: readonly (readonly DocBlock[])[]): readonly DocBlock[] =>
    cells.length === 0
      ? []
      : [
          heading(2, wording(`templates.attach.${key}`)),
          table(
            [[wording(`templates.column.${key === 'own' ? 'clause' : 'model'}`), 1]],
            cells.map((cell) => ({ kind: key, cells: [cell] })),
          ),
        ]
  return paper('attach', setting, `${wording('templates.fact.template')}: ${template}`, [
    paragraph(
      confirmed
        ? wording('templates.attach.done', { attached, all: clauses.length })
        : wording('templates.attach.summary', counts),
      asked.length > 0 && !confirmed ? 'warning' : 'lead',
    ),
    ...part('asked', asked),
    ...part('sure', sure),
    ...(filled.length === 0
      ? []
      : [
          heading(2, wording('templates.attach.filled')),
          table(
            [
              [wording('templates.column.filled'), 2],
              [wording('templates.column.value'), 5],
            ],
            filled.map(({ name, value }) => ({
              kind: 'filled',
              cells: [[paragraph(name)], [paragraph([value].flat().join('; '))]],
            })),
          ),
        ]),
    ...list('own', own.map(clauseOf)),
    ...list('missing', missing.map(provisionOf)),
  ])
}

const percent = ({ score }: Proposed): string => `${Math.round(100 * score)} %`

function clauseOf({ clause, name }: Proposed): readonly DocBlock[] {
  const number = clause.number === undefined ? '' : `${clause.number} `
  return [paragraph([text(number + plainText(clause.node).replace(/\s+/g, ' ')), text(' '), muted(name)])]
}

const provisionOf = ({ clause, id }: Provision): readonly DocBlock[] => [
  paragraph([text(plainText(clause.node).replace(/\s+/g, ' ')), text(' '), muted(id)]),
]

function modelOf({ provision, covers }: Proposed, { wording }: TemplateSetting): readonly DocBlock[] {
  if (!provision) return [paragraph('–')]
  const { variant } = provision
  return [
    ...provisionOf(provision),
    ...(variant === undefined ? [] : [paragraph(wording('templates.attach.variant', { variant }), 'small')]),
    ...(covers.length === 0 ? [] : [paragraph(wording('templates.attach.covers', { names: covers.join(', ') }), 'small')]),
  ]
}

/** Names of what a clause is, for the filter of a page. */
export const attachLabels = ({ wording }: Pick<TemplateSetting, 'wording'>) => ({
  kind: {
    name: wording('templates.column.sure'),
    values: Object.fromEntries(
      (['asked', 'sure', 'own', 'missing', 'filled'] as const).map((kind) => [kind, wording(`templates.attach.${kind}`)]),
    ),
  },
})
