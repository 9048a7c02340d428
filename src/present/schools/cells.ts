import type { Cell, MatrixClause, RuleSentence } from '../../schools/index.js'
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

/** A school that says nothing about a rule, with the rules on the same matter that it has. */
function silent(rule: Rule, policy: number, { setting, rules }: Parts): DocCell {
  const near = rule.siblings.filter((number) => rules[number - 1]?.cells.has(policy)).slice(0, SIBLINGS)
  const known = rule.near.has(policy) ? 'schools.silent.unknown' : 'schools.silent'
  const words = near.length === 0 ? known : 'schools.silent.sibling'
  return { tone: 'muted', children: [paragraph([muted(setting.wording(words, { rules: near.join(', ') }))])] }
}

/** Other rules on the same matter named where a school has no sentence on one. */
const SIBLINGS = 3

/** Stances with the words they turn on: what fits a table one can take in at a glance. */
export function shortCell(rule: Rule, policy: number, parts: Parts): DocCell {
  const cell = rule.cells.get(policy)
  if (!cell) return silent(rule, policy, parts)
  const also = cell.also.filter((sentence) => adds(sentence, cell)).slice(0, ALSO)
  return {
    ...toned(cell.stance),
    children: [cell.sentence, ...also].flatMap((sentence, at) => glance(sentence, cell, parts, at === 0 ? undefined : 'small')),
  }
}

/** Other sentences of a school in a table to take in at a glance. */
const ALSO = 1

/** Whether a sentence says something that the one that carries the rule does not: it asks something else, or under a condition. */
function adds(sentence: RuleSentence, { sentence: bearer }: RuleCell): boolean {
  if (sentence.stance === 'statement') return false
  return sentence.stance !== bearer.stance || conditionOf(sentence) !== conditionOf(bearer)
}

function glance(sentence: RuleSentence, { bearer, others }: RuleCell, parts: Parts, tone?: Tone): DocBlock[] {
  const clause = [bearer, ...others].find(({ id }) => id === sentence.clause) ?? bearer
  // "Required" alone may look like the opposite of what is asked.
  const words = conditionOf(sentence) ?? `${sentence.from > 0 ? '… ' : ''}${beginning(sentence.text)}`
  return [paragraph(stanceWords(clause, sentence.stance, parts), tone), clauseWords(clause, parts, [text(words)], 'small')]
}

/** Words of a clause or its condition in a table to take in at a glance. */
const GLANCE = 12

/** The first words, an ellipsis for the others. */
export function beginning(value: string): string {
  const words = value.split(/\s+/)
  return `${words.slice(0, GLANCE).join(' ')}${words.length > GLANCE ? ' …' : ''}`
}

/** Under which condition something may be done, or is not forbidden, in the words of the sentence. */
function conditionOf({ stance, exception, condition }: RuleSentence): string | undefined {
  if (stance === 'obligation' || stance === 'recommendation') return undefined
  const words = exception ?? condition
  return words && `… ${beginning(words)}`
}

/** Stance, number, words, what else the school says about it, and what differs from the clause it was paired with. */
export function wholeCell(rule: Rule, policy: number, parts: Parts): DocCell {
  const cell = rule.cells.get(policy)
  if (!cell) return silent(rule, policy, parts)
  const { setting } = parts
  const merged = setting.form === 'paper' && setting.reference !== undefined ? mergedWords(cell) : undefined
  return {
    ...toned(cell.stance),
    children: [
      paragraph([...stanceWords(cell.bearer, cell.stance, parts), ...placeWords(cell.bearer)]),
      clauseWords(cell.bearer, parts, merged ?? [text(wordsOf(cell))]),
      ...behind(cell, parts),
      ...besides(cell, parts),
      ...beside(cell, parts),
    ],
  }
}

/** The sentences of the bearing clause that are on the rule, as they stand in it. */
const wordsOf = ({ sentence, also, bearer }: RuleCell): string =>
  [sentence, ...also]
    .filter(({ clause }) => clause === bearer.id)
    .sort((a, b) => a.at - b.at)
    .map(({ text: words }) => words)
    .join(' ')

/** The whole clause behind the sentence that is quoted, for who asks. */
function behind(cell: RuleCell, parts: Parts): DocBlock[] {
  if (parts.setting.form !== 'screen' || sameWords(wordsOf(cell), cell.bearer.text)) return []
  return [
    {
      type: 'disclosure',
      summary: [text(parts.setting.wording('schools.clause.whole'))],
      children: [clauseWords(cell.bearer, parts, undefined, 'small')],
    },
  ]
}

/** What a school says about a rule, without comparing it; `lead` stands in front. */
export const ownWords = (cell: RuleCell, parts: Parts, lead: readonly DocInline[]): DocBlock[] => [
  paragraph([...lead, ...stanceWords(cell.bearer, cell.stance, parts)]),
  clauseWords(cell.bearer, parts, [text(wordsOf(cell))]),
  ...behind(cell, parts),
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
  if (sameWords(wordsOf(cell), counterpart.words)) return [paragraph([muted(wording('schools.beside.equal', values))], 'small')]
  const summary = wording(`schools.beside.${pair.grade}`, values)
  if (form !== 'screen') return [paragraph([muted(summary)], 'small')]
  const words = mergedWords(cell)
  const children = words
    ? [clauseWords(bearer, parts, words), paragraph([muted(wording('schools.beside.legend', values))], 'small')]
    : [paragraph([strong(values.other)]), clauseWords(clause, parts, [text(counterpart.words)])]
  return [{ type: 'disclosure', summary: [text(summary)], children }]
}

/** The clause with its differences; nothing where another rule on the same matter would only give a tangle of words. */
function mergedWords(cell: RuleCell): DocInline[] | undefined {
  const { counterpart } = cell
  if (!counterpart || counterpart.pair.grade === 'related') return undefined
  return differingWords(counterpart.words, wordsOf(cell))
}
