import type { Finding, Source } from '../blocks/index.js'
import type { Policy } from '../model/index.js'
import { lineOf } from '../pieces/index.js'
import type { Outline } from './outline.js'
import type { Fragment, WordCount } from './types.js'
import { metadataDifferences, organisationDifference, printDifferences, printedWith } from './witness.js'
import { countWords } from './words.js'

/**
 * The source beside the policy as it is printed: every clause with its label, the order, what the cover said, whose document it is, and the words
 * of the file one by one. `names` are those of the organisation it is brought in for.
 */
export function heldAgainst(
  { pieces, facts: { printedOrganisation } }: Outline,
  source: Source,
  policy: Policy,
  fragments: readonly Fragment[],
  names: readonly string[] = [],
): { readonly findings: readonly Finding[]; readonly count?: WordCount } {
  const printed = printedWith(pieces, policy)
  const organisation = pieces.find(({ reason }) => reason === 'organisation')
  // The name goes to organisation.yaml where nobody gave another.
  const known = names.length > 0 || printedOrganisation === undefined ? names : [printedOrganisation]
  const different = organisationDifference(printedOrganisation, names, organisation ? lineOf(organisation) : 1)
  const own = printed.filter(({ clause }) => clause.kind !== 'note')
  const told = different.length === 0 ? pieces : pieces.filter((piece) => piece !== organisation)
  const counted = countWords(source, pieces, fragments, printed)
  return {
    findings: [
      ...printDifferences(pieces, own, source),
      ...metadataDifferences(told, policy.metadata, known),
      ...different,
      ...(counted?.findings ?? []),
    ],
    ...(counted ? { count: counted.count } : {}),
  }
}
