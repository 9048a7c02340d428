import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import {
  COLOURED,
  Damaged,
  emphasised,
  type Finding,
  leaves,
  linesAtBreaks,
  linked,
  type MarkFacts,
  marksIn,
  type Source,
  type SourceBlock,
  text,
  textOf,
  tidy,
} from '../../blocks/index.js'
import type { Inline } from '../../model/index.js'
import { readText } from '../text/text.js'
import { type Around, PAGE } from './around.js'
import { bound, DEEPEST, TOO_DEEP } from './bound.js'
import { openSections } from './collapsed.js'
import { embeddedIn } from './embedded.js'
import { aroundColumn, isLayout } from './layout.js'
import { AROUND, findAround } from './main.js'
import { findNotes, type Notes } from './notes.js'
import { findOwnPage, NO_MARKS, type OwnMarks, readOwnMarks } from './own.js'
import { type BlockReader, readOwnPage } from './own-page.js'
import { shownWords } from './shown.js'
import { propertiesOf } from './site.js'
import { controlPairs } from './terms.js'
import {
  apart,
  attribute,
  children,
  holdsBlocks,
  indentOf,
  isBoxed,
  isContents,
  isElement,
  isHidden,
  isMarked,
  listLabel,
  lookOf,
  MARKS,
  marginOf,
  NOTHING,
  REASONS,
  tableParts,
  wordsIn,
} from './tree.js'

type Element = Tree.Element

/** A page: its headings, paragraphs, lists and tables. Nothing in it is run, and nothing outside it is fetched. */
export function readHtml(source: string): { source: Source; findings: readonly Finding[] } {
  bound(source)
  const document = parse(source, { sourceCodeLocationInfo: true })
  const own = findOwnPage(document)
  if (!own) openSections(document)
  const marks = own ? readOwnMarks([own.body, ...own.notes]) : NO_MARKS
  const outside = own ? new Set<Element>() : findAround(document)
  const reader = new Reader(findNotes(document), marks, outside)
  if (own) readOwnPage(own, reader.asBlockReader())
  else reader.blocks(document, PAGE, 0)
  const { found: blocks } = reader
  const marksHeadings = blocks.some(({ heading }) => heading !== undefined)
  return {
    source: { kind: 'html', blocks, marksHeadings, words: shownWords(document), properties: propertiesOf(document) },
    findings: own ? [] : embeddedIn(document, outside),
  }
}

// A browser indents a list by 30 points; its labels stand before that.
const LIST_INDENT = 18

class Reader {
  readonly found: SourceBlock[] = []
  readonly #notes: Notes
  readonly #own: OwnMarks
  /** Addresses of a policy's own blocks: a link to one is a reference. */
  readonly #targets: ReadonlySet<string>
  readonly #outside: ReadonlySet<Element>
  readonly #marked = new Map<Inline, MarkFacts>()
  // The label of an item and the id of a block belong to its first block only.
  #label: string | undefined
  #id: string | undefined

  constructor(notes: Notes, own: OwnMarks, outside: ReadonlySet<Element>) {
    this.#outside = outside
    this.#notes = notes
    this.#own = own
    this.#targets = new Set([...own.ids.values()].map((id) => `#${id}`))
  }

  /** For pages that are taken apart before they are read. */
  asBlockReader(): BlockReader {
    return {
      found: this.found,
      block: (node, about) => this.#block(node, { ...PAGE, ...about }, 0),
      inlines: (nodes) => this.#inlines(nodes),
      add: (content, node, about) => this.#add(content, node, { ...PAGE, ...about }),
    }
  }

