import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { compareVersion } from '../model/index.js'
import { openDisk } from './disk.js'
import type { Files, Kind } from './files.js'
import { home, ours } from './home.js'

/** A folder with a `policies` folder in it, or with a body that makes templates, and the folder names are read from. */
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
    if (files.kindOf(join(folder, 'policies')) === 'folder' || bodiesIn(files, folder).length > 0) {
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
  /** Where it stands: among the policies, or among the templates that others adapt. */
  readonly kind: 'policy' | 'template'
  /** It came with the program: it is read, never written. */
  readonly packaged?: true
  readonly organisation: string
  readonly policy: string
  readonly path: string
  /** Versions under `releases/`, oldest first. */
  readonly releases: readonly { readonly version: string; readonly path: string }[]
}

const ORGANISATION = 'organisation.yaml'
/** The name of the file of a release. */
export const RELEASE = /^(.+)@(\d+\.\d+\.\d+)\.md$/

/** Where a release of a policy stands, or would. */
export const releasePath = ({ path, policy }: PolicyEntry, version: string): string =>
  join(dirname(path), 'releases', `${policy}@${version}.md`)

/** Every policy of the workspace, by name. */
export const listPolicies = (workspace: Workspace): readonly PolicyEntry[] =>
  named(workspace.files, join(workspace.root, 'policies'), 'folder').flatMap((organisation) =>
    entriesOf(workspace.files, join(workspace.root, 'policies', organisation), 'policy'),
  )

/** Every template: those of the workspace, and those of bodies it does not have itself that came with the program. */
export function listTemplates(workspace: Workspace): readonly PolicyEntry[] {
  const own = bodiesIn(workspace.files, workspace.root)
  const others = bodiesIn(ours, home).filter((body) => !own.includes(body))
  return [...own, ...others].flatMap((body) => templatesOf(workspace, body))
}

const bodiesIn = (files: Files, root: string): readonly string[] =>
  named(files, join(root, 'templates'), 'folder').filter((body) => isBody(files, join(root, 'templates', body)))

/** Other folders of `templates/` hold words, layouts and data. */
const isBody = (files: Files, folder: string): boolean => files.kindOf(join(folder, ORGANISATION)) === 'file'

function templatesOf({ root, files }: Workspace, body: string): readonly PolicyEntry[] {
  const own = join(root, 'templates', body)
  if (isBody(files, own)) return entriesOf(files, own, 'template')
  const packaged = join(home, 'templates', body)
  if (!isBody(ours, packaged)) return []
  return entriesOf(ours, packaged, 'template').map((entry) => ({ ...entry, packaged: true }))
}

/** The folder of an organisation, with what its files are read by: among the policies, else a body that makes templates. */
export function organisationFolder({ root, files }: Workspace, name: string): { readonly folder: string; readonly files: Files } {
  const own = join(root, 'policies', name)
  const template = join(root, 'templates', name)
  if (files.kindOf(own) === 'folder' || !isPlain(name)) return { folder: own, files }
  if (isBody(files, template)) return { folder: template, files }
  const packaged = join(home, 'templates', name)
  return isBody(ours, packaged) ? { folder: packaged, files: ours } : { folder: own, files }
}

const isPlain = (organisation: string): boolean => /^[^./\\][^/\\]*$/.test(organisation)

/** The policies or templates of one organisation, by name; none where there is no such folder. A thousand schools are not listed to find one. */
export function policiesOf(workspace: Workspace, organisation: string): readonly PolicyEntry[] {
  if (!isPlain(organisation)) return []
  const own = entriesOf(workspace.files, join(workspace.root, 'policies', organisation), 'policy')
  return own.length > 0 ? own : templatesOf(workspace, organisation)
}

function entriesOf(files: Files, folder: string, kind: PolicyEntry['kind']): readonly PolicyEntry[] {
  const organisation = basename(folder)
  const releases = named(files, join(folder, 'releases'), 'file').flatMap((file) => {
    const match = RELEASE.exec(file)
    return match?.[1] && match[2] ? [{ policy: match[1], version: match[2], path: join(folder, 'releases', file) }] : []
  })
  const working = named(files, folder, 'file').filter((file) => file.endsWith('.md') && file !== 'README.md')
  return working.map((file): PolicyEntry => {
    const policy = file.slice(0, -3)
    return {
      name: `${organisation}/${policy}`,
      kind,
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
