import { type Mend, wordMends } from '../lint/index.js'
import { append, type Policy, type Result } from '../model/index.js'
import { mendIds, mendWords } from '../read/index.js'
import type { Context } from '../secretariat/index.js'
import { type Loaded, loadSpeller, type Output, readingOf, showPath, usedIds } from '../workspace/index.js'

/** Words that were mended; `was` is empty where an id was written. Lines and columns count from 1. */
export interface Mended {
  readonly file: string
  readonly rule: 'id/missing' | 'word/grammar' | 'word/slip'
  readonly line: number
  readonly column: number
  readonly was: string
  readonly becomes: string
}

// One mend may bring another to light ("de de de"); each makes the text shorter or right, so that few rounds are needed.
const MOST_ROUNDS = 10

/**
 * What can be mended with certainty in texts that nobody decided on yet: the files to write, what changes in them, and the policies as
 * they are then. Everything else in a file stays as it is, character by character.
 */
export function mendPolicies(context: Context, selected: readonly Loaded[]) {
  const outputs: Output[] = []
  const mended: Mended[] = []
  const policies = selected.map((loaded): Loaded => {
    const { policy, path, bytes } = loaded
    if (policy.metadata.status !== 'draft' && policy.metadata.status !== 'proposed') return loaded
    const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const { text, mends, read } = mendText(before, readingOf(loaded), usedIds(context, loaded))
    if (text === before) return loaded
    outputs.push({ path, bytes: text })
    append(
      mended,
      mends.map((mend) => ({ ...mend, file: showPath(context.workspace, path) })),
    )
    return { ...loaded, policy: read, bytes: new TextEncoder().encode(text) }
  })
  return { outputs, mended, policies }
}

function mendText(
  source: string,
  was: Result<Policy>,
  used: ReadonlySet<string>,
): { readonly text: string; readonly mends: readonly Mend[]; readonly read: Policy } {
  const speller = loadSpeller(was.value.metadata.lang)
  const mends: Mend[] = []
  let text = source
  let read = was
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const words = mendWords(text, read, wordMends(read.value, speller))
    if (words.edits.length === 0) break
    append(mends, words.edits)
    text = words.text
    read = words.read
  }
  const ids = mendIds(text, read, used)
  append(
    mends,
    ids.edits.map(({ id, ...edit }) => ({ ...edit, rule: 'id/missing' as const, becomes: `{#${id}}` })),
  )
  return { text: ids.text, mends, read: ids.read.value }
}
