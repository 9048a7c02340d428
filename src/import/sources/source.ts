import type { Message, Result, RuleId } from '../../model/index.js'
import { readPolicy } from '../../read/index.js'
import { blockText } from '../outline/pieces.js'
import type { Finding, ImportOptions, Source, SourceKind } from '../types.js'
import { decode } from './decode.js'
import { readDocx } from './docx.js'
import { readHtml } from './html.js'
import { MOST_LETTERS, TooLarge, tooManyLetters } from './limits.js'
import { markMargins } from './margins.js'
import { readMarkdown } from './markdown.js'
import { readOdt } from './odt.js'
import { readPdf, UnreadablePdf } from './pdf.js'
import { readText } from './text.js'
import { OtherKind } from './word/package.js'

const MOST_BYTES = 50 * 1024 * 1024

export interface Read {
  readonly source: Source
  readonly findings: readonly Finding[]
}

/** Reads a file of any known format. No value comes with an error that says why. */
export async function readSource(bytes: Uint8Array, name: string, options: ImportOptions): Promise<Result<Read | undefined>> {
  const read = await readKind(bytes, name, options)
  if (!read.value) return read
  const place = { file: name, line: 1, column: 1 }
  const refuse = (rule: RuleId, reason: string) => ({
    value: undefined,
    messages: [{ rule, severity: 'error' as const, reason, place }],
  })
  const { source, findings } = read.value
  // Plain text lost its margins before its lines became blocks.
  const blocks = source.kind === 'text' ? source.blocks : markMargins(source.blocks, source.kind === 'pdf')
  if (blocks.reduce((letters, block) => letters + blockText(block).length, 0) > MOST_LETTERS)
    return refuse('import/size', `Unexpected text of ${tooManyLetters().message}`)
  if (!blocks.some((block) => block.artefact === undefined && blockText(block) !== ''))
    return refuse('import/damaged', 'Unexpected document without words')
  return { value: { source: { ...source, blocks }, findings }, messages: read.messages }
}

async function readKind(bytes: Uint8Array, name: string, options: ImportOptions): Promise<Result<Read | undefined>> {
  const place = { file: name, line: 1, column: 1 }
  const refuse = (rule: RuleId, reason: string): Result<undefined> => ({
    value: undefined,
    messages: [{ rule, severity: 'error', reason, place }],
  })
  if (bytes.byteLength > MOST_BYTES) {
    return refuse('import/size', `Unexpected size of ${(bytes.byteLength / 1048576).toFixed(0)} MB, expected at most 50 MB`)
  }
  const kind = kindOf(bytes, name)
  if (typeof kind !== 'string') return refuse(kind.rule, kind.reason)
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  const messages: Message[] =
    ending !== undefined && ending in ENDINGS && ENDINGS[ending] !== kind
      ? [
          {
            rule: 'import/format',
            severity: 'warning',
            reason: `Unexpected ending ".${ending}" of a ${kind} file, read as ${kind}`,
            place,
          },
        ]
      : []
  try {
    if (kind === 'docx') return { value: readDocx(bytes, options), messages }
    if (kind === 'odt') return { value: readOdt(bytes), messages }
    if (kind === 'pdf') return { value: await readPdf(bytes), messages }
    const decoded = decode(bytes, name)
    if (decoded.value === undefined) return { value: undefined, messages: decoded.messages }
    messages.push(...decoded.messages)
    return { value: { source: readers[kind](decoded.value, name), findings: [] }, messages }
  } catch (error) {
    if (error instanceof UnreadablePdf) return refuse(error.rule, `Unexpected ${error.message}`)
    if (error instanceof OtherKind) return refuse('import/format', otherKind(error.message))
    if (error instanceof TooLarge) return refuse('import/size', `Unexpected contents of the ${kind} file: ${error.message}`)
    return refuse(
      'import/damaged',
      `Unexpected contents of the ${kind} file: ${reasonOf(error)}; expected a whole file without a password`,
    )
  }
}

const readers: Readonly<Record<'text' | 'html' | 'markdown', (text: string, name: string) => Source>> = {
  text: readText,
  html: readHtml,
  markdown: (text, name) => readMarkdown(readPolicy(text, name).value),
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 200)

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

const otherKind = (kind: string): string => `Unexpected ${kind}, expected .docx, .odt, .pdf, .html, .md or .txt`

/** The format of a file by its first bytes; its ending tells text formats apart. */
function kindOf(bytes: Uint8Array, name: string): SourceKind | { readonly rule: RuleId; readonly reason: string } {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK\u0003\u0004')) {
    const kind = /mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(head)?.[1]
    if (kind === 'text') return 'odt'
    if (kind !== undefined) return { rule: 'import/format', reason: otherKind(kind) }
    return 'docx'
  }
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0')) {
    return {
      rule: 'import/damaged',
      reason: 'Unexpected old Word format or password, expected a .docx file without a password: save it as .docx',
    }
  }
  if (head.startsWith('{\\rtf')) return { rule: 'import/format', reason: otherKind('RTF') }
  if (bytes.byteLength === 0) return { rule: 'import/damaged', reason: 'Unexpected empty file' }
  const kind = ENDINGS[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
  if (/^\s*(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i.test(head)) return 'html'
  return kind === 'html' || kind === 'markdown' ? kind : 'text'
}
