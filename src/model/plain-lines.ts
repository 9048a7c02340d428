/** What some editors of Windows put in front of a text. */
export const BYTE_ORDER_MARK: Uint8Array = Uint8Array.of(0xef, 0xbb, 0xbf)

/**
 * The bytes of a text file with `\n` behind each line and no byte order mark, as `read` has them: git and editors of Windows end lines otherwise,
 * and say nothing else by it. Every other byte stays, also where it is no UTF-8.
 */
export function plainLines(bytes: string | Uint8Array): Buffer {
  const given = typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const from = BYTE_ORDER_MARK.every((byte, at) => given[at] === byte) ? BYTE_ORDER_MARK.length : 0
  if (from === 0 && !given.includes(CARRIAGE_RETURN)) return given
  return Buffer.from(given.subarray(from).toString('latin1').replace(/\r\n?/g, '\n'), 'latin1')
}

const CARRIAGE_RETURN = 0x0d
