import { isFunctionWord, stem, wordsOf } from '../../language/index.js'
import type { Language } from '../../model/index.js'

/** The words of a text as numbers, in order and sorted, with how much each tells. */
interface Profile {
  readonly words: Int32Array
  readonly sorted: Int32Array
  readonly total: number
}

/** How alike two texts are in their words, each 0 to 1. */
export interface Likeness {
  /** What they share, and what they share in the same order, as a share of all (Dice). */
  readonly bag: number
  readonly order: number
  /** What they share as a share of the shorter. */
  readonly within: number
}

const NONE: Likeness = { bag: 0, order: 0, within: 0 }
/** A word that has its place in every sentence tells little of which sentence it is. */
const LIGHT = 0.15
/** Below this share the order is not looked at. */
const LEAST = 0.12

/** Compares each of some texts with each of others, by words that tell them apart: a word that few of all have weighs more. */
export function likenessBetween(
  ones: readonly string[],
  others: readonly string[],
  lang: Language,
): (one: number, other: number) => Likeness {
  const ids = new Map<string, number>()
  const spread: number[] = []
  const isLight: boolean[] = []
  const read = (text: string): Int32Array => {
    const found = wordsOf(text).map((word) => {
      const key = stem(word, lang)
      const id = ids.get(key) ?? ids.size
      if (id === ids.size) {
        ids.set(key, id)
        isLight.push(isFunctionWord(word))
      }
      return id
    })
    for (const id of new Set(found)) spread[id] = (spread[id] ?? 0) + 1
    return Int32Array.from(found)
  }
  const [a, b] = [ones.map(read), others.map(read)]
  const count = ones.length + others.length
  const weights = Float64Array.from(spread, (n, id) => Math.log(1 + count / (n + 1)) * (isLight[id] ? LIGHT : 1))
  const profiled = (words: Int32Array): Profile => ({
    words,
    sorted: words.slice().sort(),
    total: words.reduce((sum, word) => sum + (weights[word] as number), 0),
  })
  const [as, bs] = [a.map(profiled), b.map(profiled)]
  return (one, other) => {
    const [x, y] = [as[one], bs[other]]
    if (!x || !y || x.total === 0 || y.total === 0) return NONE
    const shared = inBoth(x.sorted, y.sorted, weights)
    const bag = (2 * shared) / (x.total + y.total)
    const within = shared / Math.min(x.total, y.total)
    if (bag < LEAST) return { bag, order: 0, within }
    return { bag, order: (2 * inOrder(x.words, y.words, weights)) / (x.total + y.total), within }
  }
}

/** The weight of the words two sorted lists share, each as often as both have it. */
function inBoth(a: Int32Array, b: Int32Array, weights: Float64Array): number {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] as number, b[j] as number]
    if (x === y) shared += weights[x] as number
    if (x <= y) i++
    if (x >= y) j++
  }
  return shared
}

/** The weight of the heaviest sequence of words that both have in the same order. */
function inOrder(a: Int32Array, b: Int32Array, weights: Float64Array): number {
  const best = new Float64Array(b.length + 1)
  for (const word of a) {
    let diagonal = 0
    for (let j = 0; j < b.length; j++) {
      const above = best[j + 1] as number
      const matched = b[j] === word ? diagonal + (weights[word] as number) : 0
      best[j + 1] = Math.max(above, best[j] as number, matched)
      diagonal = above
    }
  }
  return best[b.length] as number
}
