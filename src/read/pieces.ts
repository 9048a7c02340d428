import type * as Md from 'mdast'
import type { Point } from 'unist'
import { append } from '../model/index.js'

/**
 * The parser's time grows with the square of what it is given at once: a text is cut where a block at the margin begins, or an item at
 * the margin of the list that is open, and read piece by piece. The tree is the one the parser gives for the whole (a property test
 * holds both against each other). Link and footnote definitions hold for all pieces: where a piece names one that stands in another,
 * a stand-in for it is put above the piece and taken out again. `least` is how many letters a piece has, at least.
 */
export function parseInPieces(source: string, parse: (source: string) => Md.Root, least = LEAST): Md.Root {
  const pieces = cut(source, least)
  if (pieces.length < 2) return parse(source)
  const read = source.includes(']:')
    ? readDefined(pieces, parse)
    : pieces.map((piece) => ({ root: parse(piece.text), stands: '' }))
  if (read === undefined) return parse(source)
  const children: Md.RootContent[] = []
  for (const [at, piece] of pieces.entries()) {
    const { root, stands } = read[at] as Read
    const before = { line: piece.line - stands.split('\n').length + 1, offset: piece.offset - stands.length }
    const move = (point: Point): Point => ({
      line: point.line + before.line,
      column: point.column,
      offset: (point.offset ?? 0) + before.offset,
    })
    for (const node of root.children) {
      if ((node.position?.start.offset ?? 0) >= stands.length) add(children, relocate(node, move), piece, source)
    }
  }
  return { type: 'root', children }
}

/** Moves a node the parser made, and all in it, to their places in a text that holds the one it was read from. A copy of each would be half the work of a large text. */
export function relocate<T extends Md.Nodes>(node: T, move: (point: Point) => Point): T {
  if (node.position) node.position = { start: move(node.position.start), end: move(node.position.end) }
  if ('children' in node) for (const child of node.children) relocate(child, move)
  return node
}

