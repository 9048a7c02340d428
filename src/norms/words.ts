import { remembered } from '../language/index.js'
import { type Lexicon, lexiconOf, type WordClass } from './lexicon.js'

/** A word or mark of a sentence with all it can be. A phrase stands at its first word; its other words keep only what they are alone. */
export interface Word {
  /** In lower case. */
  readonly key: string
  /** UTF-16 offsets in the sentence, those of the whole phrase where it begins one. */
  readonly from: number
  readonly to: number
  readonly is: ReadonlySet<WordClass>
  /** Begins with a capital. */
  readonly capital: boolean
}

const WORD = /['’]s(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*|[^\s]/gu
const NONE: ReadonlySet<WordClass> = new Set()
/** Letters of a word that is more than its ending. */
const STEM = 3
/** Letters of an ending, at most: a word without end is not looked at from every letter. */
const LONGEST_ENDING = 24

/** Sentences whose words are kept: one is asked for its norms, who decides by it, what is to be done at once. */
const LATELY = 1_000

/** The words and marks of a sentence; one pass, and a look at the few phrases that begin with each word. */
export const wordsIn = remembered((text, lang): readonly Word[] => read(text, lexiconOf(lang)), LATELY)

function read(text: string, lexicon: Lexicon): readonly Word[] {
  const found: { -readonly [K in keyof Word]: Word[K] }[] = []
  for (const { 0: written, index: from } of text.matchAll(WORD)) {
    const key = written.toLowerCase().replaceAll('’', "'")
    found.push({ key, from, to: from + written.length, is: NONE, capital: key[0] !== written[0] })
  }
  let inside = 0
  for (const [at, word] of found.entries()) {
    let is = classesOf(word.key, lexicon.lang)
    const phrase = lexicon.phrases.get(word.key)?.find(({ words }) => words.every((part, n) => found[at + n]?.key === part))
    if (phrase) {
      // "Niet alleen" is no "niet" and no "alleen"; "dient het" would still be a "dient".
      is = phrase.of.has('neither') ? phrase.of : new Set([...is, ...phrase.of])
      word.to = found[at + phrase.words.length - 1]?.to ?? word.to
      if (phrase.of.has('neither')) inside = Math.max(inside, at + phrase.words.length)
    } else if (at < inside || (found[at - 1]?.key === 'te' && is.has('can'))) is = NONE
    word.is = is
  }
  return found
}

/** What a word can be by itself: as the lexicon has it, else by its form. */
const classesOf = remembered((key, lang): ReadonlySet<WordClass> => {
  const lexicon = lexiconOf(lang)
  return lexicon.words.get(key) ?? byForm(key, lexicon)
})

const ACTOR: ReadonlySet<WordClass> = new Set(['actor'])

const THIRD: ReadonlySet<WordClass> = new Set(['third'])

function byForm(key: string, { actorEndings, actorLetters, words, verbSecond }: Lexicon): ReadonlySet<WordClass> {
  // A verb in the third person, of those that stand in the lexicon as orders: "reports".
  if (!verbSecond && key.endsWith('s') && words.get(key.slice(0, -1))?.has('order')) return THIRD
  if (words.get(key)?.has('noActor') || (verbSecond && /^ge.*[dt]$/.test(key))) return NONE
  if (!actorLetters.has(key.slice(-2))) return NONE
  for (let at = Math.max(STEM, key.length - LONGEST_ENDING); at <= key.length - 2; at++) {
    // "Klachtenregeling" is a regeling and nobody, though it ends as "leerling" does.
    if (verbSecond && words.get(key.slice(at))?.has('noActor')) return NONE
    if (actorEndings.has(key.slice(at))) return ACTOR
  }
  return NONE
}

export const isMark = ({ key }: Word): boolean => !/[\p{L}\p{N}]/u.test(key)
