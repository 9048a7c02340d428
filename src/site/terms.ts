import { editDistance } from '../language/index.js'
import { type PackedTerms, type Places, unpacked } from './postings.js'

/** How near a word must be for one that nobody wrote so: a fifth of its letters. */
const NEAR = 0.2

/** Terms with where they stand, looked up by the whole, by how they begin and by what is near. */
export class Terms {
  readonly #terms: readonly string[]
  readonly #places: readonly string[]
  readonly #usual: number
  readonly #known = new Map<number, Places>()

  constructor({ terms, places }: PackedTerms, usual: number) {
    this.#terms = terms === '' ? [] : terms.split(' ')
    this.#places = places.split(' ')
    this.#usual = usual
  }

  has(term: string): boolean {
    return this.#terms[this.#from(term)] === term
  }

  places(term: string): Places | undefined {
    const at = this.#from(term)
    if (this.#terms[at] !== term) return undefined
    const found = this.#known.get(at) ?? unpacked(this.#places[at] as string, this.#usual)
    this.#known.set(at, found)
    return found
  }

  /** Longer terms with this beginning. */
  beginning(term: string): readonly string[] {
    const found: string[] = []
    for (let at = this.#from(term); this.#terms[at]?.startsWith(term); at++)
      if (this.#terms[at] !== term) found.push(this.#terms[at] as string)
    return found
  }

  /** In the order of their letters. */
  get all(): readonly string[] {
    return this.#terms
  }

  /** Terms of nearly the same letters. */
  near(term: string): readonly string[] {
    return nearIn(this.#terms, term)
  }

  /** The place of the first term that is not before this one. */
  #from(term: string): number {
    let [low, high] = [0, this.#terms.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#terms[middle] as string) < term) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Words by how they sound. */
export function bySound(words: readonly string[], soundOf: (word: string) => string): ReadonlyMap<string, readonly string[]> {
  const heard = new Map<string, string[]>()
  for (const word of words) {
    const sound = soundOf(word)
    const known = heard.get(sound)
    if (known) known.push(word)
    else heard.set(sound, [word])
  }
  return heard
}

/** Other words of nearly the same letters. */
export function nearIn(words: readonly string[], word: string): readonly string[] {
  const most = Math.round(word.length * NEAR)
  const letters = lettersOf(word)
  return words.filter(
    (other) =>
      Math.abs(other.length - word.length) <= most &&
      other !== word &&
      // A letter more or less, or another, is at most two that only one of them has: few words are left to be measured.
      bits(letters ^ lettersOf(other)) <= 2 * most &&
      editDistance(word, other) <= most,
  )
}

/** The letters of a word as a set: a bit for each. */
function lettersOf(word: string): number {
  let set = 0
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31)
  return set
}

function bits(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count++
  return count
}
