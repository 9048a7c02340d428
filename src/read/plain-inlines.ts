import type * as Md from 'mdast'
import type { Point } from 'unist'

/** A line of plain blocks, without the marks of the blocks it stands in; where its text begins in the file. */
export interface PlainLine {
  readonly text: string
  readonly line: number
  readonly column: number
  readonly offset: number
}

// Words that start as no block does and hold no character with a meaning in Markdown.
const OTHER = '[^\\\\`*_[\\]<>&~{}|\\p{Cc}\\uFFFD]'
const START = /^(?:(?!\d{1,9}[.)](?:\s|$))[\p{L}\p{N}“‘„'"(€§]|(?:\*\*?|~~)[\p{L}\p{N}]|`(?!`)|!?\[|\{\{)/u
// What no semicolon ends is no entity, a sign before a blank no element; before a bracket the sign of an exclamation begins an image. Below none of
// these lines stands the row that would make them a table.
const PLAIN = `(?!!\\[)${OTHER}|\\||&(?!#?[A-Za-z\\d]{1,31};)|<(?=[\\s<(]|$)|\\{\\{[A-Za-z][\\w-]*\\}\\}`
const WORDS = new RegExp(`(?:${PLAIN})+`, 'uy')
// The beginning of an instruction that nothing ends.
const WORDS_OPEN = new RegExp(`(?:${PLAIN}|<\\?(?=[\\s<]|$))+`, 'uy')
// Emphasis around words, between blanks and signs: it can be nothing else, whatever stands around it.
const EMPHASIS = new RegExp(`(\\*\\*?|~~)([\\p{L}\\p{N}](?:${OTHER}*[\\p{L}\\p{N}])?)\\1(?=$|[\\s.,;:!?)])`, 'uy')
const BEFORE_EMPHASIS = /^[\s(]?$/
const EMPHASES = { '*': 'emphasis', '**': 'strong', '~~': 'delete' } as const
const CODE = /`([^`|\s\p{Cc}\uFFFD](?:[^`|\p{Cc}\uFFFD]*[^`|\s\p{Cc}\uFFFD])?)`(?!`)/uy
const LINK = new RegExp(
  `\\[((?![\\s^])(?:${OTHER}*[^\\\\\`*_[\\]<>&~{}|\\p{Cc}\\s\\uFFFD])?)\\]\\(([#\\w/.:?=%@+,;-]+)(?: "(${OTHER.replace('^', '^"')}+)")?\\)`,
  'uy',
)
const IMAGE = new RegExp(`!${LINK.source}`, 'uy')
const ESCAPED = /\\([!-/:-@[-`{-~])/y
const NOTE = /\[\^([A-Za-z0-9-]+)\](?![[(:])/y
const BRACES = /\{([#.][\w-]+(?: (?:[#.][\w-]+|[A-Za-z][\w-]*=[\w-]+))*)\}$/y

/** Whether a line begins with words, where none but words can stand. */
export const beginsWords = (text: string): boolean => START.test(text)

/**
 * The words of a block, where nothing in them can be read in two ways: words, simple emphasis and links, marks of notes that are known
 * and, at the end, simple attributes. Otherwise undefined.
 */
export const plainInlines = (lines: readonly PlainLine[], notes: ReadonlySet<string>): Md.PhrasingContent[] | undefined =>
  lines.every(({ text }) => beginsWords(text) && !text.endsWith(' ')) ? inlinesOf(lines, notes) : undefined

/** The same of words that stand where no block can begin: in a cell. */
export function inlinesOf(lines: readonly PlainLine[], notes: ReadonlySet<string>): Md.PhrasingContent[] | undefined {
  const nodes: Md.PhrasingContent[] = []
  let words: { value: string; start: Point; end: Point } | undefined
  const add = (value: string, start: Point, end: Point) => {
    if (words === undefined) words = { value, start, end }
    else words = { value: words.value + value, start: words.start, end }
  }
  const close = (node?: Md.PhrasingContent) => {
    if (words !== undefined) nodes.push({ type: 'text', value: words.value, position: { start: words.start, end: words.end } })
    words = undefined
    if (node !== undefined) nodes.push(node)
  }
  const pattern = lines.some(({ text }) => text.includes('?>')) ? WORDS : WORDS_OPEN
  for (const [n, line] of lines.entries()) {
    const { text } = line
    const point = (at: number): Point => ({ line: line.line, column: line.column + at, offset: line.offset + at })
    const match = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = at
      return pattern.exec(text)
    }
    let at = 0
    while (at < text.length) {
      const start = point(at)
      const node = (length: number) => {
        at += length
        return { start, end: point(at) }
      }
      const plain = match(pattern)
      if (plain) {
        const position = node(plain[0].length)
        add(plain[0], position.start, position.end)
        continue
      }
      const before = text[at - 1] ?? ''
      const emphasis = (text[at] === '*' || text[at] === '~') && BEFORE_EMPHASIS.test(before) ? match(EMPHASIS) : null
      const escaped = text[at] === '\\' ? match(ESCAPED) : null
      if (escaped) {
        const position = node(escaped[0].length)
        add(escaped[1] ?? '', position.start, position.end)
        continue
      }
      const code = text[at] === '`' && before !== '`' ? match(CODE) : null
      if (text[at] === '`' && !code && isAlone('`', lines)) {
        add('`', start, node(1).end)
        continue
      }
      const link = text[at] === '[' ? match(LINK) : null
      const note = text[at] === '[' ? match(NOTE) : null
      const image = text[at] === '!' ? match(IMAGE) : null
      const braces = n === lines.length - 1 && (before === ' ' || at === 0) ? match(BRACES) : null
      if (emphasis) {
        const [, marks = '', inside = ''] = emphasis
        const [from, to] = [point(at + marks.length), point(at + marks.length + inside.length)]
        const children: Md.Text[] = [{ type: 'text', value: inside, position: { start: from, end: to } }]
        const type = EMPHASES[marks as keyof typeof EMPHASES]
        close({ type, children, position: node(emphasis[0].length) })
      } else if (code) {
        close({ type: 'inlineCode', value: code[1] ?? '', position: node(code[0].length) })
      } else if (link) {
        const [, inside = '', url = '', title = null] = link
        const [from, to] = [point(at + 1), point(at + 1 + inside.length)]
        const children: Md.Text[] = inside === '' ? [] : [{ type: 'text', value: inside, position: { start: from, end: to } }]
        close({ type: 'link', title, url, children, position: node(link[0].length) })
      } else if (image) {
        const [, alt = '', url = '', title = null] = image
        close({ type: 'image', title, url, alt, position: node(image[0].length) })
      } else if (note && notes.has((note[1] ?? '').toLowerCase())) {
        const [all, label = ''] = note
        close({ type: 'footnoteReference', identifier: label.toLowerCase(), label, position: node(all.length) })
      } else if (braces) close({ type: 'attributes', value: braces[1] ?? '', position: node(braces[0].length) })
      else return undefined
    }
    const next = lines[n + 1]
    // The end of a line belongs to the words; it ends where the next line begins, before the marks of its blocks.
    if (next) add('\n', point(at), { line: next.line, column: 1, offset: next.offset - next.column + 1 })
  }
  close()
  return nodes
}

/** Whether a sign stands in the words once: what it would begin nothing ends. */
function isAlone(sign: string, lines: readonly PlainLine[]): boolean {
  let count = 0
  for (const { text } of lines) for (let at = text.indexOf(sign); at >= 0 && count < 2; at = text.indexOf(sign, at + 1)) count++
  return count === 1
}

export function plainParagraph(lines: readonly PlainLine[], notes: ReadonlySet<string>): Md.Paragraph | undefined {
  const children = plainInlines(lines, notes)
  const [start, end] = [children?.[0]?.position?.start, children?.at(-1)?.position?.end]
  return children && start && end && { type: 'paragraph', children, position: { start, end } }
}
