import type { Backend, Ref } from './adapter.js'
import type { Bookmark } from './flow.js'
import type { Anchor } from './set.js'

interface Item {
  readonly level: number
  readonly entry: ReturnType<Backend['kit']['outline']['addItem']>
}

/** Above the words jumped to: they do not touch the edge of the window. */
const AIR = 8

const destination = (anchor: Anchor, pages: readonly Ref[], height: number): unknown[] => [
  pages[anchor.page],
  'XYZ',
  0,
  Math.round((height - Math.max(0, anchor.top - AIR)) * 100) / 100,
  null,
]

/** Bookmarks, nested by level; a level that is skipped hangs under the one above it. */
export function writeOutline({ kit }: Backend, marks: readonly Bookmark[], pages: readonly Ref[], height: number): void {
  const open: Item[] = []
  for (const { title, level, anchor } of marks) {
    if (anchor.page < 0 || title === '') continue
    while (open.length > 0 && (open.at(-1) as Item).level >= level) open.pop()
    const parent = open.at(-1)?.entry ?? kit.outline
    const entry = parent.addItem(title, { fit: true, expanded: level === 0 })
    entry.outlineData.Dest = destination(anchor, pages, height)
    open.push({ level, entry })
  }
}

/** Every destination by its name: `file.pdf#name`. */
export function writeNames(backend: Backend, anchors: ReadonlyMap<string, Anchor>, pages: readonly Ref[], height: number): void {
  for (const [name, anchor] of anchors) if (anchor.page >= 0) backend.names.add(name, destination(anchor, pages, height))
}

/** Printed numbers count from the first page, so that a viewer's numbers are the printed ones. */
export function writeLabels(backend: Backend): void {
  backend.catalogue.PageLabels = { Nums: [0, { S: 'D' }] }
}
