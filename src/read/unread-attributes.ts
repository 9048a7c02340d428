import type { Nodes, Root } from 'mdast'
import type { Message, Said } from '../model/index.js'

// Braces that open as attributes do; an id that only closes. A backslash or a second brace says that words are meant.
const LOOKS_LIKE = /(?<![\\{])\{[ \t]*(?:#[A-Za-z]|\.[A-Za-z]|[A-Za-z][\w:-]*=)[^{}\n]*\}?|(?<=^|[ \t])#[a-z][a-z0-9-]*\}/u

const mayHold = (text: string): boolean => text.includes('{') || text.includes('}')

/** Attributes where there can be none. */
export const amongWords = (words: string): Said<'attributes/syntax'> => ({
  rule: 'attributes/syntax',
  form: 'among-words',
  values: { words: words.trim() },
})

/** Reports words that look like attributes and are none: not closed, not opened, or not at the end of a clause. One per text. */
export function unreadAttributes(root: Root, source: string, file: string): Message[] {
  if (!mayHold(source)) return []
  const messages: Message[] = []
  const visit = (node: Nodes): void => {
    if ('children' in node) for (const child of node.children) visit(child)
    if (node.type !== 'text' || node.position?.start.offset === undefined) return
    const { start, end } = node.position
    const written = source.slice(start.offset, end.offset)
    if (!mayHold(written)) return
    const match = LOOKS_LIKE.exec(written)
    if (!match) return
    const before = written.slice(0, match.index).split('\n')
    const column = (before.length > 1 ? 1 : start.column) + (before.at(-1)?.length ?? 0)
    const place = { file, line: start.line + before.length - 1, column }
    messages.push({ ...amongWords(match[0]), severity: 'error', place })
  }
  visit(root)
  return messages
}
