import type { Language } from '../../src/model/index.js'
import type { Dice } from './invented.js'

/** A clause of an invented policy. `uid` is what the truth is told by; no text shows it. */
export interface Unit {
  readonly uid: number
  readonly kind: 'heading' | 'paragraph' | 'item'
  readonly depth: number
  text: string
}

export type Operation =
  | 'reword'
  | 'insert'
  | 'negate'
  | 'modal'
  | 'number'
  | 'date'
  | 'spelling'
  | 'punctuation'
  | 'typography'
  | 'move'
  | 'move-edit'
  | 'move-section'
  | 'retitle'
  | 'add'
  | 'add-section'
  | 'remove'
  | 'split'
  | 'merge'
  | 'split-edit'
  | 'merge-edit'

/** What truly happened to a clause of the old version, or, for `added`, of the new one. */
export interface Truth {
  readonly fate: 'unchanged' | 'edited' | 'added' | 'removed' | 'split' | 'merged'
  readonly moved: boolean
  readonly operation?: Operation
  /** Letters, without spaces, that a word-level comparison must mark at least. */
  readonly marked: number
}

export interface Revision {
  readonly lang: Language
  readonly old: string
  readonly next: string
  /** The clauses in the order of either text, by uid. */
  readonly oldUnits: readonly Unit[]
  readonly nextUnits: readonly Unit[]
  readonly truth: ReadonlyMap<number, Truth>
  /** For a split or merge: the uids on the side with several. */
  readonly parts: ReadonlyMap<number, readonly number[]>
}

/** Letters without spaces: what marked text is measured in. */
export const letters = (text: string): number => text.replace(/\s/g, '').length

/** A revision in the making. */
export interface Draft {
  readonly dice: Dice
  readonly lang: Language
  readonly truth: Map<number, Truth>
  readonly parts: Map<number, readonly number[]>
  /** Titles no heading of either version has had. */
  readonly titles: string[]
  units: Unit[]
  uid: number
}
