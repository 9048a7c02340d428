import * as z from 'zod'
import type { PHRASES } from './phrases.js'

/** The schema of a policy's front matter; `docs/format.md` describes every key. */

const DATE = /^\d{4}-\d{2}-\d{2}$/
const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/

/** What a value that does not fit was expected to be, by its name in the list of phrases. */
export const says = (phrase: Extract<keyof typeof PHRASES, `expected.${string}`>): string => phrase

const text = z.string().trim().min(1)
const date = z.string().regex(DATE, says('expected.date'))
const version = z.string().regex(SEMVER, says('expected.version'))
const texts = z.array(text)
const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/, says('expected.hash'))

const NUMBER_STYLES = ['decimal', 'path', 'lower-alpha', 'upper-alpha', 'lower-roman', 'upper-roman', 'none'] as const
export type NumberStyle = (typeof NUMBER_STYLES)[number]
/** What stands between a number and the one it goes on from: "2.1", "A1", "3:4", "5-2". */
const SEPARATORS = ['.', '', ':', '-'] as const
export type Separator = (typeof SEPARATORS)[number]
/** How a depth is numbered: a style, or a style with a word in front of the number, as in "Artikel 3", or with a sign of its own behind the number above. */
const level = z.union([
  z.enum(NUMBER_STYLES),
  z.strictObject({ style: z.enum(NUMBER_STYLES), prefix: text.optional(), separator: z.enum(SEPARATORS).optional() }),
])
export type NumberLevel = z.output<typeof level>

export const RIGHTS = ['information', 'advice', 'consent', 'approval', 'adoption'] as const
export type Right = (typeof RIGHTS)[number]

const STATUSES = ['draft', 'proposed', 'adopted', 'withdrawn'] as const
export type Status = (typeof STATUSES)[number]

export const LANGUAGES = ['nl', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Whether a tag names a language that is known here. */
export const isLanguage = (tag: string | undefined): tag is Language => LANGUAGES.some((lang) => lang === tag)

const scalar = z.union([z.string(), z.number(), z.boolean()])
const value = z.union([scalar, texts])
/** What a parameter may be filled in with. */
export type ParameterValue = z.output<typeof value>

const PARAMETER_TYPES = ['text', 'number', 'date', 'period', 'choice', 'flag', 'role', 'list'] as const
const declaration = z.strictObject({
  type: z.enum(PARAMETER_TYPES),
  description: text.optional(),
  example: value.optional(),
  default: value.optional(),
  values: z.array(scalar).optional(),
})
/** A parameter of a template: what a school is asked. */
export type Declaration = z.output<typeof declaration>

/** What a school decided on a provision of its template: `open` until somebody does. */
const CHOICES = ['keep', 'template', 'merge', 'own', 'open'] as const

export const DECISIONS = ['positive', 'negative', 'amended'] as const
export type DecisionOutcome = (typeof DECISIONS)[number]

const approval = z.strictObject({
  date: date.optional(),
  body: text.optional(),
  name: text.optional(),
  role: text.optional(),
  right: z.enum(RIGHTS).optional(),
  decision: z.enum(DECISIONS).optional(),
  text: hash.optional(),
  version: version.optional(),
  effective: date.optional(),
  review: date.optional(),
  remarks: text.optional(),
  forced: text.optional(),
  kept: z
    .strictObject({
      text: hash,
      changes: z.array(z.strictObject({ clause: text.optional(), was: z.string(), becomes: z.string() })),
    })
    .optional(),
})

/** Who must decide, in order, with which right. */
export const route = z.array(z.strictObject({ body: text, right: z.enum(RIGHTS), keeps: z.enum(['typographical']).optional() }))

export const metadataSchema = z.strictObject({
  title: text,
  subtitle: text.optional(),
  organisation: text.optional(),
  subject: text.optional(),
  version: version.optional(),
  status: z.enum(STATUSES).default('draft'),
  /** Of a policy that does not say it the reader finds out. */
  lang: z.enum(LANGUAGES).optional(),
  numbering: z
    .union([z.array(level), z.strictObject({ headings: z.array(level).optional(), items: z.array(level).optional() })])
    .optional(),
  date: date.optional(),
  effective: date.optional(),
  review: date.optional(),
  withdrawn: date.optional(),
  citation: text.optional(),
  partOf: text.optional(),
  extends: z.union([text, z.strictObject({ template: text, version, hash, attached: date.optional() })]).optional(),
  predecessor: z.strictObject({ version, hash: hash.optional(), file: hash.optional(), withdrawn: date.optional() }).optional(),
  proposal: text.optional(),
  proposed: z.strictObject({ date, text: hash }).optional(),
  sources: texts.optional(),
  editors: texts.optional(),
  contact: texts.optional(),
  copyright: text.optional(),
  parameters: z.record(z.string(), z.union([value, declaration])).optional(),
  route: route.optional(),
  approvals: z.array(approval).optional(),
  renamed: z.record(z.string(), text).optional(),
  changes: z
    .record(
      z.string(),
      z.strictObject({
        significance: z.enum(['typographical', 'editorial', 'substantive']).optional(),
        why: text.optional(),
        text: hash.optional(),
      }),
    )
    .optional(),
  deviations: z.record(z.string(), z.union([text, z.strictObject({ why: text, text: hash.optional() })])).optional(),
  decisions: z
    .record(
      z.string(),
      z.strictObject({
        choice: z.enum(CHOICES),
        from: version,
        to: version,
        provision: hash,
        date: date.optional(),
        why: text.optional(),
        text: hash.optional(),
      }),
    )
    .optional(),
  remarks: z.array(z.strictObject({ clause: text.optional(), note: text })).optional(),
  history: z.array(z.strictObject({ version, date: date.optional(), summary: text.optional() })).optional(),
})

type FrontMatter = z.output<typeof metadataSchema>

/** What a policy says of itself. */
export type Metadata = Omit<FrontMatter, 'lang'> & { lang: Language }
export type Approval = NonNullable<Metadata['approvals']>[number]

/** Whether a text says that it was adopted, be it withdrawn since: a draft that stands among the releases was released by nobody. */
export const isOfRecord = ({ metadata: { status } }: { readonly metadata: Pick<Metadata, 'status'> }): boolean =>
  status === 'adopted' || status === 'withdrawn'
