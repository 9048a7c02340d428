import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { compareVersion } from '../model/index.js'

/** A folder with a `policies` folder in it, and the folder names are read from. */
export interface Workspace {
  readonly root: string
  /** Where the operator stands: relative paths on the command line are relative to it. */
  readonly cwd: string
}

/** The workspace named, or the nearest one at or above `cwd`; undefined where there is none. */
export function findWorkspace(cwd: string, named?: string): Workspace | undefined {
  if (named !== undefined) {
    const root = resolve(cwd, named)
    return isWorkspace(root) ? { root, cwd } : undefined
  }
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (isWorkspace(folder)) return { root: folder, cwd }
    if (dirname(folder) === folder) return undefined
  }
}

const isWorkspace = (folder: string): boolean => isFolder(join(folder, 'policies'))

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Whether a path lies in a folder, links followed as far as the path exists. */
export function isInside(folder: string, path: string): boolean {
  const step = relative(realPath(folder), realPath(path))
  return step === '' || (!step.startsWith(`..${sep}`) && step !== '..' && !isAbsolute(step))
}

function realPath(path: string): string {
  const full = resolve(path)
  if (existsSync(full)) return realpathSync(full)
  const parent = dirname(full)
  return parent === full ? full : join(realPath(parent), full.slice(parent.length))
}

/** The path as messages show it: from the workspace's root where it lies inside, with forward slashes. */
export function showPath(workspace: Workspace | undefined, path: string): string {
  const shown = workspace && isInside(workspace.root, path) ? relative(workspace.root, path) : path
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
  folders(join(workspace.root, 'policies')).flatMap((organisation) => policiesOf(workspace, organisation))

/** The policies of one organisation, by name; none where there is no such folder. A thousand schools are not listed to find one. */
export function policiesOf({ root }: Workspace, organisation: string): readonly PolicyEntry[] {
  if (!/^[^./\\][^/\\]*$/.test(organisation)) return []
  const folder = join(root, 'policies', organisation)
  const releases = files(join(folder, 'releases')).flatMap((file) => {
    const match = RELEASE.exec(file)
    return match?.[1] && match[2] ? [{ policy: match[1], version: match[2], path: join(folder, 'releases', file) }] : []
  })
  const working = files(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')
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

const folders = (path: string): string[] => entries(path, true)
const files = (path: string): string[] => entries(path, false)

function entries(path: string, wantFolders: boolean): string[] {
  if (!isFolder(path)) return []
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && (wantFolders ? entry.isDirectory() : entry.isFile()))
    .map((entry) => entry.name)
    .sort()
}
