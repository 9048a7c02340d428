import { phrasesOf, wordsOfAll } from '../language/index.js'
import { readMarker } from './labels.js'

/** A written line as the lines around it are asked of it. */
interface Written {
  readonly text: string
}

const PAGE = String.raw`(?:(?:${phrasesOf('pages')}|${phrasesOf('foreignPages')})\s{0,3})?(?::\s{0,3})?`
const TOTAL = String.raw`(?:\s{0,3}(?:${wordsOfAll('of')}|${phrasesOf('foreignOf')}|\/)\s{0,3}(\d{1,4}))?`
// Longer lines are text.
const LAST = new RegExp(String.raw`^(\S.{0,200}?)[\s|–—-]{1,80}${PAGE}(\d{1,3})${TOTAL}$`, 'iu')

interface Counted<T> {
  readonly line: T
  readonly at: number
  readonly number: number
  readonly total: boolean
}

// A page holds at least this many lines, the last of a part aside; lists count closer.
const FEWEST_BETWEEN = 12
const FEWEST_EVER = 4
const FEWEST_WORDS = 3

/**
 * Lines of several words that are the same but for a number at their end, each time the next: what pages print below or above their
 * text, number and all. "Stap 1" and "Artikel 2" are headings.
 */
export function countedLines<T extends Written>(lines: readonly T[]): ReadonlyMap<T, number> {
  const groups = new Map<string, Counted<T>[]>()
  for (const [at, line] of lines.entries()) {
    const match = LAST.exec(line.text)
    const words = match?.[1]
    if (!match || words === undefined || readMarker(`${line.text} `)?.label.word !== undefined) continue
    addTo(groups, keyOf(words), { line, at, number: Number(match[2]), total: match[3] !== undefined })
  }
  const found = new Map<T, number>()
  for (const [key, group] of groups)
    if (isFurniture(key, group, lines)) for (const { line, number } of group) found.set(line, number)
  return found
}

function isFurniture<T extends Written>(key: string, group: readonly Counted<T>[], lines: readonly T[]): boolean {
  const [first] = group
  const last = group.at(-1)
  if (!first || !last || group.length < 2) return false
  const counts = group.every(({ number, at }, i) => {
    const before = group[i - 1]
    // A page here and there prints none.
    return before === undefined || (number > before.number && number <= before.number + 2 && at - before.at >= FEWEST_EVER)
  })
  if (!counts || last.at - first.at < (group.length - 1) * FEWEST_BETWEEN) return false
  if (group.every(({ total }) => total)) return true
  if (/^\p{L}+$/u.test(key)) return false
  const beside = [-1, 1].some((side) => {
    const keys = new Set(group.map(({ at }) => keyOf(lines[at + side]?.text ?? `${at}`)))
    // The last line has nothing below it.
    return keys.size === 1 || (side === 1 && last.at === lines.length - 1 && group.length > 2 && keys.size === 2)
  })
  const isLong = key.split(' ').length >= FEWEST_WORDS
  return beside || (isLong && (group.length > 2 || last.at === lines.length - 1))
}

// The same line between two halves of sentences once is chance. Half a sentence has at least so many letters.
const FEWEST_REPEATS = 2
const HALF = 20

/** Lines that stand between the halves of a sentence, and elsewhere with the same words: what a page printed above its text. */
export function interrupting<T extends Written>(lines: readonly T[], isMargin: (line: T) => boolean): T[] {
  const groups = new Map<string, number[]>()
  for (const [at, { text }] of lines.entries()) {
    if (!/\S\s+\S/.test(text) || /[.!?:;,]$/.test(text) || readMarker(text)) continue
    addTo(groups, keyOf(text), at)
  }
  const beside = withoutMargins(lines, isMargin)
  return [...groups.values()].flatMap((places) => {
    const apart = places.every((at, i) => i === 0 || at - (places[i - 1] as number) >= FEWEST_BETWEEN)
    const later = places.filter((at) => at > 0)
    const halves = later.filter((at) => {
      const { before, after } = beside(at)
      return before.length > HALF && /[\p{L},]$/u.test(before) && /^\p{Ll}\p{L}/u.test(after)
    })
    return apart && later.length >= FEWEST_REPEATS && halves.length > 0 ? later.map((at) => lines[at] as T) : []
  })
}

/** What stands above and below a line, margins left out. */
function withoutMargins<T extends Written>(
  lines: readonly T[],
  isMargin: (line: T) => boolean,
): (at: number) => { readonly before: string; readonly after: string } {
  const above: string[] = []
  const below: string[] = []
  let last = ''
  for (const [at, line] of lines.entries()) {
    above[at] = last
    if (!isMargin(line)) last = line.text
  }
  last = ''
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] as T
    below[at] = last
    if (!isMargin(line)) last = line.text
  }
  return (at) => ({ before: above[at] ?? '', after: below[at] ?? '' })
}

// On a cover the title stands below what its page prints above it.
const COVER = 5

/** The first line of a text that recurs below: what its first page prints above the title, where a title stands below it. */
export function headOfFirst<T extends Written>(lines: readonly T[], isMargin: (line: T) => boolean): T | undefined {
  const [first, ...more] = lines
  if (!first || !more.some((line) => isMargin(line) && keyOf(line.text) === keyOf(first.text))) return undefined
  const [word = ''] = keyOf(first.text).split(/[\s,:]/)
  return more.slice(0, COVER).some((line) => !isMargin(line) && keyOf(line.text).startsWith(word)) ? first : undefined
}

/** Puts a value behind those of its key. */
export function addTo<K, T>(groups: Map<K, T[]>, key: K, value: T): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}

// A line as long as this that ends as text does is none of a margin.
const SENTENCE = 80

/** A line of a margin but for the number of its page. "Artikel 2", "14. Wie te laat komt" and sentences that differ in a number are others. */
export const recurringKey = (text: string): string => {
  const label = readMarker(`${text} `)?.label
  const isText = (label !== undefined && !label.bare) || (text.length > SENTENCE && /[.;:,]$/.test(text))
  return isText ? text : keyOf(text).replace(/\d+/g, '#')
}

/** A line as it is compared. */
export const keyOf = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()
