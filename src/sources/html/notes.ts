import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { attribute, children, isElement } from './tree.js'

/** Footnotes of a page: its marks, the blocks that hold their texts, and the links back. */
export interface Notes {
  readonly marks: ReadonlyMap<Tree.Element, string>
  readonly texts: ReadonlyMap<Tree.Element, string>
  readonly backlinks: ReadonlySet<Tree.Element>
}

const TARGET = /^#(?:_?ftn|_?edn|fn|sdfootnote|sdendnote|footnote|endnote|note|voetnoot)/i
const BLOCK = new Set(['li', 'p', 'div', 'aside', 'dd'])

/** A footnote is a link to a place in the page whose block links back: the way word processors and converters write them. */
export function findNotes(document: Tree.Document): Notes {
  const parents = new Map<Tree.Element, Tree.Element | undefined>()
  const places = new Map<string, Tree.Element>()
  const links: Tree.Element[] = []
  const stack: (readonly [Tree.ParentNode, Tree.Element | undefined])[] = [[document, undefined]]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [parent, element] = next
    for (const node of [...children(parent)].reverse()) {
      if (!isElement(node)) continue
      parents.set(node, element)
      for (const name of [attribute(node, 'id'), attribute(node, 'name')]) if (name && !places.has(name)) places.set(name, node)
      if (node.tagName === 'a') links.push(node)
      stack.push([node, node])
    }
  }
  const marks = new Map<Tree.Element, string>()
  const texts = new Map<Tree.Element, string>()
  const backlinks = new Set<Tree.Element>()
  for (const link of links.sort((a, b) => offset(a) - offset(b))) {
    const href = attribute(link, 'href') ?? ''
    const isMark =
      TARGET.test(href) ||
      attribute(link, 'role') === 'doc-noteref' ||
      /footnote-ref|sdfootnoteanc/.test(attribute(link, 'class') ?? '')
    const place = places.get(href.slice(1))
    if (!isMark || !href.startsWith('#') || !place || backlinks.has(link)) continue
    const block = blockOf(place, parents)
    if (!block || texts.has(block)) continue
    const name = String(texts.size + 1)
    marks.set(link, name)
    texts.set(block, name)
    const inside = linksIn(block).filter((other) => attribute(other, 'href')?.startsWith('#'))
    const back = inside.filter((other) => attribute(other, 'role') === 'doc-backlink')
    // Where a page does not say which link leads back, one into the page does.
    for (const other of back.length > 0 ? back : inside) backlinks.add(other)
  }
  return { marks, texts, backlinks }
}

const offset = (node: Tree.Element): number => node.sourceCodeLocation?.startOffset ?? 0

function blockOf(place: Tree.Element, parents: ReadonlyMap<Tree.Element, Tree.Element | undefined>): Tree.Element | undefined {
  for (let up: Tree.Element | undefined = place; up; up = parents.get(up)) if (BLOCK.has(up.tagName)) return up
  return undefined
}

function linksIn(block: Tree.Element): Tree.Element[] {
  const found: Tree.Element[] = []
  const stack: Tree.Element[] = [block]
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.tagName === 'a') found.push(next)
    for (const node of children(next)) if (isElement(node)) stack.push(node)
  }
  return found
}
