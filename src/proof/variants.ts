import { readOnce, seek } from '../language/index.js'

/** A name that the texts spell in more than one way. */
export interface Variant {
  /** Index of the text it stands in. */
  readonly text: number
  readonly index: number
  readonly word: string
  readonly expected: string
}

// A capital inside a word is no accident: YouTube, WhatsApp, LinkedIn.
const camels = seek(/\p{Ll}\p{Lu}/u, () => /(?<![\p{L}\p{N}@#/._-])(\p{Lu}\p{Ll}+)(\p{Lu}\p{Ll}+)(?![\p{L}@])/gu)

/**
 * Finds names with a capital inside that stand elsewhere without it, or as two words: "Whatsapp" beside "WhatsApp", "You Tube" beside
 * "YouTube". Each other spelling is reported once.
 */
export function spellingVariants(texts: readonly string[]): Variant[] {
  const names = new Map<string, Name>()
  for (const text of texts) {
    for (const [whole, first = '', second = ''] of camels(text)) names.set(whole.toLowerCase(), { first, second })
  }
  if (names.size === 0) return []
  const seen = new Set<string>()
  return texts.flatMap((text, at) =>
    [...text.matchAll(WORD)].flatMap(({ 0: word, index }): Variant[] =>
      writtenAt(text, index, word, names).flatMap(({ word, name }) => {
        const isPlain = word === name || word === word.toUpperCase() || word === word.toLowerCase() || seen.has(word)
        if (isPlain) return []
        seen.add(word)
        return [{ text: at, index, word, expected: name }]
      }),
    ),
  )
}

interface Name {
  readonly first: string
  readonly second: string
}

const WORD = /(?<![\p{L}\p{N}@#/._-])\p{L}+/gu
const LETTERS = /\p{L}*/uy
/** Longer names are none: every start of a word is looked up. */
const LONGEST_NAME = 40

/** The names that a text has where a word begins, whatever they go on to: in one word, or in two with a blank or hyphen between them. */
function writtenAt(
  text: string,
  index: number,
  word: string,
  names: ReadonlyMap<string, Name>,
): readonly { readonly word: string; readonly name: string }[] {
  const end = index + word.length
  LETTERS.lastIndex = end + 1
  const letters = word + (/[\s-]/.test(text[end] ?? '') ? (LETTERS.exec(text)?.[0] ?? '') : '')
  const found: { word: string; name: string }[] = []
  for (let length = 1; length <= Math.min(letters.length, LONGEST_NAME); length++) {
    const name = names.get(letters.slice(0, length).toLowerCase())
    const isApart = length > word.length
    if (!name || (isApart && name.first.length !== word.length)) continue
    const [first, second] = [letters.slice(0, name.first.length), letters.slice(name.first.length, length)]
    const to = index + length + (isApart ? 1 : 0)
    if (isSpelling(first, name.first) && isSpelling(second, name.second) && !BEHIND.test(text.slice(to, to + 2)))
      found.push({ word: text.slice(index, to), name: name.first + name.second })
  }
  return found
}
/** A capital may begin a name of three parts; the others stand in addresses. */
const BEHIND = /^(?:\p{Lu}|[.@/_])/u

/** The same word but for the capital it may begin with. */
const isSpelling = (written: string, part: string): boolean =>
  written.slice(1) === part.slice(1) && written[0]?.toLowerCase() === part[0]?.toLowerCase()

const WORD_PAIR = /(?<![\p{L}-])(?=(\p{L}{5,}) (\p{L}{4,})(?![\p{L}-]))/gu
const isPlural = (noun: string): boolean => /(?:en|s|media)$/u.test(noun)
/** A word before a plural, as it stands. */
const beforePlurals = readOnce((text) =>
  [...text.matchAll(WORD_PAIR)].flatMap(({ 1: first, 2: noun = '', index }) =>
    isPlural(noun.toLowerCase()) ? [{ word: `${first} ${noun}`, index }] : [],
  ),
)

/**
 * Finds words that the texts themselves write otherwise in the same place: an adjective without -e before a plural that has it elsewhere
 * ("social media" beside "sociale media"), and a word twice in a row between words that stand elsewhere around it once. The rarer form is
 * reported, once; of a defined term, the other form.
 */
export function inflectionVariants(texts: readonly string[], terms: readonly string[] = []): Variant[] {
  const defined = new Set(terms.map((term) => term.toLowerCase()))
  const pairs = new Map<string, { text: number; index: number; word: string; uses: number }>()
  for (const [text, value] of texts.entries()) {
    for (const { word, index } of beforePlurals(value)) {
      const known = pairs.get(word.toLowerCase())
      if (known) known.uses++
      else pairs.set(word.toLowerCase(), { text, index, word, uses: 1 })
    }
  }
  const found = [...pairs].flatMap(([key, bare]): Variant[] => {
    const [first = '', noun = ''] = key.split(' ')
    const inflected = pairs.get(`${first}e ${noun}`)
    // "enkel" and "enkele" are two words.
    if (!inflected || first === 'enkel') return []
    const isRight = defined.has(key) || (bare.uses > inflected.uses && !defined.has(inflected.word.toLowerCase()))
    const [{ text, index, word }, right] = isRight ? [inflected, bare] : [bare, inflected]
    return [{ text, index, word, expected: right.word.toLowerCase() }]
  })
  return [...found, ...doubled(texts)]
}

// Two words before and after: enough for the same sentence, too much for chance.
const twice = readOnce(seek(/(?<= )(\S{4,}) \1 /, () => /(?<!\p{L})(\p{L}+ \p{L}+ )(\p{Ll}{4,}) \2( \p{L}+ \p{L}+)/gu))
const FIVE_WORDS = /(?<!\p{L})(?=((?:\p{L}+ ){4}\p{L}+))/gu
const fiveWords = readOnce((text) => [...text.matchAll(FIVE_WORDS)].map(([, words = '']) => words))

function doubled(texts: readonly string[]): Variant[] {
  const found = texts.flatMap((text, at) =>
    twice(text).map(({ 1: before = '', 2: word = '', 3: after = '', index }) => ({
      phrase: `${before}${word}${after}`,
      variant: { text: at, index: index + before.length, word: `${word} ${word}`, expected: word },
    })),
  )
  if (found.length === 0) return []
  const asked = new Set(found.map(({ phrase }) => phrase))
  const once = new Set(texts.flatMap((text) => fiveWords(text).filter((words) => asked.has(words))))
  return found.filter(({ phrase }) => once.has(phrase)).map(({ variant }) => variant)
}

const NAME_PAIR = /(?<![\p{L}-])(\p{Lu}[\p{L}-]*) (\p{Lu}\p{Ll}{4,})(?![\p{L}-])/gu

/**
 * Finds names that no dictionary knows and that stand behind the same word with one or two letters more: "Dal Wilgenhoek" beside "Dal
 * Wilgenhoeken". An s may be a genitive. The rarer form is reported, once.
 */
export function nameVariants(texts: readonly string[], knows: (word: string) => boolean): Variant[] {
  const names = new Map<string, { uses: number; text: number; index: number; first: string; last: string }>()
  for (const [text, value] of texts.entries()) {
    for (const { 0: word, 1: first = '', 2: last = '', index } of value.matchAll(NAME_PAIR)) {
      const known = names.get(word)
      if (known) known.uses++
      else names.set(word, { uses: 1, text, index, first, last })
    }
  }
  return [...names.values()].flatMap((long): Variant[] => {
    if (long.last.endsWith('s') || knows(long.last.toLowerCase())) return []
    return [1, 2].flatMap((more): Variant[] => {
      const short = names.get(`${long.first} ${long.last.slice(0, -more)}`)
      if (!short || knows(short.last.toLowerCase())) return []
      const [wrong, right] = long.uses >= short.uses ? [short, long] : [long, short]
      return [
        { text: wrong.text, index: wrong.index, word: `${wrong.first} ${wrong.last}`, expected: `${right.first} ${right.last}` },
      ]
    })
  })
}
