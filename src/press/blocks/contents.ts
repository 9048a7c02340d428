import { maximum } from '../../model/index.js'
import { type Contents, plainWords } from '../../present/index.js'
import type { Flow } from '../flow.js'
import { breakLines } from '../lines.js'
import type { Ink, Slab } from '../set.js'
import { withFirst } from '../slab.js'
import { Tag } from '../tags.js'
import { heading } from './heading.js'

/** Room for page numbers at the right. */
const NUMBERS = 34
const INDENT = 22
/** What a level without numbers indents the next one. */
const STEP = 14

/** What has fewer headings needs no list of them: the bookmarks have them, too. */
const FEWEST = 3

/** The table of contents. Page numbers are filled in while painting, when every heading has its page. */
export function contents(block: Contents, flow: Flow): Slab[] {
  const { document, scale } = flow
  const entries = document.listed.filter(({ level }) => level <= block.depth)
  if (entries.length < FEWEST) return []
  const title = heading({ type: 'heading', level: 1, content: [{ type: 'text', value: block.title }], listed: false }, flow)
  const tag = new Tag('TOC', flow.tag, { lang: block.lang })
  const left = flow.x - flow.gutter
  const width = flow.width + flow.gutter
  const widest = (level: number): number =>
    Math.max(0, maximum(entries.filter((entry) => entry.level === level).map(({ label }) => labelWidth(label, level, flow))))
  const rooms = [1, 2, 3, 4, 5, 6].map((level) => {
    const label = widest(level)
    return label > 0 ? Math.max(INDENT, label + 8) : 0
  })
  const starts = rooms.map((_, index) => rooms.slice(0, index).reduce((sum, room) => sum + (room || STEP), 0))

  const slabs = entries.flatMap((entry, index) => {
    const top = entry.level === 1
    const x = left + (starts[entry.level - 1] as number)
    const room = rooms[entry.level - 1] as number
    const item = new Tag('TOCI', tag)
    const link = new Tag('Link', new Tag('Reference', item))
    const style = { type: scale.body, tag: link, bold: top }
    const name = document.destination(entry)
    const text = left + width - NUMBERS - x - room
    const words = [entry.label, plainWords(entry.content, 'all')].filter(Boolean).join(' ')
    const linked = (ink: Ink): Ink => ({ ...ink, link: { tag: link, name, contents: words } })
    const inks = new Map<Ink, Ink>()
    const body = document.pieces([{ type: 'text', value: plainWords(entry.content, 'all') }], style).map((piece) => {
      if (piece.kind === 'newline') return piece
      const ink = inks.get(piece.ink) ?? linked(piece.ink)
      inks.set(piece.ink, ink)
      return { ...piece, ink }
    })
    const lines = breakLines(body, text)
    const label = entry.label ? document.label(`${entry.label} `, link, style) : undefined
    const set = document.lines(lines, { x: x + room, width: text }, scale.body)
    const last = set.length - 1
    const lastWidth = lines[last]?.width ?? 0
    return set.map(
      (slab, line): Slab => ({
        ...slab,
        // On one page where one can hold it.
        keep: true,
        before: line > 0 || index === 0 ? 0 : top ? scale.gap : 1.5,
        paint: (canvas, y) => {
          const baseline = document.baseline(y, scale.body)
          if (line === 0 && label) canvas.line(label, x, baseline)
          slab.paint(canvas, y)
          if (line < last) return
          const number = document.label(` ${document.pageOf(entry)}`, link, style)
          canvas.line(number, left + width - number.width, baseline)
          const from = x + room + lastWidth + 6
          const to = left + width - number.width - 4
          if (to > from) {
            canvas.artifact()
            for (let dot = Math.ceil(from / 5) * 5; dot < to; dot += 5)
              canvas.fill(dot, baseline - 0.7, 0.8, 0.8, document.theme.colours.muted)
          }
        },
      }),
    )
  })
  return [...title, ...withFirst(slabs, (first) => ({ ...first, before: scale.gap }))]
}

function labelWidth(label: string | undefined, level: number, { document, scale }: Flow): number {
  return label ? document.family.face(level === 1, false).width(label, scale.body.size) : 0
}
