import type { Language, Organisation } from '../model/index.js'
import type { Modality } from '../norms/index.js'
import type { VersionSetting } from '../papers/index.js'
import type { Brand, Wording } from '../present/index.js'
import type { Resolved } from '../resolve/index.js'
import type { Comparison } from '../versions/index.js'

/** A file of the site: its path from the folder of the site, with forward slashes. */
export interface SiteFile {
  readonly path: string
  readonly bytes: Uint8Array | string
}

/** A school or board as the site shows it. */
export interface SiteOrganisation {
  /** The folder of its policies, which is part of their addresses. */
  readonly folder: string
  readonly name: string
  readonly short: string
  readonly brand: Brand
  /** As its own file has it. */
  readonly details: Organisation
}

/**
 * What a text is to its readers today: `in-force`; `coming` from a day in the future; `former`; `overtaken`, which a later
 * version precedes; `unknown`, the last
 * that was released, where the working text says that a later one was adopted; `unproved`, which says that it was adopted where nothing
 * proves on which words; `draft` and `proposed`, which bind nobody; `withdrawn`.
 */
export type Force = 'in-force' | 'coming' | 'former' | 'overtaken' | 'unknown' | 'unproved' | 'draft' | 'proposed' | 'withdrawn'

/** What one version of a policy is today. JSON. */
export interface VersionStanding {
  /** `1.1.0`; `draft` for a working text that is not decided on. */
  readonly version: string
  readonly force: Force
  /** The day it is in force from, YYYY-MM-DD; absent where nothing says it. */
  readonly since?: string
  /** The day on which another takes its place or the policy is withdrawn, of what is in force; of what is withdrawn, the day it was; where it is unknown, the day the later text names. YYYY-MM-DD. */
  readonly until?: string
  /** The version that takes its place then, or says so. */
  readonly next?: string
  /** Whether every decision that it needed is bound to its words. */
  readonly proved: boolean
  /** The content hash. */
  readonly hash: string
}

/** The version that the address of a policy shows, as its page tells it. */
export interface ShownVersion extends VersionStanding {
  readonly resolved: Resolved
  /** Other forms of it, by the endings of their names. */
  readonly papers: readonly { readonly ending: string }[]
}

/** One version of a policy with an address of its own. */
export interface SiteVersion extends ShownVersion {
  /** The policy with its numbers filled in, as data. */
  readonly data: unknown
  /** Its Markdown, byte for byte. */
  readonly source: Uint8Array
  /** Other forms of it, made by whoever has fonts. */
  readonly papers: readonly { readonly ending: string; readonly bytes: Uint8Array | string }[]
}

/** What differs between a version and the one before it. */
export interface SiteChange {
  readonly from: string
  readonly to: string
  readonly comparison: Comparison
  readonly setting: VersionSetting
}

/** A clause of another organisation on the same matter. */
export interface Counterpart {
  readonly policy: string
  readonly organisation: string
  /** Absent where it has none: then it has no place of its own in its text. */
  readonly id?: string
  readonly number: string
  readonly grade: 'same' | 'variant' | 'related'
}

/** A policy as it stands today among others, without the texts of its versions. */
export interface PolicyStanding {
  /** `organisation/policy` */
  readonly name: string
  readonly organisation: SiteOrganisation
  readonly lang: Language
  /** What it is about, as subjects are named: `social-media`. */
  readonly subject?: string
  /** Oldest first; at least one. */
  readonly versions: readonly VersionStanding[]
  /** By id of the clause of the text that is shown. */
  readonly counterparts: ReadonlyMap<string, readonly Counterpart[]>
  /** The comparison with the other organisations on its subject, where there is one. */
  readonly compared: boolean
}

/** All that is published of one policy. */
export interface SitePolicy extends PolicyStanding {
  readonly versions: readonly SiteVersion[]
  /** Between neighbours, oldest first. */
  readonly changes: readonly SiteChange[]
}

/** What a clause is about, and what it only touches: matters by numbers, the same for all texts of a language. */
export interface Spoken {
  readonly matters: readonly number[]
  readonly touched: readonly number[]
}

/** A clause as the search finds it. */
export interface Passage {
  readonly id: string
  readonly number: string
  readonly text: string
  /** Titles of the sections it stands in. */
  readonly sections: readonly string[]
  /** The words it completes: "Wie hier werkt:" */
  readonly lead?: string
  readonly stance: Modality
  /** Whether it names a number, a period, a day or an amount. */
  readonly counted: boolean
  /** What it speaks of. */
  readonly spoken: Spoken
}

/** What the rest of the site needs of a policy, without its texts. JSON. */
export interface PolicySummary {
  readonly name: string
  readonly title: string
  readonly lang: Language
  readonly organisation: { readonly folder: string; readonly name: string; readonly short: string }
  readonly subject?: string
  /** Oldest first. */
  readonly versions: readonly VersionStanding[]
  /** The version that the address of the policy shows. */
  readonly shown: string
  /** The day it must be looked at again, YYYY-MM-DD. */
  readonly review?: string
  readonly passages: readonly Passage[]
  /** Ids of the clauses on its page. */
  readonly ids: readonly string[]
}

/** What every page is made with. */
export interface SiteSetting {
  /** What the site is called. */
  readonly title: string
  /** The language of the pages that are about several policies. */
  readonly lang: Language
  readonly wording: (lang: Language) => Wording
  /** The layout of a page, Handlebars. */
  readonly layout: string
  /** Its parts, by the names the layout calls them by. */
  readonly parts: Readonly<Record<string, string>>
  /** The form and the place for answers of the page that searches, Handlebars. */
  readonly searchLayout: string
  /** The brand of the pages that are no organisation's. */
  readonly brand: Brand
  /** Where the site will stand, ending in a slash; absent where nobody said it: then nothing is made that needs a whole address. */
  readonly base?: string
  /** YYYY-MM-DD */
  readonly today: string
}
