/** A name that the texts spell in more than one way. */
export interface Variant {
  /** Index of the text it stands in. */
  readonly text: number
  readonly index: number
  readonly word: string
  readonly expected: string
}

// A capital inside a word is no accident: YouTube, WhatsApp, LinkedIn.
const CAMEL = /(?<![\p{L}\p{N}@#/._-])(\p{Lu}\p{Ll}+)(\p{Lu}\p{Ll}+)(\p{Ll}*)(?![\p{L}@])/gu

/**
 * Finds names with a capital inside that stand elsewhere without it, or as two words: "Whatsapp" beside "WhatsApp", "You Tube" beside
 * "YouTube". Each other spelling is reported once.
 */
export function spellingVariants(texts: readonly string[]): Variant[] {
  const names = new Map<string, string>()
  for (const text of texts) {
    for (const [whole, first = '', second = ''] of text.matchAll(CAMEL)) names.set(whole.toLowerCase(), `${first}${second}`)
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
