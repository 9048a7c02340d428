import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import type { Bytes } from '../model/index.js'
import { toProblem } from './problem.js'

/** The single steps a writing is made of. Each is done or not done when a run is killed, but for `write`, which may be half done. */
export interface Steps {
  exists(path: string): boolean
  /** A small text with its age in milliseconds; undefined where there is none. */
  look(path: string): { readonly text: string; readonly age: number } | undefined
  /** Makes a file that is not there; false where one is. */
  create(path: string, text: string): boolean
  makeFolder(path: string): void
  write(path: string, bytes: Bytes): void
  /** What stands at a path under a second name. */
  keep(path: string, as: string): void
  rename(from: string, to: string): void
  /** Nothing where there is nothing. */
  remove(path: string): void
  removeFolder(path: string): void
  /** Waits, in milliseconds. */
  pause(milliseconds: number): void
}

const code = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

/** Each step on disk, with the path it is about in what it throws. */
export const diskSteps: Steps = {
  exists: (path) => existsSync(path),
  look: (path) => {
    try {
      const found = statSync(path)
      // A pipe would be waited for without end.
      return found.isFile() ? { text: readFileSync(path, 'utf8'), age: Date.now() - found.mtimeMs } : undefined
    } catch {
      // What is not there, or may not be looked at, was not written by a run like this one.
      return undefined
    }
  },
  create: (path, text) =>
    tell(path, () => {
      try {
        writeFileSync(path, text, { flag: 'wx' })
        return true
      } catch (error) {
        if (code(error) !== 'EEXIST') throw error
        // A folder or a link in its place is nobody's writing: it would be waited for without end.
        const found = lstatSync(path, { throwIfNoEntry: false })
        if (found && !found.isFile()) throw Object.assign(new Error('no file'), { code: 'EISDIR', syscall: 'open', path })
        return false
      }
    }),
  makeFolder: (path) => tell(path, () => void mkdirSync(path, { recursive: true })),
  write: (path, bytes) =>
    tell(path, () => (typeof bytes === 'function' ? writePieces(path, bytes()) : writeFileSync(path, bytes))),
  keep: (path, as) =>
    tell(path, () => {
      rmSync(as, { force: true })
      try {
        linkSync(path, as)
      } catch {
        // Not every file system gives a file two names.
        copyFileSync(path, as)
      }
    }),
  rename: (from, to) => tell(from, () => renameSync(from, to)),
  remove: (path) => tell(path, () => rmSync(path, { force: true })),
  removeFolder: (path) => tell(path, () => rmdirSync(path)),
  pause: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w')
  try {
    for (const piece of pieces) writeFileSync(file, piece)
  } finally {
    closeSync(file)
  }
}

function tell<T>(path: string, step: () => T): T {
  try {
    return step()
  } catch (error) {
    throw toProblem(error, path)
  }
}
