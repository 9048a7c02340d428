import { maximum, STYLES } from '../../model/index.js'
import type { Heading } from '../../present/index.js'
import { cut, FORMAT_NAMES, FORMATS, type Format } from './labels.js'
import { w } from './xml.js'

/** How Word counts the headings of one depth: "Artikel 3.1" is a word, the number above it, and a count. */
interface Level {
  readonly word: string
  /** The number of the depth above stands in front. */
  readonly goesOn: boolean
  readonly format: Format
  readonly after: string
}

export interface HeadingPlan {
  /** The definition for `word/numbering.xml`; empty where no heading has a number. */
  readonly xml: string
  /** Depths, from 1, whose style carries a number. */
  readonly depths: ReadonlySet<number>
  /** Whether Word gives this heading its label, if it has one, by itself. */
  readonly counts: (heading: Heading) => boolean
  /** Room for the labels of a depth, in twentieths of a point. */
  readonly room: (depth: number) => number
}

// Markdown and Word's outline have six levels of headings.
const DEPTHS = 6
/** Room for a short label and the space behind it. */
const ROOM = 794
/** A letter of a label at the size of a chapter, and the space behind a long one. */
const LETTER = 150
const SPACE = 220

/**
 * Finds a multilevel list that prints the labels of the headings. What Word would print is worked out heading by heading as Word counts; a
 * heading that would get another label than it has is left out of the count, and its label is typed.
 */
export function planHeadings(headings: readonly Heading[]): HeadingPlan {
  const levels = Array.from({ length: DEPTHS }, (_, i) => levelOf(headings, i + 1))
  const counted = levels.some((level) => level !== undefined) ? countHeadings(headings, levels) : new Set<Heading>()
  const room = (depth: number) => {
    const longest = Math.max(0, maximum(headings.filter(({ level }) => level === depth).map(({ label = '' }) => label.length)))
    return Math.max(ROOM, longest > 4 ? longest * LETTER + SPACE : 0)
  }
  const depths = new Set([...counted].map(({ level }) => level))
  return {
    depths,
    counts: (heading) => counted.has(heading),
    room,
    xml: depths.size === 0 ? '' : definition(levels, depths, room),
  }
}

/** What most labels of a depth have in common. */
function levelOf(headings: readonly Heading[], depth: number): Level | undefined {
  const votes = new Map<string, { level: Level; count: number }>()
  let above = ''
  for (const { level, label } of headings) {
    if (level === depth - 1) above = numberIn(label)
    if (level !== depth || label === undefined) continue
    for (const found of readings(label, above)) {
      const key = JSON.stringify(found)
      votes.set(key, { level: found, count: (votes.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...votes.values()].sort((a, b) => b.count - a.count)[0]?.level
}

/** The number in a label, without its word. */
const numberIn = (label = ''): string => label.replace(/^.*\s/, '')

function readings(label: string, above: string): Level[] {
  const parts = cut(label)
  if (!parts) return []
  const word = /^.*\s/u.exec(parts.before)?.[0] ?? ''
  const path = parts.before.slice(word.length)
  const goesOn = above !== '' && path === `${above}.`
  const formats = FORMAT_NAMES.filter((format) => STYLES[format].parse(parts.core) !== undefined)
  return formats.map((format) => ({ word: goesOn ? word : parts.before, goesOn, format, after: parts.after }))
}

/** The headings that Word numbers as they are, or counts without a label. */
function countHeadings(headings: readonly Heading[], levels: readonly (Level | undefined)[]): Set<Heading> {
  const counted = new Set<Heading>()
  const counts: (number | undefined)[] = []
  const print = (at: number): string | undefined => {
    const level = levels[at]
    const count = counts[at]
    if (!level || count === undefined) return undefined
    const above = level.goesOn ? print(at - 1) : ''
    return above === undefined ? undefined : `${level.goesOn ? `${above}.` : ''}${STYLES[level.format].format(count)}`
  }
  for (const heading of headings) {
    const at = heading.level - 1
    const level = levels[at]
    // A heading without a number at a depth that has none still makes deeper ones start anew.
    const isSilent = heading.label === undefined && level === undefined && heading.listed
    if (heading.label === undefined && !isSilent) continue
    const before = [...counts]
    counts[at] = (counts[at] ?? 0) + 1
    counts.length = at + 1
    const printed = level && print(at)
    if (isSilent || (level && printed !== undefined && `${level.word}${printed}${level.after}` === heading.label))
      counted.add(heading)
    else counts.splice(0, counts.length, ...before)
  }
  return counted
}

function definition(
  levels: readonly (Level | undefined)[],
  depths: ReadonlySet<number>,
  room: (depth: number) => number,
): string {
  const number = (at: number): string => `${levels[at]?.goesOn ? `${number(at - 1)}.` : ''}%${at + 1}`
  const xml = levels.map((level, at) =>
    w(
      'lvl',
      { ilvl: at },
      w('start', { val: 1 }),
      w('numFmt', { val: level ? FORMATS[level.format] : 'none' }),
      depths.has(at + 1) ? w('pStyle', { val: `Heading${at + 1}` }) : '',
      level ? '' : w('suff', { val: 'nothing' }),
      w('lvlText', { val: level ? `${level.word}${number(at)}${level.after}` : '' }),
      w('lvlJc', { val: 'left' }),
      level
        ? w(
            'pPr',
            {},
            w('tabs', {}, w('tab', { val: 'num', pos: room(at + 1) })),
            w('ind', { left: room(at + 1), hanging: room(at + 1) }),
          )
        : '',
    ),
  )
  return w('abstractNum', { abstractNumId: 0 }, w('multiLevelType', { val: 'multilevel' }), ...xml)
}
