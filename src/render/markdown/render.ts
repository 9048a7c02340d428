import type { RootContent } from 'mdast'
import type { Result } from '../../model/index.js'
import type { Document, Wording } from '../../present/index.js'
import { blocks } from './blocks.js'
import { MarkdownContext } from './context.js'
import { paragraph } from './marks.js'
import { stringify } from './syntax.js'

interface MarkdownOptions {
  /** Words for what happened to a block, keys `page.change.*`, in the language of the document. */
  readonly wording: Wording
}

/**
 * The document as Markdown to read and to send: CommonMark with the tables, strikethrough and footnotes of GFM, and CriticMarkup for
 * what was inserted and deleted. Accepting all of it gives the new words, rejecting all the old ones. Printed numbers are words here;
 * the text is no policy file. Running texts, brand and attachments have no place in it.
 */
export function renderMarkdown(document: Document, { wording }: MarkdownOptions): Result<string> {
  const context = new MarkdownContext(document, wording)
  const body = blocks(document.children, context)
  const mark =
    document.mark === undefined ? [] : [paragraph([{ type: 'strong', children: [{ type: 'text', value: document.mark }] }])]
  const titled = body.findIndex((block) => block.type === 'heading' && block.depth === 1)
  const title: RootContent = { type: 'heading', depth: 1, children: [{ type: 'text', value: document.title }] }
  const children = titled < 0 ? [title, ...mark, ...body] : [...body.slice(0, titled + 1), ...mark, ...body.slice(titled + 1)]
  return { value: stringify({ type: 'root', children: [...children, ...context.notes] }), messages: context.messages }
}
