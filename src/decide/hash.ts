import { createHash } from 'node:crypto'
import { type Block, canonicalClause, canonicalPolicy, type Item, type Note, type Policy } from '../model/index.js'

const sha256 = (bytes: string | Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

// A text is asked for its hash by every decision on it.
const known = new WeakMap<Policy, string>()

/** The content hash of a policy, `sha256:` and 64 hexadecimal digits, over its canonical form. */
export function hashPolicy(policy: Policy): string {
  const hash = known.get(policy) ?? sha256(canonicalPolicy(policy))
  known.set(policy, hash)
  return hash
}

/** The hash of a file, byte for byte: of what its words leave out, such as who decided on them. */
export const hashFile = (bytes: string | Uint8Array): string => sha256(bytes)

/** The content hash of one clause, without what stands inside it. */
export const hashClause = (node: Block | Item | Note): string => sha256(canonicalClause(node))
