import type { Disclosure, Division, DocParagraph, DocQuote, DocRule, DocVerbatim, Tone } from '../../present/index.js'
import type { Flow } from '../flow.js'
import { breakLines } from '../lines.js'
import type { Slab } from '../set.js'
import { along, withFirst } from '../slab.js'
import { Tag, type TagRole } from '../tags.js'

// In points, by which a ground reaches past its text on every side.
export const WARNING_BLEED = 5
export const VERBATIM_BLEED = 4

export function paragraph(block: DocParagraph, flow: Flow): Slab[] {
  const { document, scale, voice } = flow
  const { colours } = document.theme
  const type = block.tone === 'lead' ? scale.lead : block.tone === 'small' ? scale.small : scale.body
  const colour: Partial<Record<Tone, string>> = { muted: colours.muted, small: colours.muted, lead: colours.heading }
  const warning = block.tone === 'warning'
  const tag = new Tag('P', flow.tag, { lang: block.lang })
  const inset = warning ? 10 : 0
  const width = flow.width - 2 * inset
  const own = block.tone ? colour[block.tone] : undefined
  const style = { type, tag, ...voice, ...(own ? { colour: own } : {}) }
  const pieces = document.pieces(block.content, style)
  const last = pieces.at(-1)
  // The blank at a line end parts what stands in one cell from what stands in the next for who copies or hears the row: "III" and "III".
  if (last && (flow.tag.role === 'TD' || flow.tag.role === 'TH')) pieces.push({ kind: 'newline', ink: last.ink })
  const lines = breakLines(pieces, width)
  const slabs = document.lines(lines, { x: flow.x + inset, width }, type, flow.align)
  if (!warning) return slabs
  const ground = { x: flow.x, width: flow.width, colour: colours.deletedTint, bleed: WARNING_BLEED }
  const edge = { x: flow.x, width: 2.5, colour: colours.deleted, bleed: WARNING_BLEED }
  return along(along(slabs, ground), edge)
}

export function quote(block: DocQuote, flow: Flow): Slab[] {
  const { document, scale } = flow
  const tag = new Tag('BlockQuote', flow.tag, { lang: block.lang })
  const indent = Math.min(scale.indent, flow.width / 4)
  const slabs = document.blocks(block.children, {
    ...flow,
    tag,
    x: flow.x + indent,
    width: flow.width - indent,
    gutter: 0,
    voice: { ...flow.voice, colour: document.theme.colours.muted },
  })
  return along(slabs, { x: flow.x + indent / 5, width: 1.5, colour: document.theme.brand.accent, bleed: 0 })
}

export function verbatim(block: DocVerbatim, flow: Flow): Slab[] {
  const { document, scale } = flow
  const tag = new Tag('Code', new Tag('P', flow.tag, { lang: block.lang }))
  const type = { size: scale.body.size * 0.92, leading: scale.body.leading * 0.92 }
  const inset = 8
  const width = flow.width - 2 * inset
  const content = [{ type: 'text' as const, value: block.value }]
  const lines = breakLines(document.pieces(content, { type, tag, verbatim: true, code: true }), width)
  const slabs = document.lines(lines, { x: flow.x + inset, width }, type)
  return along(slabs, { x: flow.x, width: flow.width, colour: document.theme.colours.tint, bleed: VERBATIM_BLEED })
}

export function rule(_block: DocRule, flow: Flow): Slab[] {
  const { colours } = flow.document.theme
  const height = flow.scale.body.leading
  return [
    {
      height,
      before: 0,
      keep: false,
      paint: (canvas, top) => {
        canvas.artifact()
        canvas.fill(flow.x, top + height / 2, flow.width, 0.6, colours.hairline)
      },
    },
  ]
}

const ROLES: Record<Division['role'], TagRole> = {
  colophon: 'Sect',
  approvals: 'Sect',
  body: 'Part',
  annex: 'Part',
  summary: 'Sect',
}

export function division(block: Division, flow: Flow): Slab[] {
  const tag = new Tag(ROLES[block.role], flow.tag, { lang: block.lang })
  const slabs = flow.document.blocks(block.children, { ...flow, tag })
  if (!block.page) return slabs
  return withFirst(slabs, (first) => ({ ...first, page: block.page === 'after-full' ? ('after-full' as const) : true }))
}

/** On paper everything is open: the summary, then what it is about. */
export function disclosure({ summary, children }: Disclosure, flow: Flow): Slab[] {
  return flow.document.blocks([{ type: 'paragraph', tone: 'small', content: summary }, ...children], flow)
}
