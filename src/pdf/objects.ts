import { Inflate } from 'fflate'
import { TooLarge } from '../blocks/index.js'
import { type Dictionary, Lexer, Name, Operator, Reference, type Value } from './values.js'

/** An object of a file: its value, and where the bytes of a stream begin and end. */
export interface Found {
  readonly value: Value
  readonly body?: readonly [number, number]
}

// What refers to what refers on.
const MOST_STEPS = 16
const CHUNK = 16 * 1024
// What is read again and again, for objects that begin within others: so many times the file.
const MOST_READ = 4

/**
 * All objects of a file, found by the words they begin with and not by its tables, which may lead past them. Where a number is given to several, each
 * may be the one that counts. What is damaged or encrypted is not among them.
 */
export class Objects {
  readonly #found = new Map<number, Found[]>()
  /** Where the last stream that was looked at begins, and the word that ends it. */
  #stream = { from: 0, to: -1 }

  constructor(
    private readonly bytes: Uint8Array,
    private readonly text: string,
    private readonly mostUnpacked: number,
  ) {
    let read = 0
    for (const match of text.matchAll(/(?<!\d)(\d{1,8})\s{1,9}\d{1,5}\s{1,9}obj(?![a-z])/g)) {
      const lexer = new Lexer(text, match.index + match[0].length)
      const found = this.#next(lexer)
      if (found) this.#add(Number(match[1]), found)
      read += lexer.at - match.index
      if (read > MOST_READ * text.length) throw new TooLarge({ phrase: 'limit.drawing' })
    }
    for (const found of [...this.all()]) if (this.names(found.value, 'Type').has('ObjStm')) this.#addPacked(found)
  }

  *all(): Iterable<Found> {
    for (const found of this.#found.values()) yield* found
  }

  #add(number: number, found: Found): void {
    const known = this.#found.get(number)
    if (known) known.push(found)
    else this.#found.set(number, [found])
  }

  #next(lexer: Lexer): Found | undefined {
    try {
      const value = lexer.next() ?? null
      if (!isDictionary(value)) return { value }
      const after = lexer.next()
      if (!(after instanceof Operator) || after.name !== 'stream') return { value }
      const start = lexer.at + (this.text.startsWith('\r\n', lexer.at) ? 2 : 1)
      return { value, body: [start, this.#endOf(start)] }
    } catch {
      return undefined
    }
  }

  #endOf(start: number): number {
    if (start < this.#stream.from || start > this.#stream.to) {
      const end = this.text.indexOf('endstream', start)
      this.#stream = { from: start, to: end < 0 ? this.text.length : end }
    }
    return this.#stream.to
  }

  /** Objects that stand in a stream together: their numbers and offsets first. */
  #addPacked(found: Found): void {
    const text = new TextDecoder('latin1').decode(this.content(found)?.bytes)
    const [first] = this.of(found.value, 'First')
    const head = new Lexer(text)
    try {
      for (;;) {
        const [number, offset] = [head.next(), head.next()]
        if (typeof number !== 'number' || typeof offset !== 'number' || head.at > Number(first)) return
        this.#add(number, { value: new Lexer(text, Number(first) + offset).next() ?? null })
      }
    } catch {
      // What is damaged is for the reader to tell.
    }
  }

  /** What a value is, or refers to: several where a number is given to several objects. */
  resolved(value: Value | undefined, steps = 0): readonly Found[] {
    if (value === undefined || value === null || steps > MOST_STEPS) return []
    if (!(value instanceof Reference)) return [{ value }]
    return (this.#found.get(value.number) ?? []).flatMap((found) =>
      found.value instanceof Reference ? this.resolved(found.value, steps + 1) : [found],
    )
  }

  /** What stands at a key of a dictionary. */
  at(value: Value, key: string): readonly Found[] {
    return isDictionary(value) ? this.resolved(value.get(key)) : []
  }

  of(value: Value, key: string): readonly Value[] {
    return this.at(value, key).map((found) => found.value)
  }

  names(value: Value, key: string): ReadonlySet<string> {
    return new Set(this.of(value, key).flatMap((name) => (name instanceof Name ? name.value : [])))
  }

  /** The unpacked bytes of a stream, and whether they are all there are; undefined where it is packed in another way. */
  content({ value, body }: Found): { readonly bytes: Uint8Array; readonly isWhole: boolean } | undefined {
    if (!body) return undefined
    let bytes = this.bytes.subarray(...body)
    const filters = this.of(value, 'Filter')
      .flatMap((filter) => (Array.isArray(filter) ? (filter as readonly Value[]) : [filter]))
      .flatMap((filter) => this.resolved(filter).map((found) => found.value))
    for (const filter of filters) {
      if (!(filter instanceof Name) || !/^Fl(?:ateDecode)?$/.test(filter.value)) return undefined
      const unpacked = inflated(bytes, this.mostUnpacked)
      if (!unpacked.isWhole) return unpacked
      bytes = unpacked.bytes
    }
    return { bytes, isWhole: true }
  }
}

export const isDictionary = (value: Value): value is Dictionary => value instanceof Map

/** What a stream grows to, up to a bound; of a damaged one what stands before the damage. */
export function inflated(deflated: Uint8Array, most: number): { readonly bytes: Uint8Array; readonly isWhole: boolean } {
  const chunks: Uint8Array[] = []
  let total = 0
  const inflate = new Inflate((chunk) => {
    total += chunk.length
    chunks.push(chunk)
  })
  try {
    // The first two bytes say how it was packed.
    for (let at = 2; at < deflated.length && total <= most; at += CHUNK) inflate.push(deflated.subarray(at, at + CHUNK))
  } catch {
    // Damage is for the reader to tell.
  }
  const bytes = new Uint8Array(total)
  let end = 0
  for (const chunk of chunks) {
    bytes.set(chunk, end)
    end += chunk.length
  }
  return { bytes, isWhole: total <= most }
}
