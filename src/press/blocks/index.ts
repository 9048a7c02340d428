import { append } from '../../model/index.js'
import type { DocBlock } from '../../present/index.js'
import type { Flow } from '../flow.js'
import type { Slab } from '../set.js'
import { along, withFirst } from '../slab.js'
import { contents } from './contents.js'
import { cover } from './cover.js'
import { heading } from './heading.js'
import { list } from './list.js'
import { disclosure, division, paragraph, quote, rule, VERBATIM_BLEED, verbatim, WARNING_BLEED } from './plain.js'
import { table } from './table.js'

type Handlers = { readonly [Kind in DocBlock['type']]: (block: Extract<DocBlock, { type: Kind }>, flow: Flow) => Slab[] }

const HANDLERS: Handlers = { heading, paragraph, list, table, quote, verbatim, rule, cover, contents, division, disclosure }

/** Sets blocks below each other: every kind by its own handler, the space between them by the table below. */
export function setBlocks(blocks: readonly DocBlock[], flow: Flow): Slab[] {
  const out: Slab[] = []
  let above: DocBlock | undefined
  for (const block of blocks) {
    const slabs = setBlock(block, flow)
    if (slabs.length === 0) continue
    const before = above ? space(above, block, flow) + bleed(above) + bleed(block) : (slabs[0] as Slab).before
    const follows = above !== undefined && keepsNext(above, block)
    // A chapter or part that starts a page sets its own space.
    append(
      out,
      withFirst(slabs, (first) => ({ ...first, before: Math.max(before, first.before), keep: first.keep || follows })),
    )
    above = block
  }
  return out
}

function setBlock(block: DocBlock, flow: Flow): Slab[] {
  const handle = HANDLERS[block.type] as (block: DocBlock, flow: Flow) => Slab[]
  const anchor = block.id === undefined ? undefined : flow.document.anchor(block.id, flow.x)
  let slabs = handle(block, flow)
  if (anchor) slabs = withFirst(slabs, (first) => ({ ...first, anchors: [anchor, ...(first.anchors ?? [])] }))
  return block.change ? along(slabs, flow.document.bar(block.change)) : slabs
}

function keepsNext(above: DocBlock, block: DocBlock): Slab['keep'] {
  // A signature stands on a page with words of what is signed.
  if (above.type === 'heading' || isSigned(block)) return true
  // What is set small is said of what stands above it, but of a list as a whole: it leaves the last item where that fits.
  if (isAside(block)) return above.type === 'list' ? 'aside' : true
  if (above.type !== 'paragraph') return false
  // "The following holds:" belongs to what follows, and so does a line in bold, which is a heading in all but name.
  return (
    (block.type === 'list' && endsInColon(above)) ||
    (above.content.length > 0 && above.content.every(({ type }) => type === 'strong'))
  )
}

const isSigned = (block: DocBlock): boolean => block.type === 'table' && block.body.some(({ height }) => height !== undefined)

const isAside = (block: DocBlock): boolean => {
  const first = block.type === 'division' && !block.page ? block.children[0] : block
  return first?.type === 'paragraph' && first.tone === 'small'
}

const endsInColon = (block: Extract<DocBlock, { type: 'paragraph' }>): boolean => {
  const last = block.content.at(-1)
  return last?.type === 'text' && /:\s*$/.test(last.value)
}

/** How far the ground of a block reaches beyond its lines. */
function bleed(block: DocBlock): number {
  if (block.type === 'verbatim') return VERBATIM_BLEED
  return block.type === 'paragraph' && block.tone === 'warning' ? WARNING_BLEED : 0
}

/** Space above a block, in lines of the body text, by what stands above it and what it is. */
const ABOVE_HEADING = [1.75, 1.4, 1, 0.8, 0.8, 0.8]
const BELOW_HEADING = [0.6, 0.4, 0.25, 0.2, 0.2, 0.2]

function space(above: DocBlock, block: DocBlock, { scale }: Flow): number {
  const line = scale.body.leading
  if (block.type === 'heading') {
    const own = (ABOVE_HEADING[block.level - 1] ?? 0.8) * line
    return above.type === 'heading' ? own * 0.5 : own
  }
  if (above.type === 'heading') return (BELOW_HEADING[above.level - 1] ?? 0.2) * line
  if (block.type === 'list' && above.type === 'paragraph') return scale.itemGap
  if (block.type === 'table' || above.type === 'table') return line * 0.8
  if (block.type === 'division' || block.type === 'contents') return (ABOVE_HEADING[0] as number) * line
  return scale.gap
}
