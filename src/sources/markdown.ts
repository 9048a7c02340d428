import type { Source, SourceBlock } from '../blocks/index.js'
import { type Block, type Item, type List, type Note, type Policy, plainText, STYLES } from '../model/index.js'

/** Markdown that is no policy file yet: its blocks as any other source's, so that title, dates and contents are found in it too. */
export function readMarkdown(policy: Policy): Source {
  const blocks: SourceBlock[] = []
  const add = (block: Partial<SourceBlock> & Pick<SourceBlock, 'content' | 'line'>) =>
    blocks.push({ gap: 1, indent: 0, ...block })

  const visit = (block: Block, around: Partial<SourceBlock>): void => {
    const line = block.place.line
    switch (block.type) {
      case 'section':
        add({ line, content: block.content, heading: block.depth, ...idOf(block), ...around })
        for (const child of block.children) visit(child, around)
        break
      case 'paragraph':
        add({ line, content: block.content, ...idOf(block), ...around })
        break
      case 'list':
        for (const [i, item] of block.items.entries()) visitItem(item, block, i, around)
        break
      case 'table':
        add({ line, content: [], rows: block.rows.map(({ cells }) => cells), ...idOf(block) })
        break
      case 'quote':
        for (const child of block.children) visit(child, { ...around, role: 'quote' })
        break
      case 'verbatim':
        add({ line, content: [{ type: 'text', value: block.value }], ...around, role: 'verbatim' })
        break
      case 'rule':
        break
    }
  }
  const visitItem = (item: Item, list: List, i: number, around: Partial<SourceBlock>): void => {
    const level = (around.level ?? -1) + 1
    const label = list.ordered ? `${STYLES.decimal.format(list.start + i)}.` : '•'
    add({ line: item.place.line, content: item.content, ...idOf(item), ...around, label, level })
    for (const child of item.children) visit(child, { ...around, level })
  }
  // Front matter of another program: this one would have been taken as it is.
  for (const [i, line] of policy.yaml.trimEnd().split('\n').entries()) {
    if (line.trim() === '') continue
    add({ line: i + 2, content: [{ type: 'text', value: line }], artefact: 'front matter of another program' })
  }
  for (const block of policy.children) visit(block, {})
  for (const note of policy.notes) add({ line: note.place.line, content: noteContent(note), note: note.name })
  return {
    kind: 'markdown',
    blocks,
    marksHeadings: blocks.some(({ heading }) => heading !== undefined),
    ...(policy.yaml === '' ? {} : { properties: { title: policy.metadata.title } }),
  }
}

const idOf = ({ attributes: { id } }: { attributes: { id?: string } }): { id?: string } => (id === undefined ? {} : { id })

/** A note is one text: lists and the like in it are words. */
const noteContent = (note: Note): SourceBlock['content'] =>
  note.children.flatMap((block, i) => [
    ...(i > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
    ...(block.type === 'paragraph'
      ? block.content
      : [{ type: 'text' as const, value: plainText({ ...note, children: [block] }).replace(/\s+/g, ' ') }]),
  ])

const MARKUP: readonly RegExp[] = [
  // Addresses of links, titles of pictures, ids and attributes, the language of a program text, comments.
  /(?<=\])\([^()\s]*(?:\s+"[^"\n]*")?\)/g,
  /^ {0,3}\[[^\]^\n][^\]\n]*\]:\s*\S.*$/gm,
  /\{[#.][^{}\n]*\}/g,
  /^(?:```|~~~).*$/gm,
  // Marks of notes.
  /\[\^[^\]\s]+\]:?/g,
  /<!--[\s\S]{0,10000}?-->/g,
]

/** Markdown without what is none of its words. */
export const withoutMarkup = (source: string): string => MARKUP.reduce((words, markup) => words.replace(markup, ' '), source)

/** About the blocks of a Markdown text, told from its lines: a parser takes seconds to find those of a text with too many. */
export function estimatedBlocks(text: string): number {
  let blocks = 0
  let isApart = true
  let isCode = false
  for (const line of text.split(/\r\n?|\n/)) {
    const isBlank = line.trim() === ''
    if (!isCode && !isBlank && (ITEM.test(line) || (isApart && !DEFINITION.test(line)))) blocks++
    isApart = isBlank
    if (FENCE.test(line)) isCode = !isCode
  }
  return blocks
}

const FENCE = /^ {0,3}(?:```|~~~)/
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/
const DEFINITION = /^ {0,3}\[[^\]]+\]:/
