import type { Parents, Root, Text } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import type { Handle, Options } from 'mdast-util-to-markdown'
import remarkStringify from 'remark-stringify'
import { type Processor, unified } from 'unified'
import { attributesToMarkdown } from './attribute-syntax.js'

/** Words that begin with a letter, end with none of the signs that what follows may make a mark of, and hold none that is one inside a line. Most do: to look for each mark in turn is most of the writing. */
const PLAIN = /^\p{L}(?:[^\t\r\n!#&*<[\\\]_`{|}~]*[^\s!#&*<[\\\]_`{|}~^])?$/u

// Words that would be read as a note: behind a mark with which a line begins a colon, and in a link a caret.
const wordsBesideMarks: Options = {
  handlers: {
    text: ((node: Text, parent: Parents | undefined, state, info) => {
      const words = PLAIN.test(node.value) ? node.value : state.safe(node.value, info)
      const isNote = node.value.startsWith(':')
        ? isBehindFirstMark(node, parent)
        : node.value.startsWith('^') && parent?.type === 'link' && parent.children[0] === node
      return isNote ? `\\${words}` : words
    }) satisfies Handle,
  },
}

function isBehindFirstMark(node: Text, parent: Parents | undefined): boolean {
  const at = parent ? (parent.children as readonly unknown[]).indexOf(node) : -1
  if (parent?.children[at - 1]?.type !== 'footnoteReference') return false
  const before = parent.children[at - 2]
  if (!before) return parent.type === 'paragraph'
  return before.type === 'break' || (before.type === 'text' && /\n\s*$/.test(before.value))
}

/** The dialect of `markdown.ts`, written: a command that writes no Markdown loads nothing of it. */
function written(this: Processor): void {
  const data = this.data() as Record<string, unknown[]>
  data.toMarkdownExtensions = [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    attributesToMarkdown,
    wordsBesideMarks,
  ]
}

const writer = unified()
  .use(written)
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '+',
    emphasis: '*',
    strong: '*',
    // A file that starts with `---` has front matter.
    rule: '*',
    fence: '`',
    listItemIndent: 'one',
    incrementListMarker: true,
    resourceLink: true,
    join: [(_, right) => (right.type === 'paragraph' && right.data?.directlyBelow ? 0 : undefined)],
  })
  .freeze()

export const stringifyMarkdown = (root: Root): string => writer.stringify(root)
