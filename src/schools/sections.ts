import { type Bag, bagOf, dice } from '../compare/index.js'
import type { SchoolClause } from './types.js'

interface Placed {
  readonly policy: number
  readonly clause: SchoolClause
  readonly bags: readonly Bag[]
}

/** All that is said under the same headings: each term with its greatest weight there. */
export class Section {
  readonly #terms = new Map<number, number>()
  #bag: Bag | undefined

  add({ ids, weights, from, to }: Bag): void {
    for (let at = from; at < to; at++) {
      const id = ids[at] as number
      this.#terms.set(id, Math.max(this.#terms.get(id) ?? 0, weights[at] as number))
    }
  }

  get bag(): Bag {
    if (this.#bag) return this.#bag
    const ids = Int32Array.from(this.#terms.keys()).sort()
    const weights = Float32Array.from(ids, (id) => this.#terms.get(id) as number)
    this.#terms.clear()
    this.#bag = bagOf(ids, weights)
    return this.#bag
  }
}

/** How alike sections are. They are long, and their sentences ask for it again and again: what was asked of one section last is known. */
export class SectionLikeness {
  #of: Section | undefined
  readonly #known = new Map<Section, number>()

  /** Shared weight as a share of all. */
  between(one: Section, other: Section): number {
    if (this.#of !== one) {
      this.#of = one
      this.#known.clear()
    }
    const known = this.#known.get(other)
    if (known !== undefined) return known
    const found = dice(one.bag, other.bag)
    this.#known.set(other, found)
    return found
  }
}

/** The section of each sentence, in their order. */
export function sections(sentences: readonly Placed[]): readonly Section[] {
  const made = new Map<string, Section>()
  return sentences.map(({ policy, clause, bags }) => {
    const key = `${policy}|${clause.sections.join('|')}`
    const section = made.get(key) ?? new Section()
    made.set(key, section)
    for (const bag of bags) section.add(bag)
    return section
  })
}
