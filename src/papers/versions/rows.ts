import type { Block, Clause, ClauseNode, Item, List, Quote, Rule } from '../../model/index.js'
import type { Side } from '../../versions/index.js'
import type { SideName } from './setting.js'

/** What a row stands in, by identity of the node. */
export type Container = List | Item | Quote

/**
 * One clause, or one line of a policy that is none, without what stands inside it. The rows of a policy in order are the policy: two
 * versions can be woven row by row, and the lists put around them again afterwards.
 */
export interface ShownRow {
  readonly side: SideName
  readonly node: ClauseNode | Rule
  readonly clause?: Clause
  /** From the outermost to the innermost; an item's row ends in its list and the item itself. */
  readonly containers: readonly Container[]
  /** Depth of a section among sections, from 1; of anything else the depth of the section around it, 0 without one. */
  readonly level: number
  /** Of a row that shows both versions: what it shows of the old one. */
  readonly shared?: Shared
}

interface Shared {
  readonly before: ShownRow
  /** Which part it is of a clause that was divided, or of one that several became. */
  readonly part?: number
  /** Its end came or went: in the other version its words run on in the next row. */
  readonly end?: 'inserted' | 'deleted'
}

export function rowsOf({ policy, clauses = [] }: Side, side: SideName): readonly ShownRow[] {
  const byNode = new Map<object, Clause>(clauses.map((clause) => [clause.node, clause]))
  const rows: ShownRow[] = []
  const add = (node: ClauseNode | Rule, containers: readonly Container[], level: number) => {
    const clause = byNode.get(node)
    rows.push({ side, node, containers, level, ...(clause ? { clause } : {}) })
  }
  const visit = (blocks: readonly Block[], containers: readonly Container[], level: number): void => {
    for (const block of blocks) {
      switch (block.type) {
        case 'section':
          add(block, containers, Math.min(level + 1, 6))
          visit(block.children, containers, Math.min(level + 1, 6))
          break
        case 'list':
          for (const item of block.items) {
            const inside = [...containers, block, item]
            add(item, inside, level)
            visit(item.children, inside, level)
          }
          break
        case 'quote':
          visit(block.children, [...containers, block], level)
          break
        default:
          add(block, containers, level)
      }
    }
  }
  visit(policy.children, [], 0)
  return rows
}
