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
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const foreign = FOREIGN_TEXTS / (models.length - LANGUAGES.length)
  const before = (name: string) => (LANGUAGES.includes(name as Language) ? (1 - FOREIGN_TEXTS) / LANGUAGES.length : foreign)
  return new Map(
    models.map(({ name, rare, lists }) => {
      let likely = Math.log(before(name)) + words.length * rare
      for (const { known, gain } of lists) for (const word of known) likely += gain * (counts.get(word) ?? 0)
      return [name, likely]
    }),
  )
}

interface Model {
  readonly name: string
  /** The logarithm of how likely a word that is in no list is there. */
  readonly rare: number
  /** Words that are known of it, and how much likelier than a rare one each is. */
  readonly lists: readonly { readonly known: ReadonlySet<string>; readonly gain: number }[]
}
let models: readonly Model[] | undefined

/** Lists and the share of a text they have; of the words of a list, each is as likely as the next. */
type Lists = readonly (readonly [words: ReadonlySet<string>, share: number])[]

function createModels(): readonly Model[] {
  const own = LANGUAGES.map((lang) => [lang, new Set(listed(knowledge[lang].functionWords))] as const)
  const foreign = Object.entries(others as Readonly<Record<string, string>>).map(
    ([name, list]) => [name, new Set(listed(list))] as const,
  )
  const all = new Set<string>()
  for (const [, words] of [...own, ...foreign]) for (const word of words) all.add(word)
  const modelOf = (name: string, parts: Lists): Model => {
    const rare = Math.log((1 - sum(parts.map(([, share]) => share))) * RARE)
    return { name, rare, lists: parts.map(([known, share]) => ({ known, gain: Math.log(share / known.size) - rare })) }
  }
  return [
    ...own.map(([lang, words]) =>
      modelOf(lang, [
        [words, SMALL_SHARE],
        [knownWords(lang, words), KNOWN_SHARE],
      ]),
    ),
    ...foreign.map(([name, words]) => modelOf(name, [[words, SMALL_SHARE]])),
    modelOf(UNLISTED, [[all, CHANCE_SHARE]]),
  ]
}

/** Every other word that is known of a language. */
function knownWords(lang: Language, small: ReadonlySet<string>): ReadonlySet<string> {
  const { lightWords, numbers, months, weekdays, scope, swaps, modals, negation, periods, dayKinds, persons, roles } =
    knowledge[lang]
  const rows = [months, weekdays, scope, swaps, modals, negation, periods, dayKinds, persons, roles].flat()
  const words = [lightWords, numbers.units, numbers.tens, ...rows].flatMap(listed).map((word) => word.toLowerCase())
  return new Set(words.filter((word) => !small.has(word)))
}
