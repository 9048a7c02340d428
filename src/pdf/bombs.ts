import { Inflate } from 'fflate'
import { TooLarge } from '../blocks/index.js'

// A page's drawing is a few MB; a stream this small cannot grow beyond what is allowed, for deflate shrinks to a thousandth at most.
export const MOST_UNPACKED = 24 * 1024 * 1024
export const TOO_MUCH_UNPACKED = { phrase: 'limit.page', values: { most: MOST_UNPACKED / 1048576 } } as const
const SMALLEST = 48 * 1024
const CHUNK = 16 * 1024
// What is said of a stream stands this close before it.
const LONGEST_ABOUT = 2000
// Pictures are passed over, fonts are not drawn from end to end.
const NOT_DRAWN = /\/(?:Image|Length1|Type1C|CIDFontType0C|OpenType)\b/

/** Refuses a file of which a stream that is read, so no picture, grows beyond bounds: unpacks them with a limit and keeps nothing. `text` has a sign for every byte. */
export function refuseBombs(bytes: Uint8Array, text: string): void {
  let end = 0
  for (const match of text.matchAll(/\bstream\r?\n/g)) {
    const start = match.index + match[0].length
    // What looks like the start of a stream may stand in one: its end was looked for already.
    if (end < start) end = endOf(text, start)
    if (end - start < SMALLEST) continue
    const before = text.slice(Math.max(match.index - LONGEST_ABOUT, 0), match.index)
    const about = before.slice(Math.max(before.lastIndexOf('obj'), 0))
    if (/\/(?:FlateDecode|Fl)\b/.test(about) && !NOT_DRAWN.test(about)) unpack(bytes.subarray(start + 2, end))
  }
}

function endOf(text: string, start: number): number {
  const end = text.indexOf('endstream', start)
  return end < 0 ? text.length : end
}

function unpack(deflated: Uint8Array): void {
  let total = 0
  const inflate = new Inflate((chunk) => {
    total += chunk.length
    if (total > MOST_UNPACKED) throw new TooLarge(TOO_MUCH_UNPACKED)
  })
  try {
    for (let at = 0; at < deflated.length; at += CHUNK) inflate.push(deflated.subarray(at, at + CHUNK))
  } catch (error) {
    // Damage is for the reader to tell.
    if (error instanceof TooLarge) throw error
  }
}
