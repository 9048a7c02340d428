import type { Language } from '../../model/index.js'

export const MODALITIES = [
  'obligation',
  'prohibition',
  'permission',
  'conditional-permission',
  'recommendation',
  'statement',
] as const

/** What a text does to the one it addresses. `statement` is the absence of a norm: an aim, a definition, a fact. */
export type Modality = (typeof MODALITIES)[number]

/**
 * One norm in a text.
 *
 *     De medewerker plaatst geen foto's, tenzij de ouders dat goedvinden.
 *     ^^^^^^^^^^^^^ addressee    ^^^^ cue  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ condition
 */
export interface Stance {
  readonly modality: Modality
  /** The words that make the norm, as they stand in the text. */
  readonly cue: string
  /** Where the cue stands: UTF-16 offsets in the text, the end exclusive. Both 0 when the norm comes from a lead-in. */
  readonly from: number
  readonly to: number
  /** To whom, in the text's own words. */
  readonly addressee?: string
  /** Under which condition, in the text's own words. */
  readonly condition?: string
  /** Except when, in the text's own words: it makes what is forbidden allowed under a condition. */
  readonly exception?: string
}

/** One way in which a language expresses a norm. The examples are executed by the tests. */
export interface NormRule {
  readonly modality: Exclude<Modality, 'statement'>
  /** The source of a regular expression over one sentence; `<name>` stands for a part named in the grammar. */
  readonly pattern: string
  /** Texts whose first norm is of this modality. */
  readonly examples: readonly string[]
  /** Texts this rule must leave alone. */
  readonly not?: readonly string[]
  /** Only tried in a sentence in which no other rule found a norm: a norm that shows in the form of the sentence alone. */
  readonly fallback?: true
}

/** The norm rules of one language, the more specific before the more general: a later rule never overlaps what an earlier one found. */
export interface NormGrammar {
  readonly lang: Language
  /** Named parts of patterns. A part may use the parts before it. */
  readonly parts: Readonly<Record<string, string>>
  readonly rules: readonly NormRule[]
  /** A permission in a sentence that has one of these is a conditional one. */
  readonly restriction: string
  /** The beginning of a condition, up to the end of its part of the sentence. */
  readonly condition: string
  /** The end of a lead-in whose items are exceptions to it: what it forbids is allowed in them. */
  readonly exceptions: string
  /** The end of a lead-in whose items are conditions of it. */
  readonly conditions: string
  /** Whom a norm can address. */
  readonly addressee: string
}
