import { join } from 'node:path'
import { CACHE, hashOf, type Made, type SiteCache, type SiteFile, siteCacheSchema } from '../site/index.js'
import type { Files } from '../workspace/index.js'

/** What is known of the site in a folder; nothing when it was made by nobody or by another program, or when somebody changed what is kept of it. */
export function readCache(files: Files, folder: string): SiteCache | undefined {
  const path = join(folder, CACHE)
  if (files.kindOf(path) !== 'file') return undefined
  const kept = new TextDecoder().decode(files.read(path))
  const end = kept.indexOf('\n')
  const text = kept.slice(end + 1)
  if (hashOf(text) !== kept.slice(0, Math.max(end, 0))) return undefined
  const found = siteCacheSchema.safeParse(JSON.parse(text))
  return found.success ? found.data : undefined
}

/** What is kept of a site: a line with the hash of what follows, which is JSON. */
export function cacheFile(cache: SiteCache): SiteFile {
  const text = JSON.stringify(cache)
  return { path: CACHE, bytes: `${hashOf(text)}\n${text}` }
}

/** Whether a part stands there as it was made. */
export const isWhole = (files: Files, folder: string, { files: all }: Made): boolean =>
  all.every(([path, size]) => {
    const full = join(folder, path)
    return files.kindOf(full) === 'file' && files.sizeOf(full) === size
  })
