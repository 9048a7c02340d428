/** Characters of one kind in a row: letters and digits, blanks, or signs. No text for people has as many, and to look at them all takes the square of their number. */
const LONGEST_RUN = 500
/** Accents on one letter. */
const MOST_MARKS = 60

type RunKind = 'letters' | 'blanks' | 'signs' | 'marks'

const [BREAK, LETTER, BLANK, SIGN, MARK] = [1, 2, 3, 4, 5]
const BACKSLASH = 92
const NAMES: Readonly<Record<number, RunKind>> = { 2: 'letters', 3: 'blanks', 4: 'signs', 5: 'marks' }

/** The kind of every character of the basic plane, as far as it was asked for; 0 before. */
const kinds = new Uint8Array(0x10000)

function kindOf(code: number): number {
  const text = String.fromCharCode(code)
  const kind =
    code === 10 || code === 13
      ? BREAK
      : /\p{M}/u.test(text)
        ? MARK
        : /[\p{L}\p{N}]/u.test(text)
          ? LETTER
          : /\s|\p{Cf}/u.test(text)
            ? BLANK
            : SIGN
  kinds[code] = kind as number
  return kind as number
}

const kindAt = (code: number): number => kinds[code] || kindOf(code)

/** The first row of characters that is longer than any in a text for people; an accent belongs to its letter. */
export function longRun(text: string): LongRun | undefined {
  if (/\p{M}/u.test(text)) return longRunIn(text)
  // No line end is in a row, and without accents no line that is shorter than a row can hold one.
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const next = end < 0 ? text.length : end + 1
    const found = next - start > LONGEST_RUN ? longRunIn(text.slice(start, next)) : undefined
    if (found) return { ...found, offset: found.offset + start }
    start = next
  }
  return undefined
}

interface LongRun {
  readonly kind: RunKind
  readonly offset: number
  readonly most: number
}

function longRunIn(text: string): LongRun | undefined {
  let kind = BREAK
  let start = 0
  let marks = 0
  let escaped = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const next = kindAt(code)
    if (next === MARK) {
      if (++marks > MOST_MARKS) return { kind: 'marks', offset: at - marks + 1, most: MOST_MARKS }
      continue
    }
    marks = 0
    // A sign with the backslash that makes it one is one sign: a row of them in a source is no longer here.
    const escapes: boolean = !escaped && code === BACKSLASH && kindAt(text.charCodeAt(at + 1)) === SIGN
    escaped = escapes
    if (escapes && kind === SIGN) start++
    else if (next !== kind) {
      kind = next
      start = escapes ? at + 1 : at
    } else if (kind !== BREAK && at - start >= LONGEST_RUN)
      return { kind: NAMES[kind as number] as RunKind, offset: start, most: LONGEST_RUN }
  }
  return undefined
}
