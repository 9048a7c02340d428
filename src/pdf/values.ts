/** The values of a PDF file (ISO 32000-1, 7.3). */
export class Name {
  constructor(readonly value: string) {}
}

export class Reference {
  constructor(readonly number: number) {}
}

/** A text or byte string, one character per byte. */
export class Text {
  constructor(readonly bytes: string) {}

  toString(): string {
    if (!this.bytes.startsWith('\xfe\xff')) return this.bytes
    return Buffer.from(this.bytes.slice(2), 'latin1').swap16().toString('utf16le')
  }
}

/** An operator of a content stream, or a keyword between objects. */
export class Operator {
  constructor(readonly name: string) {}
}

export type Dictionary = ReadonlyMap<string, Value>
export type Value = null | boolean | number | Name | Text | Reference | Operator | readonly Value[] | Dictionary

/** Arrays and dictionaries in each other: no file that is written has as many, and the stack bears them. */
const MOST_NESTED = 200

const WHITE = /[\0\t\n\f\r ]/
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]+/y
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Reads values one after the other from bytes given as Latin-1. */
export class Lexer {
  #depth = 0

  constructor(
    readonly source: string,
    public at = 0,
  ) {}

  #blank(): void {
    for (;;) {
      const char = this.source[this.at]
      if (char === undefined) return
      if (char === '%') {
        while (this.at < this.source.length && !/[\r\n]/.test(this.source[this.at] as string)) this.at++
      } else if (WHITE.test(char)) this.at++
      else return
    }
  }

  /** Undefined at the end. */
  next(): Value | undefined {
    this.#blank()
    const char = this.source[this.at]
    if (char === undefined) return undefined
    if (char === '/') return this.#name()
    if (char === '(') return this.#literal()
    if (char === '[') return this.#within(() => this.#array())
    if (char === '<') return this.source[this.at + 1] === '<' ? this.#within(() => this.#dictionary()) : this.#hex()
    REGULAR.lastIndex = this.at
    const word = REGULAR.exec(this.source)?.[0]
    if (word === undefined) throw new Error(`"${char}" at byte ${this.at}`)
    this.at += word.length
    if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(word)) return this.#number(word)
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : new Operator(word)
  }

  #within<T>(read: () => T): T {
    if (++this.#depth > MOST_NESTED) throw new Error(`more than ${MOST_NESTED} values in each other at byte ${this.at}`)
    const value = read()
    this.#depth--
    return value
  }

  #number(word: string): number | Reference {
    const reference = /\s+(\d+)\s+R(?![A-Za-z])/y
    reference.lastIndex = this.at
    const match = /^\d+$/.test(word) ? reference.exec(this.source) : null
    if (!match) return Number(word)
    this.at += match[0].length
    return new Reference(Number(word))
  }

  #name(): Name {
    REGULAR.lastIndex = ++this.at
    const word = REGULAR.exec(this.source)?.[0] ?? ''
    this.at += word.length
    return new Name(word.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))))
  }

  #literal(): Text {
    let bytes = ''
    let depth = 1
    for (this.at++; this.at < this.source.length; this.at++) {
      const char = this.source[this.at] as string
      if (char === '\\') {
        const octal = /[0-7]{1,3}/y
        octal.lastIndex = this.at + 1
        const code = octal.exec(this.source)?.[0]
        const next = this.source[this.at + 1] ?? ''
        bytes += code ? String.fromCharCode(Number.parseInt(code, 8) & 255) : (ESCAPES[next] ?? next)
        this.at += code ? code.length : 1
        continue
      }
      if (char === '(') depth++
      if (char === ')' && --depth === 0) break
      bytes += char
    }
    this.at++
    return new Text(bytes)
  }

  #hex(): Text {
    const end = this.source.indexOf('>', this.at)
    if (end < 0) throw new Error(`a string without an end at byte ${this.at}`)
    const digits = this.source.slice(this.at + 1, end).replace(/\s+/g, '')
    this.at = end + 1
    return new Text(Buffer.from(digits, 'hex').toString('latin1'))
  }

  #array(): Value[] {
    const values: Value[] = []
    for (this.at++; ; ) {
      this.#blank()
      if (this.source[this.at] === ']') break
      const value = this.next()
      if (value === undefined) throw new Error('an array without an end')
      values.push(value)
    }
    this.at++
    return values
  }

  #dictionary(): Dictionary {
    const entries = new Map<string, Value>()
    for (this.at += 2; ; ) {
      this.#blank()
      if (this.source.startsWith('>>', this.at)) break
      const key = this.next()
      const value = this.next()
      if (!(key instanceof Name) || value === undefined) throw new Error(`a broken dictionary at byte ${this.at}`)
      entries.set(key.value, value)
    }
    this.at += 2
    return entries
  }
}
