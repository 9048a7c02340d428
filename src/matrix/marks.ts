import { MODALITIES, type Modality } from '../norms/index.js'
import { type DocCell, type DocInline, text } from '../present/index.js'
import type { MatrixRule } from './rules.js'
import type { MatrixSetting } from './setting.js'

/** A stance where there is no room for a word. Brackets weaken: (✓) is allowed under a condition, (●) is asked and not demanded, (–) perhaps not there. */
const SIGNS: Readonly<Record<Modality, string>> = {
  obligation: '●',
  prohibition: '×',
  permission: '✓',
  'conditional-permission': '(✓)',
  recommendation: '(●)',
  statement: 'i',
}

/** The colour goes with the word, never without it. */
const TONES: Partial<Record<Modality, NonNullable<DocCell['tone']>>> = {
  prohibition: 'deleted',
  permission: 'inserted',
  'conditional-permission': 'accent',
}

export const toned = (stance: Modality): Pick<DocCell, 'tone'> => {
  const tone = TONES[stance]
  return tone === undefined ? {} : { tone }
}

/** How a school stands to a rule: by what it asks, or that it says nothing, as far as that is known. */
export type CellMark = Modality | 'silent' | 'unknown'

export const markOf = (rule: MatrixRule, policy: number): CellMark =>
  rule.cells.get(policy)?.stance ?? (rule.near.has(policy) ? 'unknown' : 'silent')

/** All marks in the order a legend gives them. */
export const MARKS = [...MODALITIES, 'silent', 'unknown'] as const satisfies readonly CellMark[]

const signOf = (mark: CellMark): string => (mark === 'silent' ? '–' : mark === 'unknown' ? '(–)' : SIGNS[mark])

/** What a mark is called in full: "verboden". */
export const markName = (mark: CellMark, { wording }: Pick<MatrixSetting, 'wording'>): string =>
  mark === 'silent'
    ? wording('schools.silent')
    : mark === 'unknown'
      ? wording('schools.silent.unknown')
      : wording(`stance.${mark}`)

/** More schools than this stand in columns too narrow for a word. */
const WORDS = 8

/** A mark for a narrow column: a short word, and on a screen a sign where there is no room for it. */
export function shortMark(mark: CellMark, setting: MatrixSetting): DocInline {
  const sign = signOf(mark)
  const paper = setting.form === 'paper'
  if (mark === 'silent' || mark === 'unknown') {
    return paper ? text(sign) : { type: 'span', role: 'sign', sign, children: [text(markName(mark, setting))] }
  }
  const word = setting.wording(`stance.short.${mark}`)
  return paper ? text(word) : { type: 'span', role: 'tag', sign, children: [text(word)] }
}

/** What the marks mean, in one line. */
export function legend(setting: MatrixSetting, schools: number): string {
  const { wording } = setting
  const dense = schools > WORDS
  const said = MARKS.map((mark) => {
    const short = mark === 'silent' || mark === 'unknown' || dense ? signOf(mark) : wording(`stance.short.${mark}`)
    return wording('schools.legend.mark', { short, name: markName(mark, setting) })
  })
  return [...said, standingLegend(setting)].join(' · ')
}

/** What the signs of a difference mean, in one line. */
export const standingLegend = (setting: MatrixSetting): string =>
  STANDINGS.map((standing) =>
    setting.wording('schools.legend.mark', { short: STANDING_SIGNS[standing], name: standingName(standing, setting) }),
  ).join(' · ')

const STANDINGS = ['opposed', 'differs', 'same', 'unjudged', 'unread'] as const
type RuleStanding = (typeof STANDINGS)[number]
/** No sign looks like “the same” but the one of which that is proved; none of them is a mark of a school. */
const STANDING_SIGNS: Readonly<Record<RuleStanding, string>> = {
  opposed: '↔',
  differs: '≠',
  same: '=',
  unjudged: '?',
  unread: '(≠)',
}

/** How the schools of a rule compare, the gravest first. */
export const standingOf = ({ opposed, found, perhaps, proved, cells }: MatrixRule): RuleStanding =>
  opposed
    ? 'opposed'
    : found.length > 0
      ? 'differs'
      : perhaps.length > 0 || (proved !== 'same' && contradict(cells))
        ? 'unread'
        : (proved ?? 'unjudged')

/** Whether one school forbids where another does not, without it being sure that both speak of one act: a person has to read that. */
function contradict(cells: MatrixRule['cells']): boolean {
  const stances = new Set([...cells.values()].map(({ stance }) => stance))
  stances.delete('statement')
  return stances.size > 1 && stances.has('prohibition')
}

export const standingName = (standing: RuleStanding, { wording }: Pick<MatrixSetting, 'wording'>): string =>
  wording(standing === 'opposed' ? 'schools.opposed' : `schools.standing.${standing}`)

export function standingMark(rule: MatrixRule, setting: MatrixSetting): DocInline {
  const standing = standingOf(rule)
  const sign = STANDING_SIGNS[standing]
  if (setting.form === 'paper') return text(sign)
  return { type: 'span', role: 'sign', sign, children: [text(standingName(standing, setting))] }
}

/** The head of the column of these. */
export function differenceHead({ form, wording }: MatrixSetting): DocInline {
  const word = wording('schools.column.difference')
  const sign = STANDING_SIGNS.differs
  return form === 'paper' ? text(sign) : { type: 'span', role: 'sign', sign, children: [text(word)] }
}
