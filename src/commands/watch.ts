import { join, relative, sep } from 'node:path'
import { hasErrors, type Phrase } from '../model/index.js'
import { presentMade, type Unmade, unmadeOf, wordUnmade } from '../papers/index.js'
import { render } from '../render/index.js'
import {
  assetsOf,
  type Context,
  type FormatName,
  type Outcome,
  readersLanguage,
  requireWorkspace,
  selectPolicies,
  UsageError,
} from '../secretariat/index.js'
import type { Files, Workspace } from '../workspace/index.js'
import { brandOf, concerns, fileProblem, listPolicies, loadWording, openPreview, watchFolders } from '../workspace/index.js'
import { build } from './build.js'

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

export interface WatchReport {
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
  const failed = new Map<string, Outcome<unknown>>()
  return whileWatching(context, join(root, 'out'), { port, openFiles, say, stopped }, async (now, changed) => {
    const outcomes: Outcome<unknown>[] = []
    const there = listPolicies(requireWorkspace(now)).map(({ name }) => name)
    for (const name of failed.keys()) if (!there.includes(name)) failed.delete(name)
    for (const name of there) {
      if ((only && !only.has(name)) || !changed.some((path) => concerns(path, name))) continue
      const outcome = await build(now, [name], { formats }).catch(refused)
      show(outcome)
      outcomes.push(outcome)
      failed.delete(name)
      if (isUnmade(outcome)) failed.set(name, outcome)
    }
    return { outcomes, ...(failed.size === 0 ? {} : { unmade: unmadeOf(failed) }) }
  })
}

/** Whether errors kept all of it from being made. */
const isUnmade = ({ messages, written }: Outcome<unknown>): boolean => written.length === 0 && hasErrors(messages)

/** What came of making something: each outcome, and what of it, or from before, is not made. */
interface Made {
  readonly outcomes: readonly Outcome<unknown>[]
  readonly unmade?: Unmade
}

/** What a command that goes on until it is stopped is given. */
export type Watching = Pick<WatchOptions, 'port' | 'openFiles' | 'say' | 'stopped'>

/** Makes something of the workspace, and again when its texts or templates change, until stopped; serves a folder to this machine meanwhile. */
export async function whileWatching(
  context: Context,
  folder: string,
  { port, openFiles, say, stopped }: Watching,
  make: (now: Context, changed: readonly string[]) => Promise<Made>,
): Promise<Outcome<WatchReport>> {
  const { root } = requireWorkspace(context)
  const lang = readersLanguage(context, undefined)
  const preview = await openPreview(folder, {
    port,
    filesNow: openFiles,
    list: async (paths) => {
      const assets = assetsOf({ ...context, workspace: { root, cwd: context.cwd, files: openFiles() } }, lang)
      const document = presentMade(paths, lang, assets.wording, brandOf(undefined).value)
      return String((await render({ document: () => document, data: () => undefined }, 'html', assets)).value)
    },
  }).catch((error: NodeJS.ErrnoException) => {
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
      const now = { ...context, workspace, files: workspace.files }
      const { outcomes, unmade } = await make(now, changed)
      builds += outcomes.length
      const reader = readersLanguage(now, unmade?.lang)
      preview.tell(unmade && wordUnmade(unmade, reader, loadWording(workspace, reader)))
      if (!outcomes.every(isUnmade)) preview.reload()
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
  return {
    messages: [],
    data: { schema: 'clausule/watch@1', builds },
    text: (_paint, word) => word({ phrase: 'done.stopped' }),
    written: [],
  }
}

/** What the system refuses now it may take next time. */
export function refused(error: unknown): Outcome<unknown> {
  const problem = fileProblem(error)
  if (!problem) throw error
  const place = { file: problem.path, line: 1, column: 1 }
  const messages = [{ rule: 'file/system', ...problem.said, severity: 'error', place }] as const
  return { messages, data: {}, text: () => '', written: [] }
}
