import type { Result } from '../../../model/index.js'

/**
 * The text of a text file: UTF-8 or UTF-16 as its first bytes say, otherwise UTF-8, and Windows-1252 for what is no UTF-8. Line ends
 * become `\n`, letters with accents one character (NFC).
 */
export function decode(bytes: Uint8Array, file: string): Result<string | undefined> {
  const place = { file, line: 1, column: 1 }
  const [a, b] = bytes
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined
  let text: string
  let messages: Result<string>['messages'] = []
  try {
    text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
    messages = [
      {
        rule: 'import/encoding',
        severity: 'warning',
        reason: 'Unexpected bytes that are not UTF-8, read as Windows-1252; expected UTF-8',
        place,
      },
    ]
  }
  if (text.includes('\0')) {
    return {
      value: undefined,
      messages: [{ rule: 'import/format', severity: 'error', reason: 'Unexpected NUL character, expected a text file', place }],
    }
  }
  return { value: text.replace(/\r\n?/g, '\n').normalize('NFC'), messages }
}
