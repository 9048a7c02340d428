import { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { computed, METADATA } from '../../src/browser/editor/computed.js'
import { core, toEditor } from '../../src/edit/index.js'
import { readPolicy } from '../../src/read/index.js'
import { cursor } from './editing.js'
import { editor } from './random-edits.js'

const TEXT = `---
title: Reglement
lang: nl
numbering: { headings: [{ style: decimal, prefix: Artikel }], items: [lower-alpha] }
parameters: { naam: De Linde }
---

# Lenen {#lenen}

{{naam}} leent uit volgens artikel [](#foto) en [](#lenen).[^1] {#uitlenen}

1. Een lezer leent vijf boeken. {#foto}
2. Zie [](#foto), [](#lenen) of **[](#uitlenen)**. {#zie}

# Slot

Wie [](#niemand) leest.[^2]

[^1]: Ook voor {{naam}}.

[^2]: Zie [](#zie).
`

/** What is shown beside the words of a document: where, and with what. */
const shown = (state: EditorState): string[] =>
  (METADATA.getState(state)?.decorations.find() ?? []).map(({ ...each }) => JSON.stringify(each)).sort()

describe('what is computed', () => {
  const { value } = readPolicy(TEXT, 'test.md')
  const plugins = [...core(), computed(value.metadata)]
  const begun = () => EditorState.create({ doc: toEditor(value), plugins })
  const anew = ({ doc }: EditorState) => shown(EditorState.create({ doc, plugins }))

  it('is after each step what would be computed of the whole document', () => {
    const step = editor(919)
    let state = begun()
    for (let at = 0; at < 300; at++) {
      const made = step(state)
      state = made.state
      expect(shown(state), `step ${at}, ${made.name}`).toEqual(anew(state))
    }
  })

  it('follows the words before a reference, which say what is printed in it', () => {
    let state = cursor(begun(), 'volgens artikel ', 'volgens artikel '.length)
    const printed = new Set<string>()
    for (let left = 'artikel '.length; left > 0; left--) {
      const { from } = state.selection
      state = state.apply(state.tr.delete(from - 1, from))
      expect(shown(state)).toEqual(anew(state))
      printed.add(shown(state).join())
    }
    expect(printed.size).toBeGreaterThan(1)
  })
})
