import * as z from 'zod'
import { RIGHTS, route, says } from './metadata.js'

/** The schema of `organisation.yaml`: who the organisation is and how its documents look. */

const text = z.string().trim().min(1)
/** Sets of choices for a kind of paper; what an organisation says itself goes before them. */
export const STYLE_NAMES = ['board', 'booklet', 'plain'] as const

/** The parts of a printed policy, in the order they stand in when the organisation says nothing. */
export const PARTS = ['cover', 'colophon', 'approvals', 'history', 'contents', 'body'] as const
export type PrintedPart = (typeof PARTS)[number]

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, says('expected.colour'))
/** Millimetres. */
const length = z.number().min(0).max(200)

const brandSchema = z.strictObject({
  colours: z.strictObject({ primary: colour, accent: colour.optional() }).optional(),
  fonts: z
    .strictObject({ regular: text, bold: text.optional(), italic: text.optional(), boldItalic: text.optional() })
    .optional(),
  mark: text.optional(),
  markAlt: text.optional(),
  style: z.enum(STYLE_NAMES).optional(),
  cover: z.enum(['band', 'frame', 'plain']).optional(),
  parts: z
    .array(z.enum(PARTS))
    .refine((parts) => parts.includes('body') && new Set(parts).size === parts.length, says('expected.parts'))
    .optional(),
  header: text.optional(),
  footer: text.optional(),
  page: z.enum(['A4', 'A5', 'letter']).optional(),
  margins: z.strictObject({ top: length, right: length, bottom: length, left: length }).partial().optional(),
})

export const organisationSchema = z.strictObject({
  name: text,
  short: text.optional(),
  kind: z.enum(['school', 'sector']).optional(),
  bodies: z.array(z.strictObject({ name: text, short: text.optional(), rights: z.array(z.enum(RIGHTS)).optional() })).optional(),
  route: route.optional(),
  address: z.array(text).optional(),
  telephone: text.optional(),
  mail: text.optional(),
  site: text.optional(),
  brand: brandSchema.optional(),
})

export type Organisation = z.output<typeof organisationSchema>
export type BrandSettings = z.output<typeof brandSchema>
