import {
  type DocBlock,
  type DocCell,
  type DocInline,
  type DocItem,
  type DocRow,
  type DocTable,
  muted,
  paragraph,
  strong,
  text,
} from '../present/index.js'
import { facetsOf } from './facets.js'
import { topicName } from './labels.js'
import { markName, standingName, standingOf } from './marks.js'
import type { Parts } from './parts.js'
import type { MatrixRule } from './rules.js'
import { said } from './telling.js'
import { beginning } from './words.js'

/** Names in one line of a list: more are counted. */
const NAMED = 8

export const countKey = (count: number): string => (count === 0 ? 'none' : count === 1 ? 'one' : 'many')

/** What is to be known of the rule as a whole, in words. */
export function standingLine(rule: MatrixRule, { setting }: Parts): string {
  const { wording } = setting
  const confirmed = rule.cells.size > 1 && rule.confirmed ? [wording('schools.confirmed')] : []
  return [wording('schools.rule', { number: rule.number }), standingName(standingOf(rule), setting), ...confirmed].join(' · ')
}

/** The rule by topic and title. */
export function ruleTitle({ topic, title }: MatrixRule, { setting }: Parts): string {
  const name = topicName(topic, setting)
  return topic === '' || name === title ? title : `${name}: ${title}`
}

/** The same, leading to the rule where there is more to read. */
export function ruleLink(rule: MatrixRule, parts: Parts): DocInline[] {
  const name = ruleTitle(rule, parts)
  return parts.setting.form === 'summary' ? [text(name)] : [linkTo(rule, name, parts)]
}

/** Words that lead to a rule. */
export const linkTo = ({ number }: MatrixRule, words: string, { setting: { places } }: Parts): DocInline => ({
  type: 'link',
  ...(places ? { url: places.rule(number) } : { target: `rule-${number}` }),
  children: [text(words)],
})

/** The schools that have a rule, and where. */
export function whereOf({ cells }: MatrixRule, { order, names }: Parts): string {
  const all = order.flatMap((policy) => {
    const cell = cells.get(policy)
    return cell ? [[names[policy], cell.bearer.number].filter(Boolean).join(' ')] : []
  })
  return all.length > NAMED ? `${all.slice(0, NAMED).join(', ')} +${all.length - NAMED}` : all.join(', ')
}

/** A rule of one school alone, with its words. */
export function singleItem(rule: MatrixRule, policy: number, parts: Parts): DocItem {
  const { setting } = parts
  const cell = rule.cells.get(policy)
  const id = `rule-${rule.number}`
  if (!cell) return { type: 'item', label: '•', id, children: [] }
  const topic = rule.topic === '' ? [] : [text(' '), muted(topicName(rule.topic, setting))]
  const number = cell.bearer.number === '' ? [] : [strong(cell.bearer.number), text(' ')]
  const words = said(cell, parts)
  const facets = setting.form === 'screen' ? { facets: facetsOf(rule, parts) } : {}
  return { type: 'item', label: '•', id, ...facets, children: [{ ...words, content: [...number, ...words.content, ...topic] }] }
}

/** The rules of one school alone in a line each: where, the first words, what it asks. */
export function singleTable(rules: readonly MatrixRule[], policy: number, { setting }: Parts): DocTable {
  const cell = (value: string): DocCell => ({ children: [paragraph(value)] })
  return {
    type: 'table',
    look: 'map',
    columns: [{ weight: 0.8 }, { weight: 8 }, { weight: 1.2, align: 'right' }],
    head: [],
    body: rules.flatMap((rule): DocRow[] => {
      const own = rule.cells.get(policy)
      if (!own) return []
      const words = cell(beginning(own.sentence.text, GLIMPSE))
      return [{ id: `rule-${rule.number}`, cells: [cell(own.bearer.number), words, cell(markName(own.stance, setting))] }]
    }),
  }
}

/** Words that fit a line of such a table. */
const GLIMPSE = 14

/** A list of one line each; nothing where there is none. */
export function listOf(
  items: readonly (DocItem | { readonly id?: string; readonly content: readonly DocInline[] })[],
): DocBlock[] {
  if (items.length === 0) return []
  const item = (each: (typeof items)[number]): DocItem => {
    if ('type' in each) return each
    const id = each.id === undefined ? {} : { id: each.id }
    return { type: 'item', label: '•', ...id, children: [paragraph(each.content)] }
  }
  return [{ type: 'list', ordered: false, items: items.map(item) }]
}
