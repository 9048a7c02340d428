import {
  blockText,
  Damaged,
  type Finding,
  MOST_LETTERS,
  MOST_LINES,
  type ReadOptions,
  type Source,
  type SourceBlock,
  type SourceKind,
  TOO_MANY_BLANKS,
  TOO_MANY_BLOCKS,
  TOO_MANY_LETTERS,
  TOO_MANY_LINES,
  TooLarge,
} from '../blocks/index.js'
import { append, type Message, type Phrase, type Result, type Said } from '../model/index.js'
import { readPdf, UnreadablePdf } from '../pdf/index.js'
import {
  countLines,
  longLine,
  longRun,
  MAX_BLANK_LINES,
  MAX_LINE,
  MOST_BLOCKS,
  readPolicy,
  tooManyMarks,
  weightOf,
} from '../read/index.js'
import { decode } from './files/decode.js'
import { readHtml } from './html/html.js'
import { markMargins } from './margins.js'
import { estimatedBlocks, readMarkdown, withoutMarkup } from './markdown.js'
import { readOdt } from './odt/odt.js'
import { readTextFile } from './text/text.js'
import { readDocx } from './word/docx.js'
import { OtherKind } from './word/package.js'

// Word files with photographs reach some tens of megabytes; the text in them is small.
const MOST_BYTES = 50 * 1024 * 1024

export interface Read {
  readonly source: Source
  readonly findings: readonly Finding[]
}

/** Reads a file of any known format. No value comes with an error that says why. */
export async function readSource(bytes: Uint8Array, name: string, options: ReadOptions): Promise<Result<Read | undefined>> {
  const read = await readKind(bytes, name, options)
  if (!read.value) return read
  const { source, findings } = read.value
  if (source.blocks.reduce((count, block) => count + blocksOf(block), 0) > MOST_BLOCKS)
    return refuse({ rule: 'import/size', form: 'text', values: { limit: TOO_MANY_BLOCKS } }, name)
  // What no text for people has, whatever it came in: to look at it would take the square of its length.
  for (const block of source.blocks) {
    // It would stand in one line of the policy.
    if (block.rows === undefined && longLine(blockText(block)) !== undefined)
      return refuse({ rule: 'file/line', form: 'long', values: { most: MAX_LINE } }, name, block.line)
    const run = longRun(blockText(block))
    if (run) return refuse({ rule: 'file/run', form: run.kind, values: { most: run.most } }, name, block.line)
  }
  const full = tooManyMarks(source.blocks.flatMap((block) => blockText(block).split('\n')))
  if (full) return refuse({ rule: 'file/marks', form: full.form, values: { count: full.count } }, name)
  // Plain text lost its margins before its lines became blocks.
  const blocks = source.kind === 'text' ? source.blocks : markMargins(source.blocks, source.kind === 'pdf')
  if (blocks.reduce((letters, block) => letters + blockText(block).length, 0) > MOST_LETTERS)
    return refuse({ rule: 'import/size', form: 'text', values: { limit: TOO_MANY_LETTERS } }, name)
  if (!blocks.some((block) => block.artefact === undefined && blockText(block) !== ''))
    return refuse({ rule: 'import/damaged', form: 'wordless' }, name)
  return { value: { source: { ...source, blocks }, findings }, messages: read.messages }
}

/** How many paragraphs a block is as much work as. */
const blocksOf = ({ rows }: SourceBlock): number => (rows ? weightOf(rows) : 1)

async function readKind(bytes: Uint8Array, name: string, options: ReadOptions): Promise<Result<Read | undefined>> {
  if (bytes.byteLength > MOST_BYTES) {
    const values = { size: (bytes.byteLength / 1048576).toFixed(0), most: MOST_BYTES / 1048576 }
    return refuse({ rule: 'import/size', form: 'bytes', values }, name)
  }
  const kind = kindOf(bytes, name)
  if (typeof kind !== 'string') return refuse(kind, name)
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  const messages: Message[] =
    ending !== undefined && ending in ENDINGS && ENDINGS[ending] !== kind
      ? [
          {
            rule: 'import/format',
            form: 'ending',
            values: { ending, kind },
            severity: 'warning',
            place: { file: name, line: 1, column: 1 },
          },
        ]
      : []
  try {
    if (kind === 'docx') return { value: readDocx(bytes, options), messages }
    if (kind === 'odt') return { value: readOdt(bytes), messages }
    if (kind === 'pdf') return { value: await readPdf(bytes), messages }
    const decoded = decode(bytes, name)
    if (decoded.value === undefined) return { value: undefined, messages: decoded.messages }
    append(messages, decoded.messages)
    if (kind === 'markdown') return readMarkdownFile(decoded.value, name, messages)
    const unread = kind === 'text' ? unreadText(decoded.value) : undefined
    if (unread) return refuse(unread.said, name, unread.line)
    return { value: TEXT_READERS[kind](decoded.value), messages }
  } catch (error) {
    if (error instanceof UnreadablePdf) return refuse(error.said, name)
    if (error instanceof OtherKind) return refuse(otherKind(error.kind), name)
    if (error instanceof TooLarge)
      return refuse({ rule: 'import/size', form: 'contents', values: { kind, limit: error.limit } }, name)
    // A mistake of our own is not the file's. The PDF reader is not ours, and stumbles over damage in every way.
    if (kind !== 'pdf' && (error instanceof TypeError || error instanceof ReferenceError)) throw error
    return refuse({ rule: 'import/damaged', form: 'contents', values: { kind, problem: damageOf(error) } }, name)
  }
}

