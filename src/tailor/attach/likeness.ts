import { isFunctionWord, stem, wordsOf } from '../../language/index.js'
import type { Language } from '../../model/index.js'

/** The runs of letters of a text by number, ascending, with their weights, and the length of these as a vector. */
interface Profile {
  readonly ids: Int32Array
  readonly weights: Float64Array
  readonly length: number
}

/** Runs of so many letters: words that are kindred or compounded share them, others seldom do. */
const RUN = 4

/**
 * Compares each of some texts with each of others by the runs of letters in their words, 0 to 1: a run that few of all texts have weighs more,
 * and one that stands often less than so often (cosine). Of the others those that `counts` names are counted for that: variants of one text are one.
 */
export function likenessBetween(
  ones: readonly string[],
  others: readonly string[],
  lang: Language,
  counts: (other: number) => boolean = () => true,
): (one: number, other: number) => number {
  const numbers = new Map<string, number>()
  const spread: number[] = []
  const read = (text: string, counted = true): ReadonlyMap<number, number> => {
    const found = new Map<number, number>()
    for (const run of runsOf(text, lang)) {
      const id = numbers.get(run) ?? numbers.size
      if (id === numbers.size) {
        numbers.set(run, id)
        spread.push(0)
      }
      found.set(id, (found.get(id) ?? 0) + 1)
    }
    if (counted) for (const id of found.keys()) spread[id] = (spread[id] as number) + 1
    return found
  }
  const a = ones.map((text) => read(text))
  const b = others.map((text, at) => read(text, counts(at)))
  const total = ones.length + others.filter((_, at) => counts(at)).length
  const rarity = spread.map((n) => Math.log(1 + total / Math.max(1, n)))
  const profiled = (found: ReadonlyMap<number, number>): Profile => {
    const ids = Int32Array.from(found.keys()).sort()
    const weights = Float64Array.from(ids, (id) => (rarity[id] as number) * Math.sqrt(found.get(id) as number))
    return { ids, weights, length: Math.hypot(...weights) }
  }
  const [as, bs] = [a.map(profiled), b.map(profiled)]
  return (one, other) => {
    const [x, y] = [as[one], bs[other]]
    return !x || !y || x.length === 0 || y.length === 0 ? 0 : product(x, y) / (x.length * y.length)
  }
}

function product(a: Profile, b: Profile): number {
  let [i, j, sum] = [0, 0, 0]
  while (i < a.ids.length && j < b.ids.length) {
    const [x, y] = [a.ids[i] as number, b.ids[j] as number]
    if (x === y) sum += (a.weights[i] as number) * (b.weights[j] as number)
    if (x <= y) i++
    if (x >= y) j++
  }
  return sum
}

/** Every run of letters in the words that say something, their ends marked. */
function runsOf(text: string, lang: Language): readonly string[] {
  return wordsOf(text).flatMap((word) => {
    if (isFunctionWord(word) || word.length < 3) return []
    const marked = `_${stem(word, lang)}_`
    return Array.from({ length: Math.max(1, marked.length - RUN + 1) }, (_, at) => marked.slice(at, at + RUN))
  })
}
