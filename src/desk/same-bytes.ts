import type { Files } from '../workspace/index.js'

/** Texts and what stands beside them, which are read again for every page; papers are not. */
const KEPT = /\.(?:md|yaml)$/

/**
 * Opens files of which the bytes are one and the same value as long as they are equal: what was read of them for one page need not be read again
 * for the next. They are compared with the disk every time: nothing is believed to be as it was.
 */
export function sameBytes(open: () => Files): () => Files {
  const known = new Map<string, Uint8Array>()
  return () => {
    const files = open()
    return {
      ...files,
      read(path) {
        const bytes = files.read(path)
        if (!KEPT.test(path)) return bytes
        const before = known.get(path)
        if (before && Buffer.from(before.buffer, before.byteOffset, before.byteLength).equals(bytes)) return before
        known.set(path, bytes)
        return bytes
      },
    }
  }
}
