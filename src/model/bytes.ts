/** What a file is to hold: its bytes, a text, or the pieces of a text that may be longer than a string can be, made anew each time they are asked for. */
export type Bytes = Uint8Array | string | (() => Iterable<string>)

/** The bytes themselves; a text in UTF-8. */
export function encoded(bytes: Bytes): Uint8Array {
  if (bytes instanceof Uint8Array) return bytes
  const encoder = new TextEncoder()
  return typeof bytes === 'string' ? encoder.encode(bytes) : Buffer.concat(Array.from(bytes(), (piece) => encoder.encode(piece)))
}
