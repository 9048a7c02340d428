import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state'
import type { Mapping } from 'prosemirror-transform'
import { byBlock } from './by-block.js'
import { FRESH, schema } from './schema.js'
import { isWordsAlone } from './words-alone.js'

/**
 * Keeps what is permanent: an id belongs to one clause, or to the variants of one provision. Where an edit doubles one, the clause that had it
 * keeps it, and the copy is a clause of its own, to be named when it is written. A note that is marked twice becomes two notes.
 */
export const permanent = (): Plugin =>
  new Plugin({
    appendTransaction(transactions, before, after) {
      if (transactions.every(isWordsAlone)) return null
      const tr = after.tr
      keepIds(tr, before, after, transactions)
      keepNotes(tr, before, after, transactions)
      pairNotes(tr, before)
      keepOutOfNotes(tr)
      return tr.docChanged ? tr : null
    },
  })

type Places = ReadonlyMap<string, readonly number[]>

/** Where each name stands, of names that nodes have. */
function placesBy(nameOf: (node: Node) => string | undefined): (doc: Node) => Places {
  const named = byBlock(nameOf)
  return (doc) => {
    const found = new Map<string, number[]>()
    for (const [pos, name] of named(doc)) {
      const places = found.get(name)
      if (places) places.push(pos)
      else found.set(name, [pos])
    }
    return found
  }
}

/** The places that are new of a name that stands more often than it may. */
function copies(before: Places, after: Places, transactions: readonly Transaction[]): number[] {
  return [...after].flatMap(([name, places]) => {
    const old = before.get(name) ?? []
    const tooMany = places.length - Math.max(1, old.length)
    if (tooMany <= 0) return []
    const kept = new Set(old.map((pos) => through(transactions, pos)))
    const fresh = places.filter((pos) => !kept.has(pos))
    // Where all moved at once nobody can tell which was first: the first in the text is.
    const rest = places.slice(1).filter((pos) => !fresh.includes(pos))
    return [...fresh, ...rest.toReversed()].slice(0, tooMany)
  })
}

const through = (transactions: readonly { readonly mapping: Mapping }[], pos: number): number =>
  transactions.reduce((at, { mapping }) => mapping.map(at, 1), pos)

const idsIn = placesBy(({ attrs }) =>
  typeof attrs.id === 'string' ? JSON.stringify([attrs.id, attrs.values?.variant ?? null]) : undefined,
)

function keepIds(tr: Transaction, before: EditorState, after: EditorState, transactions: readonly Transaction[]): void {
  for (const pos of copies(idsIn(before.doc), idsIn(after.doc), transactions)) tr.setNodeAttribute(pos, 'id', FRESH.id)
}

const marksIn = placesBy(({ type, attrs }) => (type === schema.nodes.noteMark ? attrs.name : undefined))
const notesIn = placesBy(({ type, attrs }) => (type === schema.nodes.note && attrs.name !== '' ? attrs.name : undefined))

function keepNotes(tr: Transaction, before: EditorState, after: EditorState, transactions: readonly Transaction[]): void {
  const marks = marksIn(after.doc)
  const notes = notesIn(after.doc)
  const taken = new Set([...marks.keys(), ...notes.keys()])
  for (const pos of copies(marksIn(before.doc), marks, transactions)) {
    const mark = tr.doc.nodeAt(pos)
    if (!mark) continue
    const name = freeName(mark.attrs.name, taken)
    taken.add(name)
    tr.setNodeMarkup(pos, null, { name, label: null })
    const [at] = notes.get(mark.attrs.name) ?? []
    const note = at === undefined ? undefined : after.doc.nodeAt(at)
    if (note) tr.insert(tr.doc.content.size, schema.nodes.note.create({ name }, note.children.map(withoutIds)))
  }
  const doubled = copies(notesIn(before.doc), notesIn(tr.doc), [...transactions, tr])
  for (const pos of doubled) {
    const name = freeName(tr.doc.nodeAt(pos)?.attrs.name, taken)
    taken.add(name)
    tr.setNodeAttribute(pos, 'name', name)
  }
}

/** A mark goes with its note; one that comes without gets a note to write in. */
function pairNotes(tr: Transaction, before: EditorState): void {
  const notes = notesIn(tr.doc)
  const alone = [...marksIn(tr.doc)].filter(([name]) => !notes.has(name))
  if (alone.length === 0) return
  const had = notesIn(before.doc)
  const gone = alone.flatMap(([name, places]) => (had.has(name) ? places : []))
  for (const [name] of alone)
    if (!had.has(name)) tr.insert(tr.doc.content.size, schema.nodes.note.create({ name }, schema.nodes.paragraph.create()))
  for (const pos of gone.toSorted((a, b) => b - a)) tr.delete(pos, pos + 1)
}

/**
 * What was put or left behind the body or behind a note fits there in a note alone, and gets one around it that no mark leads to: no file could hold
 * it. It is of what it stands behind, so that it stays where it is shown.
 */
function keepOutOfNotes(tr: Transaction): void {
  let end = tr.doc.content.size
  for (const [at, node] of [...tr.doc.children.entries()].toReversed()) {
    const start = end - node.nodeSize
    if (node.type === schema.nodes.note && node.attrs.name === '') {
      if (tr.doc.child(at - 1).type === schema.nodes.note) tr.join(start)
      else tr.replaceWith(start, end, node.content)
    }
    end = start
  }
}

/** A node and all in it without ids. */
export function withoutIds(node: Node): Node {
  const attrs = 'id' in node.attrs ? { ...node.attrs, id: FRESH.id } : node.attrs
  if (node.isLeaf) return node.isText ? node : node.type.create(attrs, null, node.marks)
  return node.type.create(attrs, node.inlineContent ? node.content : node.children.map(withoutIds), node.marks)
}

/** The first of `name-2`, `name-3` … that nobody has; of a number the next. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  const stem = /^\d+$/.test(name) ? '' : `${name.replace(/-\d+$/, '')}-`
  for (let number = 2; ; number++) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`
}
