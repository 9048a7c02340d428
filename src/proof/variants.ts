import { seek } from '../language/index.js'

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
  const names = new Map<string, string>()
  for (const text of texts) {
    for (const [whole, first = '', second = ''] of camels(text)) names.set(whole.toLowerCase(), `${first}${second}`)
  }
  const seen = new Set<string>()
  return [...names.values()].flatMap((name) => {
    const [, first = '', second = ''] = /^(\p{Lu}\p{Ll}+)(\p{Lu}\p{Ll}+)$/u.exec(name) ?? []
    const either = (part: string) => `[${part[0]}${part[0]?.toLowerCase()}]${part.slice(1)}`
    const other = new RegExp(`(?<![\\p{L}\\p{N}@#/._-])${either(first)}[\\s-]?${either(second)}(?!\\p{Lu}|[.@/_])`, 'gu')
    return texts.flatMap((text, at) =>
      [...text.matchAll(other)].flatMap(({ 0: word, index }): Variant[] => {
        const isPlain = word === name || word === word.toUpperCase() || word === word.toLowerCase() || seen.has(word)
        if (isPlain) return []
        seen.add(word)
        return [{ text: at, index, word, expected: name }]
      }),
    )
  })
}

const WORD_PAIR = /(?<![\p{L}-])(?=(\p{L}{5,}) (\p{L}{4,})(?![\p{L}-]))/gu
const isPlural = (noun: string): boolean => /(?:en|s|media)$/u.test(noun)

/**
 * Finds words that the texts themselves write otherwise in the same place: an adjective without -e before a plural that has it elsewhere
 * ("social media" beside "sociale media"), and a word twice in a row between words that stand elsewhere around it once. The rarer form is
 * reported, once; of a defined term, the other form.
 */
export function inflectionVariants(texts: readonly string[], terms: readonly string[] = []): Variant[] {
  const defined = new Set(terms.map((term) => term.toLowerCase()))
  const pairs = new Map<string, { text: number; index: number; word: string; uses: number }>()
  for (const [text, value] of texts.entries()) {
    for (const { 1: first = '', 2: noun = '', index } of value.matchAll(WORD_PAIR)) {
      if (!isPlural(noun.toLowerCase())) continue
      const word = `${first} ${noun}`
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
const twice = seek(/(?<= )(\S{4,}) \1 /, () => /(?<!\p{L})(\p{L}+ \p{L}+ )(\p{Ll}{4,}) \2( \p{L}+ \p{L}+)/gu)

function doubled(texts: readonly string[]): Variant[] {
  const asked = new Map<string, boolean>()
  const standsOnce = (phrase: string): boolean => {
    const known = asked.get(phrase) ?? texts.some((text) => text.includes(phrase))
    asked.set(phrase, known)
    return known
  }
  return texts.flatMap((text, at) =>
    twice(text).flatMap(({ 1: before = '', 2: word = '', 3: after = '', index }): Variant[] =>
      standsOnce(`${before}${word}${after}`)
        ? [{ text: at, index: index + before.length, word: `${word} ${word}`, expected: word }]
        : [],
    ),
  )
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
