import type { Literal, Parent, PhrasingContent, Root } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import type { Handle, Options } from 'mdast-util-to-markdown'
import remarkStringify from 'remark-stringify'
import { type Processor, unified } from 'unified'

/** CriticMarkup: `{++inserted++}`, `{--deleted--}` and `{>>remark<<}`. */
interface Insertion extends Parent {
  type: 'insertion'
  children: PhrasingContent[]
}
interface Deletion extends Parent {
  type: 'deletion'
  children: PhrasingContent[]
}
interface Remark extends Literal {
  type: 'remark'
}

declare module 'mdast' {
  interface PhrasingContentMap {
    insertion: Insertion
    deletion: Deletion
    remark: Remark
  }
  interface RootContentMap {
    insertion: Insertion
    deletion: Deletion
    remark: Remark
  }
}

const around =
  (open: string, close: string): Handle =>
  (node: Insertion | Deletion, _, state, info) => {
    const tracker = state.createTracker(info)
    const start = tracker.move(open)
    // At the start of a line the words must be safe there too: they stand alone once the mark is accepted.
    const before = info.before === '\n' ? info.before : open
    return `${start}${state.containerPhrasing(node, { before, after: close, ...tracker.current() })}${close}`
  }

const criticMarkup: Options = {
  handlers: {
    insertion: around('{++', '++}'),
    deletion: around('{--', '--}'),
    remark: (node: Remark, _, state, info) => `{>>${state.safe(node.value, { ...info, before: '>', after: '<' })}<<}`,
  },
  // A mark is broken by a backslash between its characters: before it, tools that look for `{++` would still find it.
  unsafe: [
    ...['+', '-', '~', '=', '>'].map((character) => ({ character, before: '\\{', inConstruct: 'phrasing' as const })),
    ...['+', '-'].map((character) => ({
      character,
      after: `(?=\\${character}\\${character}\\})`,
      inConstruct: 'phrasing' as const,
    })),
    { character: '}', before: '[+\\-~=<]', inConstruct: 'phrasing' },
  ],
}

function dialect(this: Processor): void {
  const data = this.data() as Record<string, unknown[]>
  data.toMarkdownExtensions = [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    criticMarkup,
  ]
}

const writer = unified()
  .use(dialect)
  .use(remarkStringify, { bullet: '-', emphasis: '*', strong: '*', rule: '-', listItemIndent: 'one', resourceLink: true })
  .freeze()

export const stringify = (root: Root): string => writer.stringify(root)
