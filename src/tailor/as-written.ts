import { clauses, errorsIn, type Message, type PolicyBody, plainText, type Result } from '../model/index.js'
import { MAX_LINE, readPolicy, writePolicy } from '../read/index.js'

/**
 * A text as its file will be, read again before anything is written: what could not be read, as a clause longer than a line may be, is an error, and
 * a clause that is not there is ours.
 */
export function asWritten(made: PolicyBody & { readonly yaml: string }, file: string): Result<string> {
  const value = writePolicy(made)
  const read = readPolicy(value, file)
  const messages = errorsIn(read.messages).map((message) => (message.rule === 'file/line' ? (tooLong(made) ?? message) : message))
  if (messages.length > 0) return { value, messages }
  const there = new Set(clauses(read.value).map(({ id }) => id))
  const lost = clauses({ ...read.value, ...made }).find(({ id }) => !there.has(id))
  if (lost) throw new Error(`The clause "${lost.id}" of ${file} would not be read again`)
  return { value, messages }
}

/** What is too long for a line is told of the clause that it is, where that stands now: the line is in no file that anybody sees. */
function tooLong({ children, notes }: PolicyBody): Message | undefined {
  const all = clauses({ children, notes }).map(({ id, node }) => ({ id, node, length: plainText(node).length }))
  const [longest] = all.sort((a, b) => b.length - a.length)
  if (longest?.id === undefined) return undefined
  return {
    rule: 'file/line',
    form: 'clause',
    values: { id: longest.id, most: MAX_LINE },
    severity: 'error',
    place: longest.node.place,
  }
}
