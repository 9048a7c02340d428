import { unzipSync } from 'fflate'
import { TooLarge } from '../../blocks/index.js'

// Every picture is a part, and no policy has thousands; what unpacks to more was made to fill the memory.
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
      if (names.length > MOST_ENTRIES) throw new TooLarge({ phrase: 'limit.parts', values: { most: MOST_ENTRIES } })
      if (!wanted(name)) return false
      total += originalSize
      if (total > MOST_BYTES) throw new TooLarge({ phrase: 'limit.unpacked', values: { most: MOST_BYTES / 1048576 } })
      return true
    },
  })
  return { parts: new Map(Object.entries(parts)), names }
}