  /** Reads what stands in a block: runs of inlines are a paragraph, blocks are read in turn. */
  blocks(parent: Tree.ParentNode, around: Around, depth: number): void {
    let run: Tree.ChildNode[] = []
    const flush = () => {
      this.#paragraphs(run, around)
      run = []
    }
    for (const node of children(parent)) {
      if (isElement(node) && (holdsBlocks(node) || this.#outside.has(node))) {
        flush()
        this.#block(node, around, depth)
      } else run.push(node)
    }
    flush()
  }

  #block(node: Element, outer: Around, depth: number): void {
    if (depth > DEEPEST) throw new Damaged(TOO_DEEP)
    const isOutside = this.#outside.has(node)
    const note = this.#notes.texts.get(node)
    const margin = marginOf(node)
    const around: Around = {
      ...outer,
      ...(note === undefined ? {} : { note }),
      ...(isOutside ? { artefact: AROUND } : {}),
      ...(isHidden(node) ? { artefact: 'hidden' } : margin ? { artefact: `running ${margin}` } : {}),
      ...(isContents(node) && !isOutside ? { role: 'contents' } : {}),
      ...(isBoxed(node) ? { box: true } : {}),
      indent: outer.indent + indentOf(node),
    }
    if (NOTHING.has(node.tagName)) return this.#leaveOut(node)
    this.#id = this.#own.ids.get(node) ?? this.#id
    if (/^h[1-6]$/.test(node.tagName)) {
      this.#label = this.#own.labels.get(node)
      const level = Number(/^[1-9]$/.exec(attribute(node, 'aria-level') ?? '')?.[0] ?? node.tagName[1])
      return this.blocks(node, { ...around, heading: level }, depth + 1)
    }
    switch (node.tagName) {
      case 'blockquote':
        return this.blocks(node, { ...around, role: 'quote' }, depth + 1)
      case 'pre':
        return this.#preformatted(node, around)
      case 'table':
        return this.#table(node, around, depth)
      case 'ul':
      case 'ol':
      case 'menu':
        return this.blocks(node, { ...around, lists: [...around.lists, node], indent: around.indent + LIST_INDENT }, depth + 1)
      case 'li': {
        const list = around.lists.at(-1)
        this.#label = this.#own.labels.get(node) ?? (around.note === undefined && list ? listLabel(node, list) : undefined)
        this.blocks(node, around, depth + 1)
        this.#label = undefined
        return
      }
      case 'dl':
        return this.#terms(node, around, depth)
      default:
        return this.blocks(node, around, depth + 1)
    }
  }

  /** Text set line by line is read as text; a single line is shown as it stands. */
  #preformatted(node: Element, around: Around): void {
    const value = textOf(this.#inlines([node]).map((inline) => (inline.type === 'break' ? text('\n') : inline)))
    const lines = readText(value.replace(/^\n/, '')).blocks
    const start = node.sourceCodeLocation?.startLine ?? 1
    if (lines.length < 2) return this.#add(text(value), node, { ...around, role: 'verbatim' })
    for (const block of lines)
      this.found.push({
        ...block,
        line: start + block.line - 1,
        ...(around.artefact === undefined ? {} : { artefact: around.artefact }),
      })
  }

