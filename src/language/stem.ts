import type { Language } from '../model/index.js'
import { knowledge, listed } from './data.js'
import { remembered } from './remembered.js'
import { type Endings, stemBy } from './stemming.js'

export { fold, wordsOf } from './stemming.js'

/** Endings that are not regular, by what takes their place. */
export const irregularEndings = (lang: Language): Endings => knowledge[lang].irregularEndings

/** Endings of words for something small, the longest first. */
export const diminutives = (lang: Language): readonly string[] => listed(knowledge[lang].diminutives)

/**
 * Brings the inflected forms of a folded word together. Light on purpose: a stem is a key and no word, and two forms that fail to
 * meet cost less than two words that do.
 */
export const stem = remembered((word, lang) => stemBy(word, lang, knowledge[lang].irregularEndings))
