import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import {
  isOfRecord,
  type Organisation,
  organisationSchema,
  type Place,
  type Policy,
  type Result,
  type Said,
  type Unruled,
} from '../model/index.js'
import { oneRule, parseYaml, readPolicy } from '../read/index.js'
import { openDisk } from './disk.js'
import type { Files } from './files.js'
import { ours } from './home.js'
import { nearNames } from './near.js'
import { FileProblem } from './problem.js'
import {
  isInside,
  listPolicies,
  listTemplates,
  organisationFolder,
  type PolicyEntry,
  policiesOf,
  showPath,
  type Workspace,
} from './root.js'

/** A policy as it was found: what was asked for, where it stands, its bytes and what they say. */
export interface Loaded {
  /** As the operator names it: `allure/social-media@1.0.0`, or the path. */
  readonly ref: string
  /** The file on disk; for a git revision the file the revision was asked of. */
  readonly path: string
  /** A `working` text or any other file may be written to; a `release` and a git `revision` are frozen. */
  readonly origin: 'working' | 'release' | 'revision'
  /** The entry it belongs to, when it is one of the workspace's own. */
  readonly entry?: PolicyEntry
  readonly bytes: Uint8Array
  readonly policy: Policy
}

// A policy file is refused above 2 MB by the reader; nothing much larger is even brought into memory.
const MAX_FILE = 64 * 1024 * 1024

/**
 * Finds and reads the policy that a name means: `organisation/policy`, a release `…@1.0.0`, a git revision `…@git:REV`, or the path
 * of any file. `value` is undefined when there is no such text; a text with errors is returned with its messages.
 */
export function loadPolicy(
  workspace: Workspace | undefined,
  name: string,
  cwd: string,
  files: Files = workspace?.files ?? openDisk(),
): Result<Loaded | undefined> {
  const at = name.indexOf('@')
  const whole = workspace && findEntry(workspace, name)
  const [base, suffix] = at > 0 && !whole ? [name.slice(0, at), name.slice(at + 1)] : [name, undefined]
  const entry = whole ?? (workspace && findEntry(workspace, base))

  if (suffix?.startsWith('git:')) {
    const path = entry?.path ?? resolve(cwd, base)
    const found = files.revision(path, suffix.slice(4))
    if (!(found instanceof Uint8Array)) return missing(name, found)
    return read(workspace, { ref: name, path, origin: 'revision', bytes: found, ...(entry ? { entry } : {}) })
  }
  if (entry) {
    if (suffix === undefined) return readAt(files, workspace, entry.name, entry.path, entry)
    const release = entry.releases.find((candidate) => candidate.version === suffix)
    if (release) return readAt(files, workspace, name, release.path, entry)
    const known = entry.releases.map(({ version }) => `${entry.name}@${version}`)
    return missing(name, { form: 'release', values: { name, known } }, known)
  }
  const path = resolve(cwd, name)
  if (files.kindOf(path) === 'file') {
    const own = workspace && ownerOf(workspace, path)
    return readAt(files, workspace, own?.path === path ? own.name : name, path, own)
  }
  const own = workspace ? listPolicies(workspace).map((candidate) => candidate.name) : []
  const known = workspace ? [...own, ...listTemplates(workspace).map((candidate) => candidate.name)] : []
  const form = !workspace ? 'file' : own.length === 0 ? 'empty-workspace' : 'policy'
  const near = nearNames(base, known).map((candidate) => (suffix === undefined ? candidate : `${candidate}@${suffix}`))
  return missing(name, { form, values: { name } }, known, near)
}

/** The last release of a policy: a draft that somebody put among the releases is none, unless there is nothing else. */
export function lastRelease(workspace: Workspace | undefined, entry: PolicyEntry | undefined, cwd: string): Loaded | undefined {
  let last: Loaded | undefined
  for (const { version } of [...(entry?.releases ?? [])].reverse()) {
    const release = loadPolicy(workspace, `${entry?.name}@${version}`, cwd).value
    if (release && isOfRecord(release.policy)) return release
    last ??= release
  }
  return last
}

/** The entry a name means: `organisation/policy`, or one of the two alone where that is enough. */
function findEntry(workspace: Workspace, name: string): PolicyEntry | undefined {
  const [organisation = '', policy] = name.split('/')
  if (policy !== undefined) return policiesOf(workspace, organisation).find((candidate) => candidate.name === name)
  return onlyOne(listPolicies(workspace).filter((candidate) => candidate.policy === name || candidate.organisation === name))
}

/** The entry a file belongs to, as its working text or one of its releases. */
function ownerOf(workspace: Workspace, path: string): PolicyEntry | undefined {
  const [top, organisation = ''] = relative(workspace.root, path).split(sep)
  if (top !== 'policies' && top !== 'templates') return undefined
  return policiesOf(workspace, organisation).find(
    (candidate) => candidate.path === path || candidate.releases.some((release) => release.path === path),
  )
}

const onlyOne = <T>(values: readonly T[]): T | undefined => (values.length === 1 ? values[0] : undefined)

const missing = (
  name: string,
  said: Unruled<'name/unknown'>,
  expected?: readonly string[],
  near: readonly string[] = [],
): Result<undefined> => ({
  value: undefined,
  messages: [
    {
      rule: 'name/unknown',
      ...said,
      severity: 'error',
      place: { file: name, line: 1, column: 1 },
      ...(expected ? { expected } : {}),
      ...(near.length > 0 ? { note: { phrase: 'hint.near', values: { names: near } } as const } : {}),
    },
  ],
})

