import { inflateSync } from 'node:zlib'
import { type Dictionary, Lexer, Name, Operator, Reference, Text, type Value } from '../pdf/index.js'
import { NotChecked } from './faults.js'

/** An object of the file: its value, and its bytes when it is a stream. */
interface Indirect {
  readonly value: Value
  readonly stream?: Uint8Array
}

/** Additions to one file that are followed. */
const MOST_REVISIONS = 32

/**
 * Opens PDF files of the simple kind the press writes: tables of offsets, no compressed objects, no encryption. What was added behind a file, as
 * a signature is, goes before what stood there. Throws an Error with a sentence for the reader when a file is of another kind or damaged.
 */
export class PdfFile {
  readonly #source: string
  readonly #bytes: Uint8Array
  readonly #offsets = new Map<number, number>()
  // A later table may say that an object is no more.
  readonly #placed = new Set<number>()
  readonly #objects = new Map<number, Indirect>()
  readonly trailer: Dictionary
  /** Where its last table of offsets stands, in bytes. */
  readonly start: number

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    if (!this.#source.startsWith('%PDF-')) throw new NotChecked('no-pdf')
    this.start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#source.slice(-64))?.[1] ?? Number.NaN)
    this.trailer = this.#table(this.start)
    let previous = this.trailer.get('Prev')
    for (let i = 0; typeof previous === 'number' && i < MOST_REVISIONS; i++) previous = this.#table(previous).get('Prev')
  }

  /** Reads a table of offsets, of objects not known yet, and the trailer behind it. */
  #table(start: number): Dictionary {
    if (!this.#source.startsWith('xref', start)) throw new NotChecked('other')
    const lexer = new Lexer(this.#source, start + 'xref'.length)
    for (let first = lexer.next(); typeof first === 'number'; first = lexer.next()) {
      const count = Number(lexer.next())
      const entries = lexer.at + (/^\s+/.exec(this.#source.slice(lexer.at, lexer.at + 4))?.[0].length ?? 0)
      for (let i = 0; i < count && entries + i * 20 < this.#source.length; i++) {
        const entry = this.#source.slice(entries + i * 20, entries + i * 20 + 18)
        if (!this.#placed.has(first + i) && entry[17] === 'n') this.#offsets.set(first + i, Number(entry.slice(0, 10)))
        this.#placed.add(first + i)
      }
      lexer.at = entries + count * 20
    }
    const trailer = lexer.next()
    if (!(trailer instanceof Map)) throw new NotChecked('other')
    return trailer as Dictionary
  }

  /** Of the format, as its first line says: "1.7". */
  get version(): string {
    return /^%PDF-([^\s%]*)/.exec(this.#source)?.[1] ?? ''
  }

  /** The numbers of all objects. */
  get numbers(): Iterable<number> {
    return this.#offsets.keys()
  }

  #object(number: number): Indirect {
    const known = this.#objects.get(number)
    if (known) return known
    const offset = this.#offsets.get(number)
    const found = offset === undefined ? { value: null } : this.#read(number, offset)
    this.#objects.set(number, found)
    return found
  }

  #read(number: number, offset: number): Indirect {
    const head = new RegExp(`${number} 0 obj\\s`, 'y')
    head.lastIndex = offset
    if (!head.test(this.#source)) throw new Error(`other bytes at the offset of object ${number}`)
    const lexer = new Lexer(this.#source, head.lastIndex)
    const value = lexer.next() ?? null
    const after = lexer.next()
    if (!(after instanceof Operator) || after.name !== 'stream' || !(value instanceof Map)) return { value }
    const start = lexer.at + (this.#source.startsWith('\r\n', lexer.at) ? 2 : 1)
    const length = this.get(value.get('Length') ?? null)
    if (typeof length !== 'number') throw new Error(`no length of stream ${number}`)
    return { value, stream: this.#bytes.subarray(start, start + length) }
  }

  /** The value itself, or what it refers to. */
  get(value: Value | undefined): Value {
    return value instanceof Reference ? this.get(this.#object(value.number).value) : (value ?? null)
  }

  dictionary(value: Value | undefined): Dictionary {
    const found = this.get(value)
    return found instanceof Map ? found : new Map()
  }

  array(value: Value | undefined): readonly Value[] {
    const found = this.get(value)
    return Array.isArray(found) ? found : []
  }

  name(value: Value | undefined): string | undefined {
    const found = this.get(value)
    return found instanceof Name ? found.value : undefined
  }

  text(value: Value | undefined): string | undefined {
    const found = this.get(value)
    return found instanceof Text ? found.toString() : undefined
  }

  /** The unpacked bytes of a stream; undefined for anything else. */
  stream(value: Value | undefined): Uint8Array | undefined {
    if (!(value instanceof Reference)) return undefined
    const { stream } = this.#object(value.number)
    if (!stream) return undefined
    return this.name(this.dictionary(value).get('Filter')) === 'FlateDecode' ? inflateSync(stream) : stream
  }

  /** The pages in order. */
  pages(): Reference[] {
    const root = this.dictionary(this.trailer.get('Root'))
    return this.array(this.dictionary(root.get('Pages')).get('Kids')).filter((kid) => kid instanceof Reference)
  }
}
