import { createHash } from 'node:crypto'
import {
  type Block,
  BYTE_ORDER_MARK,
  canonicalClause,
  canonicalPolicy,
  type Item,
  type Note,
  type Policy,
  plainLines,
} from '../model/index.js'

const sha256 = (bytes: string | Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

// A text is asked for its hash by every decision on it.
const known = new WeakMap<Policy, string>()

/** The content hash of a policy, `sha256:` and 64 hexadecimal digits, over its canonical form. */
export function hashPolicy(policy: Policy): string {
  const hash = known.get(policy) ?? sha256(canonicalPolicy(policy))
  known.set(policy, hash)
  return hash
}

/** The hash of a file as `plainLines` has it: of what its words leave out, such as who decided on them. */
export const hashFile = (bytes: string | Uint8Array): string => sha256(plainLines(bytes))

/** Whether a file is the one a hash was made of, also where that was before lines that end otherwise were made alike. */
export function isFileOf(hash: string, bytes: Uint8Array): boolean {
  const lines = plainLines(bytes)
  if (sha256(lines) === hash) return true
  const ended = Buffer.from(lines.toString('latin1').replaceAll('\n', '\r\n'), 'latin1')
  return [bytes, ended, Buffer.concat([BYTE_ORDER_MARK, lines]), Buffer.concat([BYTE_ORDER_MARK, ended])].some(
    (former) => sha256(former) === hash,
  )
}

/** The content hash of one clause, without what stands inside it. */
export const hashClause = (node: Block | Item | Note): string => sha256(canonicalClause(node))
