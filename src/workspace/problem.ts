import { existsSync } from 'node:fs'
import { dirname } from 'node:path'

/** Something on disk that stands in the way: a folder where a file should come, a broken template, no permission. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'
  constructor(
    /** The file or folder concerned. */
    readonly path: string,
    reason: string,
    /** It stopped a writing, of which nothing is left. */
    readonly nothingWritten = false,
  ) {
    super(reason)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EROFS: 'a disk that can be written to: work in another folder',
  ENOSPC: 'room on the disk: remove what is not needed there',
  EBUSY: 'a file that no other program has open: close it there',
  EEXIST: 'a folder, or a link that leads to one',
  ENOENT: 'a file or folder that is there',
  ENOTDIR: 'folders above it, and one of them is a file: rename or remove that file',
  EISDIR: 'a file, not a folder',
  ENAMETOOLONG: 'a shorter name',
  ELOOP: 'links that end somewhere',
  EMFILE: 'fewer files open at once',
}

/** What was being done, by the name of the system call. */
const ACTS: Readonly<Record<string, string>> = {
  mkdir: 'making the folder',
  open: 'opening',
  read: 'reading',
  write: 'writing',
  scandir: 'listing',
  rename: 'renaming',
  copyfile: 'copying',
  unlink: 'removing',
  rm: 'removing',
}

/** What the system refused, as a problem of the file concerned, `about` where the system names none; undefined for an error that is our own. */
export function fileProblem(error: unknown, about?: string): FileProblem | undefined {
  if (error instanceof FileProblem) return error
  const { code, path = about, syscall = '' } = error as NodeJS.ErrnoException
  if (code === undefined || path === undefined || (syscall === '' && !code.startsWith('ERR_FS'))) return undefined
  // A file is written beside its place, under a name nobody asked for.
  const asked = path.replace(/\.\d+\.(?:part|kept)$/, '')
  const changes = asked !== path || !existsSync(asked)
  const refused = code === 'EACCES' || code === 'EPERM'
  const expected = refused ? rightsTo(changes ? holder(asked) : asked) : (REASONS[code] ?? 'a file system that allows it')
  return new FileProblem(asked, `Unexpected ${code} at ${ACTS[syscall] ?? 'using'} "${asked}", expected ${expected}`)
}

const rightsTo = (path: string): string =>
  `permission to use "${path}": change its rights or its owner, or work in another folder`

/** The folder that is there above a path: its rights say whether anything may be made below it. */
function holder(path: string): string {
  const folder = dirname(path)
  return existsSync(folder) || folder === path ? folder : holder(folder)
}

/** An error of the system as a problem of the file it is about; one of our own as it is. */
export const toProblem = (error: unknown, about: string): unknown => fileProblem(error, about) ?? error

/** The error of a writing that was undone. */
export function nothingWritten(error: unknown): unknown {
  const problem = fileProblem(error)
  return problem ? new FileProblem(problem.path, problem.message, true) : error
}
