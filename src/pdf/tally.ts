/** What draws something that stands elsewhere in the file: where that is named among what a page may use. */
export const USES = { Do: 'XObject', Tf: 'Font', gs: 'ExtGState', scn: 'Pattern', SCN: 'Pattern' } as const
export type Use = (typeof USES)[keyof typeof USES]

/** What a stream asks to be drawn. */
export interface Tally {
  /** Its own work, without what it uses, in steps of a microsecond or so. */
  readonly work: number
  /** How deep it keeps states in each other. */
  readonly depth: number
  /** How often it draws something else, by its kind and name. */
  readonly uses: ReadonlyMap<Use, ReadonlyMap<string, number>>
}

// Measured, in microseconds: a value or an operator, a letter, a line of text that is placed for itself, a state that is kept.
const OF_WORD = 0.4
const OF_LETTER = 0.7
const OF_TEXT = 4
const OF_STATE = 6

const [REGULAR, WHITE, SIGN] = [0, 1, 2]
const CLASS = new Uint8Array(256)
for (const sign of '\0\t\n\f\r ') CLASS[sign.charCodeAt(0)] = WHITE
for (const sign of '()<>[]{}/%') CLASS[sign.charCodeAt(0)] = SIGN
const code = (sign: string): number => sign.charCodeAt(0)
const [OPEN, CLOSE, LESS, MORE, SLASH, REMARK, ESCAPE] = [...'()<>/%\\'].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]
const [SAVE, RESTORE, NEXT_LINE, NEXT_SPACED] = [code('q'), code('Q'), code("'"), code('"')]

/** Counts what a stream of operators asks, without making values of it; as far as `most` steps go. */
export function tally(bytes: Uint8Array, most: number): Tally {
  const uses = new Map<Use, Map<string, number>>()
  let [work, open, depth] = [0, 0, 0]
  let at = 0
  /** Where the last name stands. */
  let name: readonly [number, number] = [0, 0]
  while (at < bytes.length && work <= most) {
    const sign = bytes[at] as number
    const kind = CLASS[sign]
    if (kind === WHITE) {
      at++
      continue
    }
    work += OF_WORD
    if (kind === REGULAR) {
      const start = at
      while (at < bytes.length && CLASS[bytes[at] as number] === REGULAR) at++
      if (at - start === 1) {
        if (sign === SAVE) depth = Math.max(depth, ++open)
        else if (sign === RESTORE) open = Math.max(open - 1, 0)
        if (sign === SAVE) work += OF_STATE
        else if (sign === NEXT_LINE || sign === NEXT_SPACED) work += OF_TEXT
      } else if (at - start <= 3) {
        const word = latin(bytes, start, at)
        const use = USES[word as keyof typeof USES]
        if (use !== undefined) counted(uses, use, latin(bytes, ...name))
        else if (word === 'Tj' || word === 'TJ') work += OF_TEXT
      }
    } else if (sign === SLASH) {
      const start = ++at
      while (at < bytes.length && CLASS[bytes[at] as number] === REGULAR) at++
      name = [start, at]
    } else if (sign === REMARK) while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
    else if (sign === OPEN) {
      const end = endOfText(bytes, at)
      work += OF_LETTER * (end - at - 2)
      at = end
    } else if (sign === LESS && bytes[at + 1] !== LESS) {
      const start = at
      while (at < bytes.length && bytes[at] !== MORE) at++
      work += (OF_LETTER * (at++ - start)) / 2
    } else at += sign === LESS ? 2 : 1
  }
  return { work, depth, uses }
}

function counted(uses: Map<Use, Map<string, number>>, use: Use, name: string): void {
  const names = uses.get(use) ?? new Map<string, number>()
  names.set(name, (names.get(name) ?? 0) + 1)
  uses.set(use, names)
}

function endOfText(bytes: Uint8Array, start: number): number {
  let depth = 0
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === ESCAPE) at++
    else if (bytes[at] === OPEN) depth++
    else if (bytes[at] === CLOSE && --depth === 0) return at + 1
  }
  return bytes.length
}

/** A name or a word, its signs by number put back. */
const latin = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 127))).replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
