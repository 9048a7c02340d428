import { all, child, elements, type Xml } from '../files/xml.js'

export const value = (parent: Xml | undefined, name: string): string | undefined => child(parent, name)?.attributes['w:val']

/** An on/off property: there without a value means on. */
export function isOn(parent: Xml | undefined, name: string): boolean | undefined {
  const element = child(parent, name)
  if (!element) return undefined
  const set = element.attributes['w:val']
  return set === undefined || !['0', 'false', 'off', 'none'].includes(set)
}

/** A style with what it inherits. */
export interface Style {
  readonly name: string
  readonly heading?: number
  readonly role?: 'title' | 'subtitle' | 'contents' | 'quote'
  readonly numId?: string
  readonly level?: number
  readonly bold: boolean
  readonly italic: boolean
  /** In a frame or on a ground of its own. */
  readonly box: boolean
  /** Half points. */
  readonly size?: number
  readonly indent: number
}

const NO_STYLE: Style = { name: '', bold: false, italic: false, box: false, indent: 0 }

// Half points, of letters of which a file says nothing (ECMA-376, 17.3.2.38).
const USUAL = 20

const ROLES: readonly { readonly role: NonNullable<Style['role']>; readonly name: RegExp }[] = [
  { role: 'title', name: /^(?:title|titel)$/i },
  { role: 'subtitle', name: /^(?:subtitle|ondertitel)$/i },
  { role: 'contents', name: /^(?:toc|inhopg|contents|inhoud)\s?(?:heading|kop|\d)/i },
  { role: 'quote', name: /^(?:intense quote|quote|quotations|citaat|duidelijk citaat)$/i },
]

/** The styles of paragraphs and characters by id; what none names has the default paragraph style. */
export function readStyles(styles: Xml | undefined): (id: string | undefined) => Style {
  const defaults = child(child(child(styles, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  const plain: Style = { ...NO_STYLE, size: Number(value(defaults, 'w:sz') ?? USUAL) }
  const byId = new Map(all(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const known = new Map<string, Style>()
  const read = (id: string, depth: number): Style => {
    const done = known.get(id)
    const element = byId.get(id)
    if (done || !element || depth > 20) return done ?? plain
    const base = value(element, 'w:basedOn')
    const style = inherit(element, base === undefined ? plain : read(base, depth + 1))
    known.set(id, style)
    return style
  }
  const normal = all(styles, 'w:style').find(
    (style) => style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1',
  )
  return (id) => read(id ?? normal?.attributes['w:styleId'] ?? '', 0)
}

function inherit(element: Xml, base: Style): Style {
  const paragraph = child(element, 'w:pPr')
  const run = child(element, 'w:rPr')
  const name = value(element, 'w:name') ?? ''
  const outline = Number(value(paragraph, 'w:outlineLvl') ?? Number.NaN)
  const named = /^(?:heading|kop)\s?([1-9])$/i.exec(name)?.[1]
  const role = ROLES.find((entry) => entry.name.test(name))?.role
  const heading = named !== undefined ? Number(named) : outline < 9 ? outline + 1 : base.heading
  const numbering = child(paragraph, 'w:numPr')
  const numId = value(numbering, 'w:numId') ?? base.numId
  const level = value(numbering, 'w:ilvl')
  const size = value(run, 'w:sz')
  return {
    name,
    bold: isOn(run, 'w:b') ?? base.bold,
    italic: isOn(run, 'w:i') ?? base.italic,
    box: isBoxed(paragraph) ?? base.box,
    indent: indentOf(paragraph) ?? base.indent,
    ...(role === undefined ? (base.role === undefined || heading !== undefined ? {} : { role: base.role }) : { role }),
    ...(heading === undefined || role !== undefined ? {} : { heading }),
    ...(numId === undefined ? {} : { numId }),
    ...(level === undefined ? (base.level === undefined ? {} : { level: base.level }) : { level: Number(level) }),
    ...(size === undefined ? (base.size === undefined ? {} : { size: base.size }) : { size: Number(size) }),
  }
}

/** Left edge of the first line of a paragraph in points; what it does not say itself, its numbering says. */
export function indentOf(properties: Xml | undefined, numbering?: Xml): number | undefined {
  const own = child(properties, 'w:ind')?.attributes
  const given = child(numbering, 'w:ind')?.attributes
  const side = (name: string, other = name) => own?.[name] ?? own?.[other] ?? given?.[name] ?? given?.[other]
  const left = side('w:left', 'w:start')
  if (left === undefined) return undefined
  return (Number(left) - Number(side('w:hanging') ?? 0)) / 20
}

/** Whether a paragraph has lines at three sides at least, or a colour behind it; undefined where it says nothing of either. */
export function isBoxed(properties: Xml | undefined): boolean | undefined {
  const borders = child(properties, 'w:pBdr')
  const shade = child(properties, 'w:shd')?.attributes['w:fill']
  if (!borders && shade === undefined) return undefined
  const lines = elements(borders).filter(({ attributes }) => !['nil', 'none', undefined].includes(attributes['w:val']))
  return lines.length > 2 || (shade !== undefined && !/^(?:auto|f{6})$/i.test(shade))
}
