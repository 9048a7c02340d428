import { type Brand, type Document, darkenTo, mix, readableOn } from '../present/index.js'

/** Points per millimetre. */
export const MM = 72 / 25.4

const SIZES = { A4: [595.28, 841.89], A5: [419.53, 595.28], letter: [612, 792] } as const

/** Size of the letters and distance of the lines, in points. */
export interface Type {
  readonly size: number
  readonly leading: number
}

/** The kind of room a text is set in: the page, a table cell, a note. */
export interface Scale {
  readonly body: Type
  readonly lead: Type
  readonly small: Type
  /** By level, from 1. */
  readonly headings: readonly Type[]
  /** Between paragraphs, and between items. */
  readonly gap: number
  readonly itemGap: number
  readonly indent: number
}

export interface Theme {
  readonly page: { readonly width: number; readonly height: number }
  /** Where the text stands, in points from the top left corner of the page. */
  readonly frame: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
  readonly brand: Brand
  readonly text: Scale
  readonly cell: Scale
  readonly note: Scale
  readonly colours: {
    readonly ink: string
    readonly muted: string
    readonly heading: string
    readonly hairline: string
    readonly tint: string
    readonly accentTint: string
    readonly onPrimary: string
    readonly inserted: string
    readonly insertedTint: string
    readonly deleted: string
    readonly deletedTint: string
    readonly edited: string
    readonly moved: string
  }
}

const type = (size: number, leading: number): Type => ({ size, leading })

/** A scale of major seconds on a body of 10.5 points; lines on multiples of 2.5 points. */
const TEXT: Scale = {
  body: type(10.5, 15),
  lead: type(13, 18.5),
  small: type(8.75, 12),
  headings: [type(20, 25), type(14, 18), type(11.5, 15), type(10.5, 15), type(10.5, 15), type(10.5, 15)],
  gap: 7.5,
  itemGap: 4,
  indent: 20,
}

const CELL: Scale = {
  body: type(9, 12.5),
  lead: type(10, 13.5),
  small: type(8, 10.5),
  headings: [type(11, 14), type(10, 13), type(9.5, 12.5), type(9, 12.5), type(9, 12.5), type(9, 12.5)],
  gap: 4,
  itemGap: 2,
  indent: 13,
}

const NOTE: Scale = { ...CELL, body: type(8.5, 11.5), small: type(8, 10.5), gap: 3, itemGap: 1.5, indent: 12 }

/** Grounds on which headings and links must be readable, too. */
const INSERTED_TINT = '#e6f4ea'
const DELETED_TINT = '#fbe9e7'

export function themeOf(document: Document): Theme {
  const { brand } = document
  const [short, long] = SIZES[brand.page]
  const [width, height] = document.orientation === 'landscape' ? [long, short] : [short, long]
  const { margins } = brand
  const accentTint = mix(brand.accent, '#ffffff', 0.86)
  return {
    page: { width, height },
    frame: {
      left: margins.left * MM,
      top: margins.top * MM,
      right: width - margins.right * MM,
      bottom: height - margins.bottom * MM,
    },
    brand,
    text: shrink(TEXT, brand.scale),
    cell: shrink(CELL, brand.scale),
    note: shrink(NOTE, brand.scale),
    colours: {
      ink: '#1d2126',
      muted: '#5c646e',
      heading: [accentTint, INSERTED_TINT, DELETED_TINT].reduce((colour, ground) => darkenTo(colour, ground, 4.5), brand.text),
      hairline: '#c8cdd3',
      tint: mix(brand.primary, '#ffffff', 0.92),
      accentTint,
      onPrimary: readableOn(brand.primary),
      inserted: '#12633a',
      insertedTint: INSERTED_TINT,
      deleted: '#a3211b',
      deletedTint: DELETED_TINT,
      edited: '#8a5a00',
      moved: '#4f3ca0',
    },
  }
}

/** A scale made smaller, for tables of many columns, or larger. */
export function shrink(scale: Scale, factor: number): Scale {
  if (factor === 1) return scale
  const smaller = ({ size, leading }: Type): Type => ({ size: size * factor, leading: leading * factor })
  return {
    body: smaller(scale.body),
    lead: smaller(scale.lead),
    small: smaller(scale.small),
    headings: scale.headings.map(smaller),
    gap: scale.gap * factor,
    itemGap: scale.itemGap * factor,
    indent: scale.indent * factor,
  }
}
