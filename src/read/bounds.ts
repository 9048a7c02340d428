import type * as Md from 'mdast'

declare module 'unist' {
  interface Data {
    /** What stood in this node was too deep to be read. */
    cut?: true
  }
}

/** Characters of one kind in a row: letters and digits, blanks, or signs. No text for people has as many, and to look at them all takes the square of their number. */
const LONGEST_RUN = 500
/** Accents on one letter. */
const MOST_MARKS = 60
/** Emphasis and links inside each other. */
export const MOST_NESTED = 100

type RunKind = 'letters' | 'blanks' | 'signs' | 'marks'

const [BREAK, LETTER, BLANK, SIGN, MARK] = [1, 2, 3, 4, 5]
const BACKSLASH = 92
const NAMES: Readonly<Record<number, RunKind>> = { 2: 'letters', 3: 'blanks', 4: 'signs', 5: 'marks' }

/** The kind of every character of the basic plane, as far as it was asked for; 0 before. */
const kinds = new Uint8Array(0x10000)

function kindOf(code: number): number {
  const text = String.fromCharCode(code)
  const kind =
    code === 10 || code === 13
      ? BREAK
      : /\p{M}/u.test(text)
        ? MARK
        : /[\p{L}\p{N}]/u.test(text)
          ? LETTER
          : /\s|\p{Cf}/u.test(text)
            ? BLANK
            : SIGN
  kinds[code] = kind as number
  return kind as number
}

const kindAt = (code: number): number => kinds[code] || kindOf(code)

/** The first row of characters that is longer than any in a text for people; an accent belongs to its letter. */
export function longRun(text: string): LongRun | undefined {
  if (/\p{M}/u.test(text)) return longRunIn(text)
  // No line end is in a row, and without accents no line that is shorter than a row can hold one.
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const next = end < 0 ? text.length : end + 1
    const found = next - start > LONGEST_RUN ? longRunIn(text.slice(start, next)) : undefined
    if (found) return { ...found, offset: found.offset + start }
    start = next
  }
  return undefined
}

interface LongRun {
  readonly kind: RunKind
  readonly offset: number
  readonly most: number
}

function longRunIn(text: string): LongRun | undefined {
  let kind = BREAK
  let start = 0
  let marks = 0
  let escaped = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const next = kindAt(code)
    if (next === MARK) {
      if (++marks > MOST_MARKS) return { kind: 'marks', offset: at - marks + 1, most: MOST_MARKS }
      continue
    }
    marks = 0
    // A sign with the backslash that makes it one is one sign: a row of them in a source is no longer here.
    const escapes: boolean = !escaped && code === BACKSLASH && kindAt(text.charCodeAt(at + 1)) === SIGN
    escaped = escapes
    if (escapes && kind === SIGN) start++
    else if (next !== kind) {
      kind = next
      start = escapes ? at + 1 : at
    } else if (kind !== BREAK && at - start >= LONGEST_RUN)
      return { kind: NAMES[kind as number] as RunKind, offset: start, most: LONGEST_RUN }
  }
  return undefined
}

/** The square of the marks of a paragraph, for all paragraphs together: the parser's work, which is a second for so many. */
const MOST_WORK = 50_000_000

/** The square of the lines between cells of a table, for all tables together: as long. */
const MOST_TABLE_WORK = 5_000_000_000

const NEW_WORDS = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]|^[ \t]*[|#]/

/** The paragraph or table with the most marks, where all together are more than a text for people has: a parser looks from every mark to every other. */
export function tooManyMarks(text: string): { readonly count: number; readonly line: number } | undefined {
  if (!mayHaveTooMany(text)) return undefined
  let work = 0
  let most = { count: 0, line: 1 }
  let tables = 0
  let widest = { count: 0, line: 1 }
  let [marks, pipes] = [0, 0]
  let [start, top] = [1, 1]
  const closeWords = () => {
    work += marks * marks
    if (marks > most.count) most = { count: marks, line: start }
    marks = 0
  }
  const closeTable = () => {
    tables += pipes * pipes
    if (pipes > widest.count) widest = { count: pipes, line: top }
    pipes = 0
  }
  for (const [at, line] of text.split('\n').entries()) {
    const isBlank = line.trim() === ''
    if (isBlank) closeTable()
    if (isBlank || NEW_WORDS.test(line)) closeWords()
    if (marks === 0) start = at + 1
    if (pipes === 0) top = at + 1
    for (let i = 0; i < line.length; i++) {
      const code = line.charCodeAt(i)
      if (code === PIPE) pipes++
      else if (isMark(code)) marks++
    }
  }
  closeWords()
  closeTable()
  return work > MOST_WORK ? most : tables > MOST_TABLE_WORK ? widest : undefined
}

/** Whether the marks would be too many if all stood in one paragraph or table: squares add up to less than the square of the sum. */
function mayHaveTooMany(text: string): boolean {
  let [marks, pipes] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === PIPE) pipes++
    else if (isMark(code)) marks++
  }
  return marks * marks > MOST_WORK || pipes * pipes > MOST_TABLE_WORK
}

const MARK_CODES = new Uint8Array(0x10000)
for (const sign of '*_~`[]<{') MARK_CODES[sign.charCodeAt(0)] = 1
const isMark = (code: number): boolean => MARK_CODES[code] === 1
const PIPE = 124

/** The tree without the emphasis and links that stand deeper in each other than anyone writes, and than the stack bears: where they were, it is marked. */
export function pruned(root: Md.Root): Md.Root {
  const stack: { readonly node: Md.Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node } = top
    if (!('children' in node)) continue
    const depth = top.depth + (MARKS.has(node.type) ? 1 : 0)
    if (depth > MOST_NESTED) {
      node.children = []
      node.data = { ...node.data, cut: true }
    } else for (const child of node.children) stack.push({ node: child, depth })
  }
  return root
}

const MARKS: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference'])

/** The line of the first place at which a tree was cut. */
export function cutLine(node: Md.Nodes): number | undefined {
  if (node.data?.cut === true) return node.position?.start.line ?? 1
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const line = cutLine(child)
    if (line !== undefined) return line
  }
  return undefined
}
