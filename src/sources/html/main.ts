import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Artefact } from '../../blocks/index.js'
import { attribute, children, elementsIn, isElement, NOTHING, wordsIn } from './tree.js'

type Element = Tree.Element

/** Why what a site prints around its document is no part of it. */
export const AROUND = 'outside the policy on its page' satisfies Artefact

// What site makers call the parts around a text, in classes and ids: whole words between blanks and hyphens.
const PARTS =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|crumbs?|kruimel(?:pad|spoor)?|share|sharing|social|delen|deel|sidebar|side|widgets?|related|gerelateerd|newsletter|nieuwsbrief|news|nieuws|menu|navbar|nav|navigation|navigatie|skip|skiplinks?|footer|search|zoeken|pager|pagination|comments?|reacties|feedback|toolbar|banner|cta|call-to-action|promo|promotion|teaser|advert|advertisement|agenda|events?)(?:[\s_-]|$)/i
// What sites call news and pages beside the one that is read.
const RELATED =
  /^(?:(?:laatste|recent|ander|meer)e? )?(?:nieuws|nieuwsberichten|berichten|agenda)$|^(?:(?:latest|recent|other|more) )?(?:news|posts|events)$|^(?:lees ook|zie ook|bekijk ook|gerelateerd\p{L}*(?: \p{L}+)?|related(?: \p{L}+)?|you may also like|deel (?:dit|deze pagina)|share(?: this(?: page)?)?|volg ons|follow us)\s*:?$/iu
