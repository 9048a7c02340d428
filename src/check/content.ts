import { type Dictionary, Lexer, Name, Operator, type Reference, Text, type Value } from '../pdf/index.js'
import { Painting } from './contrast.js'
import { Faults, type PdfFault } from './faults.js'
import type { PdfFile } from './file.js'

/** What is drawn on one page. */
export interface PageContent {
  readonly page: Reference
  /** The text of each piece of marked content, by its number. */
  readonly texts: ReadonlyMap<number, string>
  readonly problems: readonly PdfFault[]
}

const PAINTING = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'EI'])
const CMYK = new Set(['k', 'K'])

/** Reads a page: what stands in which marked content, and what breaks the rules of tagged, archived pages. */
export function readContent(file: PdfFile, page: Reference, fonts: FontTexts): PageContent {
  const dictionary = file.dictionary(page)
  const resources = file.dictionary(file.dictionary(dictionary.get('Resources')).get('Font'))
  const bytes = file.stream(dictionary.get('Contents'))
  const lexer = new Lexer(Buffer.from(bytes ?? new Uint8Array()).toString('latin1'))
  const texts = new Map<number, string>()
  const problems = new Faults()
  const open: ('artifact' | number | undefined)[] = []
  const operands: Value[] = []
  let font: ReadonlyMap<number, string> | undefined
  const saved: (typeof font)[] = []
  const painting = new Painting()

  for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
    if (!(value instanceof Operator)) {
      operands.push(value)
      continue
    }
    const { name } = value
    painting.operator(name, operands)
    if (name === 'BMC' || name === 'BDC') open.push(opened(operands, open, problems, texts))
    else if (name === 'EMC') {
      if (open.length === 0) problems.add({ phrase: 'pdf.not-open' })
      open.pop()
    } else if (name === 'q') saved.push(font)
    else if (name === 'Q') font = saved.pop()
    else if (name === 'Tf') font = fonts.of(resources.get((operands[0] as Name).value))
    else if (CMYK.has(name)) problems.add({ phrase: 'pdf.cmyk' })
    if (PAINTING.has(name) && open.every((entry) => entry === undefined))
      problems.add({ phrase: 'pdf.untagged', values: { operator: name } })
    if (name === 'Tj' || name === 'TJ') {
      const mcid = open.findLast((entry) => typeof entry === 'number')
      const text = shown(operands[0] ?? null, font, problems)
      if (typeof mcid === 'number') texts.set(mcid, (texts.get(mcid) ?? '') + text)
    }
    operands.length = 0
  }
  if (open.length > 0) problems.add({ phrase: 'pdf.still-open' })
  return { page, texts, problems: [...problems, ...painting.problems] }
}

function opened(
  operands: readonly Value[],
  open: readonly unknown[],
  problems: Faults,
  texts: Map<number, string>,
): 'artifact' | number | undefined {
  const [tag, properties] = operands
  const mcid = properties instanceof Map ? (properties as Dictionary).get('MCID') : undefined
  const artifact = tag instanceof Name && tag.value === 'Artifact'
  if (open.length > 0 && (artifact || mcid !== undefined)) problems.add({ phrase: 'pdf.inside' })
  if (artifact) return 'artifact'
  if (typeof mcid !== 'number') return undefined
  if (texts.has(mcid)) problems.add({ phrase: 'pdf.number-twice', values: { number: mcid } })
  texts.set(mcid, '')
  return mcid
}

function shown(value: Value, font: ReadonlyMap<number, string> | undefined, problems: Faults): string {
  const strings = Array.isArray(value) ? value : [value]
  let text = ''
  for (const part of strings) {
    if (!(part instanceof Text)) continue
    for (let at = 0; at + 1 < part.bytes.length; at += 2) {
      const code = part.bytes.charCodeAt(at) * 256 + part.bytes.charCodeAt(at + 1)
      const char = font?.get(code)
      if (code === 0) problems.add({ phrase: 'pdf.notdef' })
      else if (char === undefined || char === '\0') problems.add({ phrase: 'pdf.textless', values: { code } })
      text += char ?? '\ufffd'
    }
  }
  return text
}

/** The texts of the codes of each font, read from its ToUnicode map once. */
export class FontTexts {
  readonly #known = new Map<Value, ReadonlyMap<number, string>>()

  constructor(readonly file: PdfFile) {}

  of(font: Value | undefined): ReadonlyMap<number, string> {
    const key = font ?? null
    const known = this.#known.get(key) ?? this.#read(this.file.dictionary(key).get('ToUnicode'))
    this.#known.set(key, known)
    return known
  }

  #read(map: Value | undefined): ReadonlyMap<number, string> {
    const texts = new Map<number, string>()
    const source = Buffer.from(this.file.stream(map) ?? new Uint8Array()).toString('latin1')
    for (const [, first, list] of source.matchAll(/<([0-9a-fA-F]{4})>\s*<[0-9a-fA-F]{4}>\s*\[([^\]]*)\]/g)) {
      const start = Number.parseInt(first as string, 16)
      ;[...(list as string).matchAll(/<([0-9a-fA-F\s]*)>/g)].forEach(([, digits], index) => {
        const bytes = Buffer.from((digits as string).replace(/\s+/g, ''), 'hex')
        texts.set(start + index, bytes.swap16().toString('utf16le'))
      })
    }
    return texts
  }
}
