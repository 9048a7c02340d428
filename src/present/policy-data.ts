import { hashClause, hashPolicy } from '../decide/index.js'
import { clauses, type Metadata, plainText } from '../model/index.js'
import type { Resolved } from '../resolve/index.js'

/** A policy as data, schema `clausule/policy@1` (docs/json.md): what `build --format json` writes and a PDF carries. */
export interface PolicyData {
  readonly schema: 'clausule/policy@1'
  readonly ref: string
  readonly hash: string
  readonly metadata: Metadata
  readonly clauses: readonly {
    readonly id: string | null
    readonly kind: string
    /** As printed on the spot, and with the numbers around it; null when the clause has none. */
    readonly label: string | null
    readonly number: string | null
    /** Index in `clauses` of the section, item or clause this one stands in. */
    readonly parent: number | null
    /** 1-based, in the source file. */
    readonly line: number
    readonly text: string
    readonly hash: string
    readonly topic: string | null
  }[]
}

export function policyData(resolved: Resolved, ref: string): PolicyData {
  // The words are those a reader sees; the hashes are over what is written, so that a number that follows its clause changes none.
  const written = clauses(resolved.source)
  return {
    schema: 'clausule/policy@1',
    ref,
    hash: hashPolicy(resolved.source),
    metadata: resolved.policy.metadata,
    clauses: resolved.clauses.map(({ node, index, id, kind, label, number, parent }) => ({
      id: id ?? null,
      kind,
      label: label ?? null,
      number: number ?? null,
      parent: parent?.index ?? null,
      line: node.place.line,
      text: plainText(node),
      hash: hashClause(written[index]?.node ?? node),
      topic: node.type === 'note' ? null : (node.attributes.values.topic ?? null),
    })),
  }
}
