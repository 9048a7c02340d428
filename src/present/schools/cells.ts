import type { Cell, MatrixClause } from '../../compare/schools/index.js'
import { sentenceStart } from '../../language/index.js'
import type { DocBlock, DocCell, DocInline, DocParagraph, Tone } from '../document.js'
import { muted, paragraph, strong, text } from '../prose.js'
import type { Rule, RuleCell } from './rules.js'
import type { MatrixSetting } from './setting.js'
import { differingWords, sameWords } from './words.js'

/** What every part of the comparison says in the same way. */
export interface Parts {
  readonly setting: MatrixSetting
  /** What users call the policies. */
  readonly refs: readonly string[]
  /** How columns are headed, by policy. */
  readonly names: readonly string[]
  /** Policies in the order of the columns. */
  readonly order: readonly number[]
  readonly rules: readonly Rule[]
}

export const tag = (value: string): DocInline => ({ type: 'span', role: 'tag', children: [text(value)] })

/** The colour goes with the word, never without it. */
const TONES: Partial<Record<Cell['stance'], NonNullable<DocCell['tone']>>> = {
  prohibition: 'deleted',
  permission: 'inserted',
  'conditional-permission': 'accent',
}

const toned = (stance: Cell['stance']) => (TONES[stance] === undefined ? {} : { tone: TONES[stance] })

/** A school that says nothing about a rule. */
const silent = ({ setting }: Parts): DocCell => ({
  tone: 'muted',
  children: [paragraph([muted(setting.wording('schools.silent'))])],
})

/** Stances with the words they turn on: what fits a table one can take in at a glance. */
export function shortCell(rule: Rule, policy: number, parts: Parts): DocCell {
  const cell = rule.cells.get(policy)
  if (!cell) return silent(parts)
  const also = cell.others.filter((clause) => adds(clause, cell)).slice(0, ALSO)
  return {
    ...toned(cell.stance),
    children: [
      ...glance(cell.bearer, cell.stance, parts),
      ...also.flatMap((clause) => glance(clause, clause.modality, parts, 'small')),
    ],
  }
}

/** Other clauses of a school in a table to take in at a glance. */
const ALSO = 1

/** Whether a clause says something that the one that carries the rule does not: it asks something else, or under a condition. */
function adds(clause: MatrixClause, { bearer, stance }: RuleCell): boolean {
  if (clause.modality === 'statement') return false
  return clause.modality !== stance || conditionOf(clause, clause.modality) !== conditionOf(bearer, stance)
}

function glance(clause: MatrixClause, stance: Cell['stance'], parts: Parts, tone?: Tone): DocBlock[] {
  // "Required" alone may look like the opposite of what is asked.
  const words = conditionOf(clause, stance) ?? sentenceOf(clause, stance)
  return [paragraph(stanceWords(clause, stance, parts), tone), clauseWords(clause, parts, [text(words)], 'small')]
}

/** Words of a clause or its condition in a table to take in at a glance. */
const GLANCE = 12

/** The beginning of the sentence that makes the norm. */
function sentenceOf({ text, stances, lang }: MatrixClause, stance: Cell['stance']): string {
  const from = stances.find(({ modality }) => modality === stance)?.from ?? 0
  const start = sentenceStart(text, from, lang)
  return `${start > 0 ? '… ' : ''}${beginning(text.slice(start))}`
}

/** The first words, an ellipsis for the others. */
function beginning(value: string): string {
  const words = value.split(/\s+/)
  return `${words.slice(0, GLANCE).join(' ')}${words.length > GLANCE ? ' …' : ''}`
}

/** Under which condition something may be done, or is not forbidden, in the words of the clause. */
function conditionOf({ stances }: MatrixClause, stance: Cell['stance']): string | undefined {
  if (stance === 'obligation' || stance === 'recommendation') return undefined
  const condition = stances.find(({ modality }) => modality === stance)?.condition
  return condition && `… ${beginning(condition)}`
}

