import { isConnective, isFunctionWord } from '../language/index.js'
import type { Token } from './tokens.js'
import type { Hunk } from './words.js'

/**
 * How much more text the readable form may mark than the smallest difference does. Every step below spends from this: a step that
 * would cost more is not taken.
 */
const ALLOWANCE = 0.12

/**
 * The readable form of a smallest difference: a change starts where a phrase starts, a word joined by a hyphen changes as a whole, and
 * a lonely "de" or comma between two changes is part of one change.
 */
export function tidy(hunks: readonly Hunk[], a: readonly Token[], b: readonly Token[]): readonly Hunk[] {
  const slid: Hunk[] = []
  hunks.forEach((hunk, k) => {
    slid.push(slide(hunk, a, b, slid[k - 1], hunks[k + 1]))
  })
  return join(grow(slid, a, b), a, b)
}

const size = (tokens: readonly Token[], [from, to]: readonly [number, number]): number => {
  let letters = 0
  for (let i = from; i < to; i++) letters += (tokens[i] as Token).to - (tokens[i] as Token).from
  return letters
}
const marked = (hunk: Hunk, a: readonly Token[], b: readonly Token[]): number => size(a, hunk.a) + size(b, hunk.b)

/** An insertion or deletion may often stand in several places: "[en de ouder] en de school", "en de [ouder en de] school". */
function slide(hunk: Hunk, a: readonly Token[], b: readonly Token[], previous: Hunk | undefined, next: Hunk | undefined): Hunk {
  const inserted = hunk.a[0] === hunk.a[1]
  const deleted = hunk.b[0] === hunk.b[1]
  if (inserted === deleted) return hunk
  const tokens = inserted ? b : a
  const [from, to] = inserted ? hunk.b : hunk.a
  if (isOfColumn(tokens, from, to)) return hunk
  const lowest = previous ? (inserted ? previous.b[1] : previous.a[1]) + 1 : 0
  const highest = next ? (inserted ? next.b[0] : next.a[0]) - 1 : tokens.length
  let back = 0
  while (from - back - 1 >= lowest && tokens[from - back - 1]?.key === tokens[to - back - 1]?.key) back++
  let forth = 0
  while (to + forth < highest && tokens[from + forth]?.key === tokens[to + forth]?.key) forth++
  let shift = 0
  let best = boundary(tokens, from, to)
  for (let by = -back; by <= forth; by++) {
    const value = boundary(tokens, from + by, to + by)
    if (value > best) {
      best = value
      shift = by
    }
  }
  const move = ([x, y]: readonly [number, number]): readonly [number, number] => [x + shift, y + shift]
  return { a: move(hunk.a), b: move(hunk.b) }
}

/** A cell that came or went with its column stays in it, though its neighbour says the same. */
function isOfColumn(tokens: readonly Token[], from: number, to: number): boolean {
  const breaks = tokens.slice(from, to).filter(({ kind }) => kind === 'break')
  return breaks.length > 0 && breaks.every(({ key }) => key === '\t')
}

const ENDS = /^[.!?:;]$/
const CLOSES = /^[.!?:;,)]$/

/** How natural it is to change the tokens from `from` to `to` as one: a row or cell, a sentence, a phrase, then anything. */
function boundary(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[from]?.kind === 'break' && tokens[to - 1]?.kind !== 'break') return tokens[from]?.key === '\n' ? 7 : 6
  const before = tokens[from - 1]?.key
  const first = tokens[from]?.key ?? ''
  const last = tokens[to - 1]?.key ?? ''
  if ((before === undefined || ENDS.test(before)) && (ENDS.test(last) || to === tokens.length)) return 5
  if (isConnective(first) && !isConnective(last)) return 4
  if (first === ',' && !CLOSES.test(last)) return 3
  if (CLOSES.test(first)) return -1
  if (CLOSES.test(last)) return 1
  return 2
}

/** A hyphen with no space beside it makes one word of its neighbours. */
const joined = (tokens: readonly Token[], at: number): boolean => {
  const left = tokens[at - 1]
  const right = tokens[at]
  return left !== undefined && right !== undefined && left.to === right.from && (left.key === '-' || right.key === '-')
}

function grow(hunks: readonly Hunk[], a: readonly Token[], b: readonly Token[]): readonly Hunk[] {
  return hunks.map((hunk, k) => {
    const floor = hunks[k - 1]?.a[1] ?? 0
    const ceiling = hunks[k + 1]?.a[0] ?? a.length
    let back = 0
    let forth = 0
    const cuts = (atA: number, atB: number) => joined(a, atA) || joined(b, atB)
    while (back < 3 && hunk.a[0] - back > floor && hunk.b[0] - back > 0 && cuts(hunk.a[0] - back, hunk.b[0] - back)) back++
    while (forth < 3 && hunk.a[1] + forth < ceiling && hunk.b[1] + forth < b.length && cuts(hunk.a[1] + forth, hunk.b[1] + forth))
      forth++
    // Only words change as a whole: "van 10-12 uur" is two numbers and a mark.
    const whole = [...a.slice(hunk.a[0] - back, hunk.a[1] + forth), ...b.slice(hunk.b[0] - back, hunk.b[1] + forth)]
    if (whole.some((token) => token.kind !== 'word' && token.key !== '-')) return hunk
    return { a: [hunk.a[0] - back, hunk.a[1] + forth], b: [hunk.b[0] - back, hunk.b[1] + forth] }
  })
}

/** What separates two edits, and what it costs to mark it with them. */
interface Island {
  /** The place of the second edit. */
  readonly at: number
  readonly cost: number
}

function join(hunks: readonly Hunk[], a: readonly Token[], b: readonly Token[]): readonly Hunk[] {
  const sizes = hunks.map((hunk) => marked(hunk, a, b))
  const islands = hunks.flatMap((hunk, at): Island[] => {
    const before = hunks[at - 1]
    if (!before) return []
    const between: readonly [number, number] = [before.a[1], hunk.a[0]]
    const cost = 2 * size(a, between)
    const around = Math.min(sizes[at - 1] as number, sizes[at] as number)
    return cost <= around * (coincidental(a, between) ? 1 : lonely(a, between)) ? [{ at, cost }] : []
  })
  let left = sizes.reduce((sum, letters) => sum + letters, 0) * ALLOWANCE
  const joined = new Set<number>()
  for (const { at, cost } of islands.sort((x, y) => x.cost - y.cost || x.at - y.at)) {
    if (cost > left) break
    left -= cost
    joined.add(at)
  }
  const result: Hunk[] = []
  hunks.forEach((hunk, at) => {
    const last = result.at(-1)
    if (last && joined.has(at)) result[result.length - 1] = { a: [last.a[0], hunk.a[1]], b: [last.b[0], hunk.b[1]] }
    else result.push(hunk)
  })
  return result
}

/** A few words without matter of their own, within a sentence. */
function coincidental(tokens: readonly Token[], [from, to]: readonly [number, number]): boolean {
  if (to - from > 3) return false
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token
    const light = token.kind === 'mark' ? !ENDS.test(token.key) : token.kind === 'word' && isFunctionWord(token.key.toLowerCase())
    if (!light) return false
  }
  return true
}

/** One or two words left between two long changes: a phrase that was rewritten, in which a word happened to stay. */
const LONELY = 0.3
const lonely = (tokens: readonly Token[], [from, to]: readonly [number, number]): number =>
  to - from < 3 && tokens.slice(from, to).every(({ kind, key }) => kind === 'word' || (kind === 'mark' && !ENDS.test(key)))
    ? LONELY
    : 0
