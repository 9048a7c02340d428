import type { Node } from 'prosemirror-model'
import { clauses, type Inline, inlinesOf, isReference, type Metadata, type Policy, plainText } from '../model/index.js'
import { type ResolvedClause, referenceText, resolve } from '../resolve/index.js'
import { byBlock } from './by-block.js'
import { fromEditor } from './from-editor.js'
import { schema } from './schema.js'

const { nodes } = schema

/** What stands in front of a clause or a note, and the size of the node that shows it. */
interface Label {
  readonly text: string
  readonly size: number
}

/** What is computed for the document, by where it stands. */
export interface Computed {
  /** The number in front of a clause, by the start of its node: of the item, for an item. In front of a note, the mark that leads to it. */
  readonly labels: ReadonlyMap<number, Label>
  /** What a reference, a parameter or the mark of a note prints. */
  readonly printed: ReadonlyMap<number, string>
  /** References to clauses that are not there. */
  readonly broken: ReadonlySet<number>
}

/** Letters by which a clause is known in a list. */
const LONGEST = 120

/** A clause as it can be referred to: what a reference prints, and how it begins. */
export interface Target {
  readonly id: string
  readonly number: string
  readonly words: string
}

/** Numbers, references and values as they will be printed. */
export function compute(doc: Node, metadata: Metadata): Computed {
  const policy = policyOf(doc, metadata)
  const { value } = resolve(policy)
  const labels = new Map<number, Label>()
  const printed = new Map<number, string>()
  const broken = new Set<number>()
  const source = clauses(policy)
  for (const [clause, { pos, labelled, size, atoms }] of shownIn(doc, value.clauses)) {
    if (clause.label !== undefined) labels.set(labelled, { text: clause.label, size })
    const before = source[clause.index]?.node
    if (!before || atoms.length === 0) continue
    const words = wordsBeside(before, clause.node)
    atoms.forEach(({ node, offset }, at) => {
      const text = words[at]
      if (text !== undefined) printed.set(pos + offset, text)
      if (node.type === nodes.reference && !value.byId.has(node.attrs.target)) broken.add(pos + offset)
    })
  }
  const numbers = new Map<string, string>()
  for (const [pos, name] of marksIn(doc)) {
    if (!numbers.has(name)) numbers.set(name, String(numbers.size + 1))
    printed.set(pos, numbers.get(name) ?? '')
  }
  for (const [pos, { attrs, nodeSize }] of notesIn(doc)) labels.set(pos, { text: numbers.get(attrs.name) ?? '', size: nodeSize })
  return { labels, printed, broken }
}

/** Every clause of the document that can be referred to, in order. */
export function targetsIn(doc: Node, metadata: Metadata): readonly Target[] {
  const { value } = resolve(policyOf(doc, metadata))
  return shownIn(doc, value.clauses).flatMap(([clause, { node }]): Target[] => {
    if (clause.id === undefined || node.type === nodes.opaque) return []
    const number = clause.number ?? referenceText(clause)
    return [{ id: clause.id, number, words: plainText(clause.node).slice(0, LONGEST) }]
  })
}

const policyOf = (doc: Node, metadata: Metadata): Policy => ({ file: '', metadata, yaml: '', ...fromEditor(doc) })

/** Each clause of a text beside where the document shows it. */
function shownIn(doc: Node, list: readonly ResolvedClause[]): readonly (readonly [ResolvedClause, ClausePlace])[] {
  const places = placesOf(doc)
  return list
    .filter(({ kind }) => kind !== 'note')
    .flatMap((clause, at) => {
      const place = places[at]
      return place ? [[clause, place] as const] : []
    })
}

interface ClausePlace {
  readonly node: Node
  readonly pos: number
  /** Where the block starts that shows the number, and its size. */
  readonly labelled: number
  readonly size: number
  /** The references and parameters in it, by how far behind its start they stand. */
  readonly atoms: readonly { readonly node: Node; readonly offset: number }[]
}

const isClause = (node: Node): boolean =>
  node.type !== nodes.cell && (node.isTextblock || node.type === nodes.table || node.type === nodes.opaque)

const clausesIn = byBlock(
  (node, parent, index) => {
    if (!isClause(node)) return undefined
    const isItem = parent.type === nodes.item && index === 0
    return { node, isItem, size: isItem ? parent.nodeSize : node.nodeSize, atoms: atomsIn(node) }
  },
  // Clauses of notes are no clauses of the policy.
  (node) => !isClause(node) && node.type !== nodes.note,
)

/** The clauses of a document in the order in which the model lists them; those of notes are no clauses. */
export const placesOf = (doc: Node): readonly ClausePlace[] =>
  clausesIn(doc).map(([pos, { isItem, ...place }]) => ({ ...place, pos, labelled: isItem ? pos - 1 : pos }))

function atomsIn(block: Node): ClausePlace['atoms'] {
  const found: { node: Node; offset: number }[] = []
  block.descendants((node, offset) => {
    if (node.type === nodes.reference || node.type === nodes.parameter) found.push({ node, offset: offset + 1 })
  })
  return found
}

const marksIn = byBlock(({ type, attrs }) => (type === nodes.noteMark ? (attrs.name as string) : undefined))
const notesIn = byBlock((node) => (node.type === nodes.note ? node : undefined))

type Words = Parameters<typeof inlinesOf>[0]

/** What each reference and each parameter of a clause became, in order. A text in front of a reference that nobody wrote is the word of the numbering. */
function wordsBeside(source: Words, made: Words): string[] {
  const words: string[] = []
  const after = inlinesOf(made)
  inlinesOf(source).forEach((content, at) => walk(content, after[at] ?? [], words))
  return words
}

function walk(source: readonly Inline[], made: readonly Inline[], words: string[]): void {
  let at = 0
  for (const inline of source) {
    let before = ''
    let other = made[at++]
    if (isReference(inline) && other?.type === 'text') {
      before = other.value
      other = made[at++]
    }
    if (isReference(inline)) {
      const [text] = other && 'children' in other ? (other.children as Inline[]) : []
      words.push(before + (text?.type === 'text' ? text.value : ''))
    } else if (inline.type === 'text' && inline.value.startsWith('{{') && inline.value.endsWith('}}'))
      words.push(other?.type === 'text' ? other.value : inline.value)
    else if ('children' in inline && other && 'children' in other)
      walk(inline.children as Inline[], other.children as Inline[], words)
  }
}
