import { commentBy, type Finding } from '../blocks/index.js'
import { ID } from '../model/index.js'
import type { Glyphs } from './lines.js'

/** What is used here of a note on a page, a field, or a place that leads elsewhere. */
export interface Annotation {
  readonly subtype?: string
  readonly fieldType?: string
  readonly fieldValue?: string | readonly string[]
  readonly hidden?: boolean
  readonly contentsObj?: { readonly str?: string }
  readonly titleObj?: { readonly str?: string }
  /** The name of the place in this file that it leads to. */
  readonly dest?: unknown
  /** The address it leads to. */
  readonly url?: string
  /** Left, bottom, right and top, in points. */
  readonly rect?: readonly number[]
}

/** Remarks that a reader put on a page: said, for they are no words of it. */
const REMARKS: ReadonlySet<string> = new Set(['Text', 'Highlight', 'Underline', 'StrikeOut', 'Squiggly', 'Caret'])

export const remarksIn = (notes: readonly Annotation[]): Finding[] =>
  notes.flatMap(({ subtype = '', contentsObj, titleObj }): Finding[] => {
    const words = contentsObj?.str?.trim() ?? ''
    return REMARKS.has(subtype) && words !== '' ? [{ ...commentBy(titleObj?.str?.trim(), words), line: 1 }] : []
  })

interface Area {
  readonly link: string
  readonly rect: readonly number[]
}

// What a policy may lead to outside itself.
const ADDRESS = /^(?:https?|mailto|tel):/i

/** Runs with where they lead: to an address, or to a place whose name may be the id of a clause. */
export function withLinks(glyphs: readonly Glyphs[], notes: readonly Annotation[]): readonly Glyphs[] {
  const areas = notes.flatMap(({ subtype, rect, dest, url }): Area[] => {
    const place = typeof dest === 'string' && ID.test(dest) ? `#${dest}` : undefined
    const link = place ?? (ADDRESS.test(url ?? '') ? url : undefined)
    return subtype === 'Link' && rect && link !== undefined ? [{ link, rect }] : []
  })
  if (areas.length === 0) return glyphs
  return glyphs.map((run) => {
    const area = areas.find(({ rect }) => isIn(run, rect))
    return area ? { ...run, link: area.link } : run
  })
}

// Points by which words may stand out of the area that leads elsewhere.
const OUT = 1

function isIn({ x, y, width }: Glyphs, [left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): boolean {
  return x >= left - OUT && x + width <= right + OUT && y >= bottom - OUT && y <= top + OUT
}
