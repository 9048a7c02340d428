import files from '../../templates/language/grammar/*.yaml'
import { LANGUAGES, type Language } from '../model/index.js'
import { byLanguage, listed } from './data.js'
import { onceFor } from './patterns.js'

/** What small words do in a sentence: each a list of words in `templates/language/grammar/`, whose comments say what it is. A test holds the files to this. */
export const WORD_CLASSES = [
  'the',
  'a',
  'one',
  'each',
  'any',
  'all',
  'some',
  'both',
  'no',
  'other',
  'another',
  'same',
  'his',
  'own',
  'our',
  'this',
  'that',
  'quantity',
  'he',
  'unstressed',
  'it',
  'neuter',
  'anyone',
  'him',
  'ofThem',
  'you',
  'me',
  'is',
  'be',
  'was',
  'been',
  'becomesOne',
  'becomes',
  'became',
  'hasOne',
  'has',
  'do',
  'may',
  'mayMany',
  'need',
  'would',
  'holds',
  'stays',
  'not',
  'never',
  'neither',
  'nobody',
  'only',
  'solely',
  'even',
  'also',
  'always',
  'and',
  'or',
  'but',
  'nor',
  'if',
  'when',
  'once',
  'where',
  'unless',
  'provided',
  'clauseTime',
  'because',
  'as',
  'who',
  'whom',
  'which',
  'what',
  'whereof',
  'whereofParts',
  'pointing',
  'thereupon',
  'foregoing',
  'of',
  'by',
  'to',
  'with',
  'without',
  'within',
  'before',
  'after',
  'between',
  'for',
  'from',
  'content',
  'ofActs',
  'limit',
  'names',
  'places',
  'owned',
  'beforeHis',
  'preposition',
  'events',
  'betweenNouns',
  'ofNoun',
  'outOf',
  'parted',
  'goals',
  'leads',
  'beforeList',
  'opensRow',
  'leftOut',
  'occasion',
  'period',
  'often',
  'manner',
  'saidManner',
  'freeOf',
  'counted',
  'workdays',
  'together',
  'respectively',
  'then',
  'ranked',
  'container',
  'following',
  'provisions',
  'toldIn',
  'parts',
  'whole',
  'near',
  'results',
  'tells',
  'moments',
  'holdsBoth',
  'stressed',
  'manyPersons',
  'declares',
  'acting',
  'purpose',
  'atLeast',
  'least',
  'lasting',
  'opensRelative',
  'gets',
  'owns',
  'actOpeners',
  'spanFrom',
  'spanTo',
  'spanLasts',
  'actsBehind',
  'toWhom',
  'endsAsVerb',
  'manyOf',
  'particles',
  'gives',
  'asks',
  'sameForms',
  'placeOrTime',
  'auxiliaryBefore',
  'asSoonAs',
  'introduces',
  'place',
  'afterNoun',
  'keepsThat',
  'comparing',
  'shortened',
  'onlyBehind',
  'bounding',
  'lightVerbs',
  'whoever',
  'happens',
  'clauseWords',
  'closed',
  'finiteTwo',
  'subordinators',
  'opensSubject',
  'separatedBy',
  'infinitive',
  'fused',
  'conditionVerbs',
  'states',
  'lastDay',
  'hour',
  'beforeHour',
  'asksHour',
  'afterHour',
  'hourRange',
  'noon',
  'morning',
  'afternoon',
  'evening',
  'asksDay',
  'goesOn',
  'ageFrom',
  'startingPoint',
  'records',
  'during',
  'ofWhole',
  'ofThat',
  'opensLength',
  'closesLength',
  'paragraph',
  'point',
  'runsFrom',
  'perUnit',
  'years',
  'aged',
  'otherThan',
  'than',
  'comparison',
  'parentOrOlder',
  'grows',
  'standsFor',
  'someoneWho',
  'aFew',
  'whichOf',
  'alone',
  'stateVerbs',
  'sharedThing',
  'whatOf',
  'endures',
  'mayBeThing',
  'duty',
  'allows',
  'required',
  'hourBefore',
  'numbered',
  'hourUnit',
  'supposes',
  'mayBe',
  'behindSupposed',
  'knownThing',
  'behindThing',
  'wholes',
  'halfPast',
  'quarterHour',
  'pastHour',
  'toHour',
  'inPart',
  'however',
  'placed',
  'leftSo',
  'atTurn',
  'turns',
] as const
export type WordClass = (typeof WORD_CLASSES)[number]

/** How sentences are built, words inflected and compounds written, by the language whose grammar a language follows in it. */
export const SENTENCES = ['verb-second', 'subject-first'] as const

export type GrammarData = Readonly<Record<WordClass, string>> & {
  readonly lang: Language
  readonly sentences: (typeof SENTENCES)[number]
}

/** The small words of each language. */
export const grammar = byLanguage<GrammarData>(files)
/**
 * Asks whether a word, in lower case, is of one of these classes in a language. Each language is asked for its own words alone: "of" is a
 * preposition in English and a conjunction in Dutch.
 */
export function oneOf(...classes: readonly WordClass[]): (word: string | undefined, of: { readonly lang: Language }) => boolean {
  const words = onceFor((lang: Language) => new Set(classes.flatMap((each) => listed(grammar[lang][each]))))
  return (word, { lang }) => word !== undefined && words(lang).has(word)
}

/**
 * Whether the finite verb of a sentence stands second and its others at the end, and verbs end as in Dutch; else who acts stands first, as in
 * English.
 */
export const isVerbSecond = ({ lang }: { readonly lang: Language }): boolean => grammar[lang].sentences === 'verb-second'

/** The words of classes in a language, as the source of a pattern. */
export const wordsIn = (lang: Language, ...classes: readonly WordClass[]): string =>
  classes.flatMap((each) => listed(grammar[lang][each])).join('|')

/** The words of classes in all languages, as the source of a pattern: for what is read before anybody knows its language. */
export const wordsOfAll = (...classes: readonly WordClass[]): string =>
  [...new Set(LANGUAGES.flatMap((lang) => classes.flatMap((each) => listed(grammar[lang][each]))))].join('|')

/** The first word of a class: the one that others of it are read as. */
export const firstOf = (name: WordClass, { lang }: { readonly lang: Language }): string => listed(grammar[lang][name])[0] ?? ''

/** Asks what stands with a word in a class of pairs, `if=unless`. */
export function pairsOf(name: WordClass): (word: string, of: { readonly lang: Language }) => string | undefined {
  const pairs = onceFor(
    (lang: Language) => new Map(listed(grammar[lang][name]).map((pair) => pair.split('=') as [string, string])),
  )
  return (word, { lang }) => pairs(lang).get(word)
}

const subjectOf = pairsOf('acting')

/** A pronoun as it acts, of one that is acted on: him, he. Any other word as it is. */
export const asSubject = (word: string, of: { readonly lang: Language }): string => subjectOf(word, of) ?? word

/** Whether a word begins with one of a class, and goes on. */
export const startsWithOneOf = (name: WordClass): ((word: string, of: { readonly lang: Language }) => boolean) => {
  const starts = new Map(LANGUAGES.map((lang) => [lang, listed(grammar[lang][name])]))
  return (word, { lang }) => starts.get(lang)?.some((start) => word.length > start.length && word.startsWith(start)) === true
}
