import { createHash } from 'node:crypto'
import { type Block, canonicalClause, canonicalPolicy, type Item, type Note, type Policy } from '../model/index.js'

const sha256 = (bytes: string | Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** The content hash of a policy, `sha256:` and 64 hexadecimal digits, over its canonical form. */
export const hashPolicy = (policy: Policy): string => sha256(canonicalPolicy(policy))

/** The hash of a file, byte for byte: of what its words leave out, such as who decided on them. */
export const hashFile = (bytes: string | Uint8Array): string => sha256(bytes)

/** The content hash of one clause, without what stands inside it. */
export const hashClause = (node: Block | Item | Note): string => sha256(canonicalClause(node))
