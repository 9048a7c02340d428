import type { ResolvedClause } from '../resolve/index.js'

/** The variants of one provision that stand beside each other. */
interface Variants {
  readonly id: string
  readonly members: readonly { readonly variant: string; readonly clause: ResolvedClause }[]
}

/** Every run of neighbours with one id of which each has a `variant=`, in document order. */
export function variantsIn(clauses: readonly ResolvedClause[]): readonly Variants[] {
  const runs: { id: string; members: Variants['members'][number][] }[] = []
  const last = new Map<unknown, (typeof runs)[number] | undefined>()
  for (const clause of clauses) {
    const { node, id } = clause
    if (node.type === 'note') continue
    const around = clause.list ?? clause.parent ?? clauses
    const { variant } = node.attributes.values
    const before = last.get(around)
    if (id === undefined || variant === undefined) {
      last.set(around, undefined)
      continue
    }
    if (before?.id === id) before.members.push({ variant, clause })
    else {
      const run = { id, members: [{ variant, clause }] }
      runs.push(run)
      last.set(around, run)
    }
  }
  return runs
}
