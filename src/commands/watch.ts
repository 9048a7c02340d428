import { join, relative, sep } from 'node:path'
import type { Phrase } from '../model/index.js'
import type { Files, Workspace } from '../workspace/index.js'
import { fileProblem, listPolicies, openPreview, watchFolders } from '../workspace/index.js'
import { build } from './build.js'
import { type Context, type Outcome, requireWorkspace, UsageError } from './context.js'
import type { FormatName } from './formats.js'
import { selectPolicies } from './select.js'

export interface WatchOptions {
  readonly formats: readonly FormatName[]
  /** Of the preview; any free one when 0. */
  readonly port: number
  /** Opens the files anew: a run sees one state of them. */
  readonly openFiles: () => Files
  /** Shows what came of one build. */
  readonly show: (outcome: Outcome<unknown>) => void
  readonly say: (phrase: Phrase) => void
  /** Settled when the person wants to stop. */
  readonly stopped: Promise<void>
}

interface WatchReport {
  readonly schema: 'clausule/watch@1'
  /** How often something was built. */
  readonly builds: number
}

/** An editor writes in several steps; what comes within this many milliseconds is one change. */
const TOGETHER = 60

/**
 * Builds policies, and again whenever something changes that they are made of, until it is stopped. One with an error is reported and keeps no
 * other from being built. What was made is served to this machine, where an open page loads itself anew.
 */
export async function watchPolicies(
  context: Context,
  names: readonly string[],
  { formats, port, openFiles, show, say, stopped }: WatchOptions,
): Promise<Outcome<WatchReport>> {
  const { root } = requireWorkspace(context)
  const first = selectPolicies(context, names, { own: true, write: true })
  if (first.messages.some(({ rule }) => rule === 'name/unknown')) {
    return { messages: first.messages, data: { schema: 'clausule/watch@1', builds: 0 }, text: () => '', written: [] }
  }
  const only = names.length === 0 ? undefined : new Set(first.value.flatMap(({ entry }) => entry?.name ?? []))
  const builds = await whileWatching(context, join(root, 'out'), { port, openFiles, say, stopped }, (now, changed) =>
    buildChanged(now, changed, only, formats, show),
  )
  return {
    messages: [],
    data: { schema: 'clausule/watch@1', builds },
    text: (_paint, word) => word({ phrase: 'done.stopped' }),
    written: [],
  }
}

/** What a command that goes on until it is stopped is given. */
export type Watching = Pick<WatchOptions, 'port' | 'openFiles' | 'say' | 'stopped'>

/**
 * Makes something of the workspace, and again whenever its texts or templates change, until it is stopped; what stands in a folder is served
 * to this machine meanwhile. `make` is told what changed, by paths from the workspace, and says how many things it made: the sum of it
 * is given back.
 */
export async function whileWatching(
  context: Context,
  folder: string,
  { port, openFiles, say, stopped }: Watching,
  make: (now: Context, changed: readonly string[]) => Promise<number>,
): Promise<number> {
  const { root } = requireWorkspace(context)
  const preview = await openPreview(folder, openFiles, port).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new UsageError({ phrase: 'usage.port-taken', values: { port } }) : error
  })
  let builds = 0
  let waiting = new Set<string>(['policies'])
  let wake = () => {}
  const watcher = watchFolders([join(root, 'policies'), join(root, 'templates')], (path) => {
    waiting.add(relative(root, path).split(sep).join('/'))
    wake()
  })
  let running = true
  void stopped.then(() => {
    running = false
    wake()
  })
  say({ phrase: 'done.watching', values: { folder: root, address: preview.address } })
  try {
    while (running) {
      const changed = [...waiting]
      waiting = new Set()
      const workspace: Workspace = { root, cwd: context.cwd, files: openFiles() }
      const built = await make({ ...context, workspace, files: workspace.files }, changed)
      builds += built
      if (built > 0) preview.reload()
      if (running && waiting.size === 0) {
        await new Promise<void>((woken) => {
          wake = woken
        })
      }
      // Not until the last step of an editor's writing.
      if (running) await new Promise((over) => setTimeout(over, TOGETHER))
    }
  } finally {
    watcher.close()
    await preview.close()
  }
  return builds
}

async function buildChanged(
  context: Context,
  changed: readonly string[],
  only: ReadonlySet<string> | undefined,
  formats: readonly FormatName[],
  show: (outcome: Outcome<unknown>) => void,
): Promise<number> {
  let built = 0
  for (const { name } of listPolicies(requireWorkspace(context))) {
    if ((only && !only.has(name)) || !changed.some((path) => concerns(path, name))) continue
    show(await build(context, [name], { formats }).catch(refused))
    built++
  }
  return built
}

/** What the system refuses now it may take next time. */
export function refused(error: unknown): Outcome<unknown> {
  const problem = fileProblem(error)
  if (!problem) throw error
  const place = { file: problem.path, line: 1, column: 1 }
  const messages = [{ rule: 'file/system', ...problem.said, severity: 'error', place }] as const
  return { messages, data: {}, text: () => '', written: [] }
}

/** Whether a policy is made of what changed: its text, its organisation's files, or what all are made of. */
export function concerns(path: string, policy: string): boolean {
  const [top, organisation, ...rest] = path.split('/')
  if (rest.some((name) => name.startsWith('.')) || /(?:~|\.swp|\.part|\.tmp)$/.test(path)) return false
  if (top === 'templates' || organisation === undefined || rest.length === 0) return !(organisation ?? '').startsWith('.')
  if (!policy.startsWith(`${organisation}/`)) return false
  const [name = ''] = rest.at(-1)?.split('@') ?? []
  const isText = name.endsWith('.md') || rest[0] === 'releases'
  return !isText || name.replace(/\.md$/, '') === policy.slice(organisation.length + 1)
}
