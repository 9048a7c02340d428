import type { DocRow } from '../present/index.js'
import { topicValue } from './labels.js'
import { markOf } from './marks.js'
import type { Parts } from './parts.js'
import type { MatrixRule } from './rules.js'

/** Answers to no filter itself: what has these stays as long as something in it does. */
export const noFacets = {} as const

/** What a rule answers to: its stances stand alone for any school, and behind the name of each; without `stances` its topic and difference. */
export function facetsOf(rule: MatrixRule, { order, refs }: Parts, withStances = true): NonNullable<DocRow['facets']> {
  const own = {
    topic: topicValue(rule.topic),
    difference: [...(rule.opposed ? ['opposed'] : []), ...rule.differences],
  }
  if (!withStances) return own
  const stances = new Set<string>()
  for (const policy of order) {
    const mark = markOf(rule, policy)
    const ref = refs[policy] as string
    const kinds = rule.cells.has(policy) ? [mark, 'regulated'] : [mark]
    for (const kind of kinds) stances.add(kind).add(`${ref} ${kind}`)
  }
  return { ...own, stance: [...stances] }
}
