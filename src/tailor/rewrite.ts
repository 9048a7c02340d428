import type { Block, ClauseNode, Item, Policy } from '../model/index.js'

/** Rewrites every clause, what stands inside it apart. */
export function mapClauses(policy: Policy, change: <T extends ClauseNode>(node: T) => T): Policy {
  const block = (node: Block): Block => {
    switch (node.type) {
      case 'section':
        return { ...change(node), children: node.children.map(block) }
      case 'list':
        return { ...node, items: node.items.map((item): Item => ({ ...change(item), children: item.children.map(block) })) }
      case 'quote':
        return { ...node, children: node.children.map(block) }
      case 'rule':
        return node
      default:
        return change(node)
    }
  }
  return { ...policy, children: policy.children.map(block) }
}

/** A name that nothing has yet: itself, else with the first number behind it that is free. */
export function freeId(id: string, used: ReadonlySet<string>): string {
  if (!used.has(id)) return id
  for (let number = 2; ; number++) if (!used.has(`${id}-${number}`)) return `${id}-${number}`
}

/** A policy as a template knows it: by the ids it has now, whatever the versions before called its clauses. */
export function underItsIds(policy: Policy): Policy {
  const { renamed, ...metadata } = policy.metadata
  return renamed === undefined ? policy : { ...policy, metadata }
}
