import type { Organisation, Place, Policy } from '../../model/index.js'
import type { Route } from '../rerouted.js'
import type { Keeps } from '../standing.js'

/** A release of the policy that is verified. */
export interface Release {
  readonly version: string
  readonly policy: Policy
  /** The bytes of its file, where the caller has them. */
  readonly file?: Uint8Array
  /** Which of its decisions on earlier words are proved to stand; none when absent. */
  readonly keeps?: Keeps
  /** Who was asked when its text was put before its bodies, as the copy kept of that says; absent where there is none. */
  readonly asked?: Route
  /** The other policy of its organisation that has this release, with the decisions in it: of one of both they are not. */
  readonly copyOf?: string
}

/** A policy and what stands around it, as far as the caller knows. */
export interface Surroundings {
  /** Whether it may still be written to. */
  readonly origin: 'working' | 'release' | 'revision'
  /** `organisation/policy`, by its folder and file; absent outside a workspace. */
  readonly name?: string
  /** Where the release of a version stands, or would. */
  readonly fileOf: (version: string) => string
  /** Oldest first. */
  readonly releases: readonly Release[]
  /** The policy of its organisation whose release of a version has these words, and whether its working text is there. */
  readonly elsewhere?: (version: string, hash: string) => { readonly name: string; readonly isThere: boolean } | undefined
  /** Of a release: the working text, which may go on from it. */
  readonly successor?: Policy
  /** Which decisions on earlier words are proved to stand in this text; none when absent. */
  readonly keeps?: Keeps
  /** Who was asked when this text was put before its bodies, as the copy kept of that says; absent where there is none. */
  readonly asked?: Route
  readonly organisation?: Organisation
  /** The template it names: absent where it names none. */
  readonly template?: {
    readonly name: string
    /** The edition and hash it is pinned to. */
    readonly version?: string
    readonly hash?: string
    readonly policy?: Policy
    /** Where it goes around: the names of the chain. */
    readonly chain?: string
  }
}

export interface Verified extends Surroundings {
  readonly policy: Policy
  readonly hash: string
  /** Where a key or a list entry of the front matter stands. */
  readonly keyPlace: (path: readonly (string | number)[]) => Place
}
