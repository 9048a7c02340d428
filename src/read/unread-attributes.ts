import type { Nodes, Root } from 'mdast'
import type { Message } from '../model/index.js'

// Braces that open as attributes do; an id that only closes. A backslash or a second brace says that words are meant.
const LOOKS_LIKE = /(?<![\\{])\{[ \t]*(?:#[A-Za-z]|\.[A-Za-z]|[A-Za-z][\w:-]*=)[^{}\n]*\}?|(?<=^|[ \t])#[a-z][a-z0-9-]*\}/u

const AMONG_WORDS = 'among words, expected {#id .class key=value} at the end of a clause, or \\{'

export const unreadReason = (words: string): string => `Unexpected "${words.trim()}" ${AMONG_WORDS}`

/** Reports words that look like attributes and are none: not closed, not opened, or not at the end of a clause. One per text. */
export function unreadAttributes(root: Root, source: string, file: string): Message[] {
  const messages: Message[] = []
  const visit = (node: Nodes): void => {
    if ('children' in node) for (const child of node.children) visit(child)
    if (node.type !== 'text' || node.position?.start.offset === undefined) return
    const { start, end } = node.position
    const written = source.slice(start.offset, end.offset)
    const match = LOOKS_LIKE.exec(written)
    if (!match) return
    const before = written.slice(0, match.index).split('\n')
    const column = (before.length > 1 ? 1 : start.column) + (before.at(-1)?.length ?? 0)
    const place = { file, line: start.line + before.length - 1, column }
    messages.push({ rule: 'attributes/syntax', severity: 'error', reason: unreadReason(match[0]), place })
  }
  visit(root)
  return messages
}
