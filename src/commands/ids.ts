import { clauses, hasErrors, type Message } from '../model/index.js'
import { proposeIds, writePolicy } from '../read/index.js'
import { type Output, showPath, writeOutputs } from '../workspace/index.js'
import type { Context, Outcome } from './context.js'
import { selectPolicies } from './select.js'

export interface WrittenIds {
  readonly file: string
  readonly ids: readonly string[]
}

/** Gives every clause that has no id one, and writes the files in canonical style. An id that stands is never changed. */
export function ids(
  context: Context,
  names: readonly string[],
  { dryRun }: { dryRun: boolean },
): Outcome<{ schema: 'clausule/ids@1'; files: readonly WrittenIds[]; messages: readonly Message[] }> {
  const selected = selectPolicies(context, names, { own: true })
  const messages = selected.messages
  const outputs: Output[] = []
  const files: WrittenIds[] = []
  for (const { policy, path, bytes } of selected.value) {
    const next = proposeIds(policy)
    const before = new Set(clauses(policy).map(({ id }) => id))
    const added = clauses(next).flatMap(({ id }) => (id === undefined || before.has(id) ? [] : [id]))
    const text = writePolicy(next)
    if (text !== new TextDecoder().decode(bytes)) outputs.push({ path, bytes: text })
    files.push({ file: showPath(context.workspace, path), ids: added })
  }
  // A file that could not be read whole must not be written back: what was not understood would be lost.
  const write = !dryRun && !hasErrors(messages)
  if (write) writeOutputs(outputs)
  return {
    messages,
    data: { schema: 'clausule/ids@1', files, messages },
    text: () =>
      files
        .map(
          ({ file, ids: added }) =>
            `${file}: ${added.length === 0 ? 'every clause has its id' : `${write ? '' : 'would write '}${added.join(', ')}`}`,
        )
        .join('\n'),
    written: write ? outputs.map(({ path }) => path) : [],
  }
}
