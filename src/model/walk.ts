import { toString } from 'mdast-util-to-string'
import type { Block, ClauseNode, Inline, Item, List, Note, Policy, PolicyBody, Section } from './policy.js'

export type ClauseKind = ClauseNode['type'] | 'note'

/** A clause at its place in the policy: what numbering, lint and comparison look at. */
export interface Clause {
  readonly node: ClauseNode | Note
  readonly kind: ClauseKind
  /** The permanent id; absent when nobody wrote one. */
  readonly id?: string
  /** Position in document order, from 0. A note follows the clause that marks it. */
  readonly index: number
  /** The clause this one stands in: the section, the item or, for a note, the clause that marks it. */
  readonly parent?: Clause
  /** The nearest section, which is the parent of a clause that stands directly in one. */
  readonly section?: Clause
  /** The list an item belongs to. */
  readonly list?: List
  /** Depth of the ordered and bulleted lists around an item, from 1; 0 outside lists. */
  readonly listDepth: number
  /** Inside a quotation. */
  readonly quoted: boolean
}

const known = new WeakMap<Policy['children'], { readonly notes: Policy['notes']; readonly list: readonly Clause[] }>()

/** Every clause of a policy in document order. Of the same blocks and notes it is the same list. */
export function clauses({ children, notes }: PolicyBody): readonly Clause[] {
  const before = known.get(children)
  if (before?.notes === notes) return before.list
  const list = listed(children, notes)
  known.set(children, { notes, list })
  return list
}

function listed(children: Policy['children'], allNotes: Policy['notes']): readonly Clause[] {
  const found: Clause[] = []
  const notes = new Map(allNotes.map((note) => [note.name, note]))

  type Context = Omit<Clause, 'node' | 'kind' | 'id' | 'index'>
  const add = (node: ClauseNode | Note, context: Context): Clause => {
    const id = node.type === 'note' ? undefined : node.attributes.id
    const bare: Clause = { ...context, node, kind: node.type, index: found.length }
    const clause = id === undefined ? bare : { ...bare, id }
    found.push(clause)
    if (node.type !== 'note' && notes.size > 0) {
      for (const name of noteMarks(node)) {
        const note = notes.get(name)
        if (!note) continue
        notes.delete(name)
        add(note, { ...context, parent: clause })
      }
    }
    return clause
  }
  const visit = (blocks: readonly Block[], context: Context): void => {
    for (const block of blocks) {
      if (block.type === 'section') {
        const section = add(block, context)
        visit(block.children, { ...context, parent: section, section })
      } else if (block.type === 'list') {
        const inside = { ...context, list: block, listDepth: context.listDepth + 1 }
        for (const item of block.items) {
          const clause = add(item, inside)
          visit(item.children, { ...inside, parent: clause })
        }
      } else if (block.type === 'quote') visit(block.children, { ...context, quoted: true })
      else if (block.type !== 'rule') add(block, context)
    }
  }
  visit(children, { listDepth: 0, quoted: false })
  for (const note of notes.values()) add(note, { listDepth: 0, quoted: false })
  return found
}

/** The inlines of a clause, cell by cell for a table; none for a verbatim block or a note, whose words are blocks. */
export function inlinesOf(node: ClauseNode | Note): readonly (readonly Inline[])[] {
  if (node.type === 'table') return node.rows.flatMap((row) => row.cells)
  if (node.type === 'verbatim' || node.type === 'note') return []
  return [node.content]
}

/** Calls `visit` for every inline, parents before their children. */
export function eachInline(content: readonly Inline[], visit: (inline: Inline) => void): void {
  for (const inline of content) {
    visit(inline)
    if ('children' in inline) eachInline(inline.children as Inline[], visit)
  }
}

/** The names of the notes marked in a clause, in order. */
export function noteMarks(node: ClauseNode): string[] {
  const names: string[] = []
  for (const content of inlinesOf(node)) {
    eachInline(content, (inline) => {
      if (inline.type === 'footnoteReference') names.push(inline.identifier)
    })
  }
  return names
}

/** `[](#id)`: the link that prints its target's number. */
export const isReference = (inline: Inline): boolean =>
  inline.type === 'link' && inline.url.startsWith('#') && inline.children.length === 0

/** A clause's own words as plain text: no markup, no marks, cells apart by a tab, rows by a line end. */
export function plainText(node: ClauseNode | Note): string {
  if (node.type === 'table') return node.rows.map((row) => row.cells.map((cell) => toString(cell)).join('\t')).join('\n')
  if (node.type === 'verbatim') return node.value
  if (node.type === 'note') return node.children.map(blockText).join('\n')
  return toString(node.content)
}

function blockText(block: Block | Item | Section): string {
  if (block.type === 'rule') return ''
  if (block.type === 'list') return block.items.map(blockText).join('\n')
  if (block.type === 'quote') return block.children.map(blockText).join('\n')
  const own = plainText(block)
  return 'children' in block && block.children.length > 0 ? [own, ...block.children.map(blockText)].join('\n') : own
}
