import { formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff'
import { clauses, hasErrors, type Message } from '../model/index.js'
import { proposeIds, writePolicy } from '../read/index.js'
import { clean, type Paint } from '../render/text/index.js'
import {
  type Context,
  NOTHING_WRITTEN,
  type Outcome,
  publish,
  type Say,
  selectPolicies,
  sharedLanguage,
} from '../secretariat/index.js'
import { type Output, showPath, usedIds } from '../workspace/index.js'

export interface WrittenIds {
  readonly file: string
  readonly ids: readonly string[]
  /** What is written, as a unified diff against the file; empty when nothing changes. */
  readonly patch: string
}

/** Gives every clause that has no id one that no clause of this policy ever had, and writes the files in canonical style. An id that stands is never changed. */
export function ids(
  context: Context,
  names: readonly string[],
  { dryRun }: { dryRun: boolean },
): Outcome<{ schema: 'clausule/ids@1'; files: readonly WrittenIds[]; messages: readonly Message[] }> {
  const selected = selectPolicies(context, names, { own: true, write: true })
  const outputs: Output[] = []
  const files: WrittenIds[] = []
  for (const loaded of selected.value) {
    const { policy, path, bytes } = loaded
    const next = proposeIds(policy, undefined, usedIds(context, loaded))
    const before = new Set(clauses(policy).map(({ id }) => id))
    const added = clauses(next).flatMap(({ id }) => (id === undefined || before.has(id) ? [] : [id]))
    const text = writePolicy(next)
    const old = new TextDecoder().decode(bytes)
    const file = showPath(context.workspace, path)
    if (text !== old) outputs.push({ path, bytes: text })
    files.push({ file, ids: added, patch: text === old ? '' : patchOf(file, old, text) })
  }
  // A file that could not be read whole must not be written back: what was not understood would be lost.
  const { written, messages } = publish(context, { outputs, messages: selected.messages, dryRun })
  return {
    messages,
    ...sharedLanguage(selected.value.map(({ policy }) => policy)),
    data: { schema: 'clausule/ids@1', files, messages },
    text: (paint, say) => {
      const shown = files.map((file) =>
        (dryRun || hasErrors(messages) ? [summary(file, say), painted(file.patch, paint)].join('\n') : summary(file, say)).trim(),
      )
      return [...shown, ...(hasErrors(messages) ? [say(NOTHING_WRITTEN)] : [])].join('\n')
    },
    written,
  }
}

/** Lines that come or go, from which all between the first and the last of them is shown as one: to find the fewest takes the square of their number. */
const MOST_LINES = 2_000

function patchOf(file: string, old: string, text: string): string {
  const names = [`a/${file}`, `b/${file}`] as const
  const least = structuredPatch(...names, old, text, undefined, undefined, { maxEditLength: MOST_LINES })
  return formatPatch(least ?? { ...structuredPatch(...names, '', ''), hunks: [oneHunk(old.split('\n'), text.split('\n'))] })
}

/** All lines between what both texts begin and end with, out and in again. */
function oneHunk(old: readonly string[], next: readonly string[]): StructuredPatchHunk {
  const most = Math.min(old.length, next.length)
  let [from, end] = [0, 0]
  while (from < most && old[from] === next[from]) from++
  while (end < most - from && old.at(-1 - end) === next.at(-1 - end)) end++
  const [gone, come] = [old.slice(from, old.length - end), next.slice(from, next.length - end)]
  return {
    oldStart: from + 1,
    oldLines: gone.length,
    newStart: from + 1,
    newLines: come.length,
    lines: [...gone.map((line) => `-${line}`), ...come.map((line) => `+${line}`)],
  }
}

const summary = ({ file, ids: added, patch }: WrittenIds, say: Say): string =>
  added.length > 0
    ? `${file}: ${added.join(', ')}`
    : say({ phrase: patch === '' ? 'done.all-ids' : 'done.all-ids-styled', values: { file } })

/** A patch with its added and removed lines coloured. */
function painted(patch: string, paint: Paint): string {
  const colour = (line: string) =>
    line.startsWith('+') ? paint('green', line) : line.startsWith('-') ? paint('red', line) : line
  return patch.split('\n').slice(1).map(clean).map(colour).join('\n')
}
