import type * as Md from 'mdast'
import { maximum } from '../model/index.js'

declare module 'unist' {
  interface Data {
    /** What stood in this node was too deep to be read, or it stands for a text of more marks than are. */
    cut?: 'depth' | 'marks'
  }
}

/** Emphasis and links inside each other. */
export const MOST_NESTED = 100

/** The square of the marks of a paragraph, for all paragraphs together: the parser's work, which is a second for so many. */
const MOST_WORK = 50_000_000

/** The square of the lines between cells of a table, for all tables together: as long. */
const MOST_TABLE_WORK = 5_000_000_000

/** The square of the lines of a paragraph, for all paragraphs together: for a line that goes on in a quotation or an item the parser looks through all lines before it. */
const MOST_LINE_WORK = 25_000_000

/** Marks of the whole text, signs of quotations and of what is written by its name among them: five for every clause that five hundred pages have. */
const MOST_IN_ALL = 50_000

/** Marks in what is not plain, which the parser takes some twentieth of a millisecond for: two in each clause of five hundred pages. */
export const MOST_PARSED = 20_000
/** As many marks a line of a quotation that is not plain: the parser begins anew in each. */
const OF_QUOTATION = 4

const NEW_WORDS = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]|^[ \t]*[|#]/

/** Lines that begin with more than one mark of a list, by four times the square of how deep they go: the parser's work, which is a second for so many. */
const MOST_CONTAINER_WORK = 80_000
const CONTAINER = '(?:[-*+](?=[ \\t])|>|\\d{1,9}[.)](?=[ \\t]))'
const CONTAINERS = new RegExp(`^(?![-*_ \\t]*$)(?:[ \\t]*${CONTAINER}){2,}`, 'gm')

/** Definitions of links, and notes in lists: each is read for itself, and once more where it is used. */
const MOST_DEFINITIONS = 5000
const DEFINITION = /^(?:[ \t]*\[(?!\^)|(?=[ \t]*[>*+\-\d])[ \t>*+\-\d.)]+\[)[^[\]\n]*\]:/gm

/** Tables, before any is read: as many of two rows as a policy may have blocks. Each becomes one in every paper. */
const MOST_TABLES = 3333
const BELOW_HEAD = /^(?=[^|\n]*\|)[ \t>|]*:?-[-:| \t]*$/gm

/**
 * Paragraphs, headings (each for two), items, tables and their rows: twenty on each of five hundred pages. Every stage looks at each, and a paper takes
 * some quarter of a millisecond for it.
 */
export const MOST_BLOCKS = 10_000
/** Cells of a row that are as much work as a paragraph. */
const CELLS = 2.5
/** As much work is a heading, which stands in the contents too. */
const OF_HEADING = 2

/** How many blocks a table counts for: itself, and its rows, each as wide as the widest, for that is how they are set. */
export function weightOf(rows: readonly (readonly unknown[])[]): number {
  const columns = maximum(rows.map(({ length }) => length))
  return 1 + Math.ceil(rows.length * Math.max(columns / CELLS, 1))
}

/** How many blocks a text has of those that hold words, or could. */
export function blocksIn(node: Md.Nodes): number {
  if (node.type === 'table') return weightOf(node.children.map(({ children }) => children))
  if (node.type === 'heading') return OF_HEADING
  if (!HOLDS_BLOCKS.has(node.type) || !('children' in node) || node.children.length === 0) return 1
  let count = 0
  for (const child of node.children) count += blocksIn(child)
  return count
}

const HOLDS_BLOCKS: ReadonlySet<string> = new Set(['root', 'list', 'listItem', 'blockquote', 'footnoteDefinition'])

/** Items under another mark than the one before them at the same margin: each begins a list, which the parser reads apart. */
const MOST_TURNS = 1500
const AT_ITEM = /^([ \t]*)(?:([-*+])|\d{1,9}([.)]))[ \t]/

interface TooMany {
  readonly form: 'marks' | 'parsed' | 'cells' | 'lines' | 'tables' | 'text' | 'containers' | 'definitions' | 'turns'
  readonly count: number
  readonly line: number
}

/** What is more than a text for people has, of what makes a parser look from every one to every other: the worst paragraph or table, or the marks of the whole text. */
export function tooMany(text: string): TooMany | undefined {
  const containers = tooManyContainers(text)
  if (containers) return containers
  const definitions = text.includes(']:') ? (text.match(DEFINITION)?.length ?? 0) : 0
  if (definitions > MOST_DEFINITIONS) return { form: 'definitions', count: definitions, line: 1 }
  const tables = text.includes('|') ? (text.match(BELOW_HEAD)?.length ?? 0) : 0
  if (tables > MOST_TABLES) return { form: 'tables', count: tables, line: 1 }
  if (!mayHaveTooMany(text)) return undefined
  const [words, cells, lines] = [
    new Squares('marks', MOST_WORK),
    new Squares('cells', MOST_TABLE_WORK),
    new Squares('lines', MOST_LINE_WORK),
  ]
  let all = 0
  let full: TooMany | undefined
  let turns = 0
  /** The mark of the last item, by its margin. */
  const open = new Map<string, string>()
  for (const [at, line] of text.split('\n').entries()) {
    const isBlank = line.trim() === ''
    if (isBlank) cells.close()
    if (isBlank || NEW_WORDS.test(line)) {
      words.close()
      lines.close()
    }
    const [, margin, bullet, number] = AT_ITEM.exec(line) ?? []
    const mark = bullet ?? number
    if (margin !== undefined && mark !== undefined) {
      if ((open.get(margin) ?? mark) !== mark) turns++
      open.set(margin, mark)
    } else if (!isBlank && !/^[ \t]/.test(line)) open.clear()
    let [marks, pipes, quotes] = [0, 0, 0]
    for (let i = 0; i < line.length; i++) {
      const code = line.charCodeAt(i)
      if (code === PIPE) pipes++
      else if (code === QUOTE) quotes++
      else if (isMark(code)) marks++
    }
    words.add(marks, at + 1)
    cells.add(pipes, at + 1)
    if (!isBlank) lines.add(1, at + 1)
    all += marks + quotes
    if (all > MOST_IN_ALL) full ??= { form: 'text', count: MOST_IN_ALL, line: at + 1 }
  }
  return (
    words.tooMany() ??
    cells.tooMany() ??
    lines.tooMany() ??
    (turns > MOST_TURNS ? { form: 'turns', count: turns, line: 1 } : full)
  )
}

