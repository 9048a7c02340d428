import type { Finding, ReadOptions, SourceKind } from '../blocks/index.js'
import type { Language, Policy } from '../model/index.js'
import type { Guess } from '../pieces/index.js'
import type { ResolvedClause } from '../resolve/index.js'

export interface ImportOptions extends ReadOptions {
  /** The bytes of the file itself, where another program made of it what is read: the receipt is about these. */
  readonly original?: Uint8Array
  /** Folder name of the organisation. */
  readonly organisation?: string
  /** The names the organisation goes by, the full name first: recognised on a cover. */
  readonly names?: readonly string[]
  readonly lang?: Language
  /** The version to write where the document names none. */
  readonly version?: string
  /** Read it as a model that others fill in: what looks like a blank, a choice or advice becomes one. */
  readonly asTemplate?: boolean
}

export type Fate = 'heading' | 'clause' | 'metadata' | 'dropped'

/** A part of the source and what became of it. */
export interface Fragment {
  readonly line: number
  readonly page?: number
  readonly text: string
  readonly fate: Fate
  /** Id of the clause or heading it became part of. */
  readonly clause?: string
  /** Why it was dropped, or the front matter key it went to. */
  readonly reason?: string
}

/** How many words a file shows, and where they went. */
export interface WordCount {
  readonly source: number
  /** In the clauses and notes of the policy as it is printed, without their labels. */
  readonly printed: number
  /** About the document, in its front matter. */
  readonly metadata: number
  /** Said not to be in the policy, with the reason. */
  readonly dropped: number
}

/** The account of an import: `clausule/receipt@1`. Pure data, as written to JSON. */
export interface Receipt {
  readonly schema: 'clausule/receipt@1'
  readonly source: { readonly file: string; readonly sha256: string; readonly kind: SourceKind }
  readonly fragments: readonly Fragment[]
  /** Fragments whose words the policy does not hold as they stood: an import that has any is not written. */
  readonly unaccounted: readonly Fragment[]
  readonly findings: readonly Finding[]
  /** Absent for a file that was a policy already. */
  readonly words?: WordCount
  /** Of a model that was made a template: what was guessed. */
  readonly guesses?: readonly Guess[]
}

export interface Imported {
  readonly policy: Policy
  readonly markdown: string
  readonly receipt: Receipt
  /** Ids that the source itself carries; the others were proposed. */
  readonly carried: ReadonlySet<string>
  /** The organisation's name as the document prints it. */
  readonly organisation?: string
  /** Tracked changes that were accepted or rejected. */
  readonly changes: number
}

/** A clause with the words it prints, which are to be those of the source. */
export interface Printed {
  readonly clause: ResolvedClause
  readonly words: string
}
