import { compoundParts, onceFor, stem, wordsOf } from '../language/index.js'
import { LANGUAGES, type Language } from '../model/index.js'
import type { OwnNames } from './names.js'
import { conceptTerm, type Vocabulary } from './vocabulary.js'

/** Part of a term's weight that a piece of a compound or a phrase has. */
export const PIECE = 0.5
/** The same for a word of a phrase: less, because the phrase says what it means there. */
const PHRASE_PIECE = 0.4
/** Small words that may stand between the words of a phrase. */
const PHRASE_GAP = 3
/** The shortest half of a compound; shorter ones are endings more often than words. */
const SHORTEST_HALF = 4

export interface TextTerms {
  /** Term to its factor: 1, or `PIECE` for a piece. */
  readonly terms: ReadonlyMap<string, number>
  /** Terms in reading order, each word once: for shared phrases. */
  readonly sequence: readonly string[]
  /** All words, folded, small ones and names too. */
  readonly words: readonly string[]
}

/** What is looked up of a folded word. */
interface WordRead {
  readonly stem: string
  readonly isSmall: boolean
  /** Phrases of the vocabulary that it begins, the longest first. */
  readonly phrases: readonly { readonly stems: readonly string[]; readonly concept: string }[]
  /** Its terms, each with its factor; a small word has none. */
  readonly pieces: readonly (readonly [term: string, factor: number])[]
}
/** What stands in the place of an own name. */
const NAME: WordRead = { stem: '', isSmall: false, phrases: [], pieces: [] }

/** Turns text into terms: concepts of the vocabulary, else stems, own names into the concept `school`. */
export class TermReader {
  readonly #vocabularies: Readonly<Record<Language, Vocabulary | undefined>>
  readonly #lexicon: ReadonlySet<string>
  readonly #words = {} as Record<Language, (word: string) => WordRead>

  /** `lexicon`: every word that occurs, folded; a compound is parted only into words that occur by themselves. */
  constructor(vocabularies: Readonly<Record<Language, Vocabulary | undefined>>, lexicon: ReadonlySet<string>) {
    this.#vocabularies = vocabularies
    this.#lexicon = lexicon
    for (const lang of LANGUAGES) {
      this.#words[lang] = onceFor((word) => this.#read(word, lang, vocabularies[lang]))
    }
  }

  read(text: string, lang: Language, names: OwnNames): TextTerms {
    const vocabulary = this.#vocabularies[lang]
    const all = wordsOf(text)
    const words = withoutNames(all, names)
    const found = words.map(this.#words[lang])
    const terms = new Map<string, number>()
    const sequence: string[] = []
    const add = (term: string, factor: number): void => {
      terms.set(term, Math.max(factor, terms.get(term) ?? 0))
    }
    let end = 0
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as string
      if (word === '') {
        add(conceptTerm('school'), 1)
        if (sequence.at(-1) !== conceptTerm('school')) sequence.push(conceptTerm('school'))
        continue
      }
      const { phrases, pieces } = found[i] as WordRead
      const phrase = vocabulary && phrases.length > 0 ? phraseAt(i, found, phrases) : undefined
      if (phrase) {
        add(phrase.concept, 1)
        if (sequence.at(-1) !== phrase.concept) sequence.push(phrase.concept)
        end = Math.max(end, phrase.end)
      }
      const inPhrase = i < end
      for (const [term, factor] of pieces) add(term, inPhrase ? factor * PHRASE_PIECE : factor)
      if (!inPhrase && pieces[0]) sequence.push(pieces[0][0])
    }
    return { terms, sequence, words: all }
  }

  #read(word: string, lang: Language, vocabulary: Vocabulary | undefined): WordRead {
    if (word === '') return NAME
    const isSmall = vocabulary?.stopwords.has(word) ?? false
    const own = stem(word, lang)
    return {
      stem: own,
      isSmall,
      phrases: vocabulary?.phrases.get(own) ?? NAME.phrases,
      pieces: isSmall || word.length < 2 ? NAME.pieces : this.#termsOf(word, lang, vocabulary),
    }
  }

  #termsOf(word: string, lang: Language, vocabulary: Vocabulary | undefined): WordRead['pieces'] {
    const whole = stem(word, lang)
    const concept = vocabulary?.words.get(word) ?? vocabulary?.concepts.get(whole)
    if (concept !== undefined) return [[concept, 1]]
    const halves = this.#halves(word, lang, vocabulary)
    return halves.length > 0 ? [[whole, PIECE], ...halves.map((half) => [half, PIECE] as const)] : [[whole, 1]]
  }

  /** The two words of a compound, as far as they say something. */
  #halves(word: string, lang: Language, vocabulary: Vocabulary | undefined): string[] {
    const isWord = (half: string) => this.#isWord(half, lang, vocabulary)
    const halves = compoundParts(word, lang, isWord) ?? []
    return halves.filter((half) => !vocabulary?.stopwords.has(half)).map((half) => this.#concept(half, lang, vocabulary))
  }

  #isWord(word: string, lang: Language, vocabulary: Vocabulary | undefined): boolean {
    return word.length >= SHORTEST_HALF && (this.#lexicon.has(word) || vocabulary?.concepts.has(stem(word, lang)) === true)
  }

  #concept(word: string, lang: Language, vocabulary: Vocabulary | undefined): string {
    const key = stem(word, lang)
    return vocabulary?.concepts.get(key) ?? key
  }
}

/** The words with an empty one in the place of every own name. */
function withoutNames(words: readonly string[], names: OwnNames): string[] {
  const found: string[] = []
  for (let i = 0; i < words.length; i++) {
    const phrase = names.phrases.find((name) => name.every((word, n) => words[i + n] === word))
    if (phrase) i += phrase.length - 1
    found.push(phrase || names.words.has(words[i] as string) ? '' : (words[i] as string))
  }
  return found
}

/** The concept of the longest phrase that starts at word `i`; small words may stand in between. */
function phraseAt(
  i: number,
  words: readonly WordRead[],
  phrases: WordRead['phrases'],
): { concept: string; end: number } | undefined {
  for (const { stems: wanted, concept } of phrases) {
    let at = i
    const fits = wanted.every((part, n) => {
      if (n === 0) return true
      for (let gap = 0; gap <= PHRASE_GAP; gap++) {
        at++
        if (words[at]?.stem === part) return true
        if (!words[at]?.isSmall) return false
      }
      return false
    })
    if (fits) return { concept, end: at + 1 }
  }
  return undefined
}
