const BYTE_ORDER_MARK = '\ufeff'

/** The text of a file as it can be typed: lines end in a line feed. Undefined where the file is no text. */
export function sourceText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    return undefined
  }
}

/** What was typed, as bytes of a file that goes on being written as it was: its mark at the start, its ends of lines, and one at the end. */
export function plainBytes(typed: string, before: Uint8Array): Uint8Array {
  const was = new TextDecoder('utf-8', { ignoreBOM: true }).decode(before)
  const mark = was.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  const text = typed === '' || typed.endsWith('\n') ? typed : `${typed}\n`
  return new TextEncoder().encode(mark + (was.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text))
}
