import files from '../../templates/matters/*.yaml'
import { isFunctionWord, isVerbSecond, onceFor, stem, wordsOf } from '../language/index.js'
import type { Language } from '../model/index.js'

/** Words by the matter they speak of: the file of a language in `templates/matters/`. */
type MattersData = Readonly<Record<string, string>>

interface Entries {
  readonly stems: ReadonlyMap<string, readonly string[]>
  /** Words that begin or end so, each with its matter. */
  readonly beginnings: readonly (readonly [part: string, matter: string])[]
  readonly endings: readonly (readonly [part: string, matter: string])[]
  /** By their first stem. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
}

interface Phrase {
  readonly stems: readonly string[]
  readonly matter: string
}

function compile(lang: Language, data: MattersData): Entries {
  const stems = new Map<string, string[]>()
  const phrases = new Map<string, Phrase[]>()
  const [beginnings, endings]: [[string, string][], [string, string][]] = [[], []]
  for (const [matter, list] of Object.entries(data)) {
    for (const entry of list.split(',').map((each) => each.trim())) {
      const parts = wordsOf(entry).map((word) => stem(word, lang))
      const [first = ''] = parts
      if (entry.endsWith('*')) beginnings.push([entry.slice(0, -1), matter])
      else if (entry.startsWith('*')) endings.push([entry.slice(1), matter])
      else if (parts.length > 1) phrases.set(first, [...(phrases.get(first) ?? []), { stems: parts, matter }])
      else stems.set(first, [...new Set([...(stems.get(first) ?? []), matter])])
    }
  }
  return { stems, beginnings, endings, phrases }
}

const OURS = files as Partial<Record<Language, MattersData>>
const entriesOf = onceFor((lang: Language): Entries => compile(lang, OURS[lang] ?? {}))

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
    for (const [part, matter] of beginnings) if (word.startsWith(part)) found.add(matter)
    for (const [part, matter] of endings) if (word.endsWith(part)) found.add(matter)
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
