import others from '../../templates/language/guess.yaml'
import { LANGUAGES, type Language, maximum } from '../model/index.js'
import { knowledge, listed } from './data.js'

/** The language a text is in, as far as its words tell. */
export interface LanguageGuess {
  /** `other` for a text that is in neither language that is known here. */
  readonly language: Language | 'other'
  /** How sure that is, from 0 (no word tells) to 1. */
  readonly sureness: number
}

/** Letters a guess looks at: some twelve hundred words, ten times what every language is told from. Beyond them a text costs nothing more. */
export const GUESSED_LETTERS = 8_000
/** The share of running text that is small words of its language: in the rules of schools 0.35 to 0.5, in Dutch and in English. */
const SMALL_SHARE = 0.42
/** The share of the other words that are known of Dutch and English: roles, months, modal verbs, numbers. */
const KNOWN_SHARE = 0.12
/** The share of words, in a language that is not listed, that are spelled like one that is. */
const CHANCE_SHARE = 0.06
/** How likely any one of the other words of a language is: one of some twenty thousand that a text of rules is drawn from. */
const RARE = 1 / 20_000
/** How likely a text is in a language of which nothing is read yet: nearly all are in Dutch or English, the others share what is left. */
const FOREIGN_TEXTS = 0.1
/** As sure as this a text must be foreign to be called so. */
const FOREIGN = 0.9
/** Words without which too few small ones say nothing: a table of names and titles has few in any language. */
const FEWEST = 40

const WORD = /\p{L}[\p{L}\p{M}]*/gu
const LATIN = /^\p{Script=Latin}/u

/** Guesses the language of a text, in Markdown or plain words: that in which its words are the likeliest (naive Bayes). */
export function guessLanguage(text: string): LanguageGuess {
  const words = text.slice(0, GUESSED_LETTERS).normalize('NFC').toLowerCase().match(WORD) ?? []
  const latin = words.filter((word) => LATIN.test(word))
  if (latin.length * 2 < words.length) return { language: 'other', sureness: 1 }
  const likely = likelihoods(latin)
  const most = maximum(likely.values())
  const whole = sum([...likely.values()].map((each) => Math.exp(each - most)))
  const sureness = (name: string) => Math.exp((likely.get(name) ?? Number.NEGATIVE_INFINITY) - most) / whole
  const foreign = 1 - sum(LANGUAGES.map(sureness))
  const isTold = latin.length >= FEWEST || sureness(UNLISTED) < 1 - FOREIGN
  if (foreign > FOREIGN && isTold) return { language: 'other', sureness: foreign }
  const [language] = [...LANGUAGES].sort((a, b) => sureness(b) - sureness(a)) as [Language]
  return { language, sureness: sureness(language) }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const UNLISTED = 'unlisted'

/** The logarithm of how likely the words are in each language, and in one that is not listed. */
function likelihoods(words: readonly string[]): ReadonlyMap<string, number> {
  models ??= createModels()
  const { languages, gains } = models
  const foreign = FOREIGN_TEXTS / (languages.length - LANGUAGES.length)
  const before = (name: string) => (LANGUAGES.includes(name as Language) ? (1 - FOREIGN_TEXTS) / LANGUAGES.length : foreign)
  const found = languages.map(({ name, rare }) => Math.log(before(name)) + words.length * rare)
  // Most words are in no list, and cost no more than one look.
  for (const word of words) for (const { at, gain } of gains.get(word) ?? []) found[at] = (found[at] as number) + gain
  return new Map(languages.map(({ name }, at) => [name, found[at] as number]))
}

interface Models {
  /** The logarithm of how likely a word that is in no list is there. */
  readonly languages: readonly { readonly name: string; readonly rare: number }[]
  /** By word, how much likelier it is in the languages whose lists have it. */
  readonly gains: ReadonlyMap<string, readonly { readonly at: number; readonly gain: number }[]>
}
let models: Models | undefined

/** Lists and the share of a text they have; of the words of a list, each is as likely as the next. */
type Lists = readonly (readonly [words: ReadonlySet<string>, share: number])[]

function createModels(): Models {
  const own = LANGUAGES.map((lang) => [lang, new Set(listed(knowledge[lang].functionWords))] as const)
  const foreign = Object.entries(others as Readonly<Record<string, string>>).map(
    ([name, list]) => [name, new Set(listed(list))] as const,
  )
  const all = new Set([...own, ...foreign].flatMap(([, words]) => [...words]))
  const lists = new Map<string, Lists>([
    ...own.map(
      ([lang, words]) =>
        [
          lang,
          [
            [words, SMALL_SHARE],
            [knownWords(lang, words), KNOWN_SHARE],
          ],
        ] as const,
    ),
    ...foreign.map(([name, words]) => [name, [[words, SMALL_SHARE]]] as const),
    [UNLISTED, [[all, CHANCE_SHARE]]],
  ])
  const gains = new Map<string, { at: number; gain: number }[]>()
  const add = (word: string, entry: { at: number; gain: number }) => {
    const known = gains.get(word)
    if (known) known.push(entry)
    else gains.set(word, [entry])
  }
  const languages = [...lists].map(([name, parts], at) => {
    const rare = Math.log((1 - sum(parts.map(([, share]) => share))) * RARE)
    for (const [words, share] of parts) {
      const gain = Math.log(share / words.size) - rare
      for (const word of words) add(word, { at, gain })
    }
    return { name, rare }
  })
  return { languages, gains }
}

/** Every other word that is known of a language. */
function knownWords(lang: Language, small: ReadonlySet<string>): ReadonlySet<string> {
  const { lightWords, numbers, months, weekdays, scope, swaps, modals, negation, periods, dayKinds, persons, roles } =
    knowledge[lang]
  const rows = [months, weekdays, scope, swaps, modals, negation, periods, dayKinds, persons, roles].flat()
  const words = [lightWords, numbers.units, numbers.tens, ...rows].flatMap(listed).map((word) => word.toLowerCase())
  return new Set(words.filter((word) => !small.has(word)))
}
