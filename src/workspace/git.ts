import { execFileSync } from 'node:child_process'
import { basename, dirname } from 'node:path'
import type { Unruled } from '../model/index.js'
import { saidBy } from './repository.js'

/** A file as it was in a git revision, or the reason why it cannot be had. The revision is never read as an option or a path. */
export function readRevision(path: string, revision: string): Uint8Array | Unruled<'name/unknown'> {
  if (revision === '' || revision.startsWith('-') || revision.includes(':')) return { form: 'revision', values: { revision } }
  try {
    return execFileSync('git', ['-C', dirname(path), 'show', `${revision}:./${basename(path)}`], {
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    return { form: 'revision-git', values: { revision, file: basename(path), said: saidBy(error) } }
  }
}
