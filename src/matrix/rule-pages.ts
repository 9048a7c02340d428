import {
  type DocBlock,
  type DocCell,
  type DocInline,
  type DocRow,
  heading,
  muted,
  paragraph,
  strong,
  text,
} from '../present/index.js'
import type { Matrix } from '../schools/index.js'
import { differenceLines, perhapsLines } from './found.js'
import { type MatrixLabels, matrixLabels } from './labels.js'
import { countKey, linkTo, listOf, ruleLink, ruleTitle, standingLine } from './lines.js'
import { isCounted, mapBlocks } from './map.js'
import { legend, standingLegend, standingMark, toned } from './marks.js'
import { partsOf } from './matrix.js'
import type { Parts } from './parts.js'
import { isShared, missedAt } from './report.js'
import type { MatrixRule, RuleCell } from './rules.js'
import type { MatrixSetting, RulePlaces } from './setting.js'
import { documentBlocks, findings } from './summary.js'
import { beside, COUNTED, placed, said, shares, silentLines, wordsOf } from './telling.js'
import { beginning, sameWords } from './words.js'

/** A comparison of schools as pages: an overview, a page for each rule of several schools, and one for each school. */
export interface RulePages {
  /** The rules of several schools, in the order of the overview. */
  readonly rules: readonly RulePage[]
  readonly labels: MatrixLabels
  /** What came out, as the head of the first page has it. */
  readonly lead: DocBlock
  /** The map of these rules. */
  readonly map: (rules: readonly RulePage[], places: RulePlaces) => readonly DocBlock[]
  /** Bytes of markup that a row of the map takes, about. */
  readonly rowSize: number
  /** What was compared, how alike that is, and what all this rests on. */
  readonly documents: (places: RulePlaces) => readonly DocBlock[]
  /** A rule in full, cut where a page would become too long to load. */
  readonly rule: (rule: RulePage, places: RulePlaces) => readonly (readonly DocBlock[])[]
  /** What one school has, with the rules it has alone and those that most others have and it has not. */
  readonly school: (policy: number, places: RulePlaces) => readonly DocBlock[]
}

/** A rule that has a page. */
export interface RulePage {
  readonly number: number
  readonly title: string
  /** The clauses it stands in, in the order of the columns. */
  readonly clauses: readonly { readonly policy: number; readonly id: string }[]
}

/** Letters of the schools' own words on one page about a rule; their markup is about as much again. */
const LETTERS = 16_000
/** What a school costs beside its words, in the same measure. */
const PER_SCHOOL = 160
/** Words of a clause by which it is known in a list. */
const KNOWN_BY = 12

/** Cuts a comparison into pages. Where rules and clauses stand is said by whoever has the pages, as each page says it. */
export function presentRulePages(matrix: Matrix, given: Omit<MatrixSetting, 'form' | 'places'>): RulePages {
  const setting: MatrixSetting = { ...given, form: 'screen' }
  const parts = partsOf(matrix, setting)
  const at = (places: RulePlaces): Parts => ({ ...parts, setting: { ...setting, places } })
  const known = new Map(parts.rules.map((rule) => [rule.number, rule]))
  const rulesOf = (pages: readonly RulePage[]): readonly MatrixRule[] => pages.flatMap(({ number }) => known.get(number) ?? [])
  const counted = isCounted(at(NOWHERE))
  const { school, stance, ...others } = matrixLabels(matrix, setting)
  return {
    rules: parts.rules.filter(isShared).map((rule) => ({
      number: rule.number,
      title: ruleTitle(rule, parts),
      clauses: parts.order.flatMap((policy) =>
        clausesOf(rule.cells.get(policy)).map((id): RulePage['clauses'][number] => ({ policy, id })),
      ),
    })),
    labels: counted || !school || !stance ? others : { school, stance, ...others },
    lead: findings(matrix, parts),
    map: (pages, places) =>
      pages.length === 0
        ? [paragraph(setting.wording('schools.shared.none'))]
        : [...mapBlocks(rulesOf(pages), at(places)), paragraph([muted(legend(setting, parts.order.length))], 'small')],
    rowSize: counted ? ROW.counted : ROW.name + ROW.school * parts.order.length,
    documents: (places) => documentBlocks(matrix, at(places)),
    rule: (page, places) => {
      const rule = known.get(page.number)
      return rule ? rulePage(rule, at(places)) : []
    },
    school: (policy, places) => schoolPage(policy, matrix, at(places)),
  }
}

