import { join, relative, resolve, sep } from 'node:path'
import { encoded, hasErrors, type Language, type Message } from '../model/index.js'
import { type Context, filesOf, type Outcome, publish } from '../secretariat/index.js'
import type { SiteCache, SiteFile } from '../site/index.js'
import { type Output, showPath, type Workspace } from '../workspace/index.js'

export interface SiteReport {
  readonly schema: 'clausule/site@1'
  /** The folder of the site. */
  readonly folder: string
  readonly policies: number
  /** Files that were written, and files of before that went. */
  readonly written: number
  readonly removed: number
  readonly messages: readonly Message[]
}

/** Where a site is written, and what stands there. */
interface Place {
  readonly context: Context
  readonly workspace: Workspace
  readonly folder: string
  readonly before: SiteCache | undefined
  readonly messages: readonly Message[]
  readonly lang: Language
  /** Something that would be on the site is not. */
  readonly fails: boolean
}

/** Files by their paths with their sizes. */
export const sizesOf = (files: readonly SiteFile[]): [string, number][] =>
  files.map(({ path, bytes }) => [path, typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.byteLength])

/** Writes what differs from what stands there, and takes away what was there before and is no more. */
export function writeSite(
  { context, folder, before, messages, lang, workspace, fails }: Place,
  all: readonly SiteFile[],
  next: SiteCache,
  count: number,
): Outcome<SiteReport> {
  const files = filesOf(context)
  const differs = ({ path, bytes }: Output): boolean => {
    const own = encoded(bytes)
    return files.kindOf(path) !== 'file' || files.sizeOf(path) !== own.byteLength || Buffer.compare(own, files.read(path)) !== 0
  }
  const outputs = all.map(({ path, bytes }) => ({ path: join(folder, path), bytes })).filter(differs)
  const stays = new Set(pathsOf(next))
  const gone = (before ? pathsOf(before) : [])
    .filter((path) => !stays.has(path))
    .map((path) => join(folder, path))
    .filter((path) => isBelow(folder, path))
  const inside = isBelow(join(workspace.root, 'out'), folder)
  const published = publish(context, { outputs, messages, gone, ...(inside ? {} : { home: folder }) })
  const done = published.written.length > 0 || !hasErrors(published.messages)
  const shown = showPath(workspace, folder)
  const report: SiteReport = {
    schema: 'clausule/site@1',
    folder: shown,
    policies: count,
    written: published.written.length,
    removed: done ? gone.length : 0,
    messages: published.messages,
  }
  return {
    messages: published.messages,
    lang,
    ...(fails ? { fails } : {}),
    data: report,
    written: published.written,
    text: (paint, say) =>
      done
        ? [
            `${paint('green', say({ phrase: 'done.made-file' }))} ${shown}`,
            say({ phrase: 'done.site', values: { policies: count, written: report.written, removed: report.removed } }),
          ].join('\n')
        : published.text(paint, say),
  }
}

const pathsOf = ({ policies, groups, shared }: SiteCache): string[] => [
  ...[...Object.values(policies), ...Object.values(groups)].flatMap(({ files }) => files.map(([path]) => path)),
  ...shared.files.map(([path]) => path),
]

const isBelow = (folder: string, path: string): boolean => {
  const step = relative(folder, resolve(path))
  return step !== '' && step !== '..' && !step.startsWith(`..${sep}`)
}
