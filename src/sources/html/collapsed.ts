import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { isCall } from '../../blocks/index.js'
import { attribute, children, elementsIn, isElement, wordsIn } from './tree.js'

type Element = Tree.Element

const HEADING = /^h([1-6])$/
// A folded menu is nearly all links; a folded rule names one or two.
const LINKED = 0.6

/**
 * Opens what a page shows once somebody asks for it. A panel with a button of its own is text and no longer hidden, and the button with its
 * words is a heading, as a summary is: one below the heading before it, where nothing but headings and such sections come behind it. A
 * button that opens a menu stays one.
 */
export function openSections(document: Tree.Document): void {
  const page = new Places(document)
  let level = 1
  for (const node of page.elements) {
    level = Number(HEADING.exec(node.tagName)?.[1] ?? level)
    const section = node.tagName === 'summary' ? (node.parentNode as Element) : isOpener(node) ? page.panelOf(node) : undefined
    if (!section || isMenu(section)) continue
    // "Read about evacuation plans" says what the button does.
    if (node.tagName === 'summary' && isCall(wordsIn(node)) && !/\?\s*$/.test(wordsIn(node))) {
      node.tagName = 'button'
      continue
    }
    section.attrs = section.attrs.filter(({ name }) => name !== 'hidden')
    const isInHeading = node.parentNode !== null && isElement(node.parentNode) && HEADING.test(node.parentNode.tagName)
    const holdsHeading = elementsIn(node).some(({ tagName }) => HEADING.test(tagName))
    node.tagName = isInHeading
      ? 'span'
      : holdsHeading
        ? 'div'
        : beginsAnew(page.after(section))
          ? `h${Math.min(level + 1, 6)}`
          : 'p'
  }
}

const isOpener = (node: Element): boolean =>
  (node.tagName === 'button' || attribute(node, 'role') === 'button') &&
  (attribute(node, 'aria-expanded') !== undefined || TARGETS.some((name) => /^#?[\w-]+$/.test(attribute(node, name) ?? '')))

const TARGETS = ['aria-controls', 'data-bs-target', 'data-target']

/** The elements of a page by their names, and what comes behind each. */
class Places {
  readonly elements: readonly Element[]
  readonly #named = new Map<string, Element>()
  readonly #next = new Map<Element, Element>()

  constructor(document: Tree.Document) {
    this.elements = elementsIn(document)
    const last = new Map<Tree.ParentNode, Element>()
    for (const node of this.elements) {
      const id = attribute(node, 'id')
      if (id !== undefined && !this.#named.has(id)) this.#named.set(id, node)
      if (!node.parentNode) continue
      const before = last.get(node.parentNode)
      if (before) this.#next.set(before, node)
      last.set(node.parentNode, node)
    }
  }

  /** What a button opens: the part it names, else what comes behind it or behind the heading it stands in. */
  panelOf(button: Element): Element | undefined {
    const named = TARGETS.flatMap((name) => this.#named.get(attribute(button, name)?.replace(/^#/, '') ?? '') ?? [])
    const around = button.parentNode && isElement(button.parentNode) ? button.parentNode : undefined
    return named[0] ?? this.#next.get(button) ?? (around && this.#next.get(around))
  }

  /** The element that comes behind a part of the page and all that closes with it. */
  after(section: Element): Element | undefined {
    for (let node: Tree.ParentNode | null = section; node && isElement(node) && node.tagName !== 'body'; node = node.parentNode) {
      const next = this.#next.get(node)
      if (next) return next
    }
    return undefined
  }
}

const isMenu = (section: Element): boolean => {
  const links = elementsIn(section).filter(({ tagName }) => tagName === 'a')
  const letters = wordsIn(section).length
  return letters === 0 || links.reduce((sum, link) => sum + wordsIn(link).length, 0) >= letters * LINKED
}

/** Whether an element is a heading, or begins with one or with another section that opens. */
function beginsAnew(node: Element | undefined): boolean {
  if (!node) return true
  const first = [node, ...elementsIn(node)].find((inner) =>
    children(inner).some((part) => 'value' in part && part.value.trim() !== ''),
  )
  return [node, ...(first ? [first] : [])].some(
    ({ tagName }) => HEADING.test(tagName) || /^(?:summary|details|button|footer|nav|aside)$/.test(tagName),
  )
}
