import { isFunctionWord, stem, wordsOf } from '../../language/index.js'
import type { Language } from '../../model/index.js'

/** The words of a text as numbers, ascending, and how much they tell together. */
interface Profile {
  readonly sorted: Int32Array
  readonly total: number
}

/** How alike two texts are in their words, each 0 to 1. */
export interface Likeness {
  /** What they share as a share of all (Dice). */
  readonly bag: number
  /** What they share as a share of the shorter. */
  readonly within: number
}

const NONE: Likeness = { bag: 0, within: 0 }
/** A word that has its place in every sentence tells little of which sentence it is. */
const LIGHT = 0.15

/** Compares each of some texts with each of others, by words that tell them apart: a word that few of all have weighs more. Of
 * the others those that `counts` names are counted for that: variants of one text are one. */
export function likenessBetween(
  ones: readonly string[],
  others: readonly string[],
  lang: Language,
  counts: (other: number) => boolean = () => true,
): (one: number, other: number) => Likeness {
  const ids = new Map<string, number>()
  const spread: number[] = []
  const isLight: boolean[] = []
  const read = (text: string, counted = true): Int32Array => {
    const found = wordsOf(text).map((word) => {
      const key = stem(word, lang)
      const id = ids.get(key) ?? ids.size
      if (id === ids.size) {
        ids.set(key, id)
        isLight.push(isFunctionWord(word))
      }
      return id
    })
    for (const id of new Set(found)) spread[id] = (spread[id] ?? 0) + (counted ? 1 : 0)
    return Int32Array.from(found)
  }
  const a = ones.map((text) => read(text))
  const b = others.map((text, at) => read(text, counts(at)))
  const count = ones.length + others.length
  const weights = Float64Array.from(spread, (n, id) => Math.log(1 + count / (n + 1)) * (isLight[id] ? LIGHT : 1))
  const profiled = (words: Int32Array): Profile => ({
    sorted: words.slice().sort(),
    total: words.reduce((sum, word) => sum + (weights[word] as number), 0),
  })
  const [as, bs] = [a.map(profiled), b.map(profiled)]
  return (one, other) => {
    const [x, y] = [as[one], bs[other]]
    if (!x || !y || x.total === 0 || y.total === 0) return NONE
    const shared = inBoth(x.sorted, y.sorted, weights)
    return { bag: (2 * shared) / (x.total + y.total), within: shared / Math.min(x.total, y.total) }
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
