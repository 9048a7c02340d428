import { type Block, type Inline, type Item, NO_ATTRIBUTES, type Note, type PolicyBody } from '../model/index.js'

/**
 * What a file can hold of the document: no blanks at the ends of words, no clause with neither words nor attributes. An item without words of
 * its own has those of the paragraph below them, as a reader of the file would see it.
 */
export const toWritten = ({ children, notes }: PolicyBody): PolicyBody => ({
  children: children.flatMap(block),
  notes: notes.map((note): Note => ({ ...note, children: note.children.flatMap(block) })),
})

function block(node: Block): Block[] {
  switch (node.type) {
    case 'section':
      return [{ ...node, content: words(node.content), children: node.children.flatMap(block) }]
    case 'paragraph': {
      const content = words(node.content)
      return content.length === 0 && node.attributes === NO_ATTRIBUTES ? [] : [{ ...node, content }]
    }
    case 'list': {
      const items = node.items.map(item)
      return items.every(isEmpty) ? [] : [{ ...node, items }]
    }
    case 'quote': {
      const children = node.children.flatMap(block)
      return children.length === 0 ? [] : [{ ...node, children }]
    }
    case 'table':
      return [{ ...node, rows: node.rows.map((row) => ({ ...row, cells: row.cells.map(words) })) }]
    case 'verbatim':
      return [{ ...node, value: node.value.normalize('NFC') }]
    case 'rule':
      return [node]
  }
}

const isEmpty = ({ content, children, attributes }: Item): boolean =>
  content.length === 0 && children.length === 0 && attributes === NO_ATTRIBUTES

function item(node: Item): Item {
  const content = words(node.content)
  const [first, ...rest] = node.children.flatMap(block)
  if (first === undefined) return { ...node, content, children: [] }
  if (content.length > 0 || node.attributes !== NO_ATTRIBUTES || first.type !== 'paragraph')
    return { ...node, content, children: [first, ...rest] }
  return { ...node, content: first.content, attributes: first.attributes, children: rest }
}

/** Words without blanks at either end, in the one encoding a file is read in. */
export function words(content: readonly Inline[]): readonly Inline[] {
  const tidy = content.flatMap(encoded)
  while (tidy.length > 0 && trim(tidy, 0, (value) => value.trimStart()));
  while (tidy.length > 0 && trim(tidy, tidy.length - 1, (value) => value.trimEnd()));
  return joined(aroundBreaks(tidy))
}

function encoded(inline: Inline): Inline[] {
  if (inline.type === 'text' || inline.type === 'inlineCode') {
    const value = oneLine(inline.value)
    return value === '' ? [] : [{ ...inline, value }]
  }
  if (!('children' in inline)) return [inline]
  return [{ ...inline, children: inline.children.flatMap(encoded) } as Inline]
}

const oneLine = (value: string): string => value.replace(/[\t\n\r\f\v\0]/g, ' ').normalize('NFC')

/** Takes the blanks off one end; true while all that stood there was blank. */
function trim(content: Inline[], at: number, cut: (value: string) => string): boolean {
  const inline = content[at] as Inline
  const value = inline.type === 'text' ? cut(inline.value) : undefined
  if (value !== undefined && value !== '') content[at] = { ...inline, value } as Inline
  else if (value === '' || inline.type === 'break') content.splice(at, 1)
  else return false
  return value === undefined || value === ''
}

/** A line that begins or ends in blanks loses them when it is read. */
function aroundBreaks(content: readonly Inline[]): Inline[] {
  return content.flatMap((inline, at): Inline[] => {
    if (inline.type !== 'text') return [inline]
    let { value } = inline
    if (content[at - 1]?.type === 'break') value = value.trimStart()
    if (content[at + 1]?.type === 'break') value = value.trimEnd()
    return value === '' ? [] : [{ ...inline, value }]
  })
}

function joined(content: readonly Inline[]): Inline[] {
  const found: Inline[] = []
  for (const inline of content) {
    const last = found.at(-1)
    if (inline.type === 'text' && last?.type === 'text') found[found.length - 1] = { ...last, value: last.value + inline.value }
    else found.push(inline)
  }
  return found
}
