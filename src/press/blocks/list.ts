import { clipped, maximum } from '../../model/index.js'
import { type DocItem, type DocList, plainWords } from '../../present/index.js'
import type { Flow } from '../flow.js'
import { drawable } from '../fonts.js'
import type { Slab } from '../set.js'
import { along, withFirst } from '../slab.js'
import { Tag } from '../tags.js'

/** Room between a label and its text. */
const GAP = 6
/** Labels of one list hang in a gutter of a fixed width, widened in steps where one of them is long. */
const STEP = 5
/** The shortest line worth indenting for, in ems. */
const LEAST_LINE = 9

export function list(block: DocList, flow: Flow): Slab[] {
  const { document, scale } = flow
  const tag = new Tag('L', flow.tag, {
    lang: block.lang,
    attributes: { O: 'List', ListNumbering: numbering(block) },
  })
  const parts = block.items.map((item) => {
    const entry = new Tag('LI', tag, { lang: item.lang })
    const label = document.label(item.label, new Tag('Lbl', entry), { type: scale.body, ...flow.voice })
    return { item, entry, label }
  })
  const widest = Math.max(0, maximum(parts.map(({ label }) => label.width)))
  // A label as wide as the room itself would leave none for the text.
  const wanted = Math.max(scale.indent, Math.ceil((widest + GAP) / STEP) * STEP)
  // Items of several paragraphs stand as far apart as those.
  const apart = block.items.some(({ children }) => children.filter(({ type }) => type !== 'list').length > 1)
    ? scale.gap
    : scale.itemGap
  // Lists in lists in lists start again at the left before nothing is left of their lines.
  const outer = flow.width - wanted < LEAST_LINE * scale.body.size ? flow.home : flow
  const indent = Math.min(wanted, outer.width / 2)

  return parts.flatMap(({ item, entry, label }, index) => {
    const body = new Tag('LBody', entry)
    const room = { ...flow, tag: body, x: outer.x + indent, width: outer.width - indent, gutter: 0, depth: flow.depth + 1 }
    const anchor = document.anchor(item.id, outer.x)
    if (item.number !== undefined) {
      document.bookmark({ title: markTitle(item), level: flow.level.value + room.depth, anchor })
    }
    const children = document.blocks(item.children, room)
    const slabs = withFirst(children.length > 0 ? children : [document.room(scale.body.leading)], (first) => ({
      ...first,
      before: index > 0 ? apart : first.before,
      anchors: [anchor, ...(first.anchors ?? [])],
      paint: (canvas, top) => {
        canvas.line(label, outer.x, document.baseline(top, scale.body))
        canvas.attach(body)
        first.paint(canvas, top)
      },
    }))
    return item.change ? along(slabs, document.bar(item.change)) : slabs
  })
}

const STYLES: readonly (readonly [RegExp, string])[] = [
  [/\d/, 'Decimal'],
  [/^[(]?[ivxlcdm]{2,}\b|^[(]?i\b/, 'LowerRoman'],
  [/^[(]?[IVXLCDM]{2,}\b|^[(]?I\b/, 'UpperRoman'],
  [/[a-z]/, 'LowerAlpha'],
  [/[A-Z]/, 'UpperAlpha'],
]

function numbering(block: DocList): string {
  if (!block.ordered) return 'Disc'
  const label = block.items[0]?.label ?? ''
  return STYLES.find(([pattern]) => pattern.test(label))?.[1] ?? 'Decimal'
}

// A line of the outline beside the page, in characters.
const LONGEST_TITLE = 64

function markTitle(item: DocItem): string {
  const first = item.children[0]
  const words = first?.type === 'paragraph' ? drawable(plainWords(first.content, 'all')).replace(/\s+/g, ' ').trim() : ''
  return `${item.number} ${clipped(words, LONGEST_TITLE)}`.trim()
}
