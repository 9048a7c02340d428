import { MOST_LETTERS, TOO_MANY_LETTERS } from '../../blocks/index.js'
import type { Message, Result, Said } from '../../model/index.js'

/**
 * The text of a text file: UTF-16 where its first bytes or its NULs say so, otherwise UTF-8, in which bytes that are none are read as
 * Windows-1252 one by one, so that one of them spoils no other letter. Line ends become `\n`, letters with accents one character (NFC).
 * Control characters, which no format can write, are taken out. Pictures, archives and other binaries are refused.
 */
export function decode(bytes: Uint8Array, file: string): Result<string | undefined> {
  const message = (said: Misread, severity: Message['severity'], line = 1): Message => ({
    ...said,
    severity,
    place: { file, line, column: 1 },
  })
  const wide = wideText(bytes)
  const binary = refuseBytes(bytes, wide !== undefined)
  if (binary) return { value: undefined, messages: [message(binary, 'error')] }
  const { text, note } = wide ?? mixedText(bytes)
  const controls = text.match(CONTROLS)?.length ?? 0
  const refused = refuseText(text, controls)
  if (refused) return { value: undefined, messages: [message(refused, 'error')] }
  const messages = note ? [message(note.said, 'warning', note.line)] : []
  if (controls > 0) {
    const said = { rule: 'import/encoding', form: 'controls', values: { count: controls } } as const
    messages.push(message(said, 'warning', lineAt(text, text.search(CONTROLS))))
  }
  return { value: text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').normalize('NFC'), messages }
}

type Misread = Said<'import/encoding' | 'import/format' | 'import/size'>

function refuseBytes(bytes: Uint8Array, isWide: boolean): Misread | undefined {
  const binary = BINARIES.find(({ starts }) => startsWith(bytes, starts))
  if (binary) return { rule: 'import/format', form: binary.form, values: { kind: binary.kind } }
  if (isWide) return undefined
  if (bytes.includes(0)) return NUL
  // The start tells, so that nothing large is decoded in vain.
  const start = bytes.subarray(0, SAMPLE)
  const controls = start.filter((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d)).length
  return controls > Math.max(FEW_CONTROLS, start.length * MOST_CONTROLS) ? NO_TEXT : undefined
}

function refuseText(text: string, controls: number): Misread | undefined {
  if (text.includes('\0')) return NUL
  if (controls > Math.max(FEW_CONTROLS, text.length * MOST_CONTROLS)) return NO_TEXT
  return lettersOf(text) > MOST_LETTERS ? { rule: 'import/size', form: 'text', values: { limit: TOO_MANY_LETTERS } } : undefined
}

const NUL: Misread = { rule: 'import/format', form: 'nul' }
const NO_TEXT: Misread = { rule: 'import/format', form: 'no-text' }

interface Decoded {
  readonly text: string
  readonly note?: { readonly said: Said<'import/encoding'>; readonly line: number }
}

interface Binary {
  readonly starts: string
  readonly form: 'archive' | 'picture' | 'picture-or-sound'
  readonly kind: string
}

const BINARIES: readonly Binary[] = [
  { starts: '\u0089PNG', form: 'picture', kind: 'PNG' },
  { starts: '\u00FF\u00D8\u00FF', form: 'picture', kind: 'JPEG' },
  { starts: 'GIF8', form: 'picture', kind: 'GIF' },
  { starts: 'II*\0', form: 'picture', kind: 'TIFF' },
  { starts: 'MM\0*', form: 'picture', kind: 'TIFF' },
  { starts: 'RIFF', form: 'picture-or-sound', kind: 'RIFF' },
  { starts: '\u001F\u008B', form: 'archive', kind: 'gzip' },
  { starts: 'Rar!', form: 'archive', kind: 'RAR' },
  { starts: '7z\u00BC\u00AF', form: 'archive', kind: '7z' },
]

const startsWith = (bytes: Uint8Array, starts: string): boolean =>
  [...starts].every((letter, i) => bytes[i] === letter.charCodeAt(0))

// Everything below a blank but tab, line feed, carriage return and form feed; DEL and what Windows-1252 leaves open.
const CONTROLS = /[\u0001-\u0008\u000B\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g
// More than these, and it is no text.
const FEW_CONTROLS = 8
const MOST_CONTROLS = 0.02
// As much of the start as tells an encoding.
const SAMPLE = 4096

/** Tags and what they hold are no letters of the text: a page may carry its pictures in them. */
const lettersOf = (text: string): number =>
  text.length <= MOST_LETTERS || !/<\w/.test(text.slice(0, SAMPLE)) ? text.length : text.replace(/<[^<>]*>/g, '').length

function wideText(bytes: Uint8Array): Decoded | undefined {
  const [a, b] = bytes
  const marked = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined
  const encoding = marked ?? unmarkedWide(bytes.subarray(0, SAMPLE))
  if (!encoding) return undefined
  const text = new TextDecoder(encoding).decode(bytes)
  return marked ? { text } : { text, note: { said: { rule: 'import/encoding', form: 'utf16' }, line: 1 } }
}

/** Latin letters in UTF-16 have every other byte NUL. */
function unmarkedWide(sample: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const nuls = [0, 0]
  for (const [i, byte] of sample.entries()) if (byte === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  const most = sample.length / 2
  if (odd > most * 0.7 && even < most * 0.05) return 'utf-16le'
  return even > most * 0.7 && odd < most * 0.05 ? 'utf-16be' : undefined
}

function mixedText(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return mixed(bytes)
  }
}

// What Windows-1252 has at 80 to 9F; a TextDecoder of Node reads those as the controls of Latin-1.
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const windows = (byte: number): string => WINDOWS[byte - 0x80] ?? String.fromCharCode(byte)

function mixed(bytes: Uint8Array): Decoded {
  const utf8 = new TextDecoder('utf-8')
  const parts: string[] = []
  let start = 0
  let others = 0
  let wide = 0
  let line = 1
  let firstLine = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequence(bytes, at)
    if (bytes[at] === 0x0a) line++
    if (length > 1) wide++
    if (length === 0) {
      if (others === 0) firstLine = line
      others++
      parts.push(utf8.decode(bytes.subarray(start, at)), windows(bytes[at] ?? 0))
      start = at + 1
    }
    at += Math.max(length, 1)
  }
  parts.push(utf8.decode(bytes.subarray(start)))
  const note =
    wide === 0
      ? ({ said: { rule: 'import/encoding', form: 'windows' }, line: 1 } as const)
      : ({ said: { rule: 'import/encoding', form: 'mixed', values: { count: others } }, line: firstLine } as const)
  return { text: parts.join(''), note }
}

/** The length of the UTF-8 sequence that starts here; 0 when none does. */
function sequence(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
  if (length === 0) return 0
  const second = bytes[at + 1] ?? 0
  // No longer form of a shorter one, no half of a pair, nothing above the last character.
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split(/\r\n?|\n/).length
