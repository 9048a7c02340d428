import type { DocBlock, DocCell, DocInline, DocItem, DocTable } from '../document.js'
import { heading, muted, paragraph, text } from '../prose.js'
import { ownWords, type Parts, shortCell } from './cells.js'
import { differenceLines } from './found.js'
import { topicName } from './labels.js'
import type { Rule } from './rules.js'

/** Names in one line of a list: more are counted. */
const NAMED = 8

/** The difference report: what deviates, what all share, what one alone regulates, what a school leaves out. */
export function reportBlocks(parts: Parts): DocBlock[] {
  return [...deviating(parts), ...shared(parts), ...missing(parts), ...alone(parts)]
}

function deviating(parts: Parts): DocBlock[] {
  const { wording, form } = parts.setting
  const opposed = parts.rules.filter((rule) => rule.opposed)
  const others = parts.rules.filter((rule) => rule.differences.includes('deviating') && !rule.opposed)
  const intro = opposed.length + others.length === 0 ? ['none'] : form === 'summary' ? ['intro'] : ['intro', 'leads']
  return [
    { ...heading(1, wording('schools.deviating.title')), id: 'deviating' },
    paragraph(intro.map((key) => wording(`schools.deviating.${key}`)).join(' ')),
    ...(opposed.length === 0 ? [] : [heading(2, wording('schools.deviating.opposed')), glance(opposed, parts)]),
    ...(others.length === 0 ? [] : [heading(2, wording('schools.deviating.others')), glance(others, parts)]),
  ]
}

function shared(parts: Parts): DocBlock[] {
  const { wording } = parts.setting
  const alike = parts.rules.filter(({ differences }) => !differences.includes('deviating'))
  const all = alike.filter(({ cells }) => cells.size === parts.names.length)
  const most = alike.filter(({ cells }) => cells.size < parts.names.length && cells.size > parts.names.length / 2)
  return [
    { ...heading(1, wording('schools.shared.title')), id: 'shared' },
    paragraph(wording(all.length + most.length === 0 ? 'schools.shared.none' : 'schools.shared.intro')),
    ...(all.length === 0 ? [] : [heading(2, wording('schools.shared.all')), glance(all, parts)]),
    ...(most.length === 0 ? [] : [heading(2, wording('schools.shared.most')), glance(most, parts)]),
  ]
}

/** Rules with the stance of every school, and where to read it. */
function glance(rules: readonly Rule[], parts: Parts): DocTable {
  const { names, order, setting } = parts
  const column = (value: string): DocCell => ({ header: 'column', children: [paragraph(value)] })
  return {
    type: 'table',
    look: 'grid',
    columns: [{ weight: 2 }, ...order.map(() => ({ weight: 1.4 }))],
    head: [
      { cells: [column(setting.wording('schools.column.rule')), ...order.map((policy) => column(names[policy] as string))] },
    ],
    body: rules.map((rule) => ({
      cells: [
        { header: 'row', children: [paragraph(ruleName(rule, parts)), ...differenceLines(rule, parts)] },
        ...order.map((policy) => shortCell(rule, policy, parts)),
      ],
    })),
  }
}

/** Per school the rules it leaves out: of the reference, or of most other schools. */
function missing(parts: Parts): DocBlock[] {
  const { wording, reference } = parts.setting
  const key = reference === undefined ? 'schools.missing' : 'schools.missing.reference'
  const name = reference === undefined ? '' : (parts.names[reference] as string)
  const blocks = parts.order
    .filter((policy) => policy !== reference)
    .flatMap((policy): DocBlock[] => {
      // A school that has another rule on the matter, or a sentence that may be on it, is not said to be silent.
      const absent = parts.rules.filter(
        ({ cells, siblings, near }) =>
          !cells.has(policy) && !near.has(policy) && !siblings.some((number) => parts.rules[number - 1]?.cells.has(policy)),
      )
      const wanted = absent.filter((rule) => isWanted(rule, policy, parts))
      return [
        { ...heading(2, parts.names[policy] as string), id: `missing-${policy + 1}` },
        paragraph(wording(`${key}.${countKey(wanted.length)}`, { count: wanted.length, name })),
        ...listOf(wanted, parts, (rule) => wording('schools.missing.where', { schools: whereOf(rule, parts) })),
        ...everything(absent.length, policy, parts),
      ]
    })
  return [{ ...heading(1, wording(`${key}.title`, { name })), id: 'missing' }, ...blocks]
}

