import type { DocBlock, DocCell, DocRow, DocTable } from '../document.js'
import { heading, muted, paragraph, strong, text } from '../prose.js'
import { type Parts, tag, wholeCell } from './cells.js'
import { differenceLines } from './found.js'
import { topicName, topicValue } from './labels.js'
import { byTopic, type Rule } from './rules.js'

/** The matrix: for every topic a table with its rules as rows and the schools as columns; on paper without what one school has alone. */
export function gridBlocks(parts: Parts): DocBlock[] {
  const paper = parts.setting.form === 'paper'
  return byTopic(parts.rules.filter(({ cells }) => !paper || cells.size > 1)).map(
    ([topic, rules]): DocBlock => ({
      type: 'division',
      role: 'body',
      page: false,
      // Answers to no filter itself: it stays as long as one of its rules does.
      facets: {},
      children: [{ ...heading(2, topicName(topic, parts.setting)), id: `topic-${topicValue(topic)}` }, gridOf(rules, parts)],
    }),
  )
}

function gridOf(rules: readonly Rule[], parts: Parts): DocTable {
  const { setting, names, order } = parts
  return {
    type: 'table',
    look: 'grid',
    columns: [{ weight: 2 }, ...order.map(() => ({ weight: 2.4 }))],
    head: [
      {
        cells: [
          { header: 'column', children: [paragraph(setting.wording('schools.column.rule'))] },
          ...order.map((policy): DocCell => ({ header: 'column', children: headOf(policy, names[policy] as string, parts) })),
        ],
      },
    ],
    body: rules.map((rule) => rowOf(rule, parts)),
  }
}

function headOf(policy: number, name: string, { setting }: Parts): DocBlock[] {
  if (policy !== setting.reference) return [paragraph(name)]
  return [paragraph([text(`${name} `), tag(setting.wording('schools.reference'))])]
}

function rowOf(rule: Rule, parts: Parts): DocRow {
  const { order } = parts
  return {
    id: `rule-${rule.number}`,
    facets: facetsOf(rule, parts),
    cells: [
      {
        header: 'row',
        children: [paragraph([strong(rule.title)]), paragraph(standing(rule, parts), 'small'), ...differenceLines(rule, parts)],
      },
      ...order.map((policy) => wholeCell(rule, policy, parts)),
    ],
  }
}

/** What is to be known of the rule as a whole, in words. */
function standing(rule: Rule, { setting: { wording } }: Parts) {
  const difference = rule.opposed ? wording('schools.opposed') : wording(`schools.difference.${rule.differences[0]}`)
  const pairing = rule.cells.size < 2 ? [] : [wording(rule.confirmed ? 'schools.confirmed' : 'schools.proposed')]
  const proved = rule.proved === undefined ? [] : [wording(`schools.standing.${rule.proved}`)]
  return [muted([wording('schools.rule', { number: rule.number }), difference, ...proved, ...pairing].join(' · '))]
}

function facetsOf(rule: Rule, { order, refs }: Parts): NonNullable<DocRow['facets']> {
  const cells = order.flatMap((policy) => rule.cells.get(policy) ?? [])
  return {
    topic: topicValue(rule.topic),
    stance: [...new Set(cells.map(({ stance }) => stance))],
    difference: [...(rule.opposed ? ['opposed'] : []), ...rule.differences],
    school: cells.map(({ policy }) => refs[policy] as string),
    silent: order.filter((policy) => !rule.cells.has(policy)).map((policy) => refs[policy] as string),
  }
}
