import type { Brand } from '../present/index.js'
import { Backend } from './adapter.js'
import type { Painter } from './set.js'
import { Tag } from './tags.js'

/** The sign of the organisation, ready to be drawn. */
export interface MarkPicture {
  /** Width divided by height. */
  readonly ratio: number
  draw(canvas: Painter, parent: Tag, box: Box, pageHeight: number): void
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Undefined without a mark, and when it cannot be drawn: then `broken` is called. */
export async function loadMark({ mark }: Brand, broken: (reason: string) => void): Promise<MarkPicture | undefined> {
  if (!mark) return undefined
  const figure = (parent: Tag, { x, y, width, height }: Box, pageHeight: number): Tag =>
    new Tag('Figure', parent, {
      alt: mark.alt,
      attributes: { O: 'Layout', Placement: 'Block', BBox: [x, pageHeight - y - height, x + width, pageHeight - y] },
    })
  if (mark.format === 'png') {
    return {
      ratio: mark.ratio,
      draw(canvas, parent, box, pageHeight) {
        canvas.own(figure(parent, box, pageHeight))
        canvas.foreign((kit) => kit.image(mark.bytes, box.x, box.y, { width: box.width, height: box.height }))
      },
    }
  }
  // Only documents with such a mark pay for the package.
  const { default: draw } = await import('svg-to-pdfkit')
  const svg = new TextDecoder().decode(mark.bytes)
  const drawIn = (kit: unknown, { x, y, width, height }: Box): void =>
    draw(kit, svg, x, y, { width, height, preserveAspectRatio: 'xMidYMid meet', warningCallback: () => {} })
  // Tried on paper that is thrown away: half a drawing could not be taken back from the page.
  const trial = new Backend({ title: '', author: '', keywords: [], lang: '', date: new Date(0), tool: '' }, 'nl')
  try {
    trial.page(100, 100)
    drawIn(trial.kit, { x: 0, y: 0, width: 100, height: 100 })
  } catch (error) {
    broken(error instanceof Error ? error.message : String(error))
    return undefined
  }
  return {
    ratio: mark.ratio,
    draw(canvas, parent, box, pageHeight) {
      canvas.own(figure(parent, box, pageHeight))
      canvas.foreign((kit) => drawIn(kit, box))
    },
  }
}
