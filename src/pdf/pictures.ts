import type { Finding } from '../blocks/index.js'
import type { Node } from './tags.js'

/** Left, bottom, right and top, in points. */
export type Box = readonly [left: number, bottom: number, right: number, top: number]

/** A page as far as pictures go. */
export interface Pictured {
  readonly page: number
  /** Letters on it. */
  readonly letters: number
  /** Points by points. */
  readonly size: number
  readonly pictures: readonly Box[]
  /** Pictures by the structure of the page, which are drawn in any way. */
  readonly figures: number
}

/** Fewer letters than this on a page, and it is a picture of a text. */
export const FEWEST_LETTERS = 16
/** A smaller share of the page is a mark, or an ornament. */
const LEAST_SCAN = 0.2
const LEAST_PICTURE = 0.01

const areaOf = ([left, bottom, right, top]: Box): number => (right - left) * (top - bottom)

/** Figures of a structure in which no words stand; `written` are the ids of what has some. */
export function figuresIn(tree: Node | undefined, written: ReadonlySet<string>): number {
  let count = 0
  const hasWords = (node: Node): boolean =>
    node.id !== undefined && written.has(node.id) ? true : (node.children ?? []).some(hasWords)
  const visit = (node: Node): void => {
    if (node.role === 'Figure') count += hasWords(node) ? 0 : 1
    else for (const child of node.children ?? []) visit(child)
  }
  if (tree) visit(tree)
  return count
}

/**
 * What is said of the pictures of a PDF, of which nothing is read: pages that are one, and those beside the text. What stands on several pages
 * in one place is the mark of whoever made them.
 */
export function pictureFindings(pages: readonly Pictured[]): readonly Finding[] {
  const scans = pages.filter(
    ({ letters, size, pictures }) => letters < FEWEST_LETTERS && pictures.some((box) => areaOf(box) >= LEAST_SCAN * size),
  )
  const places = new Map<string, number>()
  const placeOf = (box: Box) => box.map(Math.round).join(' ')
  for (const { pictures } of pages) for (const key of new Set(pictures.map(placeOf))) places.set(key, (places.get(key) ?? 0) + 1)
  const beside = pages
    .filter((page) => !scans.includes(page))
    .reduce((sum, { pictures, figures, size }) => {
      const own = pictures.filter((box) => areaOf(box) >= LEAST_PICTURE * size && places.get(placeOf(box)) === 1)
      return sum + Math.max(own.length, figures)
    }, 0)
  const [first] = scans
  return [
    ...(first
      ? [{ rule: 'import/words', form: 'scanned', values: { count: scans.length, page: first.page }, line: 1 } as const]
      : []),
    ...(beside > 0 ? [{ rule: 'markdown/image', form: 'pictures', values: { count: beside }, line: 1 } as const] : []),
  ]
}