/** Stance, number, words, what else the school says about it, and what differs from the clause it was paired with. */
export function wholeCell(rule: Rule, policy: number, parts: Parts): DocCell {
  const cell = rule.cells.get(policy)
  if (!cell) return silent(parts)
  const { setting } = parts
  const merged = setting.form === 'paper' && setting.reference !== undefined ? mergedWords(cell) : undefined
  return {
    ...toned(cell.stance),
    children: [
      paragraph([...stanceWords(cell.bearer, cell.stance, parts), ...placeWords(cell.bearer)]),
      merged ? clauseWords(cell.bearer, parts, merged) : clauseWords(cell.bearer, parts),
      ...besides(cell, parts),
      ...beside(cell, parts),
    ],
  }
}

/** What a school says about a rule, without comparing it; `lead` stands in front. */
export const ownWords = (cell: RuleCell, parts: Parts, lead: readonly DocInline[]): DocBlock[] => [
  paragraph([...lead, ...stanceWords(cell.bearer, cell.stance, parts)]),
  clauseWords(cell.bearer, parts),
  ...besides(cell, parts),
]

function stanceWords({ number }: MatrixClause, stance: Cell['stance'], { setting }: Parts): DocInline[] {
  return [tag(setting.wording(`stance.${stance}`)), ...(number === '' ? [] : [text(' '), strong(number)])]
}

/** The section a clause stands in: a number alone may stand in every one of them, and some clauses have none. */
const placeWords = ({ sections }: MatrixClause): DocInline[] => {
  const section = sections.at(-1)
  return section === undefined ? [] : [text(' '), muted(section)]
}

function clauseWords(
  clause: MatrixClause,
  { setting }: Parts,
  content: readonly DocInline[] = [text(clause.text)],
  tone?: Tone,
): DocParagraph {
  const words = paragraph(content, tone)
  return clause.lang === setting.lang ? words : { ...words, lang: clause.lang }
}

/** Words by which a clause without a number is known. */
const KNOWN_BY = 5

/** The other clauses of the school that belong to the rule: to unfold on a screen, by number on paper. */
function besides({ others }: RuleCell, parts: Parts): DocBlock[] {
  if (others.length === 0) return []
  const { wording, form } = parts.setting
  const named = others.map(({ number, text }) => number || `${text.split(/\s+/).slice(0, KNOWN_BY).join(' ')} …`).join('; ')
  const count = wording(`schools.besides.${others.length === 1 ? 'one' : 'many'}`, { count: others.length, named })
  if (form !== 'screen') return [paragraph([muted(count)], 'small')]
  const children = others.flatMap((clause) => [
    paragraph(stanceWords(clause, clause.modality, parts), 'small'),
    clauseWords(clause, parts, undefined, 'small'),
  ])
  return [{ type: 'disclosure', summary: [text(count)], children }]
}

/** How the clause relates to the one it was paired with; on a screen with what differs, for who asks. */
function beside(cell: RuleCell, parts: Parts): DocBlock[] {
  const { counterpart, bearer } = cell
  if (!counterpart) return []
  const { wording, form } = parts.setting
  const { policy, clause, pair } = counterpart
  const values = {
    other: [parts.names[policy], clause.number].filter(Boolean).join(' '),
    standing: wording(pair.confirmed ? 'schools.confirmed' : 'schools.proposed'),
  }
  if (sameWords(bearer.text, clause.text)) return [paragraph([muted(wording('schools.beside.equal', values))], 'small')]
  const summary = wording(`schools.beside.${pair.grade}`, values)
  if (form !== 'screen') return [paragraph([muted(summary)], 'small')]
  const words = mergedWords(cell)
  const children = words
    ? [clauseWords(bearer, parts, words), paragraph([muted(wording('schools.beside.legend', values))], 'small')]
    : [paragraph([strong(values.other)]), clauseWords(clause, parts)]
  return [{ type: 'disclosure', summary: [text(summary)], children }]
}

/** The clause with its differences; nothing where another rule on the same matter would only give a tangle of words. */
function mergedWords({ bearer, counterpart }: RuleCell): DocInline[] | undefined {
  if (!counterpart || counterpart.pair.grade === 'related') return undefined
  return differingWords(counterpart.clause.text, bearer.text)
}