function tooManyContainers(text: string): TooMany | undefined {
  let [work, count] = [0, 0]
  for (const [prefix] of text.matchAll(CONTAINERS)) {
    const marks = prefix.match(/[-*+>]|\d+/g) ?? []
    if (marks.filter((mark) => mark !== '>').length < 2) continue
    count++
    work += 4 * marks.length ** 2
  }
  return work > MOST_CONTAINER_WORK ? { form: 'containers', count, line: 1 } : undefined
}

/** What is counted in each paragraph or table, squared and added up. */
class Squares {
  private sum = 0
  private count = 0
  private start = 1
  private most = { count: 0, line: 1 }

  constructor(
    private readonly form: TooMany['form'],
    private readonly limit: number,
  ) {}

  add(count: number, line: number): void {
    if (this.count === 0) this.start = line
    this.count += count
  }

  close(): void {
    this.sum += this.count * this.count
    if (this.count > this.most.count) this.most = { count: this.count, line: this.start }
    this.count = 0
  }

  tooMany(): TooMany | undefined {
    this.close()
    return this.sum > this.limit ? { form: this.form, ...this.most } : undefined
  }
}

/** The same of paragraphs that are yet to be written: what would be refused as soon as it is read again. */
export function tooManyMarks(paragraphs: readonly string[]): (TooMany & { readonly form: 'marks' | 'parsed' }) | undefined {
  const words = new Squares('marks', MOST_WORK)
  let all = 0
  for (const [at, paragraph] of paragraphs.entries()) {
    let marks = 0
    for (let i = 0; i < paragraph.length; i++) if (isMark(paragraph.charCodeAt(i))) marks++
    words.add(marks, at + 1)
    words.close()
    all += marks
    if (all > MOST_PARSED) return { form: 'parsed', count: MOST_PARSED, line: at + 1 }
  }
  const full = words.tooMany()
  return full && { ...full, form: 'marks' }
}

/** Whether there would be too many if all stood in one paragraph or table: squares add up to less than the square of the sum. */
function mayHaveTooMany(text: string): boolean {
  let [marks, pipes, quotes, lines] = [0, 0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === PIPE) pipes++
    else if (code === QUOTE) quotes++
    else if (code === 10) lines++
    else if (isMark(code)) marks++
  }
  return lines > MOST_TURNS || marks * marks > MOST_WORK || pipes * pipes > MOST_TABLE_WORK || marks + quotes > MOST_IN_ALL
}

const MARK_CODES = new Uint8Array(0x10000)
for (const sign of '*_~`[]<{&') MARK_CODES[sign.charCodeAt(0)] = 1
const isMark = (code: number): boolean => MARK_CODES[code] === 1
const PIPE = 124
const QUOTE = 62

/** The tree without the emphasis and links that stand deeper in each other than anyone writes, and than the stack bears: where they were, it is marked. */
export function pruned(root: Md.Root): Md.Root {
  const stack: { readonly node: Md.Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node } = top
    if (!('children' in node)) continue
    const depth = top.depth + (MARKS.has(node.type) ? 1 : 0)
    if (depth > MOST_NESTED) {
      node.children = []
      node.data = { ...node.data, cut: 'depth' }
    } else for (const child of node.children) stack.push({ node: child, depth })
  }
  return root
}

const MARKS: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference'])

/** Where and why a tree was cut first. */
export function cutAt(node: Md.Nodes): { readonly line: number; readonly cut: 'depth' | 'marks' } | undefined {
  const cut = node.data?.cut
  if (cut !== undefined) return { line: node.position?.start.line ?? 1, cut }
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = cutAt(child)
    if (found) return found
  }
  return undefined
}

/** In place of the tree of a text: where it has more marks than the parser is given. */
export function tooManyToParse(source: string): Md.Root | undefined {
  let count = 0
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === QUOTE) count += OF_QUOTATION
    else if (isMark(code)) count++
    if (count <= MOST_PARSED) continue
    const start = { line: source.slice(0, at).split('\n').length, column: 1, offset: at }
    return {
      type: 'root',
      children: [{ type: 'paragraph', children: [], data: { cut: 'marks' }, position: { start, end: start } }],
    }
  }
  return undefined
}
