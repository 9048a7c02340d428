import { join } from 'node:path'
import { CACHE, type Made, type SiteCache, siteCacheSchema } from '../site/index.js'
import type { Files } from '../workspace/index.js'

/** What is known of the site in a folder; nothing when it was made by nobody, or by another program. */
export function readCache(files: Files, folder: string): SiteCache | undefined {
  const path = join(folder, CACHE)
  if (files.kindOf(path) !== 'file') return undefined
  try {
    const found = siteCacheSchema.safeParse(JSON.parse(new TextDecoder().decode(files.read(path))))
    return found.success ? found.data : undefined
  } catch (error) {
    // Half a file, or another program's: all is made anew.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Whether a part stands there as it was made. */
export const isWhole = (files: Files, folder: string, { files: all }: Made): boolean =>
  all.every(([path, size]) => {
    const full = join(folder, path)
    return files.kindOf(full) === 'file' && files.sizeOf(full) === size
  })
