import type { Block, Inline, Item, List, Note, Paragraph, Policy, Section, TableRow } from './policy.js'

/** Rewrites the words of one clause; returns the same array when there is nothing to change. */
type Rewrite = (content: readonly Inline[], node: Paragraph | Item | Section | TableRow) => readonly Inline[]

/** Rewrites the words of every clause and note. Nodes without a change stay the same objects, and so does the policy. */
export function mapWords(policy: Policy, rewrite: Rewrite): Policy {
  const children = mapSame(policy.children, (block) => mapBlock(block, rewrite))
  const notes = mapSame(policy.notes, (note): Note => {
    const inside = mapSame(note.children, (block) => mapBlock(block, rewrite))
    return inside === note.children ? note : { ...note, children: inside }
  })
  return children === policy.children && notes === policy.notes ? policy : { ...policy, children, notes }
}

/** `map` that returns the same array when every member stayed the same object. */
function mapSame<T>(values: readonly T[], change: (value: T) => T): readonly T[] {
  let changed = false
  const next = values.map((value) => {
    const other = change(value)
    if (other !== value) changed = true
    return other
  })
  return changed ? next : values
}

function mapBlock(block: Block, rewrite: Rewrite): Block {
  switch (block.type) {
    case 'section':
      return mapOwn(block, rewrite)
    case 'paragraph': {
      const content = rewrite(block.content, block)
      return content === block.content ? block : { ...block, content }
    }
    case 'list': {
      const items = mapSame(block.items, (item) => mapOwn(item, rewrite))
      return items === block.items ? block : ({ ...block, items } satisfies List)
    }
    case 'table': {
      const rows = mapSame(block.rows, (row) => {
        const cells = mapSame(row.cells, (cell) => rewrite(cell, row))
        return cells === row.cells ? row : { ...row, cells }
      })
      return rows === block.rows ? block : { ...block, rows }
    }
    case 'quote': {
      const children = mapSame(block.children, (child) => mapBlock(child, rewrite))
      return children === block.children ? block : { ...block, children }
    }
    case 'verbatim':
    case 'rule':
      return block
  }
}

function mapOwn<T extends Item | Extract<Block, { type: 'section' }>>(node: T, rewrite: Rewrite): T {
  const content = rewrite(node.content, node)
  const children = mapSame(node.children, (child) => mapBlock(child, rewrite))
  return content === node.content && children === node.children ? node : { ...node, content, children }
}

/** Rewrites inlines one by one, children first; a change may give several inlines for one. */
export function mapInlines(content: readonly Inline[], change: (inline: Inline) => readonly Inline[]): readonly Inline[] {
  const [only] = content
  // Most clauses are one text.
  if (only?.type === 'text' && content.length === 1) {
    const result = change(only)
    return result.length === 1 && result[0] === only ? content : result
  }
  let changed = false
  const next = content.flatMap((inline) => {
    let node = inline
    if ('children' in inline) {
      const children = mapInlines(inline.children as Inline[], change)
      if (children !== inline.children) node = { ...inline, children } as Inline
    }
    const result = change(node)
    if (result.length !== 1 || result[0] !== inline) changed = true
    return result
  })
  return changed ? next : content
}
