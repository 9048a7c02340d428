import { execFileSync } from 'node:child_process'
import { basename, dirname } from 'node:path'

/** A file as it was in a git revision, or the reason why it cannot be had. The revision is never read as an option or a path. */
export function readRevision(path: string, revision: string): Uint8Array | string {
  if (revision === '' || revision.startsWith('-') || revision.includes(':'))
    return `Unexpected revision "${revision}", expected a commit, tag or branch`
  try {
    return execFileSync('git', ['-C', dirname(path), 'show', `${revision}:./${basename(path)}`], {
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    const said = String((error as { stderr?: Uint8Array }).stderr ?? error)
      .trim()
      .split('\n')
      .at(-1)
    return `Unexpected revision "${revision}" of ${basename(path)}, expected one that git can show: ${said}`
  }
}
