import type { DocBlock, DocInline, DocItem } from '../present/index.js'

/** Adds words to clauses, at the end of each, by their ids; nothing where `wordsFor` has none. */
export function withClauseLinks(
  blocks: readonly DocBlock[],
  wordsFor: (id: string) => readonly DocInline[] | undefined,
): readonly DocBlock[] {
  const inside = (children: readonly DocBlock[]) => withClauseLinks(children, wordsFor)
  const asLine = (id: string | undefined): readonly DocBlock[] => {
    const words = id === undefined ? undefined : wordsFor(id)
    return words ? [{ type: 'paragraph', tone: 'small', content: words }] : []
  }
  return blocks.flatMap((block): readonly DocBlock[] => {
    switch (block.type) {
      case 'paragraph': {
        const words = block.id === undefined ? undefined : wordsFor(block.id)
        return [words ? { ...block, content: ended(block.content, words) } : block]
      }
      case 'list':
        return [{ ...block, items: block.items.map((item) => itemWith(item, wordsFor)) }]
      case 'quote':
      case 'division':
      case 'disclosure':
        return [{ ...block, children: inside(block.children) }]
      // A heading is repeated in the contents, and a table has no end of its words.
      case 'heading':
      case 'table':
      case 'verbatim':
        return [block, ...asLine(block.id)]
      default:
        return [block]
    }
  })
}

function itemWith(item: DocItem, wordsFor: (id: string) => readonly DocInline[] | undefined): DocItem {
  const words = item.id === undefined ? undefined : wordsFor(item.id)
  const children = withClauseLinks(item.children, wordsFor)
  const at = children.findIndex(({ type }) => type === 'paragraph')
  const first = children[at]
  if (!words || first?.type !== 'paragraph') return { ...item, children }
  return { ...item, children: children.with(at, { ...first, content: ended(first.content, words) }) }
}

const ended = (content: readonly DocInline[], words: readonly DocInline[]): readonly DocInline[] => [
  ...content,
  { type: 'text', value: ' ' },
  ...words,
]