const NOWHERE: RulePlaces = { rule: String, clause: () => '', school: String }

/** Bytes of a row of the map, measured: its name with its facets, each school with its facets, and a row of numbers. */
const ROW = { name: 420, school: 210, counted: 820 }

const clausesOf = (cell: RuleCell | undefined): readonly string[] =>
  cell ? [...new Set([cell.bearer.id, ...cell.others.map(({ id }) => id)])] : []

/** What differs, what each school asks in its own words, who is silent, and the other rules on the matter. */
function rulePage(rule: MatrixRule, parts: Parts): readonly (readonly DocBlock[])[] {
  const { setting } = parts
  const tables = inPages(groupsOf(rule, parts), ([first]) => (first ? wordsOf(first).length : 0) + PER_SCHOOL).map(
    (groups): DocBlock => ({
      type: 'table',
      look: 'facts',
      columns: [{ weight: 1 }, { weight: 3.4 }],
      head: [],
      body: groups.map((cells) => groupRow(cells, parts)),
    }),
  )
  const near = rule.siblings.flatMap((number) => parts.rules.find((other) => other.number === number && isShared(other)) ?? [])
  const siblings: readonly DocBlock[] =
    near.length === 0
      ? []
      : [
          heading(1, setting.wording('schools.siblings')),
          ...listOf(near.map((other) => ({ content: [standingMark(other, setting), text(' '), ...ruleLink(other, parts)] }))),
        ]
  return tables.map((table, index) => [
    paragraph([standingMark(rule, setting), text(' '), muted(standingLine(rule, parts))]),
    ...(index === 0 ? [...shares(rule, parts), ...differenceLines(rule, parts), ...perhapsLines(rule, parts)] : []),
    table,
    ...(index === tables.length - 1 ? [...silentLines(rule, parts), ...siblings] : []),
  ])
}

/** Schools that ask the same in the same words are named together, where the first of them stands. */
function groupsOf(rule: MatrixRule, { order }: Parts): readonly (readonly RuleCell[])[] {
  const groups: RuleCell[][] = []
  for (const policy of order) {
    const cell = rule.cells.get(policy)
    if (!cell) continue
    const group = groups.find(([first]) => first?.stance === cell.stance && sameWords(wordsOf(first), wordsOf(cell)))
    if (group) group.push(cell)
    else groups.push([cell])
  }
  return groups
}

function groupRow(cells: readonly RuleCell[], parts: Parts): DocRow {
  const [first, ...same] = cells as readonly [RuleCell, ...RuleCell[]]
  const section = same.length === 0 ? first.bearer.sections.at(-1) : undefined
  const also = cells.flatMap(({ policy, others }) => others.map((clause) => clauseLink(policy, clause, parts)))
  return {
    cells: [
      {
        header: 'row',
        children: [
          ...cells.map(({ policy, bearer }) => paragraph([clauseLink(policy, bearer, parts)])),
          ...(section === undefined ? [] : [paragraph([muted(section)], 'small')]),
        ],
      },
      {
        ...toned(first.stance),
        children: [
          said(first, parts),
          ...(also.length === 0
            ? []
            : [paragraph([muted(`${parts.setting.wording('schools.also')} `), ...between(also, ', ')], 'small')]),
          ...(same.length === 0 && parts.order.length <= COUNTED ? beside(first, parts) : []),
        ],
      },
    ],
  }
}

/** A clause by school and number, leading to where it stands in its text. */
const clauseLink = (policy: number, clause: RuleCell['bearer'], { names, setting }: Parts): DocInline => ({
  type: 'link',
  ...(setting.places ? { url: setting.places.clause(policy, clause.id) } : {}),
  children: placed(names[policy] as string, clause),
})

