import files from '../../templates/norms/*.yaml'
import { byLanguage, isVerbSecond, roleWords } from '../language/index.js'
import type { Language } from '../model/index.js'

/** What a word or phrase can do in a sentence: the keys of `templates/norms/nl.yaml`, which explains them. */
const WORD_CLASSES = [
  'negation',
  'only',
  'neither',
  'must',
  'ought',
  'may',
  'can',
  'need',
  'should',
  'will',
  'allowed',
  'possible',
  'forbidden',
  'required',
  'expected',
  'advised',
  'asked',
  'askedTo',
  'entitled',
  'unneeded',
  'actor',
  'actorEndings',
  'noActor',
  'anybody',
  'served',
  'receiving',
  'document',
  'state',
  'dutiful',
  'descriptive',
  'conduct',
  'exempt',
  'refusing',
  'narrowed',
  'decision',
  'made',
  'decides',
  'decided',
  'takes',
  'of',
  'concerning',
  'atOnce',
  'near',
  'often',
  'by',
  'toward',
  'at',
  'place',
  'placeEndings',
  'apart',
  'unnamed',
  'free',
  'kept',
  'describing',
  'happens',
  'limit',
  'bound',
  'quota',
  'says',
  'past',
  'was',
  'recital',
  'defining',
  'rests',
  'indefinite',
  'perhaps',
  'order',
  'avoid',
  'aims',
  'access',
  'effect',
  'burden',
  'instead',
  'condition',
  'proviso',
  'strict',
  'exception',
  'unless',
  'aside',
  'with',
  'narrow',
  'consent',
  'like',
  'asking',
  'then',
  'but',
  'and',
  'copula',
  'passive',
  'to',
  'determiner',
  'noVerb',
] as const
/** `third` stands in no list: an English verb in the third person, of those that stand there as orders. */
export type WordClass = (typeof WORD_CLASSES)[number] | 'third'

/** A list of words and phrases, or words apart by blanks. */
type Entries = readonly string[] | string

const listOf = (entries: Entries): readonly string[] => (typeof entries === 'string' ? entries.split(/\s+/) : entries)

interface Phrase {
  /** In order; at a `~` other words may stand between: "staat ~ vrij". */
  readonly words: readonly string[]
  readonly of: ReadonlySet<WordClass>
}

export interface Lexicon {
  readonly lang: Language
  /** Whether its sentences are built as Dutch ones: see `isVerbSecond`. */
  readonly verbSecond: boolean
  readonly words: ReadonlyMap<string, ReadonlySet<WordClass>>
  /** By their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  /** Endings of names of persons. */
  readonly actorEndings: ReadonlySet<string>
  /** Endings of words for a place. */
  readonly placeEndings: readonly string[]
  /** The last two letters of those: few words end so, and no other has such an ending. */
  readonly actorLetters: ReadonlySet<string>
}

/** Letters from which a word is found at the end of a compound: "verzuimcoördinator". */
const COMPOUND = 5

type NormsData = Readonly<Record<(typeof WORD_CLASSES)[number], Entries>>

function compile(lang: Language, data: NormsData): Lexicon {
  const words = new Map<string, Set<WordClass>>()
  const phrases = new Map<string, { words: readonly string[]; of: Set<WordClass> }[]>()
  for (const of of WORD_CLASSES) {
    const entries = [...listOf(data[of]), ...(of === 'actor' ? roleWords(lang) : [])]
    for (const entry of entries) {
      const parts = entry.split(' ').filter((part) => part !== '')
      const [first] = parts
      if (first === undefined) continue
      if (parts.length === 1) words.set(first, (words.get(first) ?? new Set()).add(of))
      else {
        const known = phrases.get(first) ?? []
        const same = known.find(({ words: others }) => others.join(' ') === parts.join(' '))
        if (same) same.of.add(of)
        else phrases.set(first, [...known, { words: parts, of: new Set([of]) }])
      }
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  const verbSecond = isVerbSecond({ lang })
  // A compound ends in the word for a person.
  const persons = verbSecond ? [...words].flatMap(([word, is]) => (is.has('actor') && word.length >= COMPOUND ? [word] : [])) : []
  const endings = [...persons, ...listOf(data.actorEndings)]
  return {
    lang,
    verbSecond,
    words,
    phrases,
    actorEndings: new Set(endings),
    placeEndings: listOf(data.placeEndings),
    actorLetters: new Set(endings.map((ending) => ending.slice(-2))),
  }
}

const DATA = byLanguage<NormsData>(files)
const made = new Map<Language, Lexicon>()

/** What is known of a language: made when it is first asked for, for most commands ask for one or none. */
export function lexiconOf(lang: Language): Lexicon {
  const known = made.get(lang) ?? compile(lang, DATA[lang])
  made.set(lang, known)
  return known
}
