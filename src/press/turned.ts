import type { Flow } from './flow.js'
import { paginate } from './pages.js'
import type { Slab } from './set.js'
import { paintPlaced } from './slab.js'

/** Left above a turned table where it can be: a heading and a line that announces the table. */
const ABOVE = 84

/** The room of a page turned a quarter: as wide as the page's own is high, or a little less when `least` allows it. */
export function turnedRoom(flow: Flow, least: number): Flow {
  const { left, top, bottom } = flow.document.theme.frame
  const width = bottom - top
  // Columns that have to be parted all the same may as well be parted there.
  const parted = least > width
  return { ...flow, x: left, width: parted || least <= width - ABOVE ? width - ABOVE : width, gutter: 0 }
}

/**
 * Slabs set for a turned room, each as high as the room is wide. The pages themselves stay upright, as WCAG asks of a document (1.3.4): what
 * is turned is what is on them, as in a book.
 */
export function turned(slabs: readonly Slab[], { document, width }: Flow): Slab[] {
  const { left, right, top } = document.theme.frame
  const pages = paginate(slabs, { top, bottom: top + right - left, separator: 0 })
  return pages.map(({ placed }) => ({
    height: width,
    before: 0,
    keep: false,
    anchors: placed.flatMap(({ slab }) => slab.anchors ?? []),
    paint: (canvas, y) => canvas.turned({ e: left - top, f: y + width + left }, () => paintPlaced(placed, canvas)),
  }))
}