const between = (nodes: readonly DocInline[], sign: string): readonly DocInline[] =>
  nodes.flatMap((node, index) => (index === 0 ? [node] : [text(sign), node]))

/** Every clause of a school that has a rule, in the order of its text; then what most others have and it has not. */
function schoolPage(policy: number, { policies }: Matrix, parts: Parts): readonly DocBlock[] {
  const { setting, names } = parts
  const { wording } = setting
  const byClause = new Map<string, MatrixRule[]>()
  for (const rule of parts.rules) {
    for (const id of clausesOf(rule.cells.get(policy))) byClause.set(id, [...(byClause.get(id) ?? []), rule])
  }
  const clauses = policies[policy]?.clauses.filter(({ id }) => byClause.has(id)) ?? []
  const column = (key: string): DocCell => ({ header: 'column', children: [paragraph(wording(key))] })
  const { wanted, unsure } = missedAt(policy, parts)
  const count = wording(`schools.missing.${countKey(wanted.length)}`, { count: wanted.length, name: '' })
  const perhaps = unsure === 0 ? [] : [wording(`schools.missing.perhaps.${countKey(unsure)}`, { count: unsure, name: '' })]
  return [
    heading(1, wording('schools.own.title', { school: names[policy] as string })),
    paragraph(wording('schools.own.intro')),
    {
      type: 'table',
      look: 'plain',
      columns: [{ weight: 3 }, { weight: 2.4 }],
      head: [{ cells: ['schools.own.clause', 'schools.column.rule'].map(column) }],
      body: clauses.map((clause): DocRow => {
        const words = beginning(clause.text, KNOWN_BY)
        const url = setting.places?.clause(policy, clause.id) ?? ''
        const link = (children: readonly DocInline[]): DocInline => ({ type: 'link', url, children })
        const known = clause.number === '' ? [link([text(words)])] : [link([strong(clause.number)]), text(` ${words}`)]
        const rules = byClause.get(clause.id) ?? []
        return {
          id: clause.id,
          cells: [
            { children: [paragraph(known)] },
            {
              children: rules.flatMap((rule) => [
                paragraph(nameOf(rule, parts)),
                paragraph([muted(elsewhere(rule, policy, parts))], 'small'),
              ]),
            },
          ],
        }
      }),
    },
    paragraph([muted(standingLegend(setting))], 'small'),
    heading(1, wording('schools.own.missing')),
    paragraph(count),
    ...listOf(wanted.map((rule) => ({ content: ruleLink(rule, parts) }))),
    ...perhaps.map((words) => paragraph([muted(words)], 'small')),
    paragraph([muted(wording('schools.caution'))], 'small'),
  ]
}

/** A rule by its name; one that a single school has needs no other page. */
const nameOf = (rule: MatrixRule, parts: Parts): readonly DocInline[] =>
  isShared(rule)
    ? [standingMark(rule, parts.setting), text(' '), linkTo(rule, ruleTitle(rule, parts), parts)]
    : [text(ruleTitle(rule, parts))]

function elsewhere({ cells }: MatrixRule, policy: number, { order, names, setting: { wording } }: Parts): string {
  const others = order.filter((other) => other !== policy && cells.has(other))
  if (others.length === 0) return wording('schools.own.alone')
  return others.length > NAMED
    ? wording('schools.own.count', { count: others.length })
    : wording('schools.own.also', { schools: others.map((each) => names[each]).join(', ') })
}

/** Names of schools in a cell: more are counted. */
const NAMED = 4

/** Cuts a list where what its items take together would be too much for one page. */
function inPages<T>(items: readonly T[], sizeOf: (item: T) => number): readonly (readonly T[])[] {
  const pages: T[][] = [[]]
  let size = 0
  for (const item of items) {
    size += sizeOf(item)
    if (size > LETTERS && pages.at(-1)?.length) {
      pages.push([])
      size = sizeOf(item)
    }
    pages.at(-1)?.push(item)
  }
  return pages
}
