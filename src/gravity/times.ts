import type { Token, TokenEdit } from '../compare/index.js'
import { meaningsOf, oneOf } from '../language/index.js'
import { type Change, changedWords } from './change.js'
import type { Reason } from './reasons.js'

type Rows = ReadonlyMap<string, number>

/** The row of words that say no more of a day than that it is meant: on Friday. */
const PLAIN = 0

const lower = ({ key }: Token): string => key.toLowerCase()

/**
 * Another word before a day, an hour or a length of time that stayed: by 1 June, on 1 June; in a year, after a year. Where there is no such word
 * the day itself is meant; where it is meant, too, "on or" stands before another.
 */
export const timesOf = (change: Change): readonly Reason[] =>
  change.edits.flatMap((edit): readonly Reason[] => {
    if (!meansAnother(edit, change)) return []
    const [old, next] = (['old', 'next'] as const).map((side) => changedWords(change[side].text, edit[side])) as [string, string]
    return [{ kind: 'opposite', old, next }]
  })

function meansAnother(edit: TokenEdit, change: Change): boolean {
  const { beforeTimes, beforeSpans } = change.proof.words
  const side = edit.next.length > 0 ? 'next' : 'old'
  const { tokens } = change[side]
  const last = edit[side].at(-1)
  if (last === undefined) return false
  const at = tokens.indexOf(last) + 1
  if (isItselfToo(edit, change))
    return (beforeTimes.get(tokens[at]?.key.toLowerCase() ?? '') ?? PLAIN) !== PLAIN && timeAt(at + 1, side, change) === 'day'
  const time = timeAt(at, side, change)
  if (time === undefined) return false
  const [was, is] = [edit.old, edit.next].map((words) => rowOf(words, time === 'day' ? beforeTimes : beforeSpans, time))
  return was !== undefined && is !== undefined && was !== is
}

/** Whether no more came or went than that the day itself is meant, too: on or. */
function isItselfToo({ old, next }: TokenEdit, { proof: { words } }: Change): boolean {
  const [first, second, ...more] = old.length > 0 ? old : next
  const isAlone = (old.length === 0 || next.length === 0) && more.length === 0
  return first && second && isAlone ? words.beforeTimes.get(lower(first)) === PLAIN && words.joiningAny.has(lower(second)) : false
}

/** How a time is meant by the words before it, as the number of a row; undefined where that is not known. */
function rowOf(words: readonly Token[], rows: Rows, time: 'day' | 'span'): number | undefined {
  const [only, ...more] = words
  if (only === undefined) return time === 'day' ? PLAIN : undefined
  return more.length > 0 ? undefined : rows.get(lower(only))
}

const isThe = oneOf('the')
const SPAN = /^(?:days|months|minutes) /
const DAY = /^(?:date|time) /

/** What time stands at a token of one side: a length of time, or a day or an hour. */
function timeAt(at: number, side: 'old' | 'next', change: Change): 'day' | 'span' | undefined {
  const { tokens } = change[side]
  const from = isThe(tokens[at]?.key ?? '', change.proof.words) ? at + 1 : at
  const token = tokens[from]
  if (token && (meaningsOf('calendar', change.lang).has(lower(token)) || change.proof.words.hours.has(lower(token)))) return 'day'
  const value = change.read[side].find((unit) => unit.kind === 'value' && unit.from === from)?.value ?? ''
  return SPAN.test(value) ? 'span' : DAY.test(value) ? 'day' : undefined
}
