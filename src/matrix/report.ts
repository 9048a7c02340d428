import { type DocBlock, type DocCell, type DocTable, heading, muted, paragraph, strong, text } from '../present/index.js'
import { facetsOf, noFacets } from './facets.js'
import { perhapsLines } from './found.js'
import { topicName, topicValue } from './labels.js'
import { countKey, listOf, ruleLink, ruleTitle, singleItem, singleTable, standingLine, whereOf } from './lines.js'
import { mapBlocks } from './map.js'
import { legend, markOf, standingMark } from './marks.js'
import type { Parts } from './parts.js'
import { byTopic, isToRead, type MatrixRule } from './rules.js'
import { tellRule } from './telling.js'

export const isShared = ({ cells }: MatrixRule): boolean => cells.size > 1

/** Every rule of several schools at a glance. */
export function overview(parts: Parts): DocBlock[] {
  const { setting, order, rules } = parts
  const shared = rules.filter(isShared)
  if (shared.length === 0) return [paragraph(setting.wording('schools.shared.none'))]
  return [...mapBlocks(shared, parts), paragraph([muted(legend(setting, order.length))], 'small')]
}

/** On a screen every rule of several schools, folded up under its name, by topic. */
export function foldedRules(parts: Parts): DocBlock[] {
  const { setting, rules } = parts
  return byTopic(rules.filter(isShared)).map(([topic, own]): DocBlock => {
    const name = topicName(topic, setting)
    return {
      type: 'division',
      role: 'body',
      page: false,
      facets: noFacets,
      children: [
        { ...heading(2, name), id: `topic-${topicValue(topic)}` },
        ...own.map(
          (rule): DocBlock => ({
            type: 'disclosure',
            id: `rule-${rule.number}`,
            facets: facetsOf(rule, parts),
            summary: [
              standingMark(rule, setting),
              text(' '),
              strong(own.length === 1 && topic !== '' && !rule.named ? name : rule.title),
              muted(` ${rule.number}`),
            ],
            children: [paragraph([muted(standingLine(rule, parts))], 'small'), ...tellRule(rule, parts)],
          }),
        ),
      ],
    }
  })
}

/** Rules in which schools differ, in full: what is forbidden here and not there first. */
export function differing(parts: Parts): DocBlock[] {
  const { wording } = parts.setting
  const opposed = parts.rules.filter((rule) => rule.opposed)
  const others = parts.rules.filter((rule) => !rule.opposed && rule.found.length > 0)
  const told = (rules: readonly MatrixRule[]): DocBlock[] =>
    rules.flatMap((rule) => [
      { ...heading(3, ruleTitle(rule, parts)), id: `rule-${rule.number}`, listed: false },
      paragraph([muted(standingLine(rule, parts))], 'small'),
      ...tellRule(rule, parts),
    ])
  const perhaps = parts.rules.filter(isToRead)
  return [
    { ...heading(1, wording('schools.deviating.title')), id: 'deviating' },
    ...(opposed.length + others.length === 0 ? [paragraph(wording('schools.deviating.none'))] : []),
    ...(opposed.length === 0 ? [] : [heading(2, wording('schools.deviating.opposed')), ...told(opposed)]),
    ...(others.length === 0 ? [] : [heading(2, wording('schools.deviating.others')), ...told(others)]),
    ...(perhaps.length === 0
      ? []
      : [
          heading(2, wording('schools.deviating.perhaps')),
          ...perhaps.flatMap((rule) => [
            { ...paragraph([strong(ruleTitle(rule, parts))]), id: `rule-${rule.number}` },
            ...perhapsLines(rule, parts),
          ]),
        ]),
  ]
}

/** Rules of several schools without a difference found: what they are, how sure that is, and where they stand. */
export function undisputed(parts: Parts): DocBlock[] {
  const { wording } = parts.setting
  const rules = parts.rules.filter((rule) => isShared(rule) && rule.found.length === 0 && !isToRead(rule))
  return [
    { ...heading(1, wording('schools.shared.title')), id: 'shared' },
    ...(rules.length === 0 ? [paragraph(wording('schools.shared.none'))] : []),
    // What is proved and what nobody compared never stand under one name.
    ...(['same', 'unjudged'] as const).flatMap((how): DocBlock[] => {
      const own = rules.filter((rule) => (rule.proved === 'same') === (how === 'same'))
      return own.length === 0 ? [] : [heading(2, wording(`schools.shared.${how}`)), placesTable(own, parts)]
    }),
  ]
}

/** Rules in a line each: what they are about, how sure it is that nothing differs, and where they stand. */
function placesTable(rules: readonly MatrixRule[], parts: Parts): DocTable {
  const { setting } = parts
  const cell = (value: string): DocCell => ({ children: [paragraph(value)] })
  return {
    type: 'table',
    look: 'map',
    columns: [{ weight: 5 }, { weight: setting.form === 'summary' ? 3 : 0.5 }, { weight: 5 }],
    head: [],
    body: rules.map((rule) => ({
      id: `rule-${rule.number}`,
      cells: [
        { header: 'row', ...cell(ruleTitle(rule, parts)) },
        { children: [paragraph([standingMark(rule, setting)])] },
        cell(whereOf(rule, parts)),
      ],
    })),
  }
}