function readAt(
  files: Files,
  workspace: Workspace | undefined,
  ref: string,
  path: string,
  entry: PolicyEntry | undefined,
): Result<Loaded | undefined> {
  const bytes = readNamed(entry?.packaged ? ours : files, path)
  if (!(bytes instanceof Uint8Array)) {
    const place = { file: showPath(workspace, path), line: 1, column: 1 }
    return { value: undefined, messages: [{ rule: 'file/missing', ...bytes, severity: 'error', place }] }
  }
  const origin = entry && entry.path !== path ? 'release' : 'working'
  return read(workspace, { ref, path, origin, bytes, ...(entry ? { entry } : {}) })
}

function read(workspace: Workspace | undefined, found: Omit<Loaded, 'policy'>): Result<Loaded> {
  const { value, messages } = readOnce(found.bytes, showPath(workspace, found.path))
  return { value: { ...found, policy: value }, messages }
}

/** What was read of the bytes that stand in memory, by the name they were read under: a run asks for a release more than once. */
const known = new WeakMap<Uint8Array, { readonly file: string; readonly read: Result<Policy> }>()

/** What was read of a text, as it was when it was loaded. */
export const readingOf = ({ bytes, policy }: Loaded): Result<Policy> => readOnce(bytes, policy.file)

/** Lets go of what was read of texts: their bytes stay as they were found, and whoever asks for one again has it read anew. */
export function letGo(policies: readonly Loaded[]): void {
  for (const { bytes } of policies) known.delete(bytes)
}

function readOnce(bytes: Uint8Array, file: string): Result<Policy> {
  const before = known.get(bytes)
  if (before?.file === file) return before.read
  const read = readPolicy(bytes, file)
  known.set(bytes, { file, read })
  return read
}

/** Why a file that is named cannot be had. */
type Missing = Unruled<'file/missing'>

/** The bytes of a file, or the reason why there are none. */
export function readNamed(files: Files, path: string): Uint8Array | Missing {
  try {
    const kind = files.kindOf(path)
    if (kind === undefined) return { form: 'file.absent', values: { path } }
    if (kind !== 'file') return { form: kind === 'folder' ? 'file.folder' : 'file.device', values: { path } }
    const size = files.sizeOf(path)
    if (size > MAX_FILE) return { form: 'file.large', values: { size: Math.round(size / 1048576), most: MAX_FILE / 1048576 } }
    return files.read(path)
  } catch (error) {
    if (error instanceof FileProblem && error.said.form === 'system.refused') return error.said
    throw error
  }
}

/** An organisation with the files its brand names, by the name used there; undefined for one of which was said why it cannot be had. */
export interface LoadedOrganisation {
  readonly organisation: Organisation
  readonly files: ReadonlyMap<string, Uint8Array | undefined>
  readonly file: string
}

/** Reads an organisation's `organisation.yaml`, among the policies or the templates, and what its brand needs from the same folder. */
export function loadOrganisation(
  workspace: Workspace,
  name: string,
  askedBy?: () => Place,
): Result<LoadedOrganisation | undefined> {
  const { folder, files } = organisationFolder(workspace, name)
  const path = join(folder, 'organisation.yaml')
  const file = showPath(workspace, path)
  const inside = /^[^/\\]+$/.test(name) && (files !== workspace.files || isInside(files, workspace.root, path))
  const bytes = inside ? readNamed(files, path) : undefined
  if (!(bytes instanceof Uint8Array)) {
    const said: Said<'organisation/missing'> = inside
      ? { rule: 'organisation/missing', form: 'absent', values: { name, file } }
      : { rule: 'organisation/missing', form: 'name', values: { name } }
    return { value: undefined, messages: [{ ...said, severity: 'error', place: askedBy?.() ?? { file, line: 1, column: 1 } }] }
  }
  const text = decode(bytes)
  if (text === undefined) {
    const place = { file, line: 1, column: 1 }
    return { value: undefined, messages: [{ rule: 'file/encoding', form: 'bytes', severity: 'error', place }] }
  }
  const { value, messages } = parseYaml(text, organisationSchema, oneRule('organisation/value'), { file, firstLine: 1 }, { name })
  if (!value) return { value: undefined, messages }
  const found = new Map<string, Uint8Array | undefined>()
  const { mark, fonts = {} } = value.brand ?? {}
  for (const wanted of [mark, ...Object.values<string | undefined>(fonts)]) {
    if (wanted === undefined) continue
    const bytes = brandFile(files, folder, wanted)
    const isRead = bytes instanceof Uint8Array
    // Of one that is not there the brand says what it was to be.
    if (!isRead && bytes.form === 'file.absent') continue
    found.set(wanted, isRead ? bytes : undefined)
    if (!isRead) messages.push({ rule: 'brand/value', ...bytes, severity: 'error', place: { file, line: 1, column: 1 } })
  }
  return { value: { organisation: value, files: found, file }, messages }
}

function brandFile(files: Files, folder: string, name: string): Uint8Array | Unruled<'brand/value'> {
  if (/^[a-z][a-z0-9+.-]*:/i.test(name)) return { form: 'not-fetched', values: { address: name, folder: basename(folder) } }
  const path = resolve(folder, name)
  if (!isInside(files, folder, path) || dirname(path) === path)
    return { form: 'outside', values: { path: name, folder: basename(folder) } }
  return readNamed(files, path)
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
