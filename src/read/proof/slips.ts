/** A slip of the keyboard, which needs no dictionary to be seen. */
export interface Slip {
  readonly index: number
  readonly words: string
  readonly expected: string
}

interface Kind {
  readonly pattern: RegExp
  readonly expected: (match: RegExpExecArray) => string
}

/** Words that never stand twice in a row; others do: "die die", "had had". */
const SMALL = 'de|het|een|van|voor|met|en|of|te|is|wordt|worden|door|bij|naar|niet|the|a|an|of|and|to|for|are|with|by'

const KINDS: readonly Kind[] = [
  { pattern: new RegExp(`(?<![\\p{L}-])(${SMALL})\\s+\\1(?![\\p{L}-])`, 'giu'), expected: ([, word = '']) => `"${word}" once` },
  {
    pattern: /(?<![\p{L}-])(\p{Ll}{3,})-(en|of|and|or)(?=\s+\p{Ll})/gu,
    expected: ([, first = '', second = '']) => `"${first}- ${second}"`,
  },
  {
    pattern: /(?<![\p{L}\p{N}/])(\p{L}{2,})(?:\/\s+|\s+\/)(\p{Ll}{2,})/gu,
    expected: () => 'a word or no blank beside the slash',
  },
  {
    pattern: /(?<![\p{L}.@/])(\p{Ll}{3,})([,;])(\p{L}{2,})/gu,
    expected: ([, a = '', mark = '', b = '']) => `"${a}${mark} ${b}"`,
  },
  {
    pattern: /(?<![\p{L}.@/-])(\p{Ll}{4,})\.(\p{Lu}\p{Ll}+)(?![\p{L}.@])/gu,
    expected: ([, a = '', b = '']) => `"${a}. ${b}"`,
  },
  { pattern: /(\p{Ll}{2,}) ([,;.])(?=\s|$)/gu, expected: ([, word = '', mark = '']) => `"${word}${mark}"` },
]

/** Finds words that stand twice, and blanks that are missing or too many. */
export function slips(text: string): Slip[] {
  const found = KINDS.flatMap(({ pattern, expected }) =>
    [...text.matchAll(pattern)].map((match) => ({ index: match.index, words: match[0], expected: expected(match) })),
  )
  const lone = loneBracket(text)
  if (lone >= 0) found.push({ index: lone, words: text[lone] ?? '', expected: 'as many brackets closed as opened' })
  return found.sort((a, b) => a.index - b.index)
}

/** The first bracket without its other half; -1 when there is none. Labels ("b)") and faces (":)") are no brackets. */
function loneBracket(text: string): number {
  const open: number[] = []
  for (const { 0: mark, index } of text.matchAll(/[()]/g)) {
    const before = text.slice(0, index)
    if (/[:;]-?$/.test(before)) continue
    if (mark === '(') open.push(index)
    else if (open.length > 0) open.pop()
    else if (!/(?:^|\s)(?:\p{L}|\d{1,2}|[ivx]{2,4})$/u.test(before)) return index
  }
  return open[0] ?? -1
}
