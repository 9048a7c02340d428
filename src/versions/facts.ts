import type { Metadata } from '../model/index.js'
import type { FactChange, Side } from './comparison.js'

/**
 * What a policy says of itself beside its clauses and its readers see, in the order it is told. Its version and status name the two sides, its
 * history tells of both.
 */
const FACTS = [
  'title',
  'subtitle',
  'lang',
  'organisation',
  'effective',
  'review',
  'withdrawn',
  'date',
  'citation',
  'partOf',
  'extends',
  'deviations',
  'proposal',
  'sources',
  'editors',
  'contact',
  'copyright',
  'numbering',
  'parameters',
  'route',
  'approvals',
] as const satisfies readonly (keyof Metadata)[]

/** What differs in the front matter. */
export function factChanges({ policy: old }: Side, { policy: next }: Side): readonly FactChange[] {
  return FACTS.flatMap((fact): readonly FactChange[] => {
    const [before, after] = [old.metadata[fact], next.metadata[fact]]
    return said(before) === said(after) ? [] : [{ fact, old: before, next: after }]
  })
}

/** Nothing said and an empty list are the same. */
const said = (value: unknown): string | undefined =>
  Array.isArray(value) && value.length === 0 ? undefined : JSON.stringify(value)
