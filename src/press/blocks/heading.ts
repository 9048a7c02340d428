import { type Heading, plainWords } from '../../present/index.js'
import type { Flow } from '../flow.js'
import { drawable } from '../fonts.js'
import { breakLines } from '../lines.js'
import type { Slab } from '../set.js'
import { withFirst } from '../slab.js'
import { Tag, type TagRole } from '../tags.js'

/** Room between a number and the words of its heading. */
const GAP = 9

/** A heading whose number hangs in the gutter, or stands before it where there is none. It stays with what follows. */
export function heading(block: Heading, flow: Flow): Slab[] {
  const { document, scale } = flow
  const { colours } = document.theme
  const title = drawable([block.label, plainWords(block.content, 'all')].filter(Boolean).join(' ')).trim()
  // A heading without words would be an empty stop for who walks by headings.
  if (title === '') return [document.room(0)]
  // PDF/UA allows no level to be skipped, whatever the author did.
  const level = Math.min(block.level, flow.level.value + 1, 6)
  flow.level.value = level
  const tag = new Tag(`H${level}` as TagRole, flow.tag, { lang: block.lang })
  const type = scale.headings[block.level - 1] ?? scale.body
  const colour = block.level <= 2 ? colours.heading : colours.ink
  const style = { type, tag, bold: true, colour }

  const label = block.label === undefined ? undefined : document.label(`${block.label} `, tag, style)
  const room = label ? label.width + GAP : 0
  const indent = label ? Math.max(0, room - flow.gutter) : 0
  const hang = label ? Math.max(flow.gutter, room) : 0
  // Without a number the heading starts where numbers do, so that all headings form one edge.
  const start = flow.x - (label ? 0 : flow.gutter)
  const width = flow.width - indent + (label ? 0 : flow.gutter)
  const lines = breakLines(document.pieces(block.content, style), width, { even: true })
  const slabs = document.lines(lines, { x: start + indent, width }, type).map((slab, index) => ({ ...slab, keep: index > 0 }))

  const anchor = document.anchor(block.listed && block.id === undefined ? document.destination(block) : undefined, start)
  document.headings.set(block, anchor)
  if (block.listed || block.bookmarked) document.bookmark({ title, level, anchor })
  return withFirst(slabs, (first) => ({
    ...first,
    anchors: [anchor],
    paint: (canvas, top) => {
      if (label) canvas.line(label, flow.x + indent - hang, document.baseline(top, type))
      first.paint(canvas, top)
    },
  }))
}
