import { lexiconOf, mattersOf } from '../language/kindred/index.js'
import type { Language } from '../model/index.js'
import { matterTerm } from './query.js'
import type { MatterData } from './search-data.js'

/** A matter that a clause speaks of this surely is what it is about; with less it only touches it. */
const SURE = 0.5

/** Reads what clauses speak of, as terms of an index; and at the end gives what is needed to understand a question in the same way. */
export class SearchMatters {
  readonly #lang: Language
  readonly #numbers: ReadonlyMap<string, number>
  readonly #present = new Set<number>()

  constructor(lang: Language) {
    this.#lang = lang
    this.#numbers = new Map([...lexiconOf(lang).groups.keys()].map((name, index) => [name, index]))
  }

  /** The words of a clause and the titles above it: what only a title speaks of is touched. */
  read(text: string, titles: string): { readonly matters: string; readonly touched: string } {
    const weights = new Map([...mattersOf(titles, this.#lang).keys()].map((name) => [name, 0]))
    for (const [name, weight] of mattersOf(text, this.#lang)) weights.set(name, weight)
    const found = [...weights].map(([name, weight]) => ({ at: this.#number(name), weight }))
    for (const { at } of found) this.#present.add(at)
    const terms = (which: typeof found) => which.map(({ at }) => matterTerm(at)).join(' ')
    return {
      matters: terms(found.filter(({ weight }) => weight >= SURE)),
      touched: terms(found.filter(({ weight }) => weight < SURE)),
    }
  }

  data(): MatterData {
    const { singles, expressions } = lexiconOf(this.#lang)
    const isUseful = (name: string) => [this.#number(name), ...this.#wider(name)].some((at) => this.#present.has(at))
    const useful = [...singles]
      .map(([stem, of]) => [stem, [...new Set(of.map(({ group }) => group))].filter(isUseful)] as const)
      .filter(([, names]) => names.length > 0)
    const wider = [...this.#numbers].map(
      ([name, at]) => [at, this.#wider(name).filter((each) => this.#present.has(each))] as const,
    )
    return {
      words: Object.fromEntries(useful.map(([stem, names]) => [stem, names.map((name) => this.#number(name))])),
      expressions: [...expressions.values()]
        .flat()
        .filter(({ group }) => isUseful(group))
        .map(({ group, stems }) => [stems, this.#number(group)]),
      wider: Object.fromEntries(wider.filter(([, matters]) => matters.length > 0)),
    }
  }

  #number(name: string): number {
    return this.#numbers.get(name) as number
  }

  #wider(name: string): readonly number[] {
    const group = lexiconOf(this.#lang).groups.get(name)
    return [...(group?.kindOf ?? []), ...(group?.speaksOf ?? [])].map((each) => this.#number(each))
  }
}
