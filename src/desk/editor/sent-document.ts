import type { Node } from 'prosemirror-model'
import * as z from 'zod'
import { schema } from '../../edit/index.js'

const document = z.looseObject({ type: z.literal('doc') }).transform((value, context): Node => {
  try {
    const doc = schema.nodeFromJSON(value)
    doc.check()
    return doc
  } catch {
    context.addIssue({ code: 'custom', message: 'no document of the editor' })
    return z.NEVER
  }
})

/** What the page asks when it saves. */
export const saving = z.strictObject({
  act: z.literal('save'),
  doc: document,
  /** The file that the document was made of, or last saved as. */
  seen: z.string(),
  /** Where the person writes; absent when they left. */
  open: z.number().optional(),
  /** Ids the page has known and that are in the text no more. */
  gone: z.array(z.string()).default([]),
})

/** What it asks while somebody writes. */
export const judging = z.strictObject({ doc: document, open: z.number().optional() })

const seen = z.string()

/** What of the front matter is filled in on the page. */
export const FACTS = ['title', 'subtitle', 'date', 'effective', 'review'] as const
export type Fact = (typeof FACTS)[number]

/** What is filled in beside the text. */
export const filling = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('parameter'), name: z.string(), value: z.string(), seen }),
  z.strictObject({ act: z.literal('fact'), name: z.enum(FACTS), value: z.string(), seen }),
  z.strictObject({ act: z.literal('why'), id: z.string(), why: z.string(), seen }),
])
