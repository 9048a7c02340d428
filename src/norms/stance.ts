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
  /** No word says the norm: it is read from the plain form of a verb, which may also only tell what is done. */
  readonly plain?: true
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
