import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { type Artefact, COMPUTED, colophonLines, isOwnTable, type SourceBlock } from '../../blocks/index.js'
import { append, type Inline } from '../../model/index.js'
import { AROUND } from './main.js'
import { hasClass, type OwnPage } from './own.js'
import { children, elementsIn, isElement, wordsIn } from './tree.js'

type Element = Tree.Element
type About = Partial<Pick<SourceBlock, 'artefact' | 'role'>>

/** What reads the blocks of a page, of which a page of ours needs this much. */
export interface BlockReader {
  readonly found: SourceBlock[]
  readonly block: (node: Element, about: About) => void
  readonly inlines: (nodes: readonly Tree.ChildNode[]) => Inline[]
  readonly add: (content: readonly Inline[], node: Element, about: About) => void
}

/** Reads a page this tool made: its front as lines of a cover, its body block by block, and what only serves the page as such. */
export function readOwnPage({ masthead, front, contents, body, notes, rest }: OwnPage, reader: BlockReader): void {
  readMasthead(masthead, reader)
  for (const node of front.flatMap((part) => (hasClass(part, 'division') ? children(part).filter(isElement) : [part])))
    readFront(node, reader)
  for (const node of contents) reader.block(node, {})
  reader.block(body, {})
  for (const node of notes.flatMap((part) => children(part).filter(isElement)))
    reader.block(node, /^h\d$/.test(node.tagName) ? { artefact: COMPUTED } : {})
  for (const node of rest) reader.block(node, { artefact: reasonOf(node) })
}

const reasonOf = (node: Element): Artefact =>
  node.tagName === 'footer' ? 'running footer' : hasClass(node, 'skip') ? 'hidden' : AROUND

function readMasthead(masthead: Element, reader: BlockReader): void {
  for (const node of elementsIn(masthead, ({ tagName }) => tagName === 'dl')) {
    if (node.tagName === 'h1') reader.add(reader.inlines(children(node)), node, { role: 'title' })
    else if (hasClass(node, 'subtitle')) reader.add(reader.inlines(children(node)), node, { role: 'subtitle' })
    else if (node.tagName === 'p') reader.block(node, { artefact: COMPUTED })
  }
  // What these say the colophon says, too.
  for (const node of elementsIn(masthead)) if (node.tagName === 'dl') reader.block(node, { artefact: COMPUTED })
}

function readFront(node: Element, reader: BlockReader): void {
  if (hasClass(node, 'table') && hasClass(node, 'facts')) {
    for (const row of elementsIn(node).filter(({ tagName }) => tagName === 'tr')) readRow(row, reader)
    return
  }
  const from = reader.found.length
  reader.block(node, {})
  const read = reader.found.splice(from)
  append(
    reader.found,
    read.map((block): SourceBlock => (block.rows && isOwnTable(block.rows) ? block : { ...block, artefact: COMPUTED })),
  )
}

function readRow(row: Element, reader: BlockReader): void {
  const [name, value] = children(row).filter(isElement)
  if (!name || !value) return reader.block(row, { artefact: COMPUTED })
  const paragraphs = children(value).filter((node) => isElement(node) && node.tagName === 'p') as Element[]
  const values = (paragraphs.length > 0 ? paragraphs : [value]).map((part) => reader.inlines(children(part)))
  for (const { content, artefact } of colophonLines(wordsIn(name), values))
    reader.add(content, row, artefact === undefined ? {} : { artefact })
}