/** What no plain text for people has. Its lines are counted before they are looked at: where they make paragraphs is to be found out. */
function unreadText(text: string): { readonly said: Refused; readonly line: number } | undefined {
  // A new page begins on a new line.
  const { written, blank } = countLines(text.replaceAll('\f', '\n'))
  const limit = written > MOST_LINES ? TOO_MANY_LINES : blank > MAX_BLANK_LINES ? TOO_MANY_BLANKS : undefined
  if (limit) return { said: { rule: 'import/size', form: 'text', values: { limit } }, line: 1 }
  const long = longLine(text)
  if (long !== undefined) return { said: { rule: 'file/line', form: 'long', values: { most: MAX_LINE } }, line: long }
  const run = longRun(text)
  if (!run) return undefined
  const line = text.slice(0, run.offset).split('\n').length
  return { said: { rule: 'file/run', form: run.kind, values: { most: run.most } }, line }
}

type Refused = Said<'file/line' | 'file/marks' | 'file/run' | 'import/damaged' | 'import/format' | 'import/scan' | 'import/size'>

const refuse = (said: Refused, file: string, line = 1): Result<undefined> => ({
  value: undefined,
  messages: [{ ...said, severity: 'error', place: { file, line, column: 1 } }],
})

/** Markdown of anybody; what cannot be read at all says why. */
function readMarkdownFile(text: string, name: string, found: readonly Message[]): Result<Read | undefined> {
  if (estimatedBlocks(text) > MOST_BLOCKS)
    return refuse({ rule: 'import/size', form: 'text', values: { limit: TOO_MANY_BLOCKS } }, name)
  const { value, messages } = readPolicy(text, name)
  const unread = messages.filter(
    ({ rule, severity }) => severity === 'error' && rule.startsWith('file/') && rule !== 'file/empty',
  )
  if (unread.length > 0) return { value: undefined, messages: [...found, ...unread] }
  return { value: { source: { ...readMarkdown(value), words: withoutMarkup(text) }, findings: [] }, messages: found }
}

/** Formats of text that need nothing but its letters. */
const TEXT_READERS = {
  text: readTextFile,
  html: readHtml,
} satisfies { readonly [kind in SourceKind]?: (text: string) => Read }

/** What a reader of ours says of a file, or the program it asked. */
function damageOf(error: unknown): Phrase {
  if (error instanceof Damaged) return error.damage
  const problem = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 200)
  return { phrase: 'damage.other', values: { problem } }
}

const ENDINGS: Readonly<Record<string, SourceKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  odt: 'odt',
  pdf: 'pdf',
}

const otherKind = (kind: OtherKind['kind']): Refused => ({ rule: 'import/format', form: 'other', values: { kind } })

/** OpenDocument has more kinds than texts. */
const OFFICE: Readonly<Record<string, OtherKind['kind']>> = {
  spreadsheet: { phrase: 'kind.spreadsheet' },
  presentation: { phrase: 'kind.presentation' },
}

/** A format that is not read here, but that an office program makes a Word file of: its ending. */
export function olderFormat(bytes: Uint8Array): 'doc' | 'rtf' | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 5))
  return head.startsWith('\u00D0\u00CF\u0011\u00E0') ? 'doc' : head === '{\\rtf' ? 'rtf' : undefined
}

/** The format of a file by its first bytes; its ending tells text formats apart. */
function kindOf(bytes: Uint8Array, name: string): SourceKind | Refused {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK\u0003\u0004')) {
    const kind = /mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(head)?.[1]
    if (kind === 'text') return 'odt'
    if (kind !== undefined) return otherKind(OFFICE[kind] ?? { phrase: 'kind.other', values: { name: kind } })
    return 'docx'
  }
  const older = olderFormat(bytes)
  if (older !== undefined)
    return older === 'doc'
      ? { rule: 'import/damaged', form: 'old-word' }
      : { rule: 'import/format', form: 'office', values: { kind: 'RTF' } }
  if (bytes.byteLength === 0) return { rule: 'import/damaged', form: 'empty' }
  const kind = ENDINGS[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
  if (/^\s*(?:\u00EF\u00BB\u00BF\s*)?(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i.test(head)) return 'html'
  return kind !== undefined && (kind === 'markdown' || kind in TEXT_READERS) ? kind : 'text'
}
