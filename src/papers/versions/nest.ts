import { append } from '../../model/index.js'
import type { DocBlock, DocItem } from '../../present/index.js'
import type { Container } from './rows.js'

/** A block with the lists, items and quotations it stands in. An item's own row brings the item instead of a block. */
export interface NestedBlocks {
  readonly containers: readonly Container[]
  readonly blocks: readonly DocBlock[]
  readonly item?: Omit<DocItem, 'type' | 'children'>
}

interface Open {
  readonly container: Container
  readonly blocks: DocBlock[]
  readonly items: DocItem[]
}

/** Puts lists, items and quotations around blocks again. An item that is interrupted goes on without its label. */
export function nest(placed: readonly NestedBlocks[]): readonly DocBlock[] {
  const top: DocBlock[] = []
  const open: Open[] = []
  for (const { containers, blocks, item } of placed) {
    let shared = 0
    while (shared < open.length && open[shared]?.container === containers[shared]) shared++
    open.length = shared
    containers.slice(shared).forEach((container, i) => {
      const own = shared + i === containers.length - 1 ? item : undefined
      open.push(start(container, open.at(-1), top, own))
    })
    append(open.at(-1)?.blocks ?? top, blocks)
  }
  return top
}

function start(container: Container, around: Open | undefined, top: DocBlock[], item: NestedBlocks['item']): Open {
  const opened: Open = { container, blocks: [], items: [] }
  const outer = around?.blocks ?? top
  if (container.type === 'list') outer.push({ type: 'list', ordered: container.ordered, items: opened.items })
  else if (container.type === 'quote') outer.push({ type: 'quote', children: opened.blocks })
  else around?.items.push({ type: 'item', label: '', ...item, children: opened.blocks })
  return opened
}
