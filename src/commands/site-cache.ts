import { join } from 'node:path'
import type { TextsRead } from '../schools/index.js'
import {
  CACHE,
  type GroupData,
  groupDataSchema,
  groupPath,
  hashOf,
  historiesPath,
  historiesSchema,
  type Made,
  type SiteCache,
  type SiteFile,
  siteCacheSchema,
  type ToldHistories,
} from '../site/index.js'
import type { Files } from '../workspace/index.js'

/** What is known of the site in a folder; nothing when it was made by nobody or by another program, or when somebody changed what is kept of it. */
export function readCache(files: Files, folder: string): SiteCache | undefined {
  const found = siteCacheSchema.safeParse(readKept(files, join(folder, CACHE)))
  return found.success ? found.data : undefined
}

/** What is known of a comparison in it, in the same way. */
export function readGroup(files: Files, folder: string, subject: string): GroupData | undefined {
  const found = groupDataSchema.safeParse(readKept(files, join(folder, groupPath(subject))))
  return found.success ? found.data : undefined
}

/** What is known of the past of a policy's clauses, in the same way. */
export function readHistories(files: Files, folder: string, policy: string): ToldHistories | undefined {
  const found = readKept(files, join(folder, historiesPath(policy)))
  return found === undefined ? undefined : historiesSchema.parse(found)
}

export const cacheFile = (cache: SiteCache): SiteFile => kept(CACHE, cache)
export const groupFile = (subject: string, data: Pick<GroupData, 'counterparts'> & { readonly texts: TextsRead }): SiteFile =>
  kept(groupPath(subject), data)

export const historiesFile = (policy: string, histories: ToldHistories): SiteFile => kept(historiesPath(policy), histories)

/** What is kept of a site: a line with the hash of what follows, which is JSON. */
function kept(path: string, value: unknown): SiteFile {
  const json = Buffer.from(JSON.stringify(value))
  return { path, bytes: Buffer.concat([Buffer.from(`${hashOf(json)}\n`), json]) }
}

function readKept(files: Files, path: string): unknown {
  if (files.kindOf(path) !== 'file') return undefined
  const bytes = files.read(path)
  const end = bytes.indexOf(LINE_END)
  const json = bytes.subarray(end + 1)
  const decoder = new TextDecoder()
  return hashOf(json) === decoder.decode(bytes.subarray(0, Math.max(end, 0))) ? JSON.parse(decoder.decode(json)) : undefined
}

const LINE_END = 10

/** Whether a part stands there as it was made. */
export const isWhole = (files: Files, folder: string, { files: all }: Made): boolean =>
  all.every(([path, size]) => {
    const full = join(folder, path)
    return files.kindOf(full) === 'file' && files.sizeOf(full) === size
  })
