import { phrasesOf } from '../language/index.js'
import type { Label } from './labels.js'

/**
 * Labels that are known by counting on: "R1", "#1", "[1]", "1/", "1-1", "1a", "1.a", "1e". One of them alone may be a code, a mark of a note, a
 * share, a result or a class.
 */

// Two that count on happen: "1e Kamer", "2e Kamer".
const FEWEST = 3
// Of these so many are no first ones: marks "[1]" below page after page are not counted on from.
const FEWEST_NEXT = 2

const CAPITAL = '(?=["“‘\'(]?\\p{Lu})'
const END = '[.:)]?\\s+'

interface Form {
  /** `count` is its number or letter, `head` that of what it is a part of, `letter` what it counts below. */
  readonly pattern: RegExp
  /** It prints more than a number, which no style of numbering gives. */
  readonly isKept: boolean
}

const FORMS: readonly Form[] = [
  { pattern: new RegExp(`^(?<printed>#(?<count>\\d{1,3}))${END}(?=\\S)`, 'u'), isKept: true },
  { pattern: new RegExp(`^\\[(?<printed>(?<count>\\d{1,3}))\\]${END}(?=\\S)`, 'u'), isKept: false },
  { pattern: new RegExp(`^(?<printed>(?<count>\\d{1,2}))\\/\\s+${CAPITAL}`, 'u'), isKept: false },
  { pattern: new RegExp(`^(?<printed>(?<letter>\\p{Lu})(?<count>\\d{1,3}))${END}${CAPITAL}`, 'u'), isKept: true },
  { pattern: new RegExp(`^(?<printed>(?<head>\\d{1,2})[-–](?<count>\\d{1,2}))${END}${CAPITAL}`, 'u'), isKept: true },
  { pattern: new RegExp(`^(?<printed>(?<head>\\d{1,2})\\.?(?<count>[a-z]))${END}${CAPITAL}`, 'u'), isKept: true },
  {
    pattern: new RegExp(`^(?<printed>(?<count>\\d{1,2})(?:${phrasesOf('ordinalSigns')}))${END}${CAPITAL}`, 'u'),
    isKept: true,
  },
]

interface Member {
  readonly at: number
  readonly path: readonly number[]
  readonly label: Label
  readonly length: number
}

/** "Rule 7:", "Norm 3 –": a word of the author's own, with what parts it from the words. */
const WORDED: Form = {
  pattern: new RegExp(
    `^(?<printed>(?<letter>\\p{Lu}[\\p{L}’'-]{2,23})\\s(?<count>\\d{1,3}))(?:\\s?[.:)]|\\s[-–—|](?=\\s))\\s+${CAPITAL}`,
    'u',
  ),
  isKept: false,
}

/** The places of those lines with which a row counts on: no sentence was broken there. */
export const startsInRows = (lines: readonly string[]): ReadonlySet<number> =>
  new Set([...FORMS, WORDED].flatMap((form) => rowsOf(form, lines).flatMap((row) => row.map(({ at }) => at))))

/** The labels of texts, by their place among them, with the number of characters each takes: those of which there is a row from 1 on. */
export function labelsInRows(texts: readonly string[]): ReadonlyMap<number, { readonly label: Label; readonly length: number }> {
  return new Map(FORMS.flatMap((form) => rowsOf(form, texts).flatMap((row) => row.map((member) => [member.at, member] as const))))
}

function rowsOf(form: Form, texts: readonly string[]): readonly (readonly Member[])[] {
  const rows = new Map<string, Member[]>()
  for (const [at, text] of texts.entries()) {
    const match = form.pattern.exec(text)
    const member = match && memberOf(at, match, form)
    if (!member) continue
    const letter = match.groups?.letter ?? ''
    const row = rows.get(letter) ?? []
    rows.set(letter, row)
    if (countsOn(row.at(-1)?.path, member.path)) row.push(member)
  }
  return [...rows.values()].filter((row) => isRow(row) && !areMarks(row, texts))
}

function memberOf(at: number, match: RegExpExecArray, { isKept }: Form): Member {
  const { printed = '', head, count = '' } = match.groups ?? {}
  const isLetter = /\D/.test(count)
  const number = isLetter ? count.charCodeAt(0) - BEFORE_A : Number(count)
  const path = [...(head === undefined ? [] : [Number(head)]), number]
  const readings = [{ style: isLetter ? ('lower-alpha' as const) : ('decimal' as const), count: number }]
  return { at, path, label: { printed, path, readings, bare: false, ...(isKept ? { isKept } : {}) }, length: match[0].length }
}
const BEFORE_A = 'a'.charCodeAt(0) - 1

/** Whether a number is the next one, or the first of what begins there. */
function countsOn(before: readonly number[] | undefined, path: readonly number[]): boolean {
  const [count = 0, head = 0] = [...path].reverse()
  const [last = 0, lastHead = 0] = [...(before ?? [])].reverse()
  return count === 1 ? path.length === 1 || head > lastHead : head === lastHead && count === last + 1
}

const isRow = (row: readonly Member[]): boolean =>
  row.length >= FEWEST && row.filter(({ path }) => path.at(-1) !== 1).length >= FEWEST_NEXT

/** Whether another text has such a label between brackets within: a mark that leads to what stands behind it. */
const areMarks = (row: readonly Member[], texts: readonly string[]): boolean => {
  const marks = row.map(({ label }) => `[${label.printed}]`).filter((mark, i) => texts[row[i]?.at ?? 0]?.startsWith(mark))
  return marks.length > 0 && texts.some((text) => marks.some((mark) => text.indexOf(mark) > 0))
}
