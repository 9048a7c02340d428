import { type ClauseNode, clauses, type Note, type Policy } from '../../model/index.js'
import { type Alignment, align, type Side } from '../../versions/index.js'
import { underItsIds } from '../rewrite.js'

/** Which clauses of three texts are the same one: a number for each, the same in every text that has it. */
export interface Identities {
  readonly of: (node: ClauseNode | Note) => number | undefined
  /** New provisions that a provision was divided over, and old ones that went into another: each with the one that leads. */
  readonly leads: ReadonlyMap<number, number>
  /** Clauses that stand elsewhere among their neighbours than they did: in the template, and in ours. */
  readonly moved: { readonly theirs: ReadonlySet<number>; readonly ours: ReadonlySet<number> }
}

/** Aligns a template's old text with its new one and with ours, as versions are aligned: by id, then by likeness. */
export function identify(base: Policy, theirs: Policy, ours: Policy): Identities {
  const keys = new Map<ClauseNode | Note, number>()
  let count = 0
  for (const { node } of clauses(base)) keys.set(node, count++)
  const leads = new Map<number, number>()
  const link = (next: Policy, isTemplate: boolean): ReadonlySet<number> => {
    const moved = new Set<number>()
    const [a, b] = [base, next].map((policy) => ({ policy: underItsIds(policy), ref: '', hash: '' })) as [Side, Side]
    const alignment = align(a, b)
    for (const group of alignment.links) {
      const [olds, nexts] = subjectsOf(alignment, group)
      const [old, counterpart] = pair(olds, nexts)
      const key = old && keys.get(old.clause.node)
      if (key !== undefined && counterpart) {
        keys.set(counterpart.clause.node, key)
        if (group.moved) moved.add(key)
      }
      for (const { clause } of nexts) if (!keys.has(clause.node)) keys.set(clause.node, count++)
      if (!isTemplate || key === undefined || olds.length === 0 || nexts.length === 0) continue
      for (const { clause } of [...olds, ...nexts]) {
        const other = keys.get(clause.node)
        if (other !== undefined && other !== key) leads.set(other, key)
      }
    }
    return moved
  }
  const moved = { theirs: link(theirs, true), ours: link(ours, false) }
  // What both put in under one id is one clause.
  const byId = new Map(clauses(theirs).flatMap(({ id, node }) => (id === undefined ? [] : [[id, keys.get(node)] as const])))
  const inBase = new Set(clauses(base).map(({ node }) => keys.get(node)))
  for (const { id, node } of clauses(ours)) {
    const other = id === undefined ? undefined : byId.get(id)
    if (other !== undefined && !inBase.has(other) && !inBase.has(keys.get(node))) keys.set(node, other)
  }
  return { of: (node) => keys.get(node), leads, moved }
}

type Subject = Alignment['old'][number]

const subjectsOf = (
  { old, next }: Alignment,
  group: Alignment['links'][number],
): readonly [readonly Subject[], readonly Subject[]] => [
  group.old.map((i) => old[i] as Subject),
  group.next.map((j) => next[j] as Subject),
]

/** Of clauses that became others, the two that go on under one id; else the first of each. */
function pair(olds: readonly Subject[], nexts: readonly Subject[]): readonly [Subject | undefined, Subject | undefined] {
  for (const old of olds) {
    const same = nexts.find(({ id }) => id !== undefined && id === old.id)
    if (same) return [old, same]
  }
  return [olds[0], nexts[0]]
}
