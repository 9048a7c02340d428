import { valueInWords } from '../language/index.js'
import { plainText } from '../model/index.js'
import { type DocBlock, type Document, heading, muted, paragraph, text } from '../present/index.js'
import {
  type AttachmentProposal,
  askedIn,
  type Confirmed,
  provisionOf as confirmedProvision,
  isOwn,
  otherIn,
  type Proposed,
  type Provision,
  percentOf,
  reasonOf,
  seemingOf,
} from '../tailor/index.js'
import { columnsOf, paper, type TemplateSetting, table } from './setting.js'

/** What a person made of a proposal; `written` where it stands in the policy. */
export interface Settled {
  readonly confirmed: Confirmed
  readonly written: boolean
}

/** Which clause of a school seems to be which provision of a template, what is asked first; of what was confirmed, what becomes of it. */
export function presentAttachment(proposal: AttachmentProposal, setting: TemplateSetting, settled?: Settled): Document {
  const { template, wording } = setting
  const beside = proposal.beside.join(', ')
  const facts = [
    `${wording('templates.fact.template')}: ${template}`,
    ...(beside === '' || settled ? [] : [`${wording('templates.attach.beside')}: ${beside}`]),
  ]
  return paper(
    'attach',
    setting,
    facts.join(' · '),
    settled ? becoming(proposal, setting, settled) : proposing(proposal, setting),
  )
}

function proposing(proposal: AttachmentProposal, setting: TemplateSetting): readonly DocBlock[] {
  const { clauses, missing, filled } = proposal
  const { wording } = setting
  const sure = clauses.filter((each) => each.sure)
  const asked = askedIn(proposal)
  const own = clauses.filter(isOwn)
  const counts = { all: clauses.length, sure: sure.length, asked: asked.length, own: own.length, missing: missing.length }
  return [
    paragraph(wording('templates.attach.summary', counts), asked.length > 0 ? 'warning' : 'lead'),
    ...pairs('asked', asked, setting, true),
    ...pairs('sure', sure, setting, true),
    ...values(Object.fromEntries(filled.map(({ name, value }) => [name, value])), setting),
    ...single('own', own.map(clauseOf), setting),
    ...single('missing', missing.map(provisionOf), setting),
  ]
}

function becoming(
  { clauses, provisions }: AttachmentProposal,
  setting: TemplateSetting,
  { confirmed, written }: Settled,
): readonly DocBlock[] {
  const { wording } = setting
  const all = clauses.map(({ provision: _, again: __, ...each }): Proposed => {
    const attached = confirmed.clauses.get(each.name)
    const provision = attached && confirmedProvision(provisions, attached)
    return { ...each, ...(provision ? { provision } : {}), covers: attached?.covers ?? [], others: [], why: new Map() }
  })
  const attached = all.filter(({ provision }) => provision)
  const own = all.filter(({ provision }) => !provision)
  const said = wording(`templates.attach.${written ? 'done' : 'would'}`, { attached: attached.length, all: all.length })
  return [
    paragraph(said, 'lead'),
    ...pairs('attached', attached, setting, false),
    ...values(confirmed.parameters, setting),
    ...single(
      'own',
      own.map((each) => [...clauseOf(each), ...coversOf(each, setting)]),
      setting,
    ),
  ]
}

function pairs(
  key: 'asked' | 'attached' | 'sure',
  members: readonly Proposed[],
  setting: TemplateSetting,
  withScore: boolean,
): readonly DocBlock[] {
  const { wording } = setting
  const columns = columnsOf({ number: 1, clause: 5, model: 5, ...(withScore ? { sure: 2 } : {}) }, wording)
  if (members.length === 0) return []
  const rows = members.map((each) => ({
    kind: key,
    cells: [
      [paragraph(each.clause.number ?? '–')],
      wordsOf(each),
      modelOf(each, setting),
      ...(withScore ? [[paragraph(percent(each))]] : []),
    ],
  }))
  return [heading(2, wording(`templates.attach.${key}`)), table(columns, rows)]
}

function single(
  key: 'own' | 'missing',
  cells: readonly (readonly DocBlock[])[],
  { wording }: TemplateSetting,
): readonly DocBlock[] {
  if (cells.length === 0) return []
  const column = wording(`templates.column.${key === 'own' ? 'clause' : 'model'}`)
  return [
    heading(2, wording(`templates.attach.${key}`)),
    table(
      [[column, 1]],
      cells.map((cell) => ({ kind: key, cells: [cell] })),
    ),
  ]
}

function values(filled: Confirmed['parameters'], { wording, lang }: TemplateSetting): readonly DocBlock[] {
  const entries = Object.entries(filled)
  if (entries.length === 0) return []
  return [
    heading(2, wording('templates.attach.filled')),
    table(
      columnsOf({ filled: 2, value: 5 }, wording),
      entries.map(([name, value]) => ({ kind: 'filled', cells: [[paragraph(name)], [paragraph(valueInWords(value, lang))]] })),
    ),
  ]
}

const percent = (proposed: Proposed): string => `${percentOf(proposed)} %`

const inOneLine = (clause: Proposed['clause']): string => plainText(clause.node).replace(/\s+/g, ' ')

const wordsOf = ({ clause, name }: Proposed): readonly DocBlock[] => [
  paragraph([text(inOneLine(clause)), text(' '), muted(`#${name}`)]),
]

const clauseOf = ({ clause, name }: Proposed): readonly DocBlock[] => [
  paragraph([text([clause.number ?? [], inOneLine(clause)].flat().join(' ')), text(' '), muted(`#${name}`)]),
]

const provisionOf = ({ clause, id }: Provision): readonly DocBlock[] => [
  paragraph([text(inOneLine(clause)), text(' '), muted(`#${id}`)]),
]

const coversOf = ({ covers }: Proposed, { wording }: TemplateSetting): readonly DocBlock[] =>
  covers.length === 0 ? [] : [paragraph(wording('templates.attach.covers', { names: covers.join(', ') }), 'small')]

function modelOf(proposed: Proposed, setting: TemplateSetting): readonly DocBlock[] {
  const { provision, others } = proposed
  const { wording } = setting
  const seeming = seemingOf(proposed)
  const reason = reasonOf(proposed, wording)
  const why = reason === undefined ? [] : [paragraph(reason, 'small')]
  const named = others.map((each) => paragraph(otherIn(proposed, each, wording), seeming ? 'small' : undefined))
  if (!seeming) return [...named, ...why]
  const variant = provision?.variant
  return [
    ...provisionOf(seeming),
    ...(variant === undefined ? [] : [paragraph(wording('templates.attach.variant', { variant }), 'small')]),
    ...(provision ? coversOf(proposed, setting) : [paragraph(wording('attach.again'), 'small')]),
    ...why,
    ...named,
  ]
}

/** Names of what a clause is, for the filter of a page. */
export const attachLabels = ({ wording }: Pick<TemplateSetting, 'wording'>) => ({
  kind: {
    name: wording('templates.column.sure'),
    values: Object.fromEntries(
      (['asked', 'sure', 'attached', 'own', 'missing', 'filled'] as const).map((kind) => [
        kind,
        wording(`templates.attach.${kind}`),
      ]),
    ),
  },
})
