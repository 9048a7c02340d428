import type { Node } from 'prosemirror-model'
import { clauses, type Inline, inlinesOf, isReference, type Metadata, type Policy, plainText } from '../model/index.js'
import { referenceText, resolve } from '../resolve/index.js'
import { fromEditor } from './from-editor.js'
import { schema } from './schema.js'

const { nodes } = schema

/** What is computed for the document, by where it stands. */
export interface Computed {
  /** The number in front of a clause; by the start of its node: of the item, for an item. */
  readonly labels: ReadonlyMap<number, string>
  /** What a reference or parameter prints. */
  readonly printed: ReadonlyMap<number, string>
  /** References to clauses that are not there. */
  readonly broken: ReadonlySet<number>
  /** The marks of notes, counted in the order of the text. */
  readonly notes: ReadonlyMap<string, string>
  /** Every clause that can be referred to, in order. */
  readonly targets: readonly Target[]
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
  const body = fromEditor(doc)
  const policy: Policy = { file: '', metadata, yaml: '', ...body }
  const { value } = resolve(policy)
  const labels = new Map<number, string>()
  const printed = new Map<number, string>()
  const broken = new Set<number>()
  const targets: Target[] = []
  const places = placesOf(doc)
  let at = 0
  const source = clauses(policy)
  for (const clause of value.clauses) {
    if (clause.kind === 'note') continue
    const place = places[at++]
    if (!place) break
    if (clause.label !== undefined) labels.set(place.labelled, clause.label)
    const before = source[clause.index]?.node
    if (before) {
      const words = wordsBeside(before, clause.node)
      let next = 0
      eachAtom(place.node, place.pos, (node, pos) => {
        const text = words[next++]
        if (text !== undefined) printed.set(pos, text)
        if (node.type === nodes.reference && !value.byId.has(node.attrs.target)) broken.add(pos)
      })
    }
    if (clause.id !== undefined && place.node.type !== nodes.opaque)
      targets.push({
        id: clause.id,
        number: clause.number ?? referenceText(clause),
        words: plainText(clause.node).slice(0, LONGEST),
      })
  }
  return { labels, printed, broken, notes: notesIn(doc), targets }
}

interface ClausePlace {
  readonly node: Node
  readonly pos: number
  /** Where the block starts that shows the number. */
  readonly labelled: number
}

/** The clauses of a document in the order in which the model lists them; those of notes are no clauses. */
export function placesOf(doc: Node): readonly ClausePlace[] {
  const found: ClausePlace[] = []
  doc.descendants((node, pos, parent, index) => {
    if (node.type === nodes.note) return false
    const isClause = node.isTextblock || node.type === nodes.table || node.type === nodes.opaque
    if (isClause) found.push({ node, pos, labelled: parent?.type === nodes.item && index === 0 ? pos - 1 : pos })
    return !isClause
  })
  return found
}

function eachAtom(block: Node, pos: number, visit: (node: Node, pos: number) => void): void {
  block.descendants((node, offset) => {
    if (node.type === nodes.reference || node.type === nodes.parameter) visit(node, pos + 1 + offset)
  })
}

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

function notesIn(doc: Node): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  doc.descendants((node) => {
    if (node.type === nodes.noteMark && !found.has(node.attrs.name)) found.set(node.attrs.name, String(found.size + 1))
  })
  return found
}