/** Fenced code and HTML may hold blank lines, in which nothing begins that seems to; a comment that ends in its own line holds none. */
export const REACHES_OVER_BLANK_LINES = /^[ \t>*+\-\d.)]*(?:`{3}|~{3}|<(?!!--.*-->)[!?/A-Za-z])/m

interface Part {
  readonly text: string
  /** Lines and characters before it. */
  readonly line: number
  readonly offset: number
  /** It starts with a further item of the list in which the piece before it ends; `apart`: after a blank line. */
  readonly goesOn: boolean
  readonly apart: boolean
}

// Below it the parser's time is that of starting.
const LEAST = 1500

const MARKED = /^([-*+]|\d{1,9}[.)])[ \t]+\S/
const MARKED_WITHIN = /^( *(?:[-*+]|\d{1,9}[.)]) )\S/
const RULE = /^([-*_])[ \t]*(?:\1[ \t]*){2,}$/
/** What ends at its line whatever is above it: nothing is open below. */
const CLOSED = [RULE, /^#{1,6}(?:[ \t]|$)/]
const REACHES = new RegExp(REACHES_OVER_BLANK_LINES.source)

function cut(source: string, least: number): Part[] {
  const pieces: Part[] = []
  let start = { line: 0, offset: 0, goesOn: false, apart: false }
  let line = 0
  let offset = 0
  let before = ''
  let list: string | undefined
  let isFresh = true
  let isIndented = false
  /** Where the words of the item in the line above begin, in a row of items of the list that is open. */
  let inside = 0
  let ends: Ends | undefined
  const close = (goesOn: boolean) => {
    if (offset - start.offset < least) return
    pieces.push({ ...start, text: source.slice(start.offset, offset) })
    start = { line, offset, goesOn, apart: before === '' }
  }
  for (const text of source.split('\n')) {
    const isBlank = text.trim() === ''
    const isClosed = CLOSED.some((pattern) => pattern.test(text))
    const opened = ends === undefined || ends === atBlank ? opens(text, ends) : undefined
    if (opened === 'unknown') break
    if (ends === undefined && !isBlank && !/^[ \t]/.test(text)) {
      const marker = isClosed ? undefined : MARKED.exec(text)?.[1]?.replace(/^\d+/, '')
      const isAtItem = list !== undefined && MARKED.test(before)
      // A number that does not follow an item or a blank line may be a word of a paragraph; below indented code the parser takes it for one.
      const follows = before === '' ? list !== undefined || !isIndented : isAtItem || inside > 0
      if (isFresh) {
        close(false)
        list = marker
      } else if (marker !== undefined && marker === list && (follows || !/^\d/.test(text))) close(true)
      // Another mark in the line below an item ends the list and begins the next, and a bullet below a quotation ends that.
      else if (marker !== undefined && (isAtItem || (before.startsWith('>') && !/^\d/.test(text)))) {
        close(false)
        list = marker
      } else if (marker !== undefined) list = follows || !/^\d/.test(text) ? marker : undefined
      else if (before === '' || isClosed || text.startsWith('>')) {
        // A row of dashes below a line may be what makes it a heading.
        const begins =
          before === '' ? isClosed || !/^(?:[-*+]|\d{1,9}[.)])/.test(text) : isClosed ? !text.startsWith('-') : isAtItem
        if (begins) close(false)
        list = undefined
      }
    }
    if (!isBlank) {
      isFresh = ends === undefined && isClosed
      isIndented = /^[ \t]/.test(text)
    }
    if (opened) ends = opened
    else if (ends?.(text)) {
      isFresh = ends !== atBlank
      ends = undefined
    }
    if (isFresh) list = undefined
    const upTo = MARKED_WITHIN.exec(text)?.[1]?.length ?? 0
    const stands = text.length - text.trimStart().length
    inside = list !== undefined && stands <= inside && !RULE.test(text.trim()) ? upTo : 0
    before = isBlank ? '' : text
    line++
    offset += text.length + 1
  }
  pieces.push({ ...start, text: source.slice(start.offset) })
  return pieces
}

/** Whether a line is the last of what was opened above it. */
type Ends = (text: string) => boolean
const atBlank: Ends = (text) => text.trim() === ''
const atComment: Ends = (text) => text.includes('-->')

/** The end of what a line at the margin opens: fenced code, a comment, other HTML. What is opened in a list or a quotation, and what ends at a tag of its own, is not known. */
function opens(text: string, above: Ends | undefined): Ends | 'unknown' | undefined {
  if (!REACHES.test(text)) return undefined
  if (/^<\/?[a-z]/i.test(text)) return /^<\/?(?:pre|script|style|textarea)/i.test(text) ? 'unknown' : atBlank
  // Whether it is opened at all depends on what the HTML above it is.
  if (above !== undefined) return 'unknown'
  const [, fence] = /^(`{3,})[^`]*$/.exec(text) ?? /^(~{3,})/.exec(text) ?? []
  if (fence !== undefined) {
    const end = new RegExp(`^ {0,3}${fence}${fence[0]}*[ \\t]*$`)
    return (line) => end.test(line)
  }
  if (!/^<!--(?![->])/.test(text)) return 'unknown'
  return /^<!--.*-->/.test(text) ? undefined : atComment
}

/** Adds a block; items that go on with the list before them become part of it. */
function add(children: Md.RootContent[], node: Md.RootContent, { goesOn, apart, offset }: Part, source: string): void {
  const last = children.at(-1)
  const isFirst = node.position?.start.offset === offset
  const same = last?.type === 'list' && node.type === 'list' && markerAt(source, last) === markerAt(source, node)
  if (!goesOn || !isFirst || !same) {
    children.push(node)
    return
  }
  // The same node grows: a copy for every piece would take the square of their number.
  append(last.children, node.children)
  last.spread = last.spread === true || node.spread === true || apart
  if (last.position && node.position) last.position = { start: last.position.start, end: node.position.end }
}

/** What stands before the items of a list, whatever their number. */
const markerAt = (source: string, { position }: Md.List): string => {
  const start = position?.start.offset ?? 0
  return source.slice(start, start + 10).replace(/^\d+/, '')[0] ?? ''
}

/** A piece as the parser read it, below the stand-ins it was given. */
interface Read {
  readonly root: Md.Root
  readonly stands: string
}

/** Definitions as they look: what is none after all, or was not seen, costs its pieces another reading. */
const LOOKS_DEFINED = /^[ \t>*+\-\d.)]*\[([^[\]\n\\&]+)\]:/gm

/** The pieces of a text that defines names, each with stand-ins for those of other pieces; undefined where a name is written in a way that cannot be repeated. */
function readDefined(pieces: readonly Part[], parse: (source: string) => Md.Root): readonly Read[] | undefined {
  const likely = pieces.map(({ text }) => [...text.matchAll(LOOKS_DEFINED)].map(([, label = '']) => label))
  const guessed = new Map(likely.flatMap((labels) => labels.map((label) => [nameOf(label), standIn(label)] as const)))
  const known = new Map<string, string>()
  const first: (Read & { readonly names: ReadonlySet<string> })[] = []
  for (const [at, { text }] of pieces.entries()) {
    const stands = standIns(text, guessed, new Set(likely[at]?.map(nameOf)))
    const root = parse(stands + text)
    const names = new Set<string>()
    const stack: Md.Nodes[] = root.children.filter((node) => (node.position?.start.offset ?? 0) >= stands.length)
    for (let node = stack.pop(); node; node = stack.pop()) {
      if ('children' in node) append(stack, node.children)
      if (node.type !== 'definition' && node.type !== 'footnoteDefinition') continue
      const label = node.label ?? node.identifier
      if (/[\\[\]\n&]/.test(label)) return undefined
      const own = node.type === 'footnoteDefinition' ? `^${label}` : label
      names.add(nameOf(own))
      known.set(nameOf(own), standIn(own))
    }
    first.push({ root, stands, names })
  }
  return first.map(({ root, stands, names }, at) => {
    const { text } = pieces[at] as Part
    const needed = standIns(text, known, names)
    return needed === stands ? { root, stands } : { root: parse(needed + text), stands: needed }
  })
}

const standIn = (label: string): string => (label.startsWith('^') ? `[${label}]: x` : `[${label}]: #`)

/** What definitions are known by, as the parser compares names. */
export const nameOf = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()

function standIns(text: string, known: ReadonlyMap<string, string>, own: ReadonlySet<string> = new Set()): string {
  if (known.size === 0) return ''
  const named = [...text.matchAll(/[[\]]([^[\]]+)(?=\])/g)]
    .map((match) => nameOf(match[1] ?? ''))
    .filter((name) => known.has(name))
  if (named.every((name) => own.has(name))) return ''
  const stands = [...new Set(named)].map((name) => known.get(name) ?? '')
  // A link definition is the last: what is indented below a note would be part of it.
  return stands.length === 0 ? '' : `${[...stands, LAST].join('\n\n')}\n\n`
}

// Nobody's name: characters of the private use area.
const LAST = '[\uE0C1\uE0C1]: #'