/** More than half of the other schools have it. */
function isWanted({ cells }: Rule, policy: number, { setting: { reference }, names }: Parts): boolean {
  if (reference !== undefined) return cells.has(reference)
  return !cells.has(policy) && cells.size > (names.length - 1) / 2
}

/** The way to all the rules a school leaves out, in the matrix below. */
function everything(count: number, policy: number, { setting, names, refs }: Parts): DocBlock[] {
  if (count === 0 || setting.form !== 'screen') return []
  const words = setting.wording(`schools.missing.all.${countKey(count)}`, { count, school: names[policy] as string })
  const state = new URLSearchParams({ silent: refs[policy] as string, _at: 'matrix' })
  return [paragraph([{ type: 'link', url: `#?${state}`, children: [text(words)] }])]
}

/** Per school the rules that no other has. */
function alone(parts: Parts): DocBlock[] {
  const { wording } = parts.setting
  const blocks = parts.order.flatMap((policy): DocBlock[] => {
    const rules = parts.rules.filter(({ differences, cells }) => differences.includes('single') && cells.has(policy))
    if (rules.length === 0) return []
    const numberOf = (rule: Rule) => rule.cells.get(policy)?.bearer.number ?? ''
    return [
      { ...heading(2, parts.names[policy] as string), id: `single-${policy + 1}` },
      ...(parts.setting.form === 'paper'
        ? [{ type: 'list' as const, ordered: false, items: rules.map((rule) => inFull(rule, policy, parts)) }]
        : listOf(rules, parts, (rule) =>
            numberOf(rule) === '' ? '' : wording('schools.single.where', { number: numberOf(rule) }),
          )),
    ]
  })
  return [
    { ...heading(1, wording('schools.single.title')), id: 'single' },
    ...(blocks.length === 0 ? [paragraph(wording('schools.single.none'))] : blocks),
  ]
}

/** On paper the rule of one school stands here, with its words: a row of empty columns would only fill the page. */
function inFull(rule: Rule, policy: number, parts: Parts): DocItem {
  const cell = rule.cells.get(policy)
  const topic = muted(`${topicName(rule.topic, parts.setting)} · `)
  return { type: 'item', label: '•', id: `rule-${rule.number}`, children: cell ? ownWords(cell, parts, [topic]) : [] }
}

function listOf(rules: readonly Rule[], parts: Parts, note: (rule: Rule) => string): DocBlock[] {
  if (rules.length === 0) return []
  const items = rules.map((rule): DocItem => {
    const aside = note(rule)
    const content = [...ruleName(rule, parts), ...(aside === '' ? [] : [text(' '), muted(aside)])]
    return { type: 'item', label: '•', children: [paragraph(content)] }
  })
  return [{ type: 'list', ordered: false, items }]
}

/** The rule by topic and title, leading to its row where there is one. */
function ruleName({ number, topic, title }: Rule, { setting }: Parts): DocInline[] {
  const name = topicName(topic, setting)
  const words = topic === '' || name === title ? title : `${name}: ${title}`
  return setting.form === 'summary' ? [text(words)] : [{ type: 'link', target: `rule-${number}`, children: [text(words)] }]
}

function whereOf({ cells }: Rule, { order, names }: Parts): string {
  const all = order.flatMap((policy) => {
    const cell = cells.get(policy)
    return cell ? [[names[policy], cell.bearer.number].filter(Boolean).join(' ')] : []
  })
  return all.length > NAMED ? `${all.slice(0, NAMED).join(', ')} +${all.length - NAMED}` : all.join(', ')
}

export const countKey = (count: number): string => (count === 0 ? 'none' : count === 1 ? 'one' : 'many')
