import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { toProblem } from './problem.js'

/**
 * Calls back with the path of whatever changes in the folders and below them, until it is closed. Folders are watched one by one, and looked
 * for anew after every change: what an editor writes beside a file and renames is seen like any other change, on every system.
 */
export function watchFolders(folders: readonly string[], changed: (path: string) => void): { readonly close: () => void } {
  const watchers = new Map<string, FSWatcher>()
  const look = () => {
    const there = new Set(folders.flatMap(below))
    for (const [folder, watcher] of watchers) {
      if (there.has(folder)) continue
      watcher.close()
      watchers.delete(folder)
    }
    for (const folder of there) if (!watchers.has(folder)) add(folder)
  }
  const add = (folder: string) => {
    try {
      const watcher = watch(folder, (_event, name) => {
        look()
        changed(name === null ? folder : join(folder, name))
      })
      // A folder that goes is noticed by the one above it.
      watcher.on('error', () => {})
      watchers.set(folder, watcher)
    } catch (error) {
      throw toProblem(error, folder)
    }
  }
  look()
  return {
    close: () => {
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}

/** A folder and those below it that are not hidden; none where there is no such folder. */
function below(folder: string): string[] {
  try {
    const inside = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith('.'),
    )
    return [folder, ...inside.flatMap(({ name }) => below(join(folder, name)))]
  } catch {
    return []
  }
}

/** Whether a policy is made of what changed: its text, its organisation's files, or what all are made of. */
export function concerns(path: string, policy: string): boolean {
  const [top, organisation, ...rest] = path.split('/')
  if (rest.some((name) => name.startsWith('.')) || /(?:~|\.swp|\.part|\.tmp)$/.test(path)) return false
  if (top === 'templates' || organisation === undefined || rest.length === 0) return !(organisation ?? '').startsWith('.')
  if (!policy.startsWith(`${organisation}/`)) return false
  const [name = ''] = rest.at(-1)?.split('@') ?? []
  const isText = name.endsWith('.md') || rest[0] === 'releases'
  return !isText || name.replace(/\.md$/, '') === policy.slice(organisation.length + 1)
}
