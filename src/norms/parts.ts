import type { Word } from './words.js'

/** What a stretch of a sentence is to its norm. */
export type Role = 'main' | 'condition' | 'exception' | 'aside'

/** A part of a sentence that can make a norm, with what belongs to it. */
export interface Clause {
  /** The words of the main part, in order: those between brackets and in subordinate parts are left out. */
  readonly main: readonly Word[]
  /** All words from its first to its last. */
  readonly all: readonly Word[]
  readonly condition?: Stretch
  readonly exception?: Stretch
  /** A condition behind its main part makes it conditional, also where another stands first. */
  readonly narrowed: boolean
}

/** Words that stand together, as offsets in the sentence. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** It stands before the main part. */
  readonly fronted: boolean
  /** It makes a permission conditional, wherever it stands if it is strict. */
  readonly proviso: boolean
  readonly strict: boolean
  /** It is somebody's consent. */
  readonly consent: boolean
}
