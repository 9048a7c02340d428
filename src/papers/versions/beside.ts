import type { Clause, Language } from '../../model/index.js'
import { clipped, plainText } from '../../model/index.js'
import {
  type DocBlock,
  type DocCell,
  type DocItem,
  heading,
  longDate,
  muted,
  paragraph,
  strong,
  text,
  type Wording,
} from '../../present/index.js'
import type { Comparison, FactChange, StaleReference } from '../../versions/index.js'
import { createPlaces } from './places.js'
import type { VersionSetting } from './setting.js'

/** What changed beside the words of the clauses: what the policy says of itself, and typed references that no longer hold. */
export const besideParts = (comparison: Comparison, setting: VersionSetting, level: 1 | 2): readonly DocBlock[] => [
  ...stalePart(comparison, setting, level),
  ...factsPart(comparison, setting, level),
]

/**
 * What differs in what a text says of itself. Decisions hold for one text: those taken on the way, or not yet, change no rule, and are told
 * only of two texts that differ in nothing else. The explanation is of one version: another has its own.
 */
export function toldOfItself({ facts, old, next }: Comparison): readonly FactChange[] {
  const alike = old.hash === next.hash
  return facts.filter(({ fact, next: now }) => {
    if (fact === 'proposal') return old.version === next.version
    return fact !== 'approvals' || (alike && Array.isArray(now) && now.length > 0)
  })
}

function factsPart(comparison: Comparison, setting: VersionSetting, level: 1 | 2): readonly DocBlock[] {
  const facts = toldOfItself(comparison)
  if (facts.length === 0) return []
  const { wording } = setting
  const { lang } = setting.next.side.policy.metadata
  const cell = (value: string, header?: DocCell['header']): DocCell => ({
    children: [value === '' ? paragraph([muted('–')]) : paragraph(value)],
    ...(header ? { header } : {}),
  })
  const said = (value: unknown): string => valueText(value, wording, lang)
  const row = ({ fact, old: was, next: is }: FactChange) => {
    const [old, next] = apart(was, is)
    return { cells: [cell(wording(`versions.about.${fact}`), 'row'), cell(said(old)), cell(said(next))] }
  }
  const head = ['about', 'was', 'wordt'].map((key) => cell(wording(`versions.column.${key}`), 'column'))
  return [
    { ...heading(level, wording('versions.part.about')), listed: false },
    {
      type: 'table',
      look: 'grid',
      columns: [{ weight: 1.5 }, { weight: 3 }, { weight: 3 }],
      head: [{ cells: head }],
      body: facts.map(row),
    },
  ]
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Two values without what both have alike under a name: of twenty parameters only the one that is another. */
function apart(old: unknown, next: unknown): readonly [old: unknown, next: unknown] {
  if (!isMap(old) || !isMap(next)) return [old, next]
  const pairs = [...new Set([...Object.keys(old), ...Object.keys(next)])].flatMap((key) =>
    JSON.stringify(old[key]) === JSON.stringify(next[key]) ? [] : [[key, apart(old[key], next[key])] as const],
  )
  const side = (at: 0 | 1) =>
    Object.fromEntries(pairs.flatMap(([key, values]) => (values[at] === undefined ? [] : [[key, values[at]]])))
  return [side(0), side(1)]
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** A value of the front matter as a reader says it: dates in full, rights and decisions in words, one member of a list after another. */
function valueText(value: unknown, wording: Wording, lang: Language): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return DATE.test(value) ? longDate(value, lang) : value
  if (Array.isArray(value)) return value.map((each) => valueText(each, wording, lang)).join('; ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .filter(([key]) => key !== 'text')
    .map(([key, each]) => {
      if (key === 'right' || key === 'decision') return wording(`${key}.${String(each)}`)
      if (key === 'forced' || key === 'remarks') return wording(`decision.${key}`, { reason: String(each) })
      const words = valueText(each, wording, lang)
      return /^(?:body|name|role|date)$/.test(key) ? words : `${key}: ${words}`
    })
    .join(', ')
}

function stalePart({ stale }: Comparison, setting: VersionSetting, level: 1 | 2): readonly DocBlock[] {
  if (stale.length === 0) return []
  const { wording } = setting
  const places = createPlaces(setting)
  const item = ({ clause, text: words, before, now, follow }: StaleReference): DocItem => {
    const piece = { clause, line: clause.node.place.line, text: plainText(clause.node), label: 0 }
    const where = setting.next.resolved.clauses[clause.index]?.number ?? places.number('next', piece)
    const told = wording(`versions.stale.${now ? 'elsewhere' : 'gone'}`, {
      text: words,
      old: beginning(before),
      next: now ? beginning(now) : '',
    })
    const number = follow === undefined ? '' : ` ${wording('versions.stale.follow', { number: follow })}`
    const name = strong(where)
    return {
      type: 'item',
      label: '•',
      children: [
        paragraph([
          clause.id === undefined ? name : { type: 'link', target: clause.id, children: [name] },
          text(`: ${told}${number}`),
        ]),
      ],
    }
  }
  return [
    { ...heading(level, wording('versions.part.stale')), listed: false },
    paragraph(wording('versions.stale.intro')),
    { type: 'list', ordered: false, items: stale.map(item) },
  ]
}

/** Letters of a text that stand for all of it in a line. */
const EXCERPT = 60
const beginning = ({ node }: Clause): string => clipped(plainText(node).replace(/\s+/g, ' '), EXCERPT)
