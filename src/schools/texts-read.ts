import { createHash } from 'node:crypto'
import type { Stance } from '../norms/index.js'
import type { Found } from './compare-norms.js'
import type { Value } from './types.js'

/** What two versions of one sentence say differently, whoever they are of. */
export interface PairRead {
  /** All that differs is proved harmless. */
  readonly same: boolean
  /** Values and names that take each other's place; `roles`: who the names are of, which each policy defines for itself. */
  readonly found: readonly (Found & { readonly roles?: readonly [string, string] })[]
  /** What else changes what is asked, as a comparison of versions finds it. */
  readonly told: PairRead['found']
  /** Words in the place of others of which nobody knows whether they say the same. */
  readonly read: readonly Found['words'][]
  /** All that is not proved harmless stands in one place. */
  readonly single: boolean
}

/** What a sentence asks, of whom, and by which values. */
export interface SentenceRead {
  readonly stances: readonly Stance[]
  readonly who?: string
  readonly values: readonly Value[]
}

/** Matters with the share of each, every one once. */
export type SharesRead = readonly (readonly [matter: string, share: number])[]

/** What was found of texts of which nothing else must be known. As JSON it goes from one comparison to the next, which need not find it again. */
export interface TextsRead {
  readonly pairs: FoundOnce<PairRead>
  readonly sentences: FoundOnce<SentenceRead>
  readonly matters: FoundOnce<SharesRead>
}

/** The same as data, by a hash of the texts. */
export interface TextsReadJson {
  readonly pairs: Readonly<Record<string, PairRead>>
  readonly sentences: Readonly<Record<string, SentenceRead>>
  readonly matters: Readonly<Record<string, SharesRead>>
}

/** Nothing read yet but what the same program found before. */
export const textsRead = (before?: TextsReadJson): TextsRead => ({
  pairs: new FoundOnce(before?.pairs),
  sentences: new FoundOnce(before?.sentences),
  matters: new FoundOnce(before?.matters),
})

/** Texts of which one comparison alone keeps what it found: of a sector most are read once, and all of it would be a quarter of what is in memory. */
const LATELY = 5_000

/** The same for a comparison of which nothing goes to another: only what was found lately is kept. */
export const textsReadLately = (): TextsRead => ({
  pairs: new FoundOnce(undefined, LATELY),
  sentences: new FoundOnce(undefined, LATELY),
  matters: new FoundOnce(undefined, LATELY),
})

/** What is found of each of some texts, once. As JSON only what was asked for: what is kept of the same texts is the same, whatever was known before. */
class FoundOnce<T> {
  readonly #before: Readonly<Record<string, T>> | undefined
  /** With the hash of the texts, where it was asked for what was found before. */
  readonly #now = new Map<string, { readonly hash?: string; readonly found: T }>()
  readonly #most: number

  constructor(before: Readonly<Record<string, T>> | undefined, most = Number.POSITIVE_INFINITY) {
    this.#before = before
    this.#most = most
  }

  of(texts: readonly string[], find: () => T): T {
    const key = texts.join('\0')
    const known = this.#now.get(key)
    if (known !== undefined) return known.found
    const kept = this.#kept(key) ?? { found: find() }
    if (this.#now.size >= this.#most) this.#now.clear()
    this.#now.set(key, kept)
    return kept.found
  }

  toJSON(): Readonly<Record<string, T>> {
    return Object.fromEntries([...this.#now].map(([key, { hash = hashOf(key), found }]) => [hash, found]))
  }

  #kept(key: string): { readonly hash: string; readonly found: T } | undefined {
    if (this.#before === undefined) return undefined
    const hash = hashOf(key)
    return Object.hasOwn(this.#before, hash) ? { hash, found: this.#before[hash] as T } : undefined
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')
