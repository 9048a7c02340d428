import {
  type DocBlock,
  type DocInline,
  type DocParagraph,
  type DocRow,
  muted,
  paragraph,
  strong,
  type Tone,
  text,
} from '../present/index.js'
import type { MatrixClause } from '../schools/index.js'
import { differenceLines, perhapsLines } from './found.js'
import { MARKS, markName, markOf, toned } from './marks.js'
import type { Parts } from './parts.js'
import type { MatrixRule, RuleCell } from './rules.js'
import { beginning, differingWords, sameWords } from './words.js'

const tag = (value: string): DocInline => ({ type: 'span', role: 'tag', children: [text(value)] })

/**
 * A rule in words: what differs, what each school that has it says, and who is silent. On a screen whole clauses, further ones and the
 * differences with the counterpart unfold; on paper further ones are named by number.
 */
export function tellRule(rule: MatrixRule, parts: Parts): DocBlock[] {
  const rows = parts.order.flatMap((policy) => {
    const cell = rule.cells.get(policy)
    return cell ? [cellRow(cell, parts)] : []
  })
  return [
    ...shares(rule, parts),
    ...differenceLines(rule, parts),
    ...perhapsLines(rule, parts),
    { type: 'table', look: 'facts', columns: [{ weight: 1 }, { weight: 3.4 }], head: [], body: rows },
    ...silentLines(rule, parts),
  ]
}

/** More schools than this are counted by what they ask. */
export const COUNTED = 8

/** How many schools ask what, the most first: "28 van 31: verboden". */
export function shares(rule: MatrixRule, { setting, order }: Parts): DocBlock[] {
  if (order.length <= COUNTED) return []
  const counts = MARKS.map((mark) => ({ mark, count: order.filter((policy) => markOf(rule, policy) === mark).length }))
  const said = counts
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ mark, count }) => setting.wording('schools.share', { count, schools: order.length, name: markName(mark, setting) }))
  return [paragraph(said.join(' · '))]
}

function cellRow(cell: RuleCell, parts: Parts): DocRow {
  const { setting, names } = parts
  const merged = setting.form === 'paper' && setting.reference !== undefined ? mergedWords(cell) : undefined
  return {
    cells: [
      { header: 'row', children: [paragraph(placed(names[cell.policy] as string, cell.bearer)), ...sectionLine(cell, parts)] },
      {
        ...toned(cell.stance),
        children: [said(cell, parts, merged), ...behind(cell, parts), ...besides(cell, parts), ...beside(cell, parts)],
      },
    ],
  }
}

export const placed = (name: string, { number }: MatrixClause): DocInline[] => [
  text(name),
  ...(number === '' ? [] : [text(' '), strong(number)]),
]

/** The section a clause stands in: a number alone may stand in every one of them, and some clauses have none. */
function sectionLine({ bearer: { sections, number } }: RuleCell, { setting }: Parts): DocBlock[] {
  const section = setting.form !== 'screen' && number !== '' ? undefined : sections.at(-1)
  return section === undefined ? [] : [paragraph([muted(section)], 'small')]
}

/** What a school asks, and its words on the rule. */
export function said(cell: RuleCell, parts: Parts, words: readonly DocInline[] = [text(wordsOf(cell))]): DocParagraph {
  const mark = tag(markName(cell.stance, parts.setting))
  const { lang } = cell.bearer
  const own: DocInline[] = lang === parts.setting.lang ? [...words] : [{ type: 'span', lang, children: words }]
  return paragraph([mark, text(' '), ...own])
}

/** The sentences of the bearing clause that are on the rule, as they stand in it. */
export const wordsOf = ({ sentence, also, bearer }: RuleCell): string =>
  [sentence, ...also]
    .filter(({ clause }) => clause === bearer.id)
    .sort((a, b) => a.at - b.at)
    .map(({ text: words }) => words)
    .join(' ')

/** Who says nothing, and of whom that is not known; with the other rules on the matter that they have. */
export function silentLines(rule: MatrixRule, { setting: { wording }, order, names, rules }: Parts): DocBlock[] {
  const without = order.filter((policy) => !rule.cells.has(policy))
  const line = (key: string, policies: readonly number[]): DocBlock[] =>
    policies.length === 0
      ? []
      : [paragraph([muted(wording(key, { schools: policies.map((policy) => named(policy)).join('; ') }))], 'small')]
  const named = (policy: number): string => {
    const near = rule.siblings.filter((number) => rules[number - 1]?.cells.has(policy)).slice(0, SIBLINGS)
    const name = names[policy] as string
    return near.length === 0 ? name : wording('schools.silent.sibling', { school: name, rules: near.join(', ') })
  }
  return [
    ...line(
      'schools.silent.line',
      without.filter((policy) => !rule.near.has(policy)),
    ),
    ...line(
      'schools.unknown.line',
      without.filter((policy) => rule.near.has(policy)),
    ),
  ]
}

/** Other rules on the same matter named where a school has no sentence on one. */
const SIBLINGS = 3

/** The whole clause behind the sentence that is quoted, for who asks. */
function behind(cell: RuleCell, parts: Parts): DocBlock[] {
  if (parts.setting.form !== 'screen' || sameWords(wordsOf(cell), cell.bearer.text)) return []
  const summary = [text(parts.setting.wording('schools.clause.whole'))]
  const around = text(passage(cell.bearer.text, wordsOf(cell)))
  return [{ type: 'disclosure', summary, children: [clauseWords(cell.bearer, parts, [around], 'small')] }]
}

/** Letters of a clause up to which it is told whole behind each of its sentences: four full pages. */
const WHOLE = 10_000
/** Letters before and behind a sentence that are told of a longer one. */
const AROUND = 500

/** A clause, or of one that is as long as a document what stands around a sentence of it. */
function passage(whole: string, words: string): string {
  if (whole.length <= WHOLE) return whole
  const at = Math.max(0, whole.indexOf(words))
  const [from, to] = [Math.max(0, at - AROUND), at + Math.min(words.length, WHOLE) + AROUND]
  return `${from > 0 ? '… ' : ''}${whole.slice(from, to).trim()}${to < whole.length ? ' …' : ''}`
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
  const named = others.map(({ number, text: words }) => number || beginning(words, KNOWN_BY)).join('; ')
  const count = wording(`schools.besides.${others.length === 1 ? 'one' : 'many'}`, { count: others.length, named })
  if (form !== 'screen') return [paragraph([muted(count)], 'small')]
  const children = others.flatMap((clause) => [
    paragraph([tag(markName(clause.modality, parts.setting)), text(' '), strong(clause.number)], 'small'),
    clauseWords(clause, parts, undefined, 'small'),
  ])
  return [{ type: 'disclosure', summary: [text(count)], children }]
}

/** How the clause relates to the one it was paired with; on a screen with what differs, for who asks. */
export function beside(cell: RuleCell, parts: Parts): DocBlock[] {
  const { counterpart, bearer } = cell
  const { wording, form } = parts.setting
  if (!counterpart || (form !== 'screen' && parts.setting.reference === undefined)) return []
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
