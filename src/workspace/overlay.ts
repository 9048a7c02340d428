import { dirname } from 'node:path'
import { encoded } from '../model/index.js'
import type { FileEntry, Files, Output } from './files.js'

/** Files as they will be when some are written, for what is made of those: a paper of a release that is not there yet. Nothing is written here. */
export function withPending(files: Files, outputs: readonly Output[]): Files {
  const pending = new Map(outputs.map(({ path, bytes }) => [path, encoded(bytes)]))
  return {
    today: files.today,
    now: () => files.now(),
    kindOf: (path) => (pending.has(path) ? 'file' : files.kindOf(path)),
    sizeOf: (path) => pending.get(path)?.byteLength ?? files.sizeOf(path),
    read: (path) => pending.get(path) ?? files.read(path),
    list(folder) {
      const added = [...pending.keys()].flatMap((path): FileEntry[] =>
        dirname(path) === folder ? [{ name: path.slice(folder.length + 1), kind: 'file' }] : [],
      )
      const known = new Map([...files.list(folder), ...added].map((entry) => [entry.name, entry]))
      return [...known.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    realPath: (path) => (pending.has(path) ? path : files.realPath(path)),
    revision: (path, revision) => files.revision(path, revision),
    repository: (folder) => files.repository(folder),
    write: (home, more, gone) => files.write(home, more, gone),
    settle: (home) => files.settle(home),
  }
}
