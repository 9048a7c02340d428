import { join } from 'node:path'
import type { Message, Phrase } from '../model/index.js'
import { type Context, filesOf, type Say, sayIn } from './context.js'
import type { Published } from './publish.js'

/** A commit that keeps a step in git: made, or for the operator to make. */
export interface KeptStep {
  readonly message: string
  readonly tag: string | null
  /** Its short hash; null when it was not made. */
  readonly commit: string | null
}

/** What a step is kept as. */
export interface Keeping {
  readonly said: Phrase
  /** Lines below: hashes. */
  readonly details?: readonly string[]
  readonly tag?: string
  /** Who wrote it, where that is another than who commits. */
  readonly author?: string
}

/** Why git cannot take a step: looked at before anything is written. */
export function gitHindrance({ workspace, ...context }: Context, tag?: string): Message[] {
  const folder = workspace?.root ?? context.cwd
  const repository = filesOf({ workspace, ...context } as Context).repository(folder)
  const why = repository ? repository.hindrance(tag) : ({ form: 'no-repository', values: { folder } } as const)
  return why ? [{ rule: 'git/refused', ...why, severity: 'error', place: { file: '.', line: 1, column: 1 } }] : []
}

/**
 * Keeps the texts a step wrote in git, and no other change; without `make` it only says how. Papers are not kept: they are made again of the
 * texts. Undefined where nothing was written or there is no repository.
 */
export function keepInGit(
  context: Context,
  { written }: Published,
  { said, details = [], tag, author }: Keeping,
  make: boolean,
  lang: Parameters<typeof sayIn>[0],
):
  | { readonly step: KeptStep; readonly messages: readonly Message[]; readonly lines: (say: Say) => readonly string[] }
  | undefined {
  const { workspace } = context
  if (!workspace || written.length === 0) return undefined
  const repository = filesOf(context).repository(workspace.root)
  if (!repository) return undefined
  const files = written.filter((path) => path.startsWith(join(workspace.root, 'policies')))
  const subject = sayIn(lang, workspace)(said)
  const message = [subject, ...(details.length > 0 ? ['', ...details] : [])].join('\n')
  const step = { message: subject, tag: tag ?? null, commit: null }
  if (!make) {
    const shown = files.map((path) => quoted(path.slice(workspace.root.length + 1))).join(' ')
    const commands = [
      `git add ${shown}`,
      `git commit -m ${quoted(subject)} ${shown}`,
      ...(tag === undefined ? [] : [`git tag -a -m ${quoted(subject)} ${quoted(tag)}`]),
    ]
    return { step, messages: [], lines: (say) => [say({ phrase: 'done.git-by-hand' }), ...commands.map((line) => `  ${line}`)] }
  }
  const made = repository.commit({
    files,
    message,
    ...(tag === undefined ? {} : { tag }),
    ...(author === undefined ? {} : { author }),
  })
  if (typeof made !== 'string') {
    const place = { file: '.', line: 1, column: 1 }
    return { step, messages: [{ rule: 'git/refused', ...made, severity: 'error', place }], lines: () => [] }
  }
  const done: Phrase =
    tag === undefined
      ? { phrase: 'done.committed', values: { commit: made, message: subject } }
      : { phrase: 'done.tagged', values: { commit: made, message: subject, tag } }
  return { step: { ...step, commit: made }, messages: [], lines: (say) => [say(done)] }
}

/** A word as a shell takes it. */
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
