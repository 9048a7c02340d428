import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Phrase, Unruled } from '../model/index.js'

/** Something on disk that stands in the way: a folder where a file should come, a broken template, no permission. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'
  constructor(
    /** The file or folder concerned. */
    readonly path: string,
    readonly said: Unruled<'file/system'>,
    /** It stopped a writing, of which nothing is left. */
    readonly nothingWritten = false,
  ) {
    super(`${said.form}: ${path}`)
  }
}

/** What is asked for where the system refuses, by its code. */
const WANTED = {
  EROFS: 'wanted.writable-disk',
  ENOSPC: 'wanted.room',
  EBUSY: 'wanted.closed-file',
  EEXIST: 'wanted.folder',
  ENOENT: 'wanted.something-there',
  ENOTDIR: 'wanted.folders-above',
  EISDIR: 'wanted.file',
  ENAMETOOLONG: 'wanted.shorter-name',
  ELOOP: 'wanted.links-that-end',
  EMFILE: 'wanted.fewer-files',
} as const

/** What was being done, by the name of the system call. */
const ACTS = {
  mkdir: 'act.making-folder',
  open: 'act.opening',
  read: 'act.reading',
  write: 'act.writing',
  scandir: 'act.listing',
  rename: 'act.renaming',
  copyfile: 'act.copying',
  unlink: 'act.removing',
  rm: 'act.removing',
} as const

const known = <Table extends object>(table: Table, key: string): Table[keyof Table] | undefined =>
  Object.hasOwn(table, key) ? table[key as keyof Table] : undefined

/** What the system refused at a path. */
export const refused = (code: string, syscall: string, path: string, expected: Phrase): Unruled<'file/system'> => ({
  form: 'system.refused',
  values: { code, act: { phrase: known(ACTS, syscall) ?? 'act.using' }, path, expected },
})

export const wanted = (code: string): Phrase => ({ phrase: known(WANTED, code) ?? 'wanted.other' })

/** What the system refused, as a problem of the file concerned, `about` where the system names none; undefined for an error that is our own. */
export function fileProblem(error: unknown, about?: string): FileProblem | undefined {
  if (error instanceof FileProblem) return error
  const { code, path = about, syscall = '' } = error as NodeJS.ErrnoException
  if (code === undefined || path === undefined || (syscall === '' && !code.startsWith('ERR_FS'))) return undefined
  // A file is written beside its place, under a name nobody asked for.
  const asked = path.replace(/\.\d+\.(?:part|kept)$/, '')
  const changes = asked !== path || !existsSync(asked)
  const isForbidden = code === 'EACCES' || code === 'EPERM'
  const expected: Phrase = isForbidden
    ? { phrase: 'wanted.rights', values: { path: changes ? holder(asked) : asked } }
    : wanted(code)
  return new FileProblem(asked, refused(code, syscall, asked, expected))
}

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
  return problem ? new FileProblem(problem.path, problem.said, true) : error
}
