import type * as Md from 'mdast'
import {
  type Attributes,
  type Block,
  ID,
  type Inline,
  type Item,
  type Message,
  maximum,
  NO_ATTRIBUTES,
  type Note,
  type Place,
  parseAttributes,
  type Said,
  type Table,
  type TableRow,
} from '../model/index.js'
import { collectDefinitions, tidyInlines } from './inlines.js'
import { nestSections } from './sections.js'
import { MAX_DEPTH } from './source.js'
import { amongWords } from './unread-attributes.js'

export interface ReadBody {
  readonly children: readonly Block[]
  readonly notes: readonly Note[]
  readonly messages: readonly Message[]
}

interface Words {
  readonly content: readonly Inline[]
  readonly attributes: Attributes
}

type Misread = Said<'attributes/syntax' | 'file/depth' | 'id/form' | 'markdown/definition'>

const NO_WORDS: Words = { content: [], attributes: NO_ATTRIBUTES }

const isEmpty = (item: Item): boolean =>
  item.content.length === 0 && item.children.length === 0 && item.attributes === NO_ATTRIBUTES

/** Builds the tree of sections and clauses from a parsed body. */
export function buildBody(root: Md.Root, file: string): ReadBody {
  const messages: Message[] = []
  const notes: Note[] = []
  const definitions = collectDefinitions(root)
  const report = (said: Misread, at: Place) => messages.push({ ...said, severity: 'error', place: at })

  const place = ({ position }: Pick<Md.Node, 'position'>): Place => {
    const { start, end } = position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
    return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
  }

  const tidy = (words: readonly Md.PhrasingContent[], heading = false) => tidyInlines(words, definitions, heading)

  // Takes the attributes off the end of a clause's words. What cannot be read as attributes stays there: reported, and not lost.
  const ownWords = (words: readonly Md.PhrasingContent[], heading = false): Words => {
    const last = words.at(-1)
    if (last?.type !== 'attributes') return { content: tidy(words, heading), attributes: NO_ATTRIBUTES }
    const { attributes, rest } = parseAttributes(last.value)
    const { id } = attributes
    if (rest !== '') report({ rule: 'attributes/syntax', form: 'unread', values: { words: rest } }, place(last))
    if (id !== undefined && !ID.test(id)) report({ rule: 'id/form', values: { id } }, place(last))
    const unread: Md.Text[] = rest === '' ? [] : [{ type: 'text', value: `{${rest}}` }]
    return { content: tidy([...words.slice(0, -1), ...unread], heading), attributes }
  }

  const paragraph = (node: Md.Paragraph): Block[] => {
    const own = ownWords(node.children)
    if (own.content.length > 0) return [{ type: 'paragraph', ...own, place: place(node) }]
    if (own.attributes === NO_ATTRIBUTES) return []
    report({ rule: 'attributes/syntax', form: 'wordless' }, place(node))
    return [{ type: 'paragraph', ...own, place: place(node) }]
  }

  const table = (node: Md.Table): Table => {
    const [head, ...rows] = node.children
    const [first, ...others] = rows.at(-1)?.children ?? []
    const [braces, ...more] = first?.children ?? []
    const isOwn = braces?.type === 'attributes' && more.length === 0 && others.every((cell) => cell.children.length === 0)
    const own = isOwn ? ownWords([braces]) : NO_WORDS
    if (isOwn) rows.pop()
    const all = [...(head ? [head] : []), ...rows]
    const width = Math.max(1, maximum(all.map((row) => row.children.length)))
    const align = Array.from({ length: width }, (_, i) => node.align?.[i] ?? null)
    const cell = (words: readonly Md.PhrasingContent[]) => {
      const last = words.at(-1)
      if (last?.type === 'attributes') report(amongWords(`{${last.value}}`), place(last))
      return tidy(words)
    }
    const cells = (row: Md.TableRow) => align.map((_, i) => cell(row.children[i]?.children ?? []))
    const unread: TableRow[] =
      own.content.length === 0 ? [] : [{ cells: align.map((_, i) => (i === 0 ? own.content : [])), place: place(node) }]
    return {
      type: 'table',
      align,
      rows: [...all.map((row): TableRow => ({ cells: cells(row), place: place(row) })), ...unread],
      attributes: own.attributes,
      place: place(node),
    }
  }

  const item = (node: Md.ListItem, depth: number): Item => {
    const blocks = flow(node.children, depth)
    const [first, ...children] = blocks
    const { line, column } = place(node)
    return first?.type === 'paragraph'
      ? { type: 'item', content: first.content, attributes: first.attributes, children, place: { ...first.place, line, column } }
      : { type: 'item', ...NO_WORDS, children: blocks, place: place(node) }
  }

  // A code block's attributes are a paragraph of nothing else directly below it.
  const attributesBelow = (code: Md.Code, next: Md.RootContent | undefined): next is Md.Paragraph =>
    next?.type === 'paragraph' &&
    next.children.length === 1 &&
    next.children[0]?.type === 'attributes' &&
    place(next).line === (place(code).endLine ?? 0) + 1

  const block = (node: Md.RootContent, depth: number, next: Md.RootContent | undefined): Block[] => {
    switch (node.type) {
      case 'paragraph':
        return paragraph(node)
      case 'heading':
        return [{ type: 'section', depth: node.depth, ...ownWords(node.children, true), children: [], place: place(node) }]
      case 'list': {
        const items = node.children.map((child) => item(child, depth + 1))
        if (items.every(isEmpty)) return []
        return [{ type: 'list', ordered: node.ordered === true, start: node.start ?? 1, items, place: place(node) }]
      }
      case 'table':
        return [table(node)]
      case 'blockquote':
        return [{ type: 'quote', children: flow(node.children, depth + 1), place: place(node) }]
      case 'code': {
        const { attributes } = attributesBelow(node, next) ? ownWords(next.children) : NO_WORDS
        const language = [node.lang, node.meta].filter(Boolean).join(' ')
        const own = { value: node.value, attributes, place: place(node) }
        return [{ type: 'verbatim', format: 'code', ...(language ? { language } : {}), ...own }]
      }
      case 'html':
        return [{ type: 'verbatim', format: 'html', value: node.value.trim(), attributes: NO_ATTRIBUTES, place: place(node) }]
      case 'thematicBreak':
        return [{ type: 'rule', place: place(node) }]
      case 'footnoteDefinition':
        notes.push({ type: 'note', name: node.identifier, children: flow(node.children, depth + 1), place: place(node) })
        return []
      case 'definition':
        report({ rule: 'markdown/definition' }, place(node))
        return []
      default:
        throw new Error(`Markdown node "${node.type}" at ${file}:${place(node).line} has no place in a policy`)
    }
  }

  // Blocks that stand in a row, without the sections headings open: inside items, quotations and notes.
  const flow = (nodes: readonly Md.RootContent[], depth: number): Block[] => {
    const [first] = nodes
    if (first && depth > MAX_DEPTH) {
      if (!messages.some(({ rule }) => rule === 'file/depth'))
        report({ rule: 'file/depth', form: 'blocks', values: { most: MAX_DEPTH } }, place(first))
      return []
    }
    return nodes.flatMap((node, i) => {
      const before = nodes[i - 1]
      return before?.type === 'code' && attributesBelow(before, node) ? [] : block(node, depth, nodes[i + 1])
    })
  }

  return { children: nestSections(flow(root.children, 0)), notes, messages }
}
