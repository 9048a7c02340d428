import { unzipSync } from 'fflate'
import { grouped, TooLarge } from './limits.js'

const MOST_ENTRIES = 4000
const MOST_BYTES = 200 * 1024 * 1024

/** A package of parts by name, unpacked only as far as asked. Throws an error with a reason for people when it is not whole or too large. */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): { readonly parts: ReadonlyMap<string, Uint8Array>; readonly names: readonly string[] } {
  const names: string[] = []
  let total = 0
  // Sizes come from the directory; the unpacker gives each part a buffer of that size and never more, so a lie cannot grow.
  const parts = unzipSync(bytes, {
    filter({ name, originalSize }) {
      names.push(name)
      if (names.length > MOST_ENTRIES) throw new TooLarge(`more than ${grouped(MOST_ENTRIES)} parts, expected at most so many`)
      if (!wanted(name)) return false
      total += originalSize
      if (total > MOST_BYTES) throw new TooLarge('more than 200 MB when unpacked, expected at most so much')
      return true
    },
  })
  return { parts: new Map(Object.entries(parts)), names }
}
