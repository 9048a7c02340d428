import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { ID } from '../../model/index.js'
import { attribute, children, elementsIn, isElement, wordsIn } from './tree.js'

type Element = Tree.Element

/** A page that this tool made of a policy, taken apart. */
export interface OwnPage {
  readonly masthead: Element
  /** What stands in the main part before the policy's own words: colophon, decisions, history. */
  readonly front: readonly Element[]
  readonly contents: readonly Element[]
  readonly body: Element
  /** The footnotes. */
  readonly notes: readonly Element[]
  /** Everything else that has words: for the reader of a page, not of the policy. */
  readonly rest: readonly Element[]
}

/** What the page says of the blocks of a policy: their permanent ids and the labels it printed, and the elements it printed them in. */
export interface OwnMarks {
  readonly ids: ReadonlyMap<Element, string>
  readonly labels: ReadonlyMap<Element, string>
  readonly printed: ReadonlySet<Element>
}

export const NO_MARKS: OwnMarks = { ids: new Map(), labels: new Map(), printed: new Set() }

export const hasClass = (node: Element, name: string): boolean => (attribute(node, 'class') ?? '').split(' ').includes(name)

/** The parts of a page by the landmarks this tool gives it; undefined for another page, and for one that shows changes. */
export function findOwnPage(document: Tree.Document): OwnPage | undefined {
  const all = elementsIn(document)
  const masthead = all.find((node) => node.tagName === 'header' && hasClass(node, 'masthead'))
  const main = all.find((node) => node.tagName === 'main' && attribute(node, 'id') === '_main')
  const parts = main ? children(main).filter(isElement) : []
  const at = parts.findIndex((node) => hasClass(node, 'division') && hasClass(node, 'body'))
  const body = parts[at]
  if (!masthead || !body || all.some((node) => attribute(node, 'data-change') !== undefined)) return undefined
  // Words between its parts are somebody's: as a page like any other it loses none.
  if (main && children(main).some((node) => node.nodeName === '#text' && 'value' in node && node.value.trim() !== ''))
    return undefined
  const contents = all.filter((node) => node.tagName === 'nav' && hasClass(node, 'contents'))
  const notes = parts.slice(at + 1)
  const known = new Set<Tree.Node>([masthead, ...contents, ...parts])
  const page = all.find(({ tagName }) => tagName === 'body')
  return { masthead, front: parts.slice(0, at), contents, body, notes, rest: page ? outside(page, known) : [] }
}

/** The outermost elements with words that neither are nor hold a known part. */
const outside = (parent: Element, known: ReadonlySet<Tree.Node>): Element[] =>
  children(parent)
    .filter(isElement)
    .flatMap((node) => {
      if (known.has(node)) return []
      return elementsIn(node).some((inner) => known.has(inner)) ? outside(node, known) : wordsIn(node) === '' ? [] : [node]
    })

/** Reads the ids and the printed labels off the blocks of a policy. */
export function readOwnMarks(parts: readonly Element[]): OwnMarks {
  const ids = new Map<Element, string>()
  const labels = new Map<Element, string>()
  const printed = new Set<Element>()
  for (const node of parts.flatMap((part) => elementsIn(part))) {
    const id = attribute(node, 'id') ?? ''
    if (ID.test(id)) ids.set(node, id)
    if (node.tagName === 'a' && hasClass(node, 'anchor')) printed.add(node)
    const label = /^(?:li|h[1-6])$/.test(node.tagName) ? children(node).find(isElement) : undefined
    if (!label || !hasClass(label, 'label')) continue
    // A heading may be no more than its label; that is its words then.
    if (wordsIn(node) === wordsIn(label)) continue
    labels.set(node, wordsIn(label))
    printed.add(label)
  }
  return { ids, labels, printed }
}
