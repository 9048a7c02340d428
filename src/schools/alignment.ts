import type { Grade } from './types.js'

/** A pair of features, by index in the corpus. */
export interface SentencePair {
  readonly a: number
  readonly b: number
  readonly score: number
  readonly confirmed: boolean
  /** A person's grade. */
  readonly grade?: Grade
}
