import type { Side } from '../../compare/index.js'
import { hashPolicy } from '../../decide/index.js'
import { clauses, mapInlines, mapWords, type Policy } from '../../model/index.js'
import { type Resolved, referenceText } from '../../resolve/index.js'

/**
 * A policy as one of the two sides of a comparison: parameters filled in, references still references, so that a number that only
 * followed its clause is no change of words. The hash is that of the policy as written.
 */
export function sideOf(policy: Policy, resolved: Resolved, ref: string): Side {
  const references = new Map([...resolved.byId].map(([id, clause]) => [id, referenceText(clause)]))
  const open = mapWords(resolved.policy, (content) =>
    mapInlines(content, (inline) => {
      if (inline.type !== 'link' || !inline.url.startsWith('#')) return [inline]
      const [only, ...others] = inline.children
      const id = inline.url.slice(1)
      const printed = only?.type === 'text' && others.length === 0 && only.value === (references.get(id) ?? id)
      return printed ? [{ ...inline, children: [] }] : [inline]
    }),
  )
  return {
    policy: open,
    clauses: clauses(open),
    numbers: new Map(resolved.clauses.flatMap(({ index, number }) => (number === undefined ? [] : [[index, number] as const]))),
    references,
    ref,
    hash: hashPolicy(policy),
  }
}
