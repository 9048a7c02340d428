/** Where a run stands in the structure of a tagged PDF. */
export interface Tag {
  /** The paragraph, heading or cell it belongs to: one key per block and page. */
  readonly key: string
  /** Position of the block in the structure of its page. */
  readonly order: number
  readonly heading?: number
  /** Depth of the lists around it, from 0. */
  readonly level?: number
  /** First block of its list item. */
  readonly startsItem?: boolean
  /** The label of the item, if it has one, is written in its words. */
  readonly unlabelled?: boolean
  readonly cell?: Cell
  /** The paragraph of a cell it stands in, where the cell says it has some. */
  readonly paragraph?: string
  /** It is a footnote. */
  readonly note?: true
  /** The id of the marked content it is; empty for a cell that was told by its rules. */
  readonly content: string
}

/** A cell of a table, both counted from 0 on its page. */
export interface Cell {
  readonly table: string
  readonly row: number
  readonly column: number
  /** Where its columns are parted, for a table known by its rules. */
  readonly edges?: readonly number[]
}

/** A part of the structure of a page, or the words of one. */
export interface Node {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Node[]
}

interface Around {
  readonly key?: string
  readonly heading?: number
  readonly level?: number
  readonly item?: { readonly key: string; readonly unlabelled: boolean; started: boolean }
  readonly inLabel?: boolean
  readonly note?: true
  readonly startsItem?: boolean
  readonly table?: { readonly key: string; row: number; column: number }
  readonly paragraph?: string
}

const BLOCK = /^(?:P|H\d?|Caption|TOCI|BlockQuote|LBody|Title)$/

/** Tags by the id of the marked content they hold. */
export function readTags(tree: Node, page: number): ReadonlyMap<string, Tag> {
  const tags = new Map<string, Tag>()
  let count = 0
  const visit = (node: Node, around: Around): void => {
    if (node.type === 'content' && node.id !== undefined) {
      if (around.key === undefined) return
      const { key, heading, level, item, startsItem, table, paragraph, note } = around
      // Words that stand in an item without a block of their own are its first block.
      if (item && key === item.key && !around.inLabel) item.started = true
      tags.set(node.id, {
        content: node.id,
        key,
        order: tags.size,
        ...(heading === undefined ? {} : { heading }),
        ...(level === undefined ? {} : { level }),
        ...(startsItem ? { startsItem } : {}),
        ...(item?.unlabelled ? { unlabelled: true } : {}),
        ...(note ? { note } : {}),
        ...(paragraph === undefined ? {} : { paragraph }),
        ...(table ? { cell: { table: table.key, row: table.row, column: table.column } } : {}),
      })
      return
    }
    const inside = enter(node, around, () => `${page}/${++count}`)
    for (const child of node.children ?? []) visit(child, inside)
  }
  visit(tree, {})
  return tags
}

/** Words that a page holds together without calling them a paragraph, as the parts of a web page do. */
const isLoose = ({ role = '', children = [] }: Node): boolean =>
  /^(?:NonStruct|Div|Sect|Art|Form)$/.test(role) && children.length > 0 && children.every(isInline)

const isInline = ({ type, role = '', children = [] }: Node): boolean =>
  type !== undefined ||
  (role === 'NonStruct' ? children.every((child) => child.type !== undefined) : /^(?:Link|Span|Em|Strong)$/.test(role))

function enter({ role = '', children = [] }: Node, around: Around, newKey: () => string): Around {
  // What stands in a cell is its words, lists too.
  if (around.table && around.key !== undefined && !/^(?:TR|T[DH])$/.test(role))
    return role === 'P' ? { ...around, paragraph: newKey() } : around
  // A note stands where its mark does, and is one text, its figure too.
  if (around.note) return around
  if (/^(?:Note|FENote)$/.test(role)) return { key: newKey(), note: true }
  if (role === 'L') return { ...without(around), level: (around.level ?? -1) + 1 }
  if (role === 'LI') {
    const item = { key: newKey(), unlabelled: !children.some((child) => child.role === 'Lbl'), started: false }
    return { ...without(around), item, key: item.key, startsItem: true }
  }
  if (role === 'Table') return { table: { key: newKey(), row: -1, column: -1 } }
  if (role === 'TR' && around.table) {
    around.table.row++
    around.table.column = -1
    return around
  }
  if (/^T[DH]$/.test(role) && around.table) {
    around.table.column++
    return { key: newKey(), table: { ...around.table } }
  }
  // The label of an item and its first block are one.
  if (role === 'Lbl' && around.item) return { ...around, key: around.item.key, startsItem: true, inLabel: true }
  if (around.key === undefined && isLoose({ role, children })) return { ...without(around), key: newKey() }
  if (!BLOCK.test(role)) return around
  if (role === 'LBody' && around.item) return { ...around, key: around.item.key, startsItem: true }
  const heading = /^H([1-6])$/.exec(role)?.[1]
  if (around.item && !around.item.started) {
    around.item.started = true
    return { ...around, key: around.item.key, startsItem: true }
  }
  return { ...without(around), key: newKey(), ...(heading === undefined ? {} : { heading: Number(heading) }) }
}

function without(around: Around): Around {
  const { level, item } = around
  return { ...(level === undefined ? {} : { level }), ...(item ? { item } : {}) }
}
