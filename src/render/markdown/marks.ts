import type { Paragraph, PhrasingContent } from 'mdast'
import type { Change } from '../../present/index.js'
import { type MarkdownContext, showsChange } from './context.js'

export const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })

interface Markable {
  readonly id?: string
  readonly change?: Change
}

/** Content with the anchor that a link asks for, and with the word for a change that its own words do not show. */
export function marked(block: Markable, context: MarkdownContext, content: PhrasingContent[]): PhrasingContent[] {
  const word = changeWord(block, context)
  return [...anchor(block, context), ...content, ...(word ? [{ type: 'text' as const, value: ' ' }, word] : [])]
}

/** The same for a block that has no words of its own: a line before it. */
export function before(block: Markable, context: MarkdownContext): Paragraph[] {
  const word = changeWord(block, context)
  const content = [...anchor(block, context), ...(word ? [word] : [])]
  return content.length > 0 ? [paragraph(content)] : []
}

function changeWord(block: Markable, { say }: MarkdownContext): PhrasingContent | undefined {
  if (block.change === undefined || (block.change !== 'moved' && showsChange(block))) return undefined
  return { type: 'remark', value: say(`page.change.${block.change}`) }
}

function anchor({ id }: Markable, context: MarkdownContext): PhrasingContent[] {
  if (id === undefined || !context.takeAnchor(id)) return []
  return [{ type: 'html', value: `<a id="${id.replace(/[^\w-]/gu, (c) => `&#${c.codePointAt(0)};`)}"></a>` }]
}
