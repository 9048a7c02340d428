import { isFunctionWord, isVerbSecond, onceFor, stem } from '../language/index.js'
import type { Language } from '../model/index.js'
import { LETTERS, type MatterTables, type Phrase } from './matter-tables.js'
import made from './matter-tables.made.js'

/** What is known of a language, to be looked up. */
interface Entries {
  readonly stems: ReadonlyMap<string, readonly string[]>
  readonly beginnings: ReadonlyMap<string, readonly (readonly [part: string, matter: string])[]>
  readonly endings: Entries['beginnings']
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
}

const entriesOf = onceFor((lang: Language): Entries => {
  const { stems, beginnings, endings, phrases } = JSON.parse(made[lang]) as MatterTables
  return { stems: new Map(stems), beginnings: new Map(beginnings), endings: new Map(endings), phrases: new Map(phrases) }
})

/** What is looked up of a folded word. */
interface Read {
  readonly stem: string
  /** Phrases that it begins. */
  readonly phrases: readonly Phrase[]
  /** What it speaks of by itself. */
  readonly matters: readonly string[]
}
const NONE: readonly Phrase[] = []

/** The shortest part of a compound that is looked for among the words of matters. */
const SHORTEST = 5
/** Small words that may stand between the words of a phrase. */
const GAP = 2

/** Finds the matters that words speak of: what any organisation rules on, whatever the subject. */
export class MatterReader {
  readonly #lang: Language
  readonly #entries: Entries
  readonly #ofWord: (word: string) => Read

  constructor(lang: Language) {
    this.#lang = lang
    this.#entries = entriesOf(lang)
    this.#ofWord = onceFor((word) => this.#read(word))
  }

  /** Each matter of folded words in a row, and how surely, 0 to 1: a word that stands under several says less of each. */
  read(words: readonly string[]): ReadonlyMap<string, number> {
    const found = new Map<string, number>()
    const add = (matter: string, share: number): void => void found.set(matter, Math.max(share, found.get(matter) ?? 0))
    const read = words.map(this.#ofWord)
    for (const [at, { phrases, matters }] of read.entries()) {
      for (const { stems: wanted, matter } of phrases) if (follows(wanted, read, words, at)) add(matter, 1)
      for (const matter of matters) add(matter, 1 / Math.sqrt(matters.length))
    }
    return found
  }

  #read(word: string): Read {
    const own = stem(word, this.#lang)
    return { stem: own, phrases: this.#entries.phrases.get(own) ?? NONE, matters: this.#find(word, own) }
  }

  #find(word: string, own: string): readonly string[] {
    const { stems, beginnings, endings } = this.#entries
    const found = new Set(stems.get(own))
    for (const [part, matter] of beginnings.get(word.slice(0, LETTERS)) ?? []) if (word.startsWith(part)) found.add(matter)
    for (const [part, matter] of endings.get(word.slice(-LETTERS)) ?? []) if (word.endsWith(part)) found.add(matter)
    // "Verzuimregistratie" is about absence and about registering.
    if (found.size === 0 && isVerbSecond({ lang: this.#lang }))
      for (let at = SHORTEST; at <= word.length - SHORTEST && at <= LONGEST; at++)
        for (const part of [word.slice(0, at), word.slice(at)])
          for (const matter of stems.get(stem(part, this.#lang)) ?? []) found.add(matter)
    return [...found]
  }
}

/** A word without end is not parted everywhere. */
const LONGEST = 24

/** Whether a phrase begins at a word; small words may stand in between. */
function follows(wanted: readonly string[], read: readonly Read[], words: readonly string[], from: number): boolean {
  let at = from
  return wanted.every((part, n) => {
    if (n === 0) return true
    for (let gap = 0; gap <= GAP; gap++) {
      at++
      if (read[at]?.stem === part) return true
      if (!isFunctionWord(words[at] ?? '')) return false
    }
    return false
  })
}
