import { createHash } from 'node:crypto'
import { canonicalWords } from './canonical.js'
import type { Metadata } from './metadata.js'
import type { Block, Item, Note } from './policy.js'

/** The words a reason was given for: these, others than the clause has now, or nobody recorded which. */
export type GivenFor = 'these' | 'other' | 'unknown'

/** A reason as the front matter has it. */
export interface GivenReason {
  readonly why: string
  /** The hash of the words of its clause, as they were when it was given. */
  readonly text?: string
}

/** What binds a reason to the words of a clause, `sha256:` and 64 hexadecimal digits; of a provision that is gone, to no words. */
export const reasonHash = (node: Block | Item | Note | undefined): string =>
  `sha256:${createHash('sha256').update(canonicalWords(node)).digest('hex')}`

/** A reason of `deviations`, which may be written as words alone. */
export const reasonIn = (reason: NonNullable<Metadata['deviations']>[string]): GivenReason =>
  typeof reason === 'string' ? { why: reason } : { why: reason.why, ...(reason.text === undefined ? {} : { text: reason.text }) }

/** Whether a reason was given for the words a clause has. */
export const givenFor = ({ text }: GivenReason, node: Block | Item | Note | undefined): GivenFor =>
  text === undefined ? 'unknown' : text === reasonHash(node) ? 'these' : 'other'
