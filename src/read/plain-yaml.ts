/** A line with something on it: how far it is indented, and what it says. */
interface Line {
  readonly indent: number
  readonly text: string
}

/** Thrown and caught here: the text says something that only the parser of YAML can be asked about. */
const UNSURE = Symbol()

const KEY = /^([A-Za-z][\w-]*):(?: +(\S.*))?$/
/** Words that YAML may take for something else than words. */
const MEANT = /^(?:~|null|true|false|yes|no|on|off|y|n)$/i
/** Words on a line of their own, told by a letter in front, or by a blank behind a figure. */
const WORDS = /^(?:[\p{L}_]|\d+ )/u
/** Where YAML may see a key, a remark or a list in them. */
const DIVIDED = /: |:$| #/
/** Ids, addresses, hashes, days and versions of three parts. */
const NAMES = /^(?:\d{4}-\d{2}-\d{2}|\d+\.\d+\.\d+)$/
const COUNT = /^(?:0|[1-9]\d{0,14})$/
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/

/**
 * What a plain YAML text says: keys with words, counts and short lists, blocks in blocks. Undefined for all else, as the parser of YAML
 * knows it; a test holds the two together. Most front matter is plain, and to load and ask the parser takes a twentieth of a small document.
 */
export function plainYaml(source: string): Readonly<Record<string, unknown>> | undefined {
  if (/[^\n -~\u00a1-\u024f\u2018-\u201d€–…]/.test(source)) return undefined
  const lines: Line[] = []
  for (const line of source.split('\n')) {
    const text = line.trim()
    if (text !== '' && !text.startsWith('#')) lines.push({ indent: line.length - line.trimStart().length, text })
  }
  try {
    return lines.length === 0 ? undefined : new Reader(lines).whole()
  } catch (problem) {
    if (problem === UNSURE) return undefined
    throw problem
  }
}

const unsure = (): never => {
  throw UNSURE
}

class Reader {
  #at = 0

  constructor(private readonly lines: Line[]) {}

  whole(): Record<string, unknown> {
    if (this.lines[0]?.indent !== 0) unsure()
    const value = this.#map(0)
    return this.#at === this.lines.length ? value : unsure()
  }

  #next(): Line | undefined {
    return this.lines[this.#at]
  }

  #map(indent: number): Record<string, unknown> {
    const value: Record<string, unknown> = {}
    for (let line = this.#next(); line?.indent === indent; line = this.#next()) {
      const [, key = unsure(), rest] = KEY.exec(line.text) ?? unsure()
      if (MEANT.test(key) || Object.hasOwn(value, key)) unsure()
      this.#at++
      value[key] = rest === undefined ? this.#below(indent) : this.#alone(rest, indent)
    }
    return value
  }

  /** What stands below a key: a block further in, or a list that may start right under it. */
  #below(indent: number): unknown {
    const line = this.#next()
    if (!line || line.indent < indent) return null
    const isList = line.text.startsWith('- ')
    if (line.indent === indent && !isList) return null
    return isList ? this.#list(line.indent) : this.#map(line.indent)
  }

  #list(indent: number): unknown[] {
    const value: unknown[] = []
    for (let line = this.#next(); line?.indent === indent && line.text.startsWith('- '); line = this.#next()) {
      const text = line.text.slice(2)
      if (text.startsWith(' ')) unsure()
      if (KEY.test(text)) {
        this.lines[this.#at] = { indent: indent + 2, text }
        value.push(this.#map(indent + 2))
      } else {
        this.#at++
        value.push(this.#alone(text, indent))
      }
    }
    return value
  }

  /** A value on its line, which no line further in goes on with. */
  #alone(text: string, indent: number): unknown {
    const next = this.#next()
    if (next && next.indent > indent) unsure()
    return /^[[{]/.test(text) ? flow(text) : scalar(text)
  }
}

/** A list or a map on one line. */
function flow(text: string): unknown {
  const [open, close] = [text[0], text.at(-1)]
  const members = membersOf(text.slice(1, -1))
  if (open === '[' && close === ']') return members.map(member)
  if (open !== '{' || close !== '}') unsure()
  const value: Record<string, unknown> = {}
  for (const each of members) {
    const [, key = unsure(), rest = unsure()] = KEY.exec(each) ?? unsure()
    if (MEANT.test(key) || Object.hasOwn(value, key)) unsure()
    value[key] = member(rest)
  }
  return value
}

/** What stands between the commas that belong to no list inside. */
function membersOf(text: string): readonly string[] {
  const members: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (char === '[' || char === '{') depth++
    else if (char === ']' || char === '}') depth--
    if (depth < 0) unsure()
    if (char !== ',' || depth > 0) continue
    members.push(text.slice(from, at).trim())
    from = at + 1
  }
  const last = text.slice(from).trim()
  if (depth > 0 || (last === '' && members.length > 0)) unsure()
  return last === '' ? [] : [...members, last]
}

/** In a list on one line words hold no sign that could end them. */
const member = (text: string): unknown => {
  if (/^[[{]/.test(text)) return flow(text)
  return QUOTED.test(text) || !/[[\]{},:#"']/.test(text) ? scalar(text) : unsure()
}

function scalar(text: string): unknown {
  const quoted = QUOTED.exec(text)
  if (quoted) return quoted[1] ?? quoted[2]
  if (COUNT.test(text)) return Number(text)
  return !MEANT.test(text) && !DIVIDED.test(text) && (WORDS.test(text) || NAMES.test(text)) ? text : unsure()
}
