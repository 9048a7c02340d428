import type { Root } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import remarkStringify from 'remark-stringify'
import { type Processor, unified } from 'unified'
import { attributesToMarkdown } from './attribute-syntax.js'

/** The dialect of `markdown.ts`, written: a command that writes no Markdown loads nothing of it. */
function written(this: Processor): void {
  const data = this.data() as Record<string, unknown[]>
  data.toMarkdownExtensions = [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    attributesToMarkdown,
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
