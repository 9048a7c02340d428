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
    const phrase = phraseAt(found, at, lexicon)
    if (phrase) {
      // "Niet alleen" is no "niet" and no "alleen"; "dient het" would still be a "dient".
      is = phrase.of.has('neither') ? phrase.of : new Set([...is, ...phrase.of])
      word.to = found[phrase.last]?.to ?? word.to
      if (phrase.of.has('neither')) inside = Math.max(inside, phrase.last + 1)
    } else if (at < inside || isMonth(word, at) || (found[at - 1]?.key === 'te' && is.has('can'))) is = NONE
    word.is = is
  }
  return found
}

/** "Revised in May" is a month. */
const isMonth = ({ key, capital }: Word, at: number): boolean => key === 'may' && capital && at > 0

/** Words in the gap of a phrase of two parts: "laat elke toespeling op de uitslag achterwege". */
const GAP = 7

/** The longest phrase that begins at a word, and the index of its last word. */
function phraseAt(
  words: readonly Word[],
  at: number,
  { phrases }: Lexicon,
): { readonly of: ReadonlySet<WordClass>; readonly last: number } | undefined {
  for (const { words: parts, of } of phrases.get((words[at] as Word).key) ?? []) {
    const last = endOf(parts, words, at)
    if (last !== undefined) return { of, last }
  }
  return undefined
}

/** Where a phrase ends that begins at a word; at its `~` a few words may stand between, and no mark. */
function endOf(parts: readonly string[], words: readonly Word[], from: number): number | undefined {
  let at = from
  for (const [n, part] of parts.entries()) {
    if (part === '~') {
      const near = words.slice(at, at + GAP)
      const mark = near.findIndex(isMark)
      const next = (mark < 0 ? near : near.slice(0, mark)).findIndex(({ key }) => key === parts[n + 1])
      if (next < 0) return undefined
      at += next
    } else if (words[at]?.key === part) at++
    else return undefined
  }
  return at - 1
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
  if (
    words.get(key)?.has('noActor') ||
    (!verbSecond && key.endsWith('s') && words.get(key.slice(0, -1))?.has('noActor')) ||
    (verbSecond && /^ge.*[dt]$/.test(key))
  )
    return NONE
  if (!actorLetters.has(key.slice(-2))) return NONE
  for (let at = Math.max(STEM, key.length - LONGEST_ENDING); at <= key.length - 2; at++) {
    // "Klachtenregeling" is a regeling and nobody, though it ends as "leerling" does.
    if (verbSecond && words.get(key.slice(at))?.has('noActor')) return NONE
    if (actorEndings.has(key.slice(at))) return ACTOR
  }
  return NONE
}

export const isMark = ({ key }: Word): boolean => !/[\p{L}\p{N}]/u.test(key)