  /** A term and what it means are one item of a list. */
  #terms(list: Element, around: Around, depth: number): void {
    const pairs = controlPairs(list)
    const rows = pairs?.map((pair) => pair.map((part) => tidy(this.#inlines(children(part)))))
    if (rows) return this.#push({ content: [], rows }, list, around)
    const inList = { ...around, lists: [...around.lists, list] }
    let term: Inline[] = []
    for (const node of children(list)) {
      if (!isElement(node)) continue
      if (node.tagName === 'dt') {
        // The first of two terms with one meaning is an item of its own.
        if (term.length > 0) this.#item([emphasised('strong', term)], node, inList)
        term = this.#inlines(children(node))
      } else if (node.tagName === 'dd') {
        const strong: Inline[] = term.length > 0 ? [emphasised('strong', term), text(' ')] : []
        this.#item([...strong, ...this.#inlines(children(node))], node, inList)
        term = []
      } else this.blocks(node, around, depth + 1)
    }
    if (term.length > 0) this.#add(term, list, around)
  }

  #item(content: readonly Inline[], node: Element, around: Around): void {
    this.#label = '•'
    this.#add(content, node, around)
  }

  #table(node: Element, around: Around, depth: number): void {
    const { captions, rows: found } = tableParts(node)
    if (captions.length === 0 && isLayout(found)) {
      for (const cell of found.flat()) {
        const isOutside = [cell, cell.parentNode].some((part) => part && isElement(part) && this.#outside.has(part))
        this.blocks(cell, isOutside ? { ...around, artefact: AROUND } : aroundColumn(cell, around), depth + 1)
      }
      return
    }
    for (const caption of captions) this.#paragraphs(children(caption), around)
    const rows = found.map((cells) => cells.map((cell) => tidy(this.#inlines(children(cell)))))
    // A table with one column is layout: its cells are paragraphs.
    if (rows.every((row) => row.length < 2))
      for (const row of rows) for (const cell of row) this.#add(cell, node, { ...around, box: true })
    else if (rows.flat().some((cell) => cell.length > 0)) this.#push({ content: [], rows }, node, around)
  }

  #paragraphs(nodes: readonly Tree.ChildNode[], around: Around): void {
    const [first] = nodes
    if (!first) return
    const lines = linesAtBreaks(this.#inlines(nodes), (inline) => inline)
    for (const [i, line] of lines.entries()) this.#add(line, first, around, i === 0 ? 1 : 0)
  }

  #add(content: Inline | readonly Inline[], node: Tree.ChildNode, around: Around, gap = 1): void {
    const found = tidy(Array.isArray(content) ? content : [content as Inline])
    const words = around.heading === undefined ? found : apart(found)
    if (words.length === 0) return
    const marks = marksIn(Array.isArray(content) ? content : [content as Inline], this.#marked)
    this.#push({ content: words, look: lookOf(words), ...marks }, node, around, gap)
  }

  #push(block: Pick<SourceBlock, 'content' | 'rows' | 'look' | 'marks'>, node: Tree.ChildNode, around: Around, gap = 1): void {
    const { lists, heading, role, artefact, note, box, indent } = around
    this.found.push({
      ...block,
      line: node.sourceCodeLocation?.startLine ?? 1,
      gap,
      indent,
      ...(heading === undefined ? {} : { heading }),
      ...(role === undefined ? {} : { role }),
      ...(artefact === undefined ? {} : { artefact }),
      ...(note === undefined ? {} : { note }),
      ...(box === undefined ? {} : { box }),
      ...(lists.length > 0 && note === undefined && !block.rows ? { level: lists.length - 1 } : {}),
      ...(this.#label === undefined ? {} : { label: this.#label }),
      ...(this.#id === undefined ? {} : { id: this.#id }),
    })
    this.#label = undefined
    this.#id = undefined
  }

  /** What a reader of the page may see but is no text of the policy is accounted for. */
  #leaveOut(node: Element): void {
    const artefact = isHidden(node) ? 'hidden' : REASONS.get(node.tagName)
    // To a browser that runs scripts this one holds no elements.
    const inside = node.tagName === 'noscript' ? parseFragment(wordsIn(node)) : node
    const words = artefact === undefined ? '' : wordsIn(inside)
    if (artefact === undefined || words === '') return
    this.found.push({ line: node.sourceCodeLocation?.startLine ?? 1, content: [text(words)], gap: 1, indent: 0, artefact })
  }

  #inlines(nodes: readonly Tree.ChildNode[], depth = 0): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      if (node.nodeName === '#text')
        return [text((node as Tree.TextNode).value.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, ''))]
      if (!isElement(node) || this.#own.printed.has(node)) return []
      if (NOTHING.has(node.tagName) || isHidden(node)) {
        this.#leaveOut(node)
        return []
      }
      if (depth > DEEPEST) throw new Damaged(TOO_DEEP)
      const name = this.#notes.marks.get(node)
      if (name !== undefined) return [{ type: 'footnoteReference', identifier: name, label: name }]
      if (this.#notes.backlinks.has(node)) return []
      if (node.tagName === 'br') return [{ type: 'break' }]
      const inside = this.#inlines(children(node), depth + 1)
      if (isMarked(node)) for (const part of leaves(inside)) this.#marked.set(part, COLOURED)
      const mark = MARKS.get(node.tagName)
      if (mark !== undefined) return inside.map((part) => (part.type === 'break' ? part : emphasised(mark, [part])))
      const url = node.tagName === 'a' ? attribute(node, 'href') : undefined
      const leads = url !== undefined && (/^(?:https?:|mailto:|tel:)/i.test(url) || this.#targets.has(url))
      const isLink = leads && inside.every(({ type }) => type !== 'break')
      if (isLink && textOf(inside).trim() !== '') return [linked(url, inside)]
      // A list in a cell is part of its words, its labels too.
      const list = node.tagName === 'li' ? node.parentNode : null
      const label = list && isElement(list) && /^[ou]l$/.test(list.tagName) ? listLabel(node, list) : undefined
      const labelled = label === undefined ? inside : [text(`${label} `), ...inside]
      return holdsBlocks(node) ? [{ type: 'break' }, ...labelled, { type: 'break' }] : labelled
    })
  }
}
