import { maximum } from '../../model/index.js'
import type { Cover } from '../../present/index.js'
import type { Flow } from '../flow.js'
import { breakLines, minimumWidth } from '../lines.js'
import type { MarkPicture } from '../mark.js'
import type { Line, Painter, Slab } from '../set.js'
import { Tag } from '../tags.js'
import { MM, type Theme, type Type } from '../theme.js'

/** Titles are set as large as lets them stand in a few lines without breaking a word. */
const TITLES: readonly Type[] = [
  { size: 38, leading: 44 },
  { size: 32, leading: 38 },
  { size: 26, leading: 31 },
  { size: 20, leading: 25 },
  { size: 14, leading: 18 },
]
// A title that takes more lines is set smaller.
const MOST_LINES = 4
const SUBTITLE: Type = { size: 15, leading: 20 }
const ORGANISATION: Type = { size: 11, leading: 15 }
const FACT: Type = { size: 10, leading: 15 }

interface Colours {
  readonly title: string
  readonly text: string
  readonly quiet: string
  readonly line: string
}

/** The title page: a page of its own that paints itself. */
export function cover(block: Cover, flow: Flow): Slab[] {
  const { document } = flow
  if (block.head) return head(block, flow)
  const { theme } = document
  const tag = new Tag('Sect', flow.tag, { lang: block.lang })
  const style = theme.brand.cover
  const parts = compose(block, flow, tag, colours(theme))
  const paint = (canvas: Painter): void => {
    canvas.artifact()
    grounds(canvas, theme, style, parts)
    paintParts(canvas, flow, tag, parts)
  }
  return [{ height: theme.page.height, before: 0, keep: false, bare: true, paint }]
}

const HEAD: Type = { size: 24, leading: 29 }
/** Beside the name and one line of the title, in millimetres. */
const HEAD_MARK = { width: 45, height: 15 }

/** The head of a first page: whose it is, the title and what else there is to know in one line, above a rule. */
function head(block: Cover, flow: Flow): Slab[] {
  const { document } = flow
  const { colours: ink, brand, frame } = document.theme
  const tag = new Tag('Sect', flow.tag, { lang: block.lang })
  const room = { x: frame.left, width: frame.right - frame.left }
  const drawn = document.mark && within(document.mark, HEAD_MARK)
  const beside = drawn ? drawn.width + 18 : 0
  const lines = (value: string, type: Type, own: Tag, colour: string, bold = false, narrower = 0): Slab[] => {
    const pieces = document.pieces([{ type: 'text', value }], { type, tag: own, colour, bold })
    return document.lines(breakLines(pieces, room.width - narrower), room, type).map((slab) => ({ ...slab, keep: true }))
  }
  const facts = block.facts.map(({ name, value }) => `${name}: ${value}`).join(' · ')
  const rule: Slab = {
    height: 14,
    before: 0,
    keep: true,
    paint: (canvas, top) => {
      canvas.artifact()
      canvas.fill(room.x, top + 8, room.width, 1, brand.accent)
    },
  }
  const picture: Slab = {
    height: 0,
    before: 0,
    keep: true,
    paint: (canvas, top) => {
      if (drawn) document.mark?.draw(canvas, tag, { ...drawn, x: frame.right - drawn.width, y: top }, document.theme.page.height)
    },
  }
  return [
    ...(drawn ? [picture] : []),
    ...lines(block.organisation, ORGANISATION, new Tag('P', tag), ink.muted, true, beside),
    ...lines(block.title, HEAD, new Tag('Title', tag), ink.heading, true, beside),
    ...(block.subtitle ? lines(block.subtitle, SUBTITLE, new Tag('P', tag), ink.ink) : []),
    ...lines(facts, FACT, new Tag('P', tag), ink.muted),
    rule,
  ].map((slab, index) => ({ ...slab, keep: index > 0 }))
}

function colours({ brand, colours }: Theme): Colours {
  if (brand.cover !== 'band') return { title: brand.text, text: colours.ink, quiet: colours.muted, line: brand.accent }
  return { title: colours.onPrimary, text: colours.onPrimary, quiet: colours.muted, line: brand.accent }
}

interface Parts {
  readonly left: number
  readonly width: number
  readonly title: readonly Line[]
  readonly titleType: Type
  readonly subtitle: readonly Line[]
  readonly organisation: readonly Line[]
  readonly facts: readonly { readonly name: Line; readonly value: readonly Line[] }[]
  readonly factIndent: number
  /** Where the title's block begins and where it ends. */
  readonly top: number
  readonly bottom: number
}

