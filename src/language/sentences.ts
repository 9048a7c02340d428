/** A stretch of a text: UTF-16 offsets, the end exclusive. */
export interface Sentence {
  readonly text: string
  readonly from: number
}

const END = /[.!?]+["'”’)]*(?=\s+["'“‘(]*[\p{Lu}\p{N}])|\n+/gu

/** The sentences of a text. A stop after one of `abbreviations`, or after an initial, ends none. */
export function sentencesOf(text: string, abbreviations: RegExp): readonly Sentence[] {
  const found: Sentence[] = []
  let from = 0
  const push = (to: number): void => {
    const raw = text.slice(from, to)
    const lead = raw.length - raw.trimStart().length
    if (raw.trim() !== '') found.push({ text: raw.trim(), from: from + lead })
    from = to
  }
  for (const match of text.matchAll(END)) {
    if (match[0].startsWith('.') && abbreviations.test(text.slice(Math.max(0, match.index - 12), match.index))) continue
    push(match.index + match[0].length)
  }
  push(text.length)
  return found
}
