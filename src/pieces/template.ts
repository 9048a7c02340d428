import type { FillInMark } from '../blocks/index.js'
import type { Declaration } from '../model/index.js'

/** What told that words are to be filled in, chosen, left out or not printed. */
export type Sign = 'signs' | 'colour' | 'field' | 'word' | 'between' | 'box' | 'italic'

/** Words to be filled in, at their place in a text. */
export interface Gap {
  readonly from: number
  readonly to: number
  readonly stood: string
  /** What stands between the brackets; empty for dots and lines. */
  readonly prompt: string
  readonly sign: Sign
  readonly mark?: FillInMark
}

/** Words that a parameter took the place of. */
export interface Blank {
  readonly name: string
  readonly stood: string
  readonly sign: Sign
}

/** What a piece of a model turned out to be for who adapts it. */
export interface TemplatePart {
  /** One of several wordings; those with one `group` are of one provision. */
  readonly group?: number
  readonly variant?: string
  /** Where one wording has several clauses, or they do not stand beside each other: a condition on a parameter. */
  readonly when?: string
  readonly optional?: true
  readonly guidance?: true
  /** What told each of these. */
  readonly signs: Readonly<Partial<Record<'variant' | 'optional' | 'guidance', Sign>>>
  /** Words that only said so and are out of the text: in front of it and behind it. */
  readonly front: string
  readonly behind: string
  /** In the order of the text. */
  readonly blanks: readonly Blank[]
  /** It has a colour all over, which says nothing of what it is. */
  readonly coloured?: true
}

/** What was guessed of a model, and may be otherwise: for the receipt. */
export interface Guess {
  readonly line: number
  readonly kind: 'parameter' | 'variant' | 'condition' | 'optional' | 'guidance' | 'left'
  readonly sign: Sign
  /** The words that stood there; of a clause its first ones. */
  readonly stood: string
  /** The parameter, the variant or the condition. */
  readonly name?: string
  readonly type?: Declaration['type']
  /** Id of the clause. */
  readonly clause?: string
}
