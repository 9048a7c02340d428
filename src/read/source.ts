import type { Result, Said } from '../model/index.js'
import { tooMany } from './bounds.js'
import { splitFrontMatter } from './front-matter.js'
import { longRun } from './runs.js'

type Unread = Said<
  'file/conflict' | 'file/depth' | 'file/encoding' | 'file/line' | 'file/lines' | 'file/marks' | 'file/run' | 'file/size'
>

// Some 700 pages of text: what is larger holds something else.
const MAX_BYTES = 2 * 1024 * 1024
// A block takes the stages after this one some quarter of a millisecond, and each line may be one. Forty on each of 500 pages.
const MAX_LINES = 20_000
// The parser looks at each of them, too.
export const MAX_BLANK_LINES = 80_000
// Each key is compared with all others, and found again by each message about it.
const MAX_FRONT = 4000
// Longer lines make the parser's look-ahead for brackets and emphasis take quadratic time.
export const MAX_LINE = 20_000
/** Lists and quotations inside each other; more than anyone writes, less than any stack. */
export const MAX_DEPTH = 40
// The parser's time grows with the cube of the depth: what is far too deep is refused before. On one line, or line below line. A row of dashes or stars is no list.
const TOO_DEEP = [
  new RegExp(`^(?![-*_ \\t]*$)(?:[ \\t]*(?:[-*+](?=[ \\t])|>|\\d{1,9}[.)](?=[ \\t]))){${MAX_DEPTH + 1}}`, 'm'),
  new RegExp(`^[ \\t]{${MAX_DEPTH * 8},}(?:[-*+>]|\\d{1,9}[.)])`, 'm'),
]

/**
 * Decodes a policy file: UTF-8, line ends `\n`, no byte order mark, NFC. Refuses what no policy is before the parser sees it: binary
 * data, files over 2 MB, lines over 20,000 characters, more than 20,000 lines or 80,000 blank ones, rows of letters, blanks or signs that no text has, containers far over 40 deep.
 */
export function decodeSource(bytes: Uint8Array | string, file: string): Result<string> {
  const refuse = (said: Unread, line = 1): Result<string> => ({
    value: '',
    messages: [{ ...said, severity: 'error', place: { file, line, column: 1 } }],
  })
  const size = typeof bytes === 'string' ? bytes.length : bytes.byteLength
  if (size > MAX_BYTES)
    return refuse({ rule: 'file/size', form: 'bytes', values: { size: (size / 1048576).toFixed(1), most: MAX_BYTES / 1048576 } })
  let text: string
  try {
    text = typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse({ rule: 'file/encoding', form: encodingOf(bytes as Uint8Array) })
  }
  const nul = text.indexOf('\0')
  if (nul >= 0) return refuse({ rule: 'file/encoding', form: 'nul' }, lineAt(text, nul))
  text = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const conflict = conflictIn(text)
  if (conflict !== undefined) return refuse({ rule: 'file/conflict' }, lineAt(text, conflict))
  const long = longLine(text)
  if (long !== undefined) return refuse({ rule: 'file/line', form: 'long', values: { most: MAX_LINE } }, long)
  const { written: count, blank } = countLines(text)
  if (count > MAX_LINES) return refuse({ rule: 'file/lines', form: 'text', values: { count, most: MAX_LINES } })
  if (blank > MAX_BLANK_LINES)
    return refuse({ rule: 'file/lines', form: 'blank', values: { count: blank, most: MAX_BLANK_LINES } })
  const front = splitFrontMatter(text).yaml?.match(/[\n,]/g)?.length ?? 0
  if (front > MAX_FRONT) return refuse({ rule: 'file/lines', form: 'front', values: { count: front, most: MAX_FRONT } })
  const deep = TOO_DEEP.map((pattern) => pattern.exec(text)).find((match) => match !== null)
  if (deep) return refuse({ rule: 'file/depth', form: 'blocks', values: { most: MAX_DEPTH } }, lineAt(text, deep.index))
  const run = longRun(text)
  if (run) return refuse({ rule: 'file/run', form: run.kind, values: { most: run.most } }, lineAt(text, run.offset))
  const many = tooMany(text)
  if (many) return refuse({ rule: 'file/marks', form: many.form, values: { count: many.count } }, many.line)
  return { value: text.normalize('NFC'), messages: [] }
}

/** Where git set two versions of a passage one above the other for somebody to choose; read on, the marks would become words and headings of the policy. */
function conflictIn(text: string): number | undefined {
  const [ours, theirs] = [text.search(/^<{7} /m), text.search(/^>{7} /m)]
  return ours >= 0 && theirs > ours && /^={7}$/m.test(text.slice(ours, theirs)) ? ours : undefined
}

/** How many lines say something, and how many do not. */
export function countLines(text: string): { readonly written: number; readonly blank: number } {
  const written = text.match(/^[ \t]*[^ \t\n]/gm)?.length ?? 0
  return { written, blank: text.match(/^[ \t]*$/gm)?.length ?? 0 }
}

/** The first line that is longer than any of a policy, from 1. */
export function longLine(text: string): number | undefined {
  if (text.length <= MAX_LINE) return undefined
  const index = text.split('\n').findIndex((line) => line.length > MAX_LINE)
  return index < 0 ? undefined : index + 1
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Bytes in which the name of a part of a Word file is looked for. */
const HEAD = 8192

/** What a file is that is no UTF-8, where its first bytes tell. */
function encodingOf(bytes: Uint8Array): 'word' | 'utf-16' | 'bytes' {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD))
  if (head.startsWith('PK\u0003\u0004') && (head.includes('word/') || head.includes('[Content_Types].xml'))) return 'word'
  return head.startsWith('\u00ff\u00fe') || head.startsWith('\u00fe\u00ff') ? 'utf-16' : 'bytes'
}
