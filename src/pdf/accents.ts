/** What a page draws as one: its letters and where they stand, in the order of the file. */
export interface DrawnText {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
}

const COMBINING: Readonly<Record<string, string>> = {
  '¨': '\u0308',
  '´': '\u0301',
  '`': '\u0300',
  ˆ: '\u0302',
  '˜': '\u0303',
  ˇ: '\u030C',
  '˚': '\u030A',
}
// Inside a word these are nothing but accents; the others may be apostrophes and quotation marks.
const INNER = /(?<=\p{L})([¨ˆ˜ˇ˚])(\p{L})/gu
const LAST = /[¨´`ˆ˜ˇ˚]$/u
// In sizes: a letter that begins so far before its accent ends is drawn below it.
const UNDER = 0.2

/**
 * The letters of runs, accents that were drawn by themselves put on the letters they stand above, as typesetting programs with fonts of
 * old draw them: "co¨", and "ordineren" from below the dots on.
 */
export function withAccents<T extends DrawnText>(runs: readonly T[]): ReadonlyMap<T, string> {
  const texts = new Map<T, string>()
  let above: { readonly run: T; readonly sign: string } | undefined
  for (const run of runs) {
    let text = run.str.replace(INNER, (whole, sign: string, letter: string) => accented(sign, letter) ?? whole)
    const first = /^\p{L}/u.exec(text)?.[0]
    const letter = above && first !== undefined && isUnder(run, above.run) ? accented(above.sign, first) : undefined
    if (above && first !== undefined && letter !== undefined) {
      texts.set(above.run, (texts.get(above.run) ?? '').slice(0, -1))
      text = letter + text.slice(first.length)
    }
    texts.set(run, text)
    const sign = LAST.exec(text)?.[0]
    above = sign === undefined ? undefined : { run, sign }
  }
  return texts
}

function accented(sign: string, letter: string): string | undefined {
  const whole = `${letter}${COMBINING[sign] ?? ''}`.normalize('NFC')
  return [...whole].length === 1 && whole !== letter ? whole : undefined
}

function isUnder(run: DrawnText, above: DrawnText): boolean {
  const [, , c = 0, d = 0, x = 0, y = 0] = run.transform
  const [, , , , left = 0, base = 0] = above.transform
  const size = Math.hypot(c, d)
  return Math.abs(y - base) < UNDER * size && x < left + above.width - UNDER * size
}
