import { type DocBlock, type DocCell, type DocInline, type DocRow, type DocTable, paragraph, strong } from '../present/index.js'
import { differingLines } from './differing.js'
import { facetsOf } from './facets.js'
import { topicName } from './labels.js'
import { linkTo } from './lines.js'
import { type CellMark, differenceHead, MARKS, markName, markOf, shortMark, standingMark, standingOf, toned } from './marks.js'
import type { Parts } from './parts.js'
import { byTopic, type MatrixRule } from './rules.js'

/** More schools than this take the whole width of a screen: their map is one table. */
const HALVES = 8
/** Width of the names of rules on a screen beside 1.3 for a school, and what of it each school asks for: beside thirty a name would break between letters. */
const NAMED = 4.2
const NAMED_OF_EACH = 0.3

/**
 * Every rule of several schools at a glance: what each asks, in a word or a sign, and whether that differs. A row stands for its rule, which
 * its name leads to. On a screen the map of few schools is two tables side by side.
 */
function mapTables(rules: readonly MatrixRule[], parts: Parts): DocTable[] {
  const groups = byTopic(rules)
  const heights = groups.map(([, own]) => own.length + (own.length > 1 ? 1 : 0))
  const total = heights.reduce((sum, height) => sum + height, 0)
  const halved = parts.setting.form === 'screen' && parts.order.length <= HALVES && groups.length > 1
  let above = 0
  const cut = halved ? heights.findIndex((height) => (above += height) >= total / 2) + 1 : groups.length
  return [groups.slice(0, cut), groups.slice(cut)].filter((half) => half.length > 0).map((half) => mapOf(half, parts))
}

type Groups = ReturnType<typeof byTopic>

function mapOf(groups: Groups, parts: Parts): DocTable {
  const { setting, names, order } = parts
  const head = (value: string | readonly DocInline[]): DocCell => ({ header: 'column', children: [paragraph(value)] })
  const heads: DocCell[] = isCounted(parts)
    ? MARKS.map((mark) => head(setting.form === 'screen' ? [shortMark(mark, setting)] : markName(mark, setting)))
    : order.map((policy) => head(names[policy] as string))
  const columns = heads.length + 2
  return {
    type: 'table',
    look: 'map',
    columns: [
      { weight: setting.form === 'screen' ? Math.max(NAMED, NAMED_OF_EACH * heads.length) : 5.4 },
      { weight: 0.6, align: 'center' },
      ...heads.map(() => ({ weight: 1.3, align: 'center' as const })),
    ],
    head: [
      {
        cells: [
          head(setting.wording('schools.column.rule')),
          { header: 'column', children: [paragraph([differenceHead(setting)])] },
          ...heads,
        ],
      },
    ],
    body: groups.flatMap(([topic, rules]): DocRow[] => {
      const name = topicName(topic, setting)
      const [only, ...others] = rules
      if (only && others.length === 0 && topic !== '') {
        return [{ ...rowOf(only, only.named ? only.title : name, parts), opens: true }]
      }
      return [
        { opens: true, cells: [{ span: columns, children: [paragraph([strong(name)])] }] },
        ...rules.map((rule) => rowOf(rule, rule.title, parts)),
      ]
    }),
  }
}

/**
 * On paper a column for each of many schools would break their names, and a page of a site would be too heavy to load: how many ask what
 * stands there instead.
 */
export const isCounted = ({ setting, order }: Parts): boolean =>
  (setting.form !== 'screen' || setting.places !== undefined) && order.length > HALVES

function rowOf(rule: MatrixRule, name: string, parts: Parts): DocRow {
  const { setting } = parts
  return {
    standsFor: `rule-${rule.number}`,
    // What a filter asks of a rule stands with the rule, or with the row that leads to its page.
    ...(setting.places ? { facets: facetsOf(rule, parts, !isCounted(parts)) } : {}),
    cells: [
      { header: 'row', children: [paragraph([linkTo(rule, name, parts)])] },
      {
        ...(standingOf(rule) === 'opposed' ? { tone: 'deleted' as const } : {}),
        children: [paragraph([standingMark(rule, setting)])],
      },
      ...(isCounted(parts) ? counted(rule, parts) : marked(rule, parts)),
    ],
  }
}

/** Of few schools the words in which each differs stand below its mark: columns of many hold a sign. */
const marked = (rule: MatrixRule, parts: Parts): DocCell[] =>
  parts.order.map((policy) => {
    const mark = markOf(rule, policy)
    const words = parts.order.length > HALVES ? [] : differingLines(rule, policy, parts)
    return { ...toneOf(mark), children: [paragraph([shortMark(mark, parts.setting)]), ...words] }
  })

const counted = (rule: MatrixRule, { order }: Parts): DocCell[] =>
  MARKS.map((mark) => {
    const count = order.filter((policy) => markOf(rule, policy) === mark).length
    return count === 0 ? { children: [] } : { ...toneOf(mark), children: [paragraph(String(count))] }
  })

const toneOf = (mark: CellMark): Pick<DocCell, 'tone'> =>
  mark === 'silent' || mark === 'unknown' ? { tone: 'muted' } : toned(mark)

/** Blocks of a map: two tables of one map stand in one division, so that a page can set them side by side. */
export const mapBlocks = (rules: readonly MatrixRule[], parts: Parts): DocBlock[] => {
  const tables = mapTables(rules, parts)
  return tables.length < 2 ? tables : [{ type: 'division', role: 'summary', page: false, children: tables }]
}
