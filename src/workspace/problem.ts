/** Something on disk that stands in the way: a folder where a file should come, a broken template, no permission. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'
  constructor(
    readonly path: string,
    reason: string,
  ) {
    super(reason)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission to read or write it',
  EPERM: 'permission to read or write it',
  EROFS: 'a disk that can be written to',
  ENOSPC: 'room on the disk',
  ENOENT: 'a file or folder that is there',
  ENOTDIR: 'a folder, not a file',
  EISDIR: 'a file, not a folder',
  ENAMETOOLONG: 'a shorter name',
  ELOOP: 'links that end somewhere',
  EMFILE: 'fewer files open at once',
}

/** What the system refused, as a problem of the file concerned; undefined for an error that is our own. */
export function fileProblem(error: unknown): FileProblem | undefined {
  if (error instanceof FileProblem) return error
  const { code, path, syscall } = error as NodeJS.ErrnoException
  const expected = code === undefined ? undefined : REASONS[code]
  return expected === undefined || path === undefined
    ? undefined
    : new FileProblem(path, `Unexpected ${code} at ${syscall ?? 'access'}, expected ${expected}`)
}
