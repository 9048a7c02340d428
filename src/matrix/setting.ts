import type { Language, Status } from '../model/index.js'
import type { Brand, Wording } from '../present/index.js'
import type { MatrixPolicy } from '../schools/index.js'

/** What a comparison says of a policy beside its rules. */
export interface SchoolFacts {
  /** The organisation as a column is headed: short. */
  readonly name: string
  readonly version?: string
  /** `unproved` where only the text says that it was adopted. */
  readonly status: Status | 'unproved'
}

/** Addresses of what has a page of its own, as the page that links to it says them. */
export interface RulePlaces {
  readonly rule: (number: number) => string
  readonly clause: (policy: number, id: string) => string
  /** The page of a school beside the others. */
  readonly school: (policy: number) => string
}

/** What a comparison of schools is made of besides the matrix. */
export interface MatrixSetting {
  /** One for each policy of the matrix, in the same order. */
  readonly schools: readonly SchoolFacts[]
  /** The policy the others are held against, by index; absent where all are compared with all. */
  readonly reference?: number
  /** Names of topics by their id, in the order readers want them. */
  readonly topics: ReadonlyMap<string, string>
  readonly lang: Language
  /** ISO date of the newest policy; absent when none has a date. */
  readonly date?: string
  readonly brand: Brand
  /** Keys `schools.*`, `stance.*`, `status.*`, `document.page`. */
  readonly wording: Wording
  /**
   * `screen` folds up what a reader may ask for; `paper` leaves it out, and shows the differences with a reference in the words
   * themselves; `summary` is the report without the matrix.
   */
  readonly form: 'screen' | 'paper' | 'summary'
  /** Where rules and clauses have pages of their own; without, links lead to rules in the same document and to no clause. */
  readonly places?: RulePlaces
}

/** Names that tell the columns apart: with the version, else the reference, where an organisation stands there twice. */
export function columnNames(policies: readonly MatrixPolicy[], schools: readonly SchoolFacts[]): readonly string[] {
  const versioned = schools.map(({ name, version }) => (version === undefined ? name : `${name} ${version}`))
  const once = (names: readonly (string | undefined)[], name: string | undefined) =>
    names.filter((other) => other === name).length === 1
  const names = schools.map(({ name }) => name)
  return policies.map(({ ref }, index) => {
    if (once(names, names[index])) return names[index] as string
    return once(versioned, versioned[index]) ? (versioned[index] as string) : ref
  })
}

/** The columns in the order they are shown: the reference first. */
export const columnOrder = (count: number, reference: number | undefined): readonly number[] => {
  const all = Array.from({ length: count }, (_, index) => index)
  return reference === undefined ? all : [reference, ...all.filter((index) => index !== reference)]
}