function compose(block: Cover, flow: Flow, tag: Tag, { title: titleColour, text, quiet }: Colours): Parts {
  const { document } = flow
  const { page, frame, brand } = document.theme
  const left = frame.left
  const width = frame.right - left
  const set = (value: string, type: Type, own: Tag, colour: string, bold = false): Line[] =>
    breakLines(document.pieces([{ type: 'text', value }], { type, tag: own, colour, bold }), width)

  const titleTag = new Tag('Title', tag)
  const sizes = TITLES.map((type) => {
    const pieces = document.pieces([{ type: 'text', value: block.title }], {
      type,
      tag: titleTag,
      colour: titleColour,
      bold: true,
    })
    return { type, least: minimumWidth(pieces), lines: breakLines(pieces, width, { even: true }) }
  })
  const chosen =
    sizes.find(({ lines, least }) => lines.length <= MOST_LINES && least <= width) ?? (sizes.at(-1) as (typeof sizes)[number])
  const subtitle = block.subtitle ? set(block.subtitle, SUBTITLE, new Tag('P', tag), text) : []
  const organisation = set(block.organisation, ORGANISATION, new Tag('P', tag), document.theme.colours.ink, true)
  const names = block.facts.map(({ name }) => name)
  const face = document.family.face(false, false)
  const factIndent = Math.min(width / 2, Math.max(0, maximum(names.map((name) => face.width(name, FACT.size)))) + 14)
  // In a band the mark stands beside them.
  const beside = document.mark && brand.cover === 'band' ? markSize(document.mark).width + 18 : 0
  const facts = block.facts.map(({ name, value }) => {
    const own = new Tag('P', tag)
    const pieces = document.pieces([{ type: 'text', value }], { type: FACT, tag: own, colour: document.theme.colours.ink })
    return {
      name: document.label(`${name} `, own, { type: FACT, colour: quiet }),
      value: breakLines(pieces, width - factIndent - beside),
    }
  })
  const mark = document.mark && brand.cover !== 'band' ? frame.top + markSize(document.mark).height + 56 : 0
  const top = Math.max(page.height * 0.26, mark)
  const bottom =
    top + chosen.lines.length * chosen.type.leading + (subtitle.length > 0 ? 10 + subtitle.length * SUBTITLE.leading : 0)
  return { left, width, title: chosen.lines, titleType: chosen.type, subtitle, organisation, facts, factIndent, top, bottom }
}

function grounds(canvas: Painter, theme: Theme, style: Theme['brand']['cover'], parts: Parts): void {
  const { page, brand } = theme
  if (style === 'band') {
    const height = Math.max(page.height * 0.56, parts.bottom + 48)
    canvas.fill(0, 0, page.width, height, brand.primary)
    canvas.fill(0, height, page.width, 5, brand.accent)
    canvas.fill(parts.left, parts.top - 26, 44, 3, brand.accent)
    return
  }
  if (style === 'frame') {
    const inset = 9 * MM
    const line = 2
    const [w, h] = [page.width - 2 * inset, page.height - 2 * inset]
    canvas.fill(inset, inset, w, line, brand.primary)
    canvas.fill(inset, inset + h - line, w, line, brand.primary)
    canvas.fill(inset, inset, line, h, brand.primary)
    canvas.fill(inset + w - line, inset, line, h, brand.primary)
  }
  canvas.fill(parts.left, parts.top - 26, 44, 3, brand.accent)
}

function paintParts(canvas: Painter, flow: Flow, tag: Tag, parts: Parts): void {
  const { document } = flow
  const { page, frame } = document.theme
  const column = (lines: readonly Line[], x: number, top: number, type: Type): number => {
    lines.forEach((line, index) => canvas.line(line, x, document.baseline(top + index * type.leading, type)))
    return top + lines.length * type.leading
  }
  const below = column(parts.title, parts.left, parts.top, parts.titleType)
  if (parts.subtitle.length > 0) column(parts.subtitle, parts.left, below + 10, SUBTITLE)

  const factLines = parts.facts.reduce((sum, { value }) => sum + value.length, 0)
  const height = parts.organisation.length * ORGANISATION.leading + (factLines > 0 ? 8 + factLines * FACT.leading : 0)
  let y = Math.max(page.height - frame.top - height, parts.bottom + 70)
  picture(canvas, flow, tag, y)
  y = column(parts.organisation, parts.left, y, ORGANISATION) + 8
  for (const { name, value } of parts.facts) {
    canvas.line(name, parts.left, document.baseline(y, FACT))
    y = column(value, parts.left + parts.factIndent, y, FACT)
  }
}

/** The mark stands on white, above the name of the organisation or at the top of the page. */
function picture(canvas: Painter, { document }: Flow, tag: Tag, above: number): void {
  const { mark, theme } = document
  if (!mark) return
  const { page, frame, brand } = theme
  const { width, height } = markSize(mark)
  const box =
    brand.cover === 'band' ? { x: frame.right - width, y: page.height - frame.top - height } : { x: frame.left, y: frame.top }
  const y = brand.cover === 'band' ? Math.max(box.y, above) : box.y
  mark.draw(canvas, tag, { x: box.x, y, width, height }, page.height)
}

/** At most 18 millimetres high and 50 wide. */
const markSize = (mark: MarkPicture) => within(mark, { height: 18, width: 50 })

/** As large as a mark can be in so many millimetres. */
function within({ ratio }: MarkPicture, most: { readonly width: number; readonly height: number }) {
  const height = Math.min(most.height * MM, (most.width * MM) / ratio)
  return { width: height * ratio, height }
}
