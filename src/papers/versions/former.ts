import type { Former } from '../../present/index.js'
import type { Entry } from '../../versions/index.js'
import type { Labels } from './labels.js'
import type { ShownRow } from './rows.js'

/** How a row is labelled in the version it shows; of the rows that several clauses became one in, the first has the label. */
export function labelOf({ side, clause, shared }: ShownRow, entry: Entry | undefined, labels: Labels): string {
  const goesOn = entry?.fate === 'merged' && (shared?.part ?? 0) > 0
  return clause && !goesOn ? labels.printed(side, { clause }) : ''
}

/** What a row of both versions was in the old one, where that is not what it is now. */
export function formerOf(row: ShownRow, entry: Entry | undefined, labels: Labels): { readonly former?: Former } {
  const { before, part = 0 } = row.shared ?? {}
  if (!before?.clause) return {}
  const goesOn = entry?.fate === 'split' && part > 0
  const label = goesOn ? '' : labels.printed('old', { clause: before.clause })
  const [was, is] = [formOf(before), formOf(row)]
  const same = label === labelOf(row, entry, labels) && was.type === is.type && was.level === is.level && was.depth === is.depth
  return same && was.quoted === is.quoted ? {} : { former: { label, ...was } }
}

function formOf({ node, containers, level }: ShownRow): Omit<Former, 'label'> {
  return {
    type: node.type === 'section' ? 'heading' : node.type === 'item' ? 'item' : 'paragraph',
    ...(node.type === 'section' ? { level } : {}),
    depth: containers.filter(({ type }) => type !== 'list').length,
    quoted: containers.some(({ type }) => type === 'quote'),
  }
}
