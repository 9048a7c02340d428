import { toString } from 'mdast-util-to-string'
import type { Clause, Inline } from '../model/index.js'
import type { Numbering } from './numbering.js'

/** A clause with what was computed for it. */
export interface ResolvedClause extends Omit<Clause, 'parent' | 'section'>, Partial<Numbering> {
  readonly parent?: ResolvedClause
  readonly section?: ResolvedClause
}

/** What a reference to a clause prints: its number; the title of a heading without one; else where the clause stands. */
export function referenceText(clause: ResolvedClause): string {
  const title = clause.kind === 'section' ? clause : clause.section
  const titleText = title?.node.type === 'section' ? toString(title.node.content as Inline[]) : ''
  if (clause.number !== undefined) {
    const isTitled = clause.kind !== 'section' && clause.section !== undefined && !isInNumbered(clause) && titleText !== ''
    return isTitled ? `${titleText}, ${clause.number}` : clause.number
  }
  if (clause.kind === 'section') return titleText
  for (let up = clause.parent; up; up = up.parent) {
    if (up.number !== undefined || up.kind === 'section') return referenceText(up)
  }
  return clause.id ?? ''
}

/** Whether a section around a clause has a number, which is then part of its own. */
function isInNumbered(clause: ResolvedClause): boolean {
  for (let up = clause.parent; up; up = up.parent) if (up.kind === 'section' && up.number !== undefined) return true
  return false
}
