import { productOf, type Weighted } from '../../compare/index.js'

/** What a text holds, each with how much of it: runs of letters, matters. */
export type Bag = ReadonlyMap<string, number>

/** A bag by numbers, and the length of their weights as a vector. */
interface Profile extends Weighted {
  readonly length: number
}

/**
 * Compares each of some texts with each of others, 0 to 1: what few of all have weighs more (cosine). A text is a bag or several, as it is known in
 * several wordings, of which the nearest counts. Of the others those that `counts` names are counted for rarity: variants of one text are one.
 */
export function likenessBetween(
  ones: readonly (readonly Bag[])[],
  others: readonly (readonly Bag[])[],
  counts: (other: number) => boolean = () => true,
): (one: number, other: number) => number {
  const numbers = new Map<string, number>()
  const spread: number[] = []
  const count = (keys: Iterable<string>): void => {
    for (const key of keys) {
      const id = numberOf(key)
      spread[id] = (spread[id] ?? 0) + 1
    }
  }
  const numberOf = (key: string): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, spread.length)
    return spread.push(0) - 1
  }
  const counted = others.filter((_, at) => counts(at))
  for (const bags of [...ones, ...counted]) count(new Set(bags.flatMap((bag) => [...bag.keys()])))
  const total = ones.length + counted.length
  const profiled = (bag: Bag): Profile => {
    const found = [...bag].map(([key, amount]) => [numberOf(key), amount] as const).sort(([a], [b]) => a - b)
    const weights = Float32Array.from(found, ([id, amount]) => Math.log(1 + total / Math.max(1, spread[id] ?? 0)) * amount)
    return { ids: Int32Array.from(found, ([id]) => id), weights, length: Math.hypot(...weights) }
  }
  const [as, bs] = [ones, others].map((texts) => texts.map((bags) => bags.map(profiled))) as [Profile[][], Profile[][]]
  return (one, other) => {
    let best = 0
    for (const own of as[one] ?? []) for (const its of bs[other] ?? []) best = Math.max(best, cosine(own, its))
    return best
  }
}

const cosine = (a: Profile, b: Profile): number =>
  a.length === 0 || b.length === 0 ? 0 : productOf(a, b) / (a.length * b.length)
