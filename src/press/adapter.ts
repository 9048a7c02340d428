import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { ByteSink } from './bytes.js'
import { type Information, packet } from './metadata.js'

/** An indirect object of the file. */
export interface Ref {
  readonly id: number
  offset?: number
  toString(): string
  data: Record<string, unknown>
  write(chunk: Uint8Array | string): void
  end(chunk?: Uint8Array | string): void
}

/** The members of a font that measuring needs. Lengths are in units of the font. */
interface FontFile {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight?: number
  readonly xHeight?: number
  hasGlyphForCodePoint(code: number): boolean
  glyphForCodePoint(code: number): { readonly id: number; readonly advanceWidth: number }
}

/** A font with all that PDFKit asks of one it embeds: the members of a fontkit font of these names. */
export interface FontSource extends FontFile {
  readonly lineGap: number
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
  /** Degrees, counter-clockwise. */
  readonly italicAngle: number
  readonly postscriptName: string
  readonly head: { readonly macStyle: { readonly italic: boolean } }
  readonly post: { readonly isFixedPitch: number }
  readonly 'OS/2': { readonly sFamilyClass: number }
  readonly _tables: unknown
  getGlyph(id: number): { readonly id: number; readonly advanceWidth: number }
  layout(text: string): unknown
  createSubset(): { readonly glyphs: number[]; encode(): Uint8Array }
}

/** A font as PDFKit embeds it: a subset whose glyphs, widths and texts are parallel arrays, the first of them for `.notdef`. */
export interface EmbeddedFont {
  readonly id: string
  readonly font: FontFile
  readonly subset: { glyphs: number[] }
  unicode: number[][]
  widths: number[]
  ref(): Ref
}

interface Outline {
  outlineData: Record<string, unknown>
  addItem(title: string, options?: Record<string, unknown>): Outline
}

interface Page {
  readonly dictionary: Ref
  readonly structParentTreeKey: number
  readonly fonts: Record<string, Ref>
  readonly annotations: Ref[]
  write(chunk: Uint8Array | string): void
}

interface Tree {
  limits: boolean
  _items: Record<string, unknown>
  _compareKeys(a: string, b: string): number
  add(key: string | number, value: unknown): void
  get(key: string | number): Ref[]
}

/** PDFKit's public and private members the press stands on. The package is pinned for their sake. */
interface Kit {
  page: Page
  readonly outline: Outline
  readonly _root: { data: Record<string, unknown> & { Names: Ref } }
  _font: EmbeddedFont
  _id: Uint8Array
  readonly info: Record<string, unknown>
  _offset: number
  _write(data: Uint8Array | string): void
  _finalize(): void
  _refEnd(ref: Ref): void
  _addInfo(): void
  push(chunk: Uint8Array | null): boolean
  appendXML(xml: string): void
  ref(data?: Record<string, unknown>): Ref
  addPage(options: Record<string, unknown>): Kit
  registerFont(name: string, source: FontSource): Kit
  font(name: string): Kit
  getStructTreeRoot(): Ref
  getStructParentTree(): Tree
  createStructParentTreeNextKey(): number
  file(bytes: Uint8Array, options: Record<string, unknown>): Ref
  image(bytes: Uint8Array, x: number, y: number, options: Record<string, unknown>): Kit
  save(): Kit
  restore(): Kit
  end(): void
}

const encodable = (text: string): string =>
  /^[\0-\x7f]*$/.test(text) ? text : `\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`

/** A text value of the file; a plain string would be a PDF name. */
export const text = (value: string): unknown => new String(value)

/** The same in the text of an object. */
export const literal = (value: string): string =>
  /^[ -~]*$/.test(value)
    ? `(${value.replace(/[\\()]/g, '\\$&')})`
    : `<feff${Buffer.from(value, 'utf16le').swap16().toString('hex')}>`

/** PDFKit sorts names by locale; readers search them bytewise. And it gives a root limits, which only branches have. */
function bytewise(tree: Tree): void {
  tree.limits = false
  tree._compareKeys = (a, b) => {
    const [x, y] = [encodable(a), encodable(b)]
    return x < y ? -1 : x > y ? 1 : 0
  }
}

/** One PDF file being written: PDFKit, without its defects that would show in an archive. */
export class Backend {
  readonly kit: Kit
  readonly #sink = new ByteSink()
  readonly #done: Promise<Uint8Array>

  constructor(information: Information, lang: string) {
    const kit = new PDFDocument({
      subset: 'PDF/A-3a',
      tagged: true,
      pdfVersion: '1.7',
      lang,
      displayTitle: true,
      font: null,
      autoFirstPage: false,
      margin: 0,
      info: {
        Title: information.title,
        Author: information.author,
        ...(information.subject ? { Subject: information.subject } : {}),
        ...(information.keywords.length > 0 ? { Keywords: information.keywords.join(', ') } : {}),
        Creator: information.tool,
        Producer: information.tool,
        ...(information.date ? { CreationDate: information.date, ModDate: information.date } : {}),
      },
    }) as Kit & { readonly readableLength: number; read(): Uint8Array | null }
    this.kit = kit
    // Without a date of its own PDFKit gives the file that of today.
    if (!information.date) delete kit.info.CreationDate
    bytewise(this.names)
    this.kit.getStructParentTree().limits = false
    // PDFKit's own packet is not escaped and knows only one standard.
    kit._addInfo = () => kit.appendXML(packet(information))

    // The constructor has already written the file's first lines to the stream.
    for (let chunk = kit.read(); chunk; chunk = kit.read()) this.#sink.bytes(chunk)
    kit._write = (data) => {
      if (typeof data === 'string') this.#sink.line(data)
      else this.#sink.bytes(data)
      kit._offset = this.#sink.length
    }
    const finalize = kit._finalize.bind(kit)
    // The file's identity is that of its words and looks, not of the moment it was made.
    kit._finalize = () => {
      kit._id = createHash('md5').update(this.#sink.view()).digest()
      finalize()
    }
    this.#done = new Promise((resolve) => {
      kit.push = () => {
        resolve(this.#sink.view())
        return false
      }
    })
  }

  /** Named destinations: `file.pdf#name`. */
  get names(): Tree {
    return this.kit._root.data.Names.data.Dests as Tree
  }

  /** The dictionary every reader starts from. */
  get catalogue(): Record<string, unknown> {
    return this.kit._root.data
  }

  font(name: string, source: FontSource): EmbeddedFont {
    this.kit.registerFont(name, source).font(name)
    // The text of .notdef, which is never drawn: zero is no character.
    this.kit._font.unicode[0] = [0xfffd]
    return this.kit._font
  }

  /** Writes an object whose text is ready: for the many small elements of a structure tree much faster than PDFKit's own way. */
  object(ref: Ref, body: string): void {
    ref.offset = this.kit._offset
    this.kit._write(`${ref.id} 0 obj\n${body}\nendobj`)
    this.kit._refEnd(ref)
  }

  page(width: number, height: number): Page {
    this.kit.addPage({ size: [width, height], margin: 0 })
    return this.kit.page
  }

  attach(file: { name: string; mediaType: string; description: string; bytes: Uint8Array }, date: Date | undefined): void {
    this.kit.file(file.bytes, {
      name: file.name,
      type: file.mediaType,
      relationship: 'Source',
      description: file.description,
      ...(date ? { creationDate: date, modifiedDate: date } : {}),
    })
    bytewise(this.kit._root.data.Names.data.EmbeddedFiles as Tree)
  }

  end(): Promise<Uint8Array> {
    this.kit.end()
    return this.#done
  }
}
