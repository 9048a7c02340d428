import { encoded, type Language, type Message } from '../model/index.js'
import type { MadePolicy, SiteCache, SiteFile, SiteSetting } from '../site/index.js'
import type { PolicyEntry, Workspace } from '../workspace/index.js'
import type { Published, Shown, SiteReading } from './site-policies.js'

/** What one run works with, and what it made so far. */
export interface Work extends Seen {
  readonly folder: string
  readonly setting: SiteSetting
  /** The site as it stands there, and what of it can stay: nothing where it was made otherwise. */
  readonly before: SiteCache | undefined
  readonly cache: SiteCache | undefined
  /** Files of the parts that were made anew. */
  readonly made: SiteFile[]
}

export interface Seen extends SiteReading {
  readonly workspace: Workspace
  readonly messages: Message[]
}

/** A policy that goes on the site: as it is known from the time before, read when something must be made of it. */
export interface Looked {
  readonly entry: PolicyEntry
  /** The hash of its files and what stands around them, of what the site tells of these, and of the text that a comparison reads. */
  readonly texts: string
  readonly told: string
  readonly compared: string
  readonly subject?: string
  readonly lang: Language
  readonly known?: MadePolicy
  readonly read: () => Published
  /** What its address shows: for a comparison the rest need not be read. */
  readonly shown: () => Shown
}

/**
 * A site is written as one step: until then its pages take half the room as bytes that they take as words, and papers only their own of the
 * room they were made in.
 */
export function inBytes({ path, bytes }: SiteFile): SiteFile {
  const own = encoded(bytes)
  return { path, bytes: own.byteLength < own.buffer.byteLength ? own.slice() : own }
}