/** Per school the rules of the reference, or of most other schools, that were not found there, and how many it may have all the same. */
export function missing(parts: Parts): DocBlock[] {
  const { wording, reference, form } = parts.setting
  const key = reference === undefined ? 'schools.missing' : 'schools.missing.reference'
  const name = reference === undefined ? '' : (parts.names[reference] as string)
  const blocks = parts.order
    .filter((policy) => policy !== reference)
    .flatMap((policy): DocBlock[] => {
      const { wanted, unsure } = missedAt(policy, parts)
      const perhaps = unsure === 0 ? [] : [wording(`${key}.perhaps.${countKey(unsure)}`, { count: unsure, name })]
      const found = wanted.length > 0 || unsure === 0
      const count = found ? wording(`${key}.${countKey(wanted.length)}`, { count: wanted.length, name }) : perhaps.join('')
      const items = listOf(
        wanted.map((rule) => ({
          content: [
            ...ruleLink(rule, parts),
            text(' '),
            muted(wording('schools.missing.where', { schools: whereOf(rule, parts) })),
          ],
        })),
      )
      const rest = found ? perhaps.map((words) => paragraph([muted(words)], 'small')) : []
      const school = parts.names[policy] as string
      if (form !== 'screen') {
        return [paragraph([strong(school), text(`: ${count}`)]), ...items, ...rest]
      }
      const summary = [strong(school), text(' '), muted(count)]
      const children = [...items, ...rest, ...allSilent(policy, parts)]
      return [{ type: 'disclosure', id: `missing-${policy + 1}`, summary, children }]
    })
  return [{ ...heading(1, wording(`${key}.title`, { name })), id: 'missing' }, ...blocks]
}

/** The rules most other schools have of which nothing was found at one, and the number of those that it may have all the same. */
export function missedAt(policy: number, parts: Parts): { readonly wanted: readonly MatrixRule[]; readonly unsure: number } {
  const without = parts.rules.filter((rule) => !rule.cells.has(policy) && isWanted(rule, parts))
  const wanted = without.filter((rule) => isAbsent(rule, policy, parts))
  return { wanted, unsure: without.length - wanted.length }
}

/** Whether nothing of a rule was found at a school: no other rule on the matter, and no sentence that may be on it. */
const isAbsent = ({ siblings, near }: MatrixRule, policy: number, { rules }: Parts): boolean =>
  !near.has(policy) && !siblings.some((number) => rules[number - 1]?.cells.has(policy))

/** Whether more than half of the schools beside one that lacks it have a rule; with a reference, whether the reference has it. */
function isWanted({ cells }: MatrixRule, { setting: { reference }, names }: Parts): boolean {
  if (reference !== undefined) return cells.has(reference)
  return cells.size > (names.length - 1) / 2
}

/** The way to all the rules of which nothing was found at a school, in the map above. */
function allSilent(policy: number, { setting, names, refs, rules }: Parts): DocBlock[] {
  const count = rules.filter((rule) => markOf(rule, policy) === 'silent').length
  if (count === 0) return []
  const words = setting.wording(`schools.missing.all.${countKey(count)}`, { count, school: names[policy] as string })
  const state = new URLSearchParams({ school: refs[policy] as string, stance: 'silent', _at: 'overview' })
  return [paragraph([{ type: 'link', url: `#?${state}`, children: [text(words)] }])]
}

/** Per school the rules that no other has: folded up on a screen, a line each on paper. */
export function alone(parts: Parts): DocBlock[] {
  const { wording, form } = parts.setting
  const blocks = parts.order.flatMap((policy): DocBlock[] => {
    const rules = parts.rules.filter(({ cells }) => cells.size === 1 && cells.has(policy))
    if (rules.length === 0) return []
    const count = wording(`schools.single.count.${countKey(rules.length)}`, { count: rules.length })
    const school = parts.names[policy] as string
    const items =
      form === 'paper' ? [singleTable(rules, policy, parts)] : listOf(rules.map((rule) => singleItem(rule, policy, parts)))
    if (form !== 'screen') return [{ ...heading(2, `${school}: ${count}`), id: `single-${policy + 1}`, listed: false }, ...items]
    const summary = [strong(school), text(' '), muted(count)]
    return [{ type: 'disclosure', id: `single-${policy + 1}`, facets: noFacets, summary, children: items }]
  })
  return [
    { ...heading(1, wording('schools.single.title')), id: 'single' },
    ...(blocks.length === 0 ? [paragraph(wording('schools.single.none'))] : blocks),
  ]
}
