import type { Document } from '../present/index.js'
import type { Composition } from './flow.js'
import type { Line, Painter } from './set.js'
import { Tag } from './tags.js'
import type { Type } from './theme.js'

const RUNNING: Type = { size: 8.25, leading: 11 }
/** Letters that no line of a page has room for. */
const LONGEST = 1000
const DRAFT: Type = { size: 8.25, leading: 11 }
/** Furniture belongs to no element; its ink wants one all the same. */
const NOWHERE = new Tag('Span', undefined)

/** One page among all. */
export interface Leaf {
  readonly page: number
  readonly pages: number
  /** The chapter it belongs to, where running heads name chapters. */
  readonly chapter: string | undefined
}

/** Header, footer, page number and draft mark of one page; artifacts all of them. */
export function paintFurniture(canvas: Painter, setting: Composition, source: Document, { page, pages, chapter }: Leaf): void {
  const { theme } = setting
  const { frame, colours } = theme
  const width = frame.right - frame.left
  const fill = (text: string): string => text.replaceAll('{page}', `${page}`).replaceAll('{pages}', `${pages}`)
  const set = (text: string, room: number, colour = colours.muted): Line => fitted(setting, fill(text), room, colour)

  canvas.artifact('pagination')
  const headTop = frame.top - 32
  const footTop = Math.min(frame.bottom + 22, theme.page.height - 26)
  const tab = source.mark ? draftTab(canvas, setting, source.mark, headTop) : 0
  const share = chapter === undefined ? 0.7 : 0.4
  if (source.header) canvas.artifactLine(set(source.header, width * share), frame.left, setting.baseline(headTop, RUNNING))
  if (chapter !== undefined) {
    const line = set(chapter, width * 0.6 - tab - 20)
    canvas.artifactLine(line, frame.right - tab - line.width, setting.baseline(headTop, RUNNING))
  }
  canvas.fill(frame.left, footTop - 5, width, 0.5, colours.hairline)
  const number = set(source.pageNumber, width * 0.3)
  canvas.artifactLine(number, frame.right - number.width, setting.baseline(footTop, RUNNING))
  if (source.footer)
    canvas.artifactLine(set(source.footer, width - number.width - 20), frame.left, setting.baseline(footTop, RUNNING))
}

/** The draft mark: a filled tab in the head of the page. Gives the room it takes there. */
function draftTab(canvas: Painter, setting: Composition, mark: string, top: number): number {
  const { theme } = setting
  const line = setting.label(mark.toUpperCase(), NOWHERE, { type: DRAFT, bold: true, colour: theme.colours.onPrimary })
  const x = theme.frame.right - line.width - 12
  canvas.fill(x, top - 2.5, line.width + 12, DRAFT.leading + 5, theme.brand.primary)
  canvas.artifactLine(line, x + 6, setting.baseline(top, DRAFT))
  return line.width + 24
}

/** The draft mark on a page without furniture: a tab that stands out from the edge of the text. */
export function paintBareMark(canvas: Painter, setting: Composition, mark: string): void {
  const { theme } = setting
  const type: Type = { size: 11, leading: 15 }
  const line = setting.label(mark.toUpperCase(), NOWHERE, { type, bold: true, colour: theme.colours.ink })
  const width = line.width + 20
  const [x, y, height] = [theme.frame.right - width, theme.frame.top - 12, type.leading + 10]
  canvas.artifact('pagination')
  canvas.fill(x, y, width, height, '#ffffff')
  canvas.fill(x, y, 3, height, theme.brand.accent)
  canvas.artifactLine(line, x + 11, setting.baseline(y + 5, type))
}

/** Between the parts of a running text. */
const PART = ' · '

/**
 * The text on one line, cut after a word where the room ends: it is said in full on the cover. What stands behind the last point, the
 * version, is kept, and what comes before it is cut.
 */
function fitted(setting: Composition, text: string, room: number, colour: string): Line {
  const style = { type: RUNNING, colour }
  const set = (words: string): Line => setting.label(words, NOWHERE, style)
  const whole = text.length <= LONGEST ? set(text) : undefined
  if (whole && whole.width <= room) return whole
  const at = text.lastIndexOf(PART)
  const tails = at < 0 ? [''] : [text.slice(at), '']
  for (const tail of tails) {
    const words = text.slice(0, Math.min(tail === '' ? text.length : at, LONGEST)).split(' ')
    const cut = (count: number): Line => set(`${words.slice(0, count).join(' ')} …${tail}`)
    let fits: Line | undefined
    // As many words as there is room for: more words are never narrower.
    let [least, most] = [0, words.length - 1]
    while (least < most) {
      const middle = (least + most + 1) >> 1
      const line = cut(middle)
      if (line.width <= room) [least, fits] = [middle, line]
      else most = middle - 1
    }
    if (fits) return fits
  }
  return set('…')
}
