import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { compute, isWordsAlone } from '../../edit/index.js'
import type { Metadata } from '../../model/index.js'

interface Shown {
  readonly metadata: Metadata
  /** Of this document, or of one that differs from it in words that nothing is computed from. */
  readonly decorations: DecorationSet
}

const key = new PluginKey<Shown>('computed')

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
  const { labels, printed, broken } = compute(doc, metadata)
  const numbers = [...labels].map(([pos, { text, size }]) => Decoration.node(pos, pos + size, { 'data-label': text }))
  // What an atom shows goes by its specification: its own view puts it there as words.
  const words = [...printed].map(([pos, text]) => Decoration.node(pos, pos + 1, {}, { text, broken: broken.has(pos) }))
  return DecorationSet.create(doc, [...numbers, ...words])
}
