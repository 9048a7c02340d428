import type { Node } from './tags.js'

/** A page of a PDF: its structure, and how many letters each part of it has by its id. */
export interface Structure {
  readonly tree: Node
  readonly letters: ReadonlyMap<string, number>
}

// Share of the letters of all pages that a main part has at least.
const MOST = 0.5
// A site may print the title of a document in a table, and nothing above its chapters.
const LEVELS = ['H1', 'H2', 'H3'] as const

/**
 * What a web page has around its document, where a browser printed the page: its menus, notices and footer, by the ids of their marked
 * content. The document is what holds the first heading of the highest level there is and most of the words; nothing is told where no part does.
 */
export function aroundDocument(pages: readonly Structure[]): ReadonlySet<string> {
  const level = LEVELS.find((role) => pages.some(({ tree }) => pathTo(tree, role) !== undefined)) ?? 'H1'
  const first = pages.findIndex(({ tree }) => pathTo(tree, level) !== undefined)
  const path = pages[first] && pathTo(pages[first].tree, level)
  const all = new Set(pages.flatMap(({ letters }) => [...letters.keys()]))
  if (!path) return new Set()
  const whole = sum(pages, all)
  // A cover of its own has no menu and no notice.
  const covers = pages.slice(0, first).filter(({ tree }) => !hasLinks(tree) && !hasControls(tree))
  for (let depth = path.length - 1; depth > 0; depth--) {
    const mains = pages.slice(first).map(({ tree }, i) => (i === 0 ? path[depth] : goesOn(tree, path, depth)))
    const main = new Set(mains.flatMap(idsIn))
    if (sum(pages, main) < whole * MOST) continue
    const above = (path[depth]?.children ?? []).slice(
      0,
      path[depth]?.children?.indexOf(path[depth + 1] ?? headingIn(path[depth], level)),
    )
    const rows = [...above.filter((node, i) => isMenu(node) || isMenu(above[i + 1])), ...mains.flatMap(linkRows)]
    for (const id of rows.flatMap(idsIn)) main.delete(id)
    for (const id of covers.flatMap(({ tree }) => idsIn(tree))) main.add(id)
    return new Set([...all].filter((id) => !main.has(id)))
  }
  return new Set()
}

/** From the root to what holds the first heading of a level. */
function pathTo(node: Node, level: string): Node[] | undefined {
  if (node.role === level) return []
  for (const child of node.children ?? []) {
    const path = pathTo(child, level)
    if (path) return [node, ...path]
  }
  return undefined
}

/** What came before the document has ended on its page; on later ones it is the first part, of the same kind all the way down. */
function goesOn(tree: Node, path: readonly Node[], depth: number): Node | undefined {
  let node: Node | undefined = tree
  for (const part of path.slice(1, depth + 1)) {
    node = node?.children?.[0]
    if (node?.role !== part.role) return undefined
  }
  // Behind the document: a notice with its buttons.
  return hasControls(node) ? undefined : node
}

const hasControls = (node: Node | undefined): boolean => node?.role === 'Form' || (node?.children ?? []).some(hasControls)

const hasLinks = (node: Node): boolean => node.role === 'Link' || (node.children ?? []).some(hasLinks)

const headingIn = (node: Node | undefined, level: string): Node => node?.children?.find(({ role }) => role === level) as Node

// Links of a menu, or of a row of buttons to share.
const FEWEST_LINKS = 3

/** A list of which every item is a link, or a row of links. */
const isMenu = (node: Node | undefined): boolean =>
  node?.role === 'L'
    ? (node.children ?? []).every((item) => item.children?.some(({ role }) => role === 'Link'))
    : node !== undefined && linkRows(node).includes(node)

/** Rows of links that are no paragraph and no list. */
function linkRows(node: Node | undefined): Node[] {
  const children = node?.children ?? []
  const isRow = node?.role === 'NonStruct' && children.filter(({ role }) => role === 'Link').length >= FEWEST_LINKS
  return node && isRow ? [node] : children.flatMap(linkRows)
}

const idsIn = (node: Node | undefined): string[] =>
  node === undefined
    ? []
    : [...(node.type === 'content' && node.id !== undefined ? [node.id] : []), ...(node.children ?? []).flatMap(idsIn)]

const sum = (pages: readonly Structure[], ids: ReadonlySet<string>): number =>
  pages.reduce((total, { letters }) => [...letters].reduce((part, [id, count]) => part + (ids.has(id) ? count : 0), total), 0)
