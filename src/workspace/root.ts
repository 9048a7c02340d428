import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { compareVersion } from '../model/index.js'
import { openDisk } from './disk.js'
import type { Files, Kind } from './files.js'

/** A folder with a `policies` folder in it, and the folder names are read from. */
export interface Workspace {
  readonly root: string
  /** Where the operator stands: relative paths on the command line are relative to it. */
  readonly cwd: string
  readonly files: Files
}

/**
 * The workspace named, or the nearest one at or above `cwd`; undefined where there is none. What a run that was killed left half written
 * in it is completed or undone first.
 */
export function findWorkspace(cwd: string, named?: string, files: Files = openDisk()): Workspace | undefined {
  for (let folder = resolve(cwd, named ?? '.'); ; folder = dirname(folder)) {
    if (files.kindOf(join(folder, 'policies')) === 'folder') {
      files.settle(folder)
      return { root: folder, cwd, files }
    }
    if (named !== undefined || dirname(folder) === folder) return undefined
  }
}

/** Whether a path lies in a folder, links followed as far as the path exists. */
export function isInside(files: Files, folder: string, path: string): boolean {
  const step = relative(files.realPath(folder), files.realPath(path))
  return step === '' || (!step.startsWith(`..${sep}`) && step !== '..' && !isAbsolute(step))
}

/** The path as messages show it: from the workspace's root where it lies inside, with forward slashes. */
export function showPath(workspace: Workspace | undefined, path: string): string {
  const shown = workspace && isInside(workspace.files, workspace.root, path) ? relative(workspace.root, path) : path
  return shown.split(sep).join('/')
}

export interface PolicyEntry {
  /** `organisation/policy` */
  readonly name: string
  readonly organisation: string
  readonly policy: string
  readonly path: string
  /** Versions under `releases/`, oldest first. */
  readonly releases: readonly { readonly version: string; readonly path: string }[]
}

const RELEASE = /^(.+)@(\d+\.\d+\.\d+)\.md$/

/** Every policy of the workspace, by name. */
export const listPolicies = (workspace: Workspace): readonly PolicyEntry[] =>
  named(workspace.files, join(workspace.root, 'policies'), 'folder').flatMap((organisation) =>
    policiesOf(workspace, organisation),
  )

/** The policies of one organisation, by name; none where there is no such folder. A thousand schools are not listed to find one. */
export function policiesOf({ root, files }: Workspace, organisation: string): readonly PolicyEntry[] {
  if (!/^[^./\\][^/\\]*$/.test(organisation)) return []
  const folder = join(root, 'policies', organisation)
  const releases = named(files, join(folder, 'releases'), 'file').flatMap((file) => {
    const match = RELEASE.exec(file)
    return match?.[1] && match[2] ? [{ policy: match[1], version: match[2], path: join(folder, 'releases', file) }] : []
  })
  const working = named(files, folder, 'file').filter((file) => file.endsWith('.md') && file !== 'README.md')
  return working.map((file): PolicyEntry => {
    const policy = file.slice(0, -3)
    return {
      name: `${organisation}/${policy}`,
      organisation,
      policy,
      path: join(folder, file),
      releases: releases
        .filter((release) => release.policy === policy)
        .map(({ version, path }) => ({ version, path }))
        .sort((a, b) => compareVersion(a.version, b.version)),
    }
  })
}

const named = (files: Files, folder: string, kind: Kind): string[] =>
  files
    .list(folder)
    .filter((entry) => entry.kind === kind && !entry.name.startsWith('.'))
    .map(({ name }) => name)
