import { canonicalPolicy, clauses, NO_ATTRIBUTES, type Policy, type Result } from '../model/index.js'
import { proposeIds } from './ids.js'
import { readPolicy } from './policy.js'

/** Text at a place of a file, and what is to stand there instead. Lines and columns count from 1. */
export interface Edit {
  readonly line: number
  readonly column: number
  readonly was: string
  readonly becomes: string
}

/** A file with edits made in it, and those that were; the rest of it is as it was, character by character. */
interface Edited<E extends Edit> {
  readonly text: string
  readonly edits: readonly E[]
}

/** Makes the edits whose text stands where it should, the first of two that meet. */
function applyEdits<E extends Edit>(text: string, edits: readonly E[]): Edited<E> {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  const placed = edits
    .map((edit) => ({ edit, at: (starts[edit.line - 1] ?? Number.NaN) + edit.column - 1 }))
    .filter(({ edit, at }) => at <= text.length && text.startsWith(edit.was, at))
    .sort((a, b) => a.at - b.at)
  const made: E[] = []
  let edited = ''
  let end = 0
  for (const { edit, at } of placed) {
    if (at < end) continue
    edited += text.slice(end, at) + edit.becomes
    end = at + edit.was.length
    made.push(edit)
  }
  return { text: edited + text.slice(end), edits: made }
}

/**
 * The same where it changes words alone: the file must read as it did, with the same clauses under the same ids. `read` is what was read of
 * `text`; what is read of the text with its edits comes back with it, since reading a long one again takes as long as all the rest.
 */
export function mendWords<E extends Edit>(
  text: string,
  read: Result<Policy>,
  edits: readonly E[],
): Edited<E> & { readonly read: Result<Policy> } {
  const edited = applyEdits(text, edits)
  const unchanged = { text, edits: [], read }
  if (edited.edits.length === 0) return unchanged
  const next = readPolicy(edited.text, read.value.file)
  const form = (policy: Policy) => JSON.stringify(clauses(policy).map(({ kind, id }) => [kind, id]))
  const saysMore = next.messages.length > read.messages.length
  return saysMore || form(next.value) !== form(read.value) ? unchanged : { ...edited, read: next }
}

/**
 * Writes ids behind clauses that have none, and leaves the rest of the file as it is. What has attributes, or stands where they cannot
 * simply follow, is left to `proposeIds`. The file must read as the policy with those ids; otherwise nothing is changed. `read` is what was
 * read of `text`, and what is read of the text with its edits comes back with it; `used`: ids that are given to none.
 */
export function mendIds(
  text: string,
  read: Result<Policy>,
  used?: ReadonlySet<string>,
): Edited<Edit & { readonly id: string }> & { readonly read: Result<Policy> } {
  const policy = read.value
  const before = clauses(policy)
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? '\n'
  const lines = text.split(/\r\n?|\n/)
  const proposed = clauses(proposeIds(policy, undefined, used))
  const edits = before.flatMap(({ kind, id, node }, i) => {
    const next = proposed[i]?.id
    const { line, column, endLine, endColumn } = node.place
    if (id !== undefined || next === undefined || endLine === undefined || endColumn === undefined) return []
    if (node.type === 'note' || node.attributes !== NO_ATTRIBUTES) return []
    // Behind the closing marks of a heading nothing can follow, nor behind its underline.
    if (kind === 'section' && (endLine !== line || lines[line - 1]?.slice(0, endColumn - 1).endsWith('#'))) return []
    const isBlock = kind === 'table' || kind === 'verbatim'
    if (isBlock ? column !== 1 : !('content' in node) || node.content.length === 0) return []
    return [
      { line: endLine, column: endColumn, was: '', becomes: isBlock ? `${lineEnd}{#${next}}` : ` {#${next}}`, id: next, node },
    ]
  })
  const nodes = new Set<unknown>(edits.map(({ node }) => node))
  const unchanged = { text, edits: [], read }
  if (edits.length === 0) return unchanged
  const edited = applyEdits(
    text,
    edits.map(({ node: _, ...edit }) => edit),
  )
  const next = readPolicy(edited.text, policy.file)
  const isSame = canonicalPolicy(next.value) === canonicalPolicy(proposeIds(policy, (node) => nodes.has(node), used))
  return next.messages.length > read.messages.length || !isSame ? unchanged : { ...edited, read: next }
}
