import { tidy } from './tidy.js'
import { type Token, tokenise } from './tokens.js'
import { diffTokens, type Hunk } from './words.js'

/**
 * Two ranges that stand for each other, both half-open. Ranges of an entry follow each other and do not touch.
 *
 *     old   De leerling mag roken.          [12, 15)
 *     next  De leerling mag niet roken.     an insertion: old [16, 16), new [16, 21) "niet "
 */
export interface Edit {
  readonly old: readonly [from: number, to: number]
  readonly next: readonly [from: number, to: number]
}

/** A text with its tokens, ready to be compared. */
export interface Tokenised {
  readonly text: string
  readonly tokens: readonly Token[]
}

/** An edit with the tokens it changes. */
export interface TokenEdit {
  readonly edit: Edit
  readonly old: readonly Token[]
  readonly next: readonly Token[]
}

export interface TextDiff {
  readonly edits: readonly TokenEdit[]
  readonly typography: readonly Edit[]
  readonly precise: boolean
}

/**
 * What changed from one text to the other: edits in whole words, and apart from them what differs only typographically. Both together,
 * applied to the old text, give the new one.
 */
export function diffTexts(old: Tokenised, next: Tokenised): TextDiff {
  const { hunks, precise } = diffTokens(old.tokens, next.tokens)
  const edits = tidy(hunks, old.tokens, next.tokens).map((hunk) => ({
    edit: ranges(hunk, old, next),
    old: old.tokens.slice(...hunk.a),
    next: next.tokens.slice(...hunk.b),
  }))
  return {
    edits,
    typography: between(
      old.text,
      next.text,
      edits.map(({ edit }) => edit),
    ),
    precise,
  }
}

/** The same difference as one edit, from the first to the last: more is marked than changed. */
export function asOne(diff: TextDiff, old: Tokenised, next: Tokenised): TextDiff {
  const [first, last] = [diff.edits[0], diff.edits.at(-1)]
  if (!first || !last || first === last) return { ...diff, precise: false }
  const edit = { old: [first.edit.old[0], last.edit.old[1]], next: [first.edit.next[0], last.edit.next[1]] } as const
  const within = (tokens: readonly Token[], [from, to]: Edit['old']) =>
    tokens.filter((token) => token.from >= from && token.to <= to)
  return {
    edits: [{ edit, old: within(old.tokens, edit.old), next: within(next.tokens, edit.next) }],
    typography: between(old.text, next.text, [edit]),
    precise: false,
  }
}

/** Where two texts differ, in words and in typography, in reading order: applied to the old text it gives the new one. */
export function editsBetween(old: string, next: string): readonly Edit[] {
  return editsOf(diffTexts({ text: old, tokens: tokenise(old) }, { text: next, tokens: tokenise(next) }))
}

/** All edits of a comparison, in reading order. */
export const editsOf = ({ edits, typography }: TextDiff): readonly Edit[] =>
  [...edits.map(({ edit }) => edit), ...typography].sort((a, b) => a.next[0] - b.next[0] || a.old[0] - b.old[0])

/** Where two texts differ outside the edits: in typography, and in the printed numbers of clauses and references. */
export function between(old: string, next: string, edits: readonly Edit[]): readonly Edit[] {
  const found: Edit[] = []
  let [a, b] = [0, 0]
  for (const edit of [...edits, { old: [old.length, old.length], next: [next.length, next.length] } as const]) {
    const difference = trim(old, next, [a, edit.old[0]], [b, edit.next[0]])
    if (difference) found.push(difference)
    a = edit.old[1]
    b = edit.next[1]
  }
  return found
}

/** The differing middle of two stretches; nothing when they are equal. */
function trim(
  old: string,
  next: string,
  [a0, a1]: readonly [number, number],
  [b0, b1]: readonly [number, number],
): Edit | undefined {
  let [i, j, m, n] = [a0, b0, a1, b1]
  while (i < m && j < n && old[i] === next[j]) {
    i++
    j++
  }
  while (i < m && j < n && old[m - 1] === next[n - 1]) {
    m--
    n--
  }
  return i === m && j === n ? undefined : { old: [i, m], next: [j, n] }
}

/** Text ranges of a hunk. A word that comes or goes takes one of the spaces beside it along. */
function ranges(hunk: Hunk, old: Tokenised, next: Tokenised): Edit {
  const inserted = hunk.a[0] === hunk.a[1]
  const deleted = hunk.b[0] === hunk.b[1]
  if (inserted === deleted) return replacement(hunk, old, next)
  const [long, short] = inserted ? [next, old] : [old, next]
  const [from, to] = inserted ? hunk.b : hunk.a
  const place = inserted ? hunk.a[0] : hunk.b[0]
  const before = gap(long, from)
  const after = gap(long, to)
  const there = gap(short, place)
  const same = (x: readonly [number, number], y: readonly [number, number]) => x[1] - x[0] === y[1] - y[0]
  // The gap that stays is the one as wide as the gap of the other text: in front for a word, behind for a comma.
  const leading = !same(before, there) && same(after, there)
  const range: readonly [number, number] = leading ? [before[0], after[0]] : [before[1], after[1]]
  const point = leading ? there[0] : there[1]
  return inserted ? { old: [point, point], next: range } : { old: range, next: [point, point] }
}

/** Words for words: the spaces beside them stay out, unless one text has a space there and the other has none. */
function replacement(hunk: Hunk, old: Tokenised, next: Tokenised): Edit {
  const before = [gap(old, hunk.a[0]), gap(next, hunk.b[0])] as const
  const after = [gap(old, hunk.a[1]), gap(next, hunk.b[1])] as const
  const width = ([from, to]: readonly [number, number]) => to - from
  const start = width(before[0]) === width(before[1]) ? 1 : 0
  const end = width(after[0]) === width(after[1]) ? 0 : 1
  return { old: [before[0][start], after[0][end]], next: [before[1][start], after[1][end]] }
}

/** The space in front of a token; behind the last one, what is left of the text. */
function gap({ text, tokens }: Tokenised, at: number): readonly [number, number] {
  const end = tokens[at]?.from ?? text.length
  return [tokens[at - 1]?.to ?? Math.min(end, tokens[0]?.from ?? 0), end]
}
