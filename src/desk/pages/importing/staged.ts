import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { importFiles } from '../../../commands/import.js'
import type { Corrections } from '../../../import/index.js'
import { homeOf } from '../../../secretariat/context.js'
import { publish } from '../../../secretariat/publish.js'
import { outPath } from '../../../workspace/index.js'
import type { DeskRequest, SentFile } from '../../types.js'

/** A file that was sent to be brought in, kept below `out/` until it was. */
export interface Staged {
  /** By which its page is addressed. */
  readonly key: string
  readonly path: string
  readonly name: string
}

const FOLDER = 'import'
const KEY = /^[0-9a-f]{16}$/

/** Keeps a file under the hash of its bytes: sent twice it is one. */
export function stage({ context }: DeskRequest, { name, bytes }: SentFile): Staged {
  const key = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  const path = outPath(homeOf(context), FOLDER, key, name)
  publish(context, { outputs: [{ path, bytes }], messages: [] })
  return { key, path, name: basename(path) }
}

/** The file of a page; undefined where it was brought in already, or `out/` was cleared. */
export function stagedAt({ context, params: { key = '' } }: DeskRequest): Staged | undefined {
  if (!KEY.test(key)) return undefined
  const home = homeOf(context)
  const folder = dirname(outPath(home, FOLDER, key, 'x'))
  const file = home.files.kindOf(folder) === 'folder' ? home.files.list(folder).find(({ kind }) => kind === 'file') : undefined
  return file && { key, path: outPath(home, FOLDER, key, file.name), name: file.name }
}

/** Takes a file away that cannot be brought in, or was. */
export const unstage = ({ context }: DeskRequest, { path }: Staged): void => {
  publish(context, { outputs: [], messages: [], gone: [path] })
}

/** Where what is brought in belongs: to an organisation as a policy, or to a policy as a version. */
export type Target = { readonly organisation: string } | { readonly into: string }

interface Bringing {
  readonly corrections?: Corrections
  readonly acceptLoss?: boolean
}

/** What `import` makes of a staged file; with `dryRun` nothing is written. */
export const bringIn = (
  { context }: DeskRequest,
  { path }: Staged,
  target: Target,
  { dryRun, ...options }: Bringing & { readonly dryRun: boolean },
) => importFiles(context, [path], { ...target, ...options, dryRun })

/** The page of a staged file. */
export function addressOfStaged({ key }: Staged, target: Target): string {
  const [name, value] = 'into' in target ? ['into', target.into] : ['organisation', target.organisation]
  return `/import/${key}?${name}=${encodeURIComponent(value)}`
}

/** Where a page says that its file belongs. */
export function targetIn({ url: { searchParams } }: DeskRequest): Target | undefined {
  const [into, organisation] = [searchParams.get('into') ?? '', searchParams.get('organisation') ?? '']
  return into !== '' ? { into } : organisation !== '' ? { organisation } : undefined
}
