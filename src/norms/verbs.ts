import type { WordClass } from './lexicon.js'
import type { Word } from './words.js'

export const has = (word: Word | undefined, of: WordClass): boolean => word?.is.has(of) ?? false

export const isModal = (word: Word | undefined): boolean =>
  has(word, 'must') ||
  has(word, 'may') ||
  has(word, 'can') ||
  has(word, 'will') ||
  has(word, 'need') ||
  has(word, 'ought') ||
  has(word, 'should')
export const isVerbal = (word: Word): boolean => looksFinite(word) || isModal(word)
/** The same in its place: after "te" stands an infinitive. */
export const isVerbAt = (words: readonly Word[], at: number): boolean => {
  const word = words[at]
  return word !== undefined && isVerbal(word) && words[at - 1]?.key !== 'te'
}

/** Whether a Dutch word could be a finite verb by its form. */
export const looksFinite = (word: Word): boolean =>
  has(word, 'state') ||
  has(word, 'happens') ||
  (/^(?!ge.{3,}[dt]$)\p{Ll}{2,}(?:t|en|dt)$/u.test(word.key) &&
    !has(word, 'noVerb') &&
    !has(word, 'actor') &&
    !has(word, 'negation') &&
    !has(word, 'only'))
