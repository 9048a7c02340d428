import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { maximum } from '../../model/index.js'
import type { Around } from './around.js'
import { AROUND } from './main.js'
import { attribute, BLOCKS, children, elementsIn, isElement, wordsIn } from './tree.js'

// A cell of more lines is no entry of a table but a column of text.
const MOST_LINES = 12

/**
 * One row whose cells hold whole texts sets a page in columns: what is beside what means nothing. So do more rows, a banner and a foot among
 * them, where one cell holds headings and most of the lines.
 */
export function isLayout(rows: readonly (readonly Tree.Element[])[]): boolean {
  const cells = rows.flat()
  if (!cells.every(({ tagName }) => tagName === 'td')) return false
  const lines = cells.map(linesIn)
  const most = Math.max(0, maximum(lines))
  if (most <= MOST_LINES || rows.length === 1) return most > MOST_LINES
  const largest = cells[lines.indexOf(most)] as Tree.Element
  return (
    most * 2 >= lines.reduce((sum, count) => sum + count, 0) &&
    elementsIn(largest).some(({ tagName }) => /^h[1-6]$/.test(tagName))
  )
}

const linesIn = (parent: Tree.ParentNode): number =>
  children(parent)
    .filter(isElement)
    .reduce((sum, node) => sum + (node.tagName === 'br' || BLOCKS.has(node.tagName) ? 1 : 0) + linesIn(node), 0)

/** What stands around a column of such a page: one of nothing but links to other pages is the menu of its site. */
export const aroundColumn = (cell: Tree.Element, around: Around): Around =>
  leadsElsewhere(cell) ? { ...around, artefact: AROUND } : around

function leadsElsewhere(cell: Tree.Element): boolean {
  const links = linksIn(cell)
  const areAway = links.every((link) => !/^(?:#|$)/.test(attribute(link, 'href') ?? ''))
  return (
    links.length >= FEWEST_LINKS && areAway && links.map(wordsIn).join('').replace(/\s/g, '') === wordsIn(cell).replace(/\s/g, '')
  )
}

// A rule may name two pages; three links and nothing else are a way elsewhere.
const FEWEST_LINKS = 3

const linksIn = (parent: Tree.ParentNode): Tree.Element[] =>
  children(parent)
    .filter(isElement)
    .flatMap((node) => (node.tagName === 'a' ? [node] : linksIn(node)))
