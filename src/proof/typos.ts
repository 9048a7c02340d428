import { type Dictionary, opensSentence } from '../language/index.js'

/** What knows the words of a language, and of the others a text borrows from. */
export interface Speller {
  readonly own: Dictionary
  /** Asked only for a word that the first does not know. */
  readonly others: () => readonly Dictionary[]
}

/** A word that is probably misspelt. */
export interface Typo {
  /** Index of the text it stands in. */
  readonly text: number
  readonly index: number
  readonly word: string
  readonly expected: string
}

const WORD = /(?<![\p{L}\p{N}@#/.:_’'-])\p{L}+(?![\p{L}\p{N}@/_]|[.:’'-]\p{L})/gu
const LETTERS = 'abcdefghijklmnopqrstuvwxyzéëïöü'
/** Shorter words have too many neighbours; longer ones are compounds. */
const SHORTEST = 6
const MOST_USES = 2
/** Words that are no last part of a compound: behind another word, a blank is missing. */
const JOINED =
  /^(?:tegen|tijdens|tussen|zonder|volgens|wordt|worden|moeten|mogen|zullen|binnen|waarbij|waarvan|during|without|against|between|should)$/

/**
 * Finds words that are probably misspelt. It would rather miss one than raise a false alarm: a word must be unknown in every language,
 * rare in the texts, and one letter away from exactly one word that the texts or the dictionary have; or be two words without a blank.
 * `learned` are names and terms that are right as they stand.
 */
export function findTypos(texts: readonly string[], speller: Speller, learned: readonly string[] = []): Typo[] {
  const uses = new Map<string, number>()
  for (const text of texts) for (const [word] of text.matchAll(WORD)) count(uses, word.toLowerCase())
  const right = new Set(learned.flatMap((name) => name.toLowerCase().match(/\p{L}+/gu) ?? []))
  const judged = new Map<string, string | undefined>()
  const judge = (word: string): string | undefined => {
    if (!judged.has(word)) judged.set(word, right.has(word) ? undefined : expectedFor(word, uses, speller))
    return judged.get(word)
  }
  return texts.flatMap((text, at) =>
    [...text.matchAll(WORD)].flatMap(({ 0: word, index }): Typo[] => {
      // A capital inside a sentence is a name.
      const starts = /^\p{Lu}\p{Ll}+$/u.test(word) && opensSentence(text.slice(0, index))
      if (word.length < SHORTEST || !(/^\p{Ll}+$/u.test(word) || starts)) return []
      const expected = judge(word.toLowerCase())
      return expected === undefined ? [] : [{ text: at, index, word, expected }]
    }),
  )
}

const count = (uses: Map<string, number>, word: string) => uses.set(word, (uses.get(word) ?? 0) + 1)

function expectedFor(word: string, uses: ReadonlyMap<string, number>, { own, others }: Speller): string | undefined {
  if ((uses.get(word) ?? 0) > MOST_USES || own.has(word)) return undefined
  const parts = joined(word, own)
  if (parts !== undefined) return parts
  if (own.knows(word) || others().some((other) => other.knows(word))) return undefined
  const near = [...neighbours(word)].filter((other) => own.has(other))
  const used = near.filter((other) => (uses.get(other) ?? 0) >= (uses.get(word) ?? 0))
  if (used.length === 1) return used[0]
  return near.length === 1 && used.length === 0 ? near[0] : undefined
}

function joined(word: string, own: Dictionary): string | undefined {
  for (let at = 4; at <= word.length - 5; at++) {
    const last = word.slice(at)
    if (JOINED.test(last) && own.has(word.slice(0, at))) return `${word.slice(0, at)} ${last}`
  }
  return undefined
}

/** Every string one letter away: left out, swapped, changed or added. */
function* neighbours(word: string): Generator<string> {
  const seen = new Set([word])
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    const changed = [
      ...(after === '' ? [] : [before + after.slice(1)]),
      ...(after.length < 2 ? [] : [before + after[1] + after[0] + after.slice(2)]),
      ...[...LETTERS].flatMap((letter) => [before + letter + after, ...(after === '' ? [] : [before + letter + after.slice(1)])]),
    ]
    for (const other of changed) {
      if (seen.has(other)) continue
      seen.add(other)
      yield other
    }
  }
}
