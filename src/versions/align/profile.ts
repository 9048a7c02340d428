import type { Subject } from './subject.js'

/**
 * The words of a clause as numbers with weights: what likeness is computed from. Rarer words of the clauses that are left weigh more,
 * for what tells one rule about a pupil from another is not "leerling".
 */
export interface Profile {
  readonly index: number
  readonly words: Int32Array
  readonly weights: Float64Array
  /** The sum of the weights. */
  readonly total: number
  /** The same words in ascending order, with their weights: the bag of words. */
  readonly bag: { readonly words: Int32Array; readonly weights: Float64Array }
}

/** The profiles of the clauses that are not simply equal in both versions. */
export interface Profiles {
  readonly old: ReadonlyMap<number, Profile>
  readonly next: ReadonlyMap<number, Profile>
  /** In how many of these clauses a word stands. */
  readonly spread: readonly number[]
}

export function profilesOf(old: readonly Subject[], next: readonly Subject[]): Profiles {
  const names = new Map<string, number>()
  const spread: number[] = []
  const number = (stem: string): number => {
    const known = names.get(stem)
    if (known !== undefined) return known
    names.set(stem, spread.length)
    return spread.push(0) - 1
  }
  const bags = (subjects: readonly Subject[]) =>
    subjects.map((subject) => {
      const words = Int32Array.from(subject.stems, ({ stem }) => number(stem))
      const order = ascending(words)
      order.forEach((k, at) => {
        const word = words[k] as number
        if (at === 0 || words[order[at - 1] as number] !== word) spread[word] = (spread[word] ?? 0) + 1
      })
      return { subject, words, order }
    })
  const [a, b] = [bags(old), bags(next)]
  // A word that stands once in either version has its full weight.
  const rarity = spread.map((count) => Math.min(1, (count / 2) ** -0.3))
  const profiles = (list: typeof a): ReadonlyMap<number, Profile> =>
    new Map(
      list.map(({ subject, words, order }) => {
        const weights = new Float64Array(words.length)
        let total = 0
        subject.stems.forEach(({ weight }, k) => {
          weights[k] = weight * (rarity[words[k] as number] as number)
          total += weights[k] as number
        })
        const bag = {
          words: order.map((k) => words[k] as number),
          weights: Float64Array.from(order, (k) => weights[k] as number),
        }
        return [subject.index, { index: subject.index, words, weights, total, bag }]
      }),
    )
  return { old: profiles(a), next: profiles(b), spread }
}

const bagOf = (words: Int32Array, weights: Float64Array, order = ascending(words)): Profile['bag'] => ({
  words: order.map((k) => words[k] as number),
  weights: Float64Array.from(order, (k) => weights[k] as number),
})

// More places than the longest text has words, and both together stay exact in a double.
const PLACES = 2 ** 20

/** The places of the words in ascending order of word, then of place. Numbers that hold both sort without a function. */
function ascending(words: Int32Array): Int32Array {
  const keys = Float64Array.from(words, (word, place) => word * PLACES + place).sort()
  return Int32Array.from(keys, (key) => key % PLACES)
}

/** For each word that stands in at most `most` clauses: the profiles it stands in. A word that is everywhere leads nowhere. */
export function holdersOf(
  profiles: Iterable<Profile>,
  spread: readonly number[],
  most: number,
): readonly (readonly Profile[] | undefined)[] {
  const holders: (Profile[] | undefined)[] = new Array(spread.length)
  for (const profile of profiles) {
    const { words } = profile.bag
    words.forEach((word, at) => {
      if (words[at - 1] === word || (spread[word] as number) > most) return
      const list = holders[word]
      if (list) list.push(profile)
      else holders[word] = [profile]
    })
  }
  return holders
}

/** Several clauses as one bag of words. */
export function together(profiles: readonly Profile[]): Pick<Profile, 'bag'> {
  const [only] = profiles
  if (only && profiles.length === 1) return only
  const words = Int32Array.from(profiles.flatMap(({ bag }) => [...bag.words]))
  const weights = Float64Array.from(profiles.flatMap(({ bag }) => [...bag.weights]))
  return { bag: bagOf(words, weights) }
}

/** The weight of the words common to both, in any order. */
export function commonWords({ bag: a }: Pick<Profile, 'bag'>, { bag: b }: Profile): number {
  let [i, j, common] = [0, 0, 0]
  while (i < a.words.length && j < b.words.length) {
    const difference = (a.words[i] as number) - (b.words[j] as number)
    if (difference === 0) common += b.weights[j] as number
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return common
}

/** The weight of the heaviest sequence of words common to both, in order. */
export function commonInOrder(a: Profile, b: Profile): number {
  const columns = b.words.length
  const best = new Float64Array(columns + 1)
  for (let i = 0; i < a.words.length; i++) {
    const word = a.words[i]
    const weight = a.weights[i] as number
    let diagonal = 0
    for (let j = 0; j < columns; j++) {
      const above = best[j + 1] as number
      const matched = b.words[j] === word ? diagonal + weight : 0
      const beside = best[j] as number
      best[j + 1] = matched > above ? (matched > beside ? matched : beside) : above > beside ? above : beside
      diagonal = above
    }
  }
  return best[columns] as number
}
