import { clauses, errorsIn, type PolicyBody, type Result } from '../model/index.js'
import { readPolicy, writePolicy } from '../read/index.js'

/**
 * A text as its file will be, read again before anything is written: what could not be read, as a clause longer than a line may be, is an error, and
 * a clause that is not there is ours.
 */
export function asWritten(made: PolicyBody & { readonly yaml: string }, file: string): Result<string> {
  const value = writePolicy(made)
  const read = readPolicy(value, file)
  const messages = errorsIn(read.messages)
  if (messages.length > 0) return { value, messages }
  const there = new Set(clauses(read.value).map(({ id }) => id))
  const lost = clauses({ ...read.value, ...made }).find(({ id }) => !there.has(id))
  if (lost) throw new Error(`The clause "${lost.id}" of ${file} would not be read again`)
  return { value, messages }
}
