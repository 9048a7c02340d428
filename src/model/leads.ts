import { type Clause, plainText } from './walk.js'

/** The clause whose words each one completes: the item it stands in, else the paragraph before its list that ends in a colon. */
export function leads(all: readonly Clause[]): ReadonlyMap<Clause, Clause> {
  const found = new Map<Clause, Clause>()
  const before = new Map<Clause['list'], Clause | undefined>()
  let last: Clause | undefined
  for (const clause of all) {
    const { list, parent } = clause
    if (list !== undefined && !before.has(list)) before.set(list, last && isLead(last) ? last : undefined)
    const lead = parent?.kind === 'item' ? parent : clause.kind === 'note' || list === undefined ? undefined : before.get(list)
    if (lead) found.set(clause, lead)
    last = clause
  }
  return found
}

const isLead = ({ kind, node }: Clause): boolean => kind === 'paragraph' && plainText(node).trim().endsWith(':')

/** Whether two clauses complete the words of another clause each, or only one of them does. */
export const isLedOtherwise = (a: Clause | undefined, b: Clause | undefined): boolean =>
  (a === undefined) !== (b === undefined) || a?.id !== b?.id

/** The headings that a clause stands below, the nearest first. */
export function headingsAbove({ parent }: Clause): readonly Clause[] {
  if (!parent) return []
  return [...(parent.kind === 'section' ? [parent] : []), ...headingsAbove(parent)]
}
