import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { TextsReadJson } from '../schools/index.js'
import type { ToldHistories } from './history.js'
import type { Counterpart, PolicySummary } from './types.js'

/** What was made of one part of the site, and of what: while that is the same, it is not made again. */
const made = z.object({
  /** The hash of all it was made of. */
  key: z.string(),
  /** Its files with their sizes. */
  files: z.array(z.tuple([z.string(), z.number()])),
  /** Links that lead out of it. */
  outside: z.array(z.string()),
})

const policy = made.extend({
  /** The hash of its files and what stands around them, of what the site tells of these, and of the text that a comparison reads. */
  texts: z.string(),
  told: z.string(),
  compared: z.string(),
  /** The days for which what is in force is what it was. */
  from: z.string(),
  until: z.string(),
  subject: z.string().optional(),
  /** The text that the address of the policy shows, as it can be asked for. */
  shown: z.string(),
  /** What follows from its texts alone, which is among its files. */
  lasting: made,
  summary: z.custom<PolicySummary>(),
})

const group = made.extend({
  /** By policy, the hash of what stands beside its clauses. */
  beside: z.record(z.string(), z.string()),
})

/** What is kept of a comparison in a file of its own, which is only read when something must be made of it. */
export const groupDataSchema = z.object({
  /** By policy, then by clause. */
  counterparts: z.custom<Readonly<Record<string, readonly (readonly [id: string, others: readonly Counterpart[]])[]>>>(),
  /** What was found of texts alone. */
  texts: z.custom<TextsReadJson>(),
})

/** What is told of the past of a policy's clauses, kept in a file of its own. */
export const historiesSchema = z.custom<ToldHistories>()

/** What a site was made of: each part with the hash of all that went into it. */
export const siteCacheSchema = z.object({
  schema: z.literal('clausule/site-cache@1'),
  /** The hash of what all pages are made with. */
  setting: z.string(),
  title: z.string(),
  lang: z.string(),
  policies: z.record(z.string(), policy),
  groups: z.record(z.string(), group),
  /** What belongs to no one part; its key is empty where something was to be said of it. */
  shared: made,
})

export type Made = z.output<typeof made>
export type MadePolicy = z.output<typeof policy>
export type MadeGroup = z.output<typeof group>
export type GroupData = z.output<typeof groupDataSchema>
export type SiteCache = z.output<typeof siteCacheSchema>

/** Where the site says of itself what it was made of. */
export const CACHE = '.clausule-site.json'
export const historiesPath = (policy: string): string => `.clausule-site/histories/${policy}.json`
export const groupPath = (subject: string): string => `.clausule-site/compare/${subject}.json`

/** One hash of several texts. */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    hash.update(`${part.length}:`)
    hash.update(part)
  }
  return hash.digest('hex')
}
