import { createHash } from 'node:crypto'
import { canonicalWords } from './canonical.js'
import type { Metadata } from './metadata.js'
import type { Block, Item, Note } from './policy.js'
import { BLANK } from './template.js'

/** The words a reason was given for: these, others than the clause has now, or nobody recorded which. */
export type GivenFor = 'these' | 'other' | 'unknown'

/** A reason as the front matter has it. */
export interface GivenReason {
  readonly why: string
  /** The hash of the words of its clause, as they were when it was given. */
  readonly text?: string
}

type Node = Block | Item | Note | undefined
type Values = NonNullable<Metadata['parameters']>

/**
 * What binds a reason to the words of a clause and the values it prints, `sha256:` and 64 hexadecimal digits; of a provision that is gone, to no
 * words.
 */
export function reasonHash(node: Node, parameters: Values = {}): string {
  const words = canonicalWords(node)
  const names = new Set([...words.matchAll(BLANK)].map(([, name = '']) => name))
  const values = [...names].flatMap((name) => (parameters[name] === undefined ? [] : [[name, parameters[name]]]))
  const said = values.length === 0 ? words : words + JSON.stringify(values)
  return `sha256:${createHash('sha256').update(said).digest('hex')}`
}

/** A reason of `deviations`, which may be written as words alone. */
export const reasonIn = (reason: NonNullable<Metadata['deviations']>[string]): GivenReason =>
  typeof reason === 'string' ? { why: reason } : { why: reason.why, ...(reason.text === undefined ? {} : { text: reason.text }) }

/** Whether a reason was given for the words a clause has. Of one that was bound to words without their values it is not known. */
export function givenFor({ text }: GivenReason, node: Node, parameters: Values = {}): GivenFor {
  if (text === undefined) return 'unknown'
  if (text === reasonHash(node, parameters)) return 'these'
  return text === reasonHash(node) ? 'unknown' : 'other'
}
