import type { Approval, Language, Metadata } from '../../model/index.js'
import type { FieldKey } from './vocabulary.js'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** What a document says about itself, as far as found; the shape of front matter. */
export type Facts = Writable<Partial<Omit<Metadata, 'approvals' | 'sources' | 'editors' | 'contact' | 'history'>>> & {
  approvals: Approval[]
  sources: string[]
  editors: string[]
  contact: string[]
  history: NonNullable<Metadata['history']>[number][]
  /** What it says in a way that no key can hold: a month without a day, a reference of the office. */
  remarks: string[]
  /** What it says of itself twice, and not alike: the value that was not taken. */
  others: { readonly key: OnceKey; readonly value: string }[]
  /** Words say that it was adopted. */
  adopted?: boolean
  /** What it calls itself behind "this", where its title names no kind of text. */
  calls?: readonly string[]
  /** Sentences that tell of a decision of which nothing proves that it is on this text: it was not taken. */
  unproved: string[]
  /** Words say that a decision on it is still to come. */
  awaits?: boolean
  /** The words of its status. */
  statusSaid?: string
  /** The line its date stands in beside a version or a state, where nothing names it as the document's. */
  dateBeside?: string
  /** Nothing but its place says that the title is one. */
  titleGuessed?: boolean
  /** The organisation's name as printed. */
  printedOrganisation?: string
}

/** What a document has one of. */
export type OnceKey = 'version' | 'effective' | 'review'

/** Nothing known yet of a document in a language; of a line alone it is not known. */
export const noFacts = (lang?: Language): Facts => ({
  ...(lang === undefined ? {} : { lang }),
  approvals: [],
  sources: [],
  editors: [],
  contact: [],
  history: [],
  remarks: [],
  others: [],
  unproved: [],
})

/** Takes a value of which a document has one; another than it has is kept among the others. */
export function addOnce(key: OnceKey, value: string | undefined, facts: Facts): boolean {
  const known = facts[key]
  if (value === undefined) return false
  if (known === undefined) facts[key] = value
  else if (known !== value && !facts.others.some((other) => other.key === key && other.value === value))
    facts.others.push({ key, value })
  return known === undefined
}

/** "Versie: 1.0", cut at its name. `value` is empty when the line only announces what follows. */
export interface Field {
  readonly key: FieldKey
  /** As it is printed. */
  readonly name: string
  readonly value: string
  /** Who decided, where the name says it. */
  readonly body?: string
  /** The value is who decided. */
  readonly isBody?: true
}

/** Where a sentence about a document ends: behind a word, a number or a bracket. */
export const SENTENCES = /(?<=\p{Ll}{2}[.;]|[\d)][.;])\s+(?=\p{Lu})/u
