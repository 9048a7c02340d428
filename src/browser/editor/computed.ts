import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { type Computed, compute, isWordsAlone, schema } from '../../edit/index.js'
import type { Metadata } from '../../model/index.js'

interface Shown {
  readonly metadata: Metadata
  /** Of this document, or of one that differs from it in words that nothing is computed from. */
  readonly decorations: DecorationSet
}

const key = new PluginKey<Shown>('computed')

/** What is computed for the document that is shown. */
export const computedIn = ({ doc }: EditorState, metadata: Metadata): Computed => compute(doc, metadata)
export const metadataIn = (state: EditorState): Metadata => (key.getState(state) as Shown).metadata

/** A transaction that brings other values of parameters. */
export const METADATA = key

/** Numbers, references and values, computed anew with every step they may follow from and shown where they stand. */
export const computed = (metadata: Metadata): Plugin =>
  new Plugin<Shown>({
    key,
    state: {
      init: (_, { doc }) => ({ metadata, decorations: shown(doc, metadata) }),
      apply: (tr, before) => {
        const next = tr.getMeta(key) as Metadata | undefined
        if (next) return { metadata: next, decorations: shown(tr.doc, next) }
        if (!tr.docChanged) return before
        const decorations = isWordsAlone(tr) ? before.decorations.map(tr.mapping, tr.doc) : shown(tr.doc, before.metadata)
        return { ...before, decorations }
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  })

function shown(doc: Node, metadata: Metadata): DecorationSet {
  const found = compute(doc, metadata)
  const decorations: Decoration[] = []
  const at = (pos: number, size: number, attrs: Record<string, string>) =>
    decorations.push(Decoration.node(pos, pos + size, attrs))
  for (const [pos, label] of found.labels) at(pos, doc.nodeAt(pos)?.nodeSize ?? 1, { 'data-label': label })
  // What an atom shows goes by its specification: its own view puts it there as words.
  for (const [pos, text] of found.printed)
    decorations.push(Decoration.node(pos, pos + 1, {}, { text, broken: found.broken.has(pos) }))
  doc.descendants((node, pos) => {
    if (node.type === schema.nodes.noteMark) {
      decorations.push(Decoration.node(pos, pos + 1, {}, { text: found.notes.get(node.attrs.name) ?? '?' }))
    } else if (node.type === schema.nodes.note) at(pos, node.nodeSize, { 'data-label': found.notes.get(node.attrs.name) ?? '' })
  })
  return DecorationSet.create(doc, decorations)
}
