import { Document, isCollection, isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { metadataSchema } from '../model/index.js'

/** What a key gets, by its path: `['changes', 'foto', 'why']`. `undefined` takes the key out. */
export interface YamlEdit {
  readonly path: readonly [string, ...(string | number)[]]
  readonly value: unknown
}

const OPTIONS = { prettyErrors: false, stringKeys: true, uniqueKeys: true } as const

/** The order in which the format's page names the keys: where a new one goes. */
const ORDER = Object.keys(metadataSchema.shape)

/**
 * Front matter with some keys changed. What a person wrote stays as it is written: comments, blank lines, the order of keys, quotes and
 * brackets; a key that is not touched stays byte for byte. A new key goes after those the format names before it. Undefined for YAML that
 * cannot be read, or that has no keys: there is nothing to edit.
 */
export function editFrontMatter(yaml: string, edits: readonly YamlEdit[]): string | undefined {
  let now: Parsed | undefined = parsed(yaml)
  for (const each of atOnce(edits)) {
    now = editKey(now, each)
    if (now === undefined) return undefined
  }
  return now.text
}

/** A text with what the parser made of it: most of the time of an edit. */
interface Parsed {
  readonly text: string
  readonly document: Document
}

const parsed = (text: string): Parsed => ({ text, document: parseDocument(text, OPTIONS) })

/** Edits by what is read and written anew together: of one key those that follow on each other, but a single value, which is put in alone. */
function atOnce(edits: readonly YamlEdit[]): readonly OfOneKey[] {
  const groups: [YamlEdit, ...YamlEdit[]][] = []
  for (const edit of edits) {
    const last = groups.at(-1)
    const goes = last && [last[0], edit].every(({ path, value }) => path[0] === edit.path[0] && !isSingle(value))
    if (goes) last.push(edit)
    else groups.push([edit])
  }
  return groups
}

type OfOneKey = readonly [YamlEdit, ...YamlEdit[]]

const isSingle = (value: unknown): boolean => value !== undefined && (value === null || typeof value !== 'object')

/** The text with one key changed; the document it is given is used up. */
function editKey({ text: yaml, document }: Parsed, edits: OfOneKey): Parsed | undefined {
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return undefined
  // Where things stand is asked of the document before it is changed.
  const scalar = replaceScalar(document, yaml, edits)
  const first = scalar ?? replaceLines(document, yaml, edits)
  for (const edit of edits) change(document, edit)
  const expected = meaningOf(document)
  // What is cut out and put back is read again: where YAML is written in a way that does not bear it, more of it is written anew.
  for (const way of [() => first, () => (scalar === undefined ? undefined : replaceLines(parsed(yaml).document, yaml, edits))]) {
    const text = way()
    const next = text === undefined ? undefined : parsed(text)
    if (next && next.document.errors.length === 0 && meaningOf(next.document) === expected) return next
  }
  return parsed(printed(document, yaml))
}

/** The text with one value in the place of another, in the same quotes; undefined where either has parts. */
function replaceScalar(document: Document, yaml: string, [{ path, value }]: OfOneKey): string | undefined {
  if (!isSingle(value)) return undefined
  const before = document.hasIn(path) ? document.getIn(path, true) : undefined
  if (!isScalar(before) || !before.range) return undefined
  const scalar = document.createNode(value)
  if (typeof value === 'string' && before.type !== undefined) Object.assign(scalar, { type: before.type })
  const words = new Document({ key: scalar }).toString({ lineWidth: 0 }).slice('key: '.length).trimEnd()
  return yaml.slice(0, before.range[0]) + words + yaml.slice(before.range[1])
}

const meaningOf = (document: Document): string => JSON.stringify(sorted(document.toJS({ maxAliasCount: 50 })))

/** The keys of the whole in one order: where a key stands is no part of what it says. */
const sorted = (value: unknown): unknown =>
  Object.fromEntries(Object.entries((value ?? {}) as object).sort(([a], [b]) => (a < b ? -1 : 1)))

function change(document: Document, { path, value }: YamlEdit): void {
  if (value === undefined) {
    if (document.hasIn(path)) document.deleteIn(path)
    return
  }
  const before = document.getIn(path, true)
  const node = document.createNode(value)
  if (isCollection(node) && isCollection(before)) {
    // An empty list is written [] whatever manner its entries will be in.
    if (before.flow !== undefined && before.items.length > 0) node.flow = before.flow
    copyComments(before, node)
  }
  document.setIn(path, node)
}

function copyComments(from: Node, to: Node): void {
  const { comment, commentBefore, spaceBefore } = from
  Object.assign(to, { comment, commentBefore, spaceBefore })
}

/** The text with the lines of one key replaced; undefined where a key does not stand at the start of lines of its own. */
function replaceLines({ contents }: Document, yaml: string, edits: OfOneKey): string | undefined {
  const [key] = edits[0].path
  if (contents === null) return yaml.replace(/(?<!\n)$/, '\n').replace(/^\n/, '') + linesOf('', edits)
  const { items, flow } = contents as YAMLMap
  const starts = items.map((pair) => startOf(pair))
  if (flow === true || starts.some((start) => start === undefined || (start > 0 && yaml[start - 1] !== '\n'))) return undefined
  const places = starts as readonly number[]
  const at = items.findIndex((pair) => nameOf(pair) === key)
  if (at >= 0) {
    const [start, end] = linesAt(yaml, places, at)
    return yaml.slice(0, start) + linesOf(yaml.slice(start, end), edits) + yaml.slice(end)
  }
  const rank = ORDER.indexOf(key)
  const after = items.findLastIndex((pair) => rank < 0 || ORDER.indexOf(nameOf(pair)) <= rank)
  const [, end] = after < 0 ? [0, places[0] ?? 0] : linesAt(yaml, places, after)
  const head = yaml.slice(0, end)
  return (head === '' || head.endsWith('\n') ? head : `${head}\n`) + linesOf('', edits) + yaml.slice(end)
}

const nameOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '')
const startOf = ({ key }: Pair): number | undefined => (isScalar(key) ? key.range?.[0] : undefined)

/** From where to where the lines of a key reach: comments and blank lines before the next key are that one's. */
function linesAt(yaml: string, starts: readonly number[], at: number): readonly [number, number] {
  const start = starts[at] as number
  const lines = yaml.slice(start, starts[at + 1] ?? yaml.length).split(/(?<=\n)/)
  while (lines.length > 1 && /^(?:#|\s*$)/.test(lines.at(-1) as string)) lines.pop()
  return [start, start + lines.join('').length]
}

/** The lines of one key, changed; none when it was taken out. */
function linesOf(lines: string, edits: OfOneKey): string {
  const document = parseDocument(lines, OPTIONS)
  for (const edit of edits) change(document, edit)
  return isMap(document.contents) && document.contents.items.length > 0 ? printed(document, lines) : ''
}

/** In the manner of what stood there: indented as deep, brackets with or without blanks inside, no line folded. */
function printed(document: Document, like: string): string {
  const indent = /^[\w"'-][^\n]*:[ \t]*(?:#[^\n]*)?\n( +)(?!#)\S/m.exec(like)?.[1]?.length ?? 2
  return document.toString({
    lineWidth: 0,
    indent: Math.min(indent, 8),
    indentSeq: !/:[ \t]*\n- /.test(like),
    flowCollectionPadding: !/[[{](?![ \t\n\]}])/.test(like),
  })
}
