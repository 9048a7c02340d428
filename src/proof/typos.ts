import { areAlike, type Dictionary, opensSentence, readOnce } from '../language/index.js'
import type { Language } from '../model/index.js'

/** What knows the words of a language, and of the others a text borrows from. */
export interface Speller {
  readonly lang: Language
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
  /** Absent at the first word that was not looked for, nor any after it: too many before it are in no dictionary. */
  readonly expected?: string
}

const WORD = /(?<![\p{L}\p{N}@#/.:_’'-])\p{L}+(?![\p{L}\p{N}@/_]|[.:’'-]\p{L})/gu
/** The words of a text, and where. */
const wordsIn = readOnce((text) =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, lower: word.toLowerCase(), index })),
)
const LETTERS = 'abcdefghijklmnopqrstuvwxyzéëïöü'
/** Shorter words have too many neighbours; longer ones are compounds. */
const SHORTEST = 6
/** A slip is made once or twice; what stands there more often is meant. */
const MOST_USES = 2
/** The square of the letters of words that no dictionary has, for all together: for each, as many strings are looked up. */
const MOST_SOUGHT = 150_000
/** Words that are no last part of a compound: behind another word, a blank is missing. */
const JOINED =
  /^(?:tegen|tijdens|tussen|zonder|volgens|wordt|worden|moeten|mogen|zullen|binnen|waarbij|waarvan|during|without|against|between|should)$/

/**
 * Finds words that are probably misspelt. It would rather miss one than raise a false alarm: a word must be unknown in every language,
 * rare in the texts, and one letter away from exactly one word that the texts or the dictionary have; or be two words without a blank.
 * Where the texts do not have that word, the letter must be one that is easily mistaken. `learned` are names and terms that are right as they
 * stand.
 */
export function findTypos(texts: readonly string[], speller: Speller, learned: readonly string[] = []): Typo[] {
  const uses = new Map<string, number>()
  for (const text of texts) for (const { lower } of wordsIn(text)) count(uses, lower)
  const right = new Set(learned.flatMap((name) => name.toLowerCase().match(/\p{L}+/gu) ?? []))
  const judged = new Map<string, Correction | undefined>()
  let sought = 0
  const seek = ({ length }: string) => {
    sought += length * length
  }
  const judge = (word: string): Correction | undefined => {
    if (!judged.has(word)) judged.set(word, right.has(word) ? undefined : correct(word, uses, speller, seek))
    return judged.get(word)
  }
  let isOver = false
  return texts.flatMap((text, at) =>
    wordsIn(text).flatMap(({ word, lower, index }): Typo[] => {
      if (word.length < SHORTEST) return []
      // A capital inside a sentence is a name; at its start it may be one.
      const starts = /^\p{Lu}\p{Ll}+$/u.test(word) && opensSentence(text.slice(0, index))
      if (!(/^\p{Ll}+$/u.test(word) || starts)) return []
      if (isOver) return []
      if (sought > MOST_SOUGHT && !judged.has(lower)) {
        isOver = true
        return [{ text: at, index, word }]
      }
      const correction = judge(lower)
      return correction === undefined || (starts && !correction.isUsed)
        ? []
        : [{ text: at, index, word, expected: correction.expected }]
    }),
  )
}

const count = (uses: Map<string, number>, word: string) => uses.set(word, (uses.get(word) ?? 0) + 1)

interface Correction {
  readonly expected: string
  /** The texts have the word themselves. */
  readonly isUsed: boolean
}

function correct(
  word: string,
  uses: ReadonlyMap<string, number>,
  { lang, own, others }: Speller,
  seek: (word: string) => void,
): Correction | undefined {
  const times = uses.get(word) ?? 0
  if (times > MOST_USES || own.has(word)) return undefined
  const parts = joined(word, own)
  if (parts !== undefined) return { expected: parts, isUsed: true }
  if (own.knows(word) || others().some((other) => other.knows(word))) return undefined
  seek(word)
  const near = [...neighbours(word, lang)].filter(({ word: other }) => own.has(other))
  const used = near.filter(({ word: other }) => (uses.get(other) ?? 0) >= times)
  if (used.length > 0) return used.length === 1 ? { expected: used[0]?.word ?? '', isUsed: true } : undefined
  // Who writes a word twice in the same way means it; and few names are written in small letters.
  const [only, ...more] = near
  const isSlip = only?.likely && more.length === 0 && times === 1 && !own.isName(only.word) && !isOldSpelling(word, only.word)
  return isSlip ? { expected: only.word, isUsed: false } : undefined
}

/** "Praeses" beside "preses": the older spelling of a word is no mistake. */
const isOldSpelling = (word: string, other: string): boolean => word.replace(/[ao]e/g, 'e') === other

function joined(word: string, own: Dictionary): string | undefined {
  for (let at = 4; at <= word.length - 5; at++) {
    const last = word.slice(at)
    if (JOINED.test(last) && own.has(word.slice(0, at))) return `${word.slice(0, at)} ${last}`
  }
  return undefined
}

interface Neighbour {
  readonly word: string
  /** The letter is one that is easily mistaken, and not the first, with which nobody begins a word by mistake. */
  readonly likely: boolean
}

/** Every string one letter away: left out, swapped, changed or added. */
function* neighbours(word: string, lang: Language): Generator<Neighbour> {
  const seen = new Set([word])
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    const letter = word[at]
    const others: readonly Neighbour[] = [...LETTERS].map((added) => ({ word: before + added + after, likely: at > 0 }))
    const changed: readonly Neighbour[] =
      letter === undefined
        ? []
        : [
            { word: before + after.slice(1), likely: at > 0 },
            { word: before + after.slice(1, 2) + letter + after.slice(2), likely: true },
            ...[...LETTERS].map((other) => ({
              word: before + other + after.slice(1),
              likely: at > 0 && areAlike(letter, other, lang),
            })),
          ]
    for (const neighbour of [...changed, ...others]) {
      if (seen.has(neighbour.word)) continue
      seen.add(neighbour.word)
      yield neighbour
    }
  }
}
