import { dirname, resolve, sep } from 'node:path'
import { encoded } from '../model/index.js'
import { isFolder } from './disk.js'
import type { FileEntry, Files, Kind } from './files.js'
import { FileProblem, refused, wanted } from './problem.js'

export interface MemoryOptions {
  /** YYYY-MM-DD */
  readonly today?: string
  /** Files as they were, by `path@revision`. */
  readonly revisions?: Readonly<Record<string, string | Uint8Array>>
}

/** A world in memory, with the files given by their absolute paths: for tests, and for a server that has no disk of its own. */
export function inMemory(
  given: Readonly<Record<string, string | Uint8Array>> = {},
  { today = '1970-01-01', revisions = {} }: MemoryOptions = {},
): Files {
  const files = new Map(Object.entries(given).map(([path, content]) => [resolve(path), encoded(content)]))
  const kindOf = (path: string): Kind | undefined => {
    const full = resolve(path)
    if (files.has(full)) return 'file'
    const inside = full === resolve(sep) ? full : full + sep
    return [...files.keys()].some((file) => file.startsWith(inside)) ? 'folder' : undefined
  }
  const found = (path: string): Uint8Array => {
    const bytes = files.get(resolve(path))
    if (bytes) return bytes
    const [code, syscall] = kindOf(path) === 'folder' ? (['EISDIR', 'read'] as const) : (['ENOENT', 'open'] as const)
    throw new FileProblem(path, refused(code, syscall, path, wanted(code)))
  }
  return {
    today,
    now: () => new Date(`${today}T12:00:00Z`),
    kindOf,
    sizeOf: (path) => found(path).byteLength,
    read: found,
    list(folder) {
      const inside = resolve(folder) === resolve(sep) ? resolve(sep) : resolve(folder) + sep
      const steps = [...files.keys()].flatMap((path) => (path.startsWith(inside) ? [path.slice(inside.length).split(sep)] : []))
      const entries = steps.map(([name = '', ...rest]): [string, FileEntry] => [
        name,
        { name, kind: rest.length > 0 ? 'folder' : 'file' },
      ])
      return [...new Map(entries).values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    realPath: (path) => resolve(path),
    revision(path, revision) {
      const content = revisions[`${path}@${revision}`]
      if (content === undefined) return { form: 'revision-known', values: { revision, path } }
      return encoded(content)
    },
    repository: () => undefined,
    write(_home, outputs, gone = []) {
      // The bytes of all first: one that cannot be made leaves everything as it was.
      const made = outputs.map(({ path, bytes }) => [resolve(path), encoded(bytes)] as const)
      for (const [path] of made) {
        if (kindOf(path) === 'folder') throw isFolder(path)
        const above = fileAbove(path, kindOf)
        if (above !== undefined)
          throw new FileProblem(path, { form: 'file-above', values: { folder: dirname(path), file: above } }, true)
      }
      for (const [path, bytes] of made) files.set(path, bytes)
      for (const path of gone) files.delete(resolve(path))
    },
    settle: () => {},
  }
}

function fileAbove(path: string, kindOf: (path: string) => Kind | undefined): string | undefined {
  const folder = dirname(path)
  if (folder === path) return undefined
  return kindOf(folder) === 'file' ? folder : fileAbove(folder, kindOf)
}