const BUTTON = /(?:^|[\s_-])(?:btn|button|knop|cta|download)(?:[\s_-]|$)/i
const FILE = /\.(?:pdf|docx?|odt|rtf)(?:[?#]|$)/i
const TAGS = new Set(['nav', 'footer'])
const ROLES = /^(?:navigation|banner|contentinfo|search|dialog|complementary)$/
// Shares of the letters of a page: a main part has most of them, and what stands around it never that many.
const MOST = 0.5
const NEARLY_ALL = 0.8
const FEW = 0.3
// A menu, a row of buttons to share: words that are links, more than one.
const LINKED = 0.6
const FEWEST_LINKS = 3

/** The elements of a page that stand around its document: menus, notices, news, footers. None where the page is the document. */
export function findAround(document: Tree.Document): ReadonlySet<Element> {
  const page = new Page(document)
  const found = new Set<Element>()
  if (page.all === 0) return found
  const main = page.main()
  if (main) for (const element of page.beside(main)) found.add(element)
  for (const element of elementsIn(main ?? document, (node) => NOTHING.has(node.tagName)))
    if (page.isPart(element)) found.add(element)
  return found
}

/** Counts of the letters of a page, and of those in links, by element. */
class Page {
  readonly #document: Tree.Document
  readonly #letters = new Map<Tree.ParentNode, { all: number; linked: number; links: number }>()
  readonly #elements: readonly Element[]

  constructor(document: Tree.Document) {
    this.#document = document
    this.#elements = elementsIn(document, (node) => NOTHING.has(node.tagName))
    for (const element of [document, ...this.#elements]) this.#letters.set(element, { all: 0, linked: 0, links: 0 })
    for (const element of this.#elements) {
      const own = children(element).reduce((sum, node) => sum + ('value' in node ? node.value.trim().length : 0), 0)
      const isLink = element.tagName === 'a' && attribute(element, 'href') !== undefined
      const inLink = isLink || parentsOf(element).some((node) => isElement(node) && node.tagName === 'a')
      if (own === 0 && !isLink) continue
      for (const node of [element, ...parentsOf(element)]) {
        const count = this.#letters.get(node)
        if (!count) continue
        count.all += own
        if (inLink) count.linked += own
        if (isLink) count.links++
      }
    }
  }

  get all(): number {
    return this.#of(this.#document)
  }

  #of(node: Tree.ParentNode): number {
    return this.#letters.get(node)?.all ?? 0
  }

  /** The part the page itself calls main; else what its only first heading stands in with nearly all the text, where menus stand beside it. */
  main(): Element | undefined {
    const called = this.#elements.filter((node) => node.tagName === 'main' || attribute(node, 'role') === 'main')
    const articles = this.#elements.filter(({ tagName }) => tagName === 'article')
    const largest = [...(called.length > 0 ? called : articles)].sort((a, b) => this.#of(b) - this.#of(a))[0]
    if (largest && this.#of(largest) >= this.all * MOST) return largest
    const [tops = []] = ['h1', 'h2']
      .map((name) => this.#elements.filter(({ tagName }) => tagName === name))
      .filter((found) => found.length > 0)
    const headings = tops.filter((node) => !isRelated(node))
    if (headings.length !== 1) return undefined
    const holder = parentsOf(headings[0] as Element).find(
      (node) => isElement(node) && this.#of(node) >= this.#unlinked() * NEARLY_ALL,
    )
    if (!holder || !isElement(holder) || holder.tagName === 'body') return undefined
    return this.beside(holder).some((element) => this.#isLinked(element)) ? holder : undefined
  }

  #unlinked(): number {
    return this.all - (this.#letters.get(this.#document)?.linked ?? 0)
  }

  /** What stands beside an element and beside those around it. */
  beside(element: Element): Element[] {
    const found: Element[] = []
    for (let node: Tree.ParentNode = element; 'parentNode' in node && node.parentNode; node = node.parentNode)
      for (const child of children(node.parentNode))
        if (child !== node && isElement(child) && child.tagName !== 'head' && !this.#isTitle(child)) found.push(child)
    return found
  }

  /** A heading above the main part may be its title. */
  #isTitle(element: Element): boolean {
    const own = elementsIn(element).filter(({ tagName }) => tagName === 'h1')
    return (element.tagName === 'h1' || own.length > 0) && !this.#isLinked(element)
  }

  /** Whether an element is one of the parts that sites print around a text, by its name or because its words are links. */
  isPart(element: Element): boolean {
    if (this.#of(element) > this.all * FEW || element.tagName === 'body' || this.#holdsHeading(element)) return false
    const names = [attribute(element, 'class'), attribute(element, 'id')]
    const isNamed = names.some((name) => PARTS.test(name ?? '')) || ROLES.test(attribute(element, 'role') ?? '')
    // The list of contents of the document is links too: those lead into the page.
    if (this.#leadsInside(element)) return false
    return (
      this.#isButton(element) ||
      TAGS.has(element.tagName) ||
      isNamed ||
      isHeadedRelated(element) ||
      (/^(?:ul|ol|div|p)$/.test(element.tagName) && this.#isLinked(element))
    )
  }

  /** A link that is all of its block and that its site draws as a button, or that gives a file. */
  #isButton(element: Element): boolean {
    const parent = element.parentNode
    if (element.tagName !== 'a' || !parent || this.#of(parent) > this.#of(element)) return false
    const isDrawn = BUTTON.test(attribute(element, 'class') ?? '') || attribute(element, 'role') === 'button'
    return isDrawn || attribute(element, 'download') !== undefined || FILE.test(attribute(element, 'href') ?? '')
  }

  #holdsHeading = (element: Element): boolean =>
    element.tagName === 'h1' || elementsIn(element).some(({ tagName }) => tagName === 'h1')

  #leadsInside(element: Element): boolean {
    const links = [element, ...elementsIn(element)].flatMap((node) =>
      node.tagName === 'a' ? (attribute(node, 'href') ?? []) : [],
    )
    return links.length > 0 && links.filter((link) => /^#./.test(link)).length * 2 > links.length
  }

  #isLinked(element: Element): boolean {
    const { all = 0, linked = 0, links = 0 } = this.#letters.get(element) ?? {}
    return links >= FEWEST_LINKS && linked >= all * LINKED
  }
}

const isRelated = (heading: Element): boolean => RELATED.test(wordsIn(heading))

/** Whether what an element begins with is a heading of what else a site has. */
const isHeadedRelated = (element: Element): boolean => {
  const first = /^(?:aside|section|div)$/.test(element.tagName)
    ? elementsIn(element).find(({ tagName }) => /^h[1-6]$/.test(tagName))
    : undefined
  return first !== undefined && isRelated(first) && wordsIn(element).startsWith(wordsIn(first))
}

function parentsOf(node: Element): Tree.ParentNode[] {
  const found: Tree.ParentNode[] = []
  for (let up = node.parentNode; up; up = 'parentNode' in up ? up.parentNode : null) found.push(up)
  return found
}
