import { isMarker } from '../../blocks/index.js'
import { STYLES } from '../../model/index.js'
import { child, descendants, elements, type Xml } from '../files/xml.js'

/** How a paragraph or a run looks, with what its style inherits. */
export interface OdtStyle {
  readonly bold: boolean
  readonly italic: boolean
  /** Points. */
  readonly size?: number
  /** Left edge of the first line in points; absent where the style says nothing of it. */
  readonly indent?: number
  /** The names of the style and of those it inherits from. */
  readonly names: readonly string[]
  /** The numbering of the style is switched off. */
  readonly unnumbered: boolean
  /** It has the colour of a marker behind its words. */
  readonly marked: boolean
  /** Struck through. */
  readonly struck: boolean
  /** It is not shown. */
  readonly hidden: boolean
  /** In a frame or on a ground of its own. */
  readonly box: boolean
}

const NO_STYLE: OdtStyle = {
  bold: false,
  italic: false,
  names: [],
  unnumbered: false,
  marked: false,
  struck: false,
  hidden: false,
  box: false,
}
const FORMATS: Readonly<Record<string, keyof typeof STYLES>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}
const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.3465, mm: 2.83465, pc: 12, px: 0.75 }

/** Styles, list styles and the numbering of headings of a document, from all its parts. */
export class OdtStyles {
  readonly #styles = new Map<string, Xml>()
  readonly #lists = new Map<string, Xml>()
  readonly #outline: Xml | undefined
  readonly #known = new Map<string, OdtStyle>()

  constructor(parts: readonly (Xml | undefined)[]) {
    for (const part of parts) {
      for (const style of descendants(part, 'style:style')) this.#styles.set(nameOf(style), style)
      for (const style of descendants(part, 'text:list-style')) this.#lists.set(nameOf(style), style)
    }
    this.#outline = parts.flatMap((part) => descendants(part, 'text:outline-style'))[0]
  }

  of(name: string | undefined, depth = 0): OdtStyle {
    const element = this.#styles.get(name ?? '')
    if (name === undefined || !element || depth > 20) return NO_STYLE
    const known = this.#known.get(name)
    if (known) return known
    const base = this.of(element.attributes['style:parent-style-name'], depth + 1)
    const words = child(element, 'style:text-properties')?.attributes
    const paragraph = child(element, 'style:paragraph-properties')?.attributes
    const [weight, slope] = [words?.['fo:font-weight'], words?.['fo:font-style']]
    const [line, display] = [words?.['style:text-line-through-style'], words?.['text:display']]
    const size = points(words?.['fo:font-size']) ?? base.size
    const indent = indentOf(paragraph) ?? base.indent
    const list = element.attributes['style:list-style-name']
    const style: OdtStyle = {
      bold: weight === undefined ? base.bold : weight === 'bold' || Number(weight) >= 600,
      italic: slope === undefined ? base.italic : slope === 'italic',
      names: [name, element.attributes['style:display-name'] ?? name, ...base.names],
      unnumbered: list === undefined ? base.unnumbered : list === '',
      marked: words?.['fo:background-color'] === undefined ? base.marked : isMarker(words['fo:background-color']),
      struck: line === undefined ? base.struck : line !== 'none',
      hidden: display === undefined ? base.hidden : display === 'none',
      box: isBoxed(paragraph) ?? base.box,
      ...(size === undefined ? {} : { size }),
      ...(indent === undefined ? {} : { indent }),
    }
    this.#known.set(name, style)
    return style
  }

  /** The label of an item, and the place in points where it stands. */
  item(list: string, level: number, counts: readonly number[]): { readonly label: string; readonly indent?: number } {
    const own = levelOf(this.#lists.get(list), level)
    const properties = child(own, 'style:list-level-properties')
    const indent =
      indentOf(child(properties, 'style:list-level-label-alignment')?.attributes) ??
      points(properties?.attributes['text:space-before'])
    const label = own?.name === 'text:list-level-style-number' ? labelOf(own, level, counts) : '•'
    return { label, ...(indent === undefined ? {} : { indent }) }
  }

  /** The label of a heading; undefined where headings of its level have none. */
  heading(level: number, counts: readonly number[]): string | undefined {
    const own = levelOf(this.#outline, level)
    return own?.attributes['style:num-format'] ? labelOf(own, level, counts) : undefined
  }
}

const nameOf = (style: Xml): string => style.attributes['style:name'] ?? ''

const levelOf = (list: Xml | undefined, level: number): Xml | undefined =>
  elements(list).find((element) => Number(element.attributes['text:level']) === level + 1)

/** The numbers of as many levels as are shown, each in its own format. */
function labelOf(own: Xml, level: number, counts: readonly number[]): string {
  const { 'style:num-prefix': prefix = '', 'style:num-suffix': suffix = '', 'style:num-format': format = '1' } = own.attributes
  const shown = Math.min(Number(own.attributes['text:display-levels'] ?? 1), level + 1)
  const numbers = counts.slice(level + 1 - shown, level + 1)
  return `${prefix}${numbers.map((count, i) => STYLES[i === shown - 1 ? (FORMATS[format] ?? 'decimal') : 'decimal'].format(count)).join('.')}${suffix}`.trim()
}

function indentOf(attributes: Readonly<Record<string, string | undefined>> | undefined): number | undefined {
  const left = points(attributes?.['fo:margin-left'])
  return left === undefined ? undefined : left + (points(attributes?.['fo:text-indent']) ?? 0)
}

/** Whether a paragraph has a line around it, or a colour behind it; undefined where it says nothing of either. */
function isBoxed(attributes: Readonly<Record<string, string | undefined>> | undefined): boolean | undefined {
  const [line, ground] = [attributes?.['fo:border'], attributes?.['fo:background-color']]
  if (line === undefined && ground === undefined) return undefined
  return (line !== undefined && line !== 'none') || (ground !== undefined && !/^(?:transparent|#f{6})$/i.test(ground))
}

function points(length: string | undefined): number | undefined {
  const match = /^(-?[\d.]+)(pt|in|cm|mm|pc|px)$/.exec(length ?? '')
  return match ? Number(match[1]) * (POINTS[match[2] ?? ''] ?? 1) : undefined
}
