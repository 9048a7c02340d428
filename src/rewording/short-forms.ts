import { phrasesOf, wordsOfAll } from '../language/index.js'

/** Words (lower case) and the words that stand for the same. */
export interface Renaming {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

const SHORT = String.raw`["'“‘]?(\p{Lu}[\p{L}\d]{0,4}[\p{Lu}\d])["'”’]?`
/** The words, then the short form: between brackets, or said to be short for them. */
const BEHIND = new RegExp(
  `((?:[\\p{L}-]+ ){0,7}[\\p{L}-]+),? \\((?:(?:${phrasesOf('shortHere')}) )?(?:(?:${phrasesOf('shortCalled')}) )?(?:(?:${phrasesOf('shortArticles')}) )?${SHORT}\\)`,
  'gu',
)
const CALLED = new RegExp(`((?:[\\p{L}-]+ ){1,7}?)(?:${phrasesOf('isShortened')}) (?:${phrasesOf('shortenedTo')}) ${SHORT}`, 'gu')
/** The short form, then the words. */
const BEFORE = new RegExp(
  `(?:^|[.;:,] |(?:${phrasesOf('beforeShort')}) )${SHORT} ?(?::|${phrasesOf('meansShort')}) (?:(?:${wordsOfAll('the', 'a')}) )?((?:[\\p{L}\\d-]+ ?){1,10})`,
  'gu',
)

/** Without one of these a text defines none; the patterns above cost more than all the rest. */
const HINTS = [')', ...phrasesOf('shortHints').split('|')]

/** The short forms that texts define, each with the words it stands for, in lower case. */
export function shortForms(texts: readonly string[]): readonly Renaming[] {
  const found: Renaming[] = []
  const add = (short: string, words: readonly string[] | undefined) => {
    if (words && words.length > 0) found.push({ from: words, to: [short] })
  }
  for (const text of texts) {
    if (!HINTS.some((hint) => text.includes(hint)) || !/\p{Lu}{2}/u.test(text)) continue
    for (const [, words = '', short = ''] of text.matchAll(BEHIND)) add(short, behind(words, short))
    for (const [, words = '', short = ''] of text.matchAll(CALLED)) add(short, behind(words.trim(), short))
    for (const [, short = '', words = ''] of text.matchAll(BEFORE)) add(short, ahead(split(words), short))
  }
  return found
}

const split = (words: string): readonly string[] =>
  words
    .trim()
    .toLowerCase()
    .split(/[\s-]+/)

/** The first words that together have the letters of the short form; all of them when they have not. */
function ahead(words: readonly string[], short: string): readonly string[] {
  let at = 0
  for (const [k, word] of words.entries()) {
    for (const letter of word) if (letter === short[at]?.toLowerCase()) at++
    if (at === short.length) return words.slice(0, k + 1)
  }
  return words
}

/** The last words whose first letters make the short form; else those whose letters it takes, from the word of its first letter on. */
function behind(text: string, short: string): readonly string[] | undefined {
  const words = split(text)
  const letters = short.toLowerCase()
  const initials = words.slice(-letters.length)
  if (initials.map(([letter = '']) => letter).join('') === letters) return initials
  for (let from = words.length - 1; from >= 0; from--) {
    const tail = words.slice(from)
    if (!tail[0]?.startsWith(letters.charAt(0))) continue
    let at = 0
    for (const letter of tail.join('')) if (letter === letters[at]) at++
    if (at === letters.length) return tail
  }
  return undefined
}
