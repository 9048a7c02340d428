import { type EditorState, EditorState as State, TextSelection } from 'prosemirror-state'
import { core, KEYS, toEditor } from '../../src/edit/index.js'
import { readPolicy } from '../../src/read/index.js'

/** An editor on a text, with the cursor so many letters behind the start of some of its words. */
export function at(source: string, words: string, offset = 0): EditorState {
  const doc = toEditor(readPolicy(source, 'test.md').value)
  return cursor(State.create({ doc, plugins: [...core()] }), words, offset)
}

/** The cursor at other words, or a selection over so many letters of them. */
export function cursor(state: EditorState, words: string, offset = 0, length = 0): EditorState {
  let found: number | undefined
  state.doc.descendants((node, pos) => {
    const index = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (index >= 0) found ??= pos + index + offset
  })
  if (found === undefined) throw new Error(`"${words}" is not in the text`)
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, found, found + length)))
}

export const typed = (state: EditorState, words: string): EditorState => state.apply(state.tr.insertText(words))

/** What is there after some keys. */
export function pressed(state: EditorState, ...keys: readonly string[]): EditorState {
  return keys.reduce((before, key) => {
    let after = before
    KEYS[key]?.(before, (tr) => {
      after = before.apply(tr)
    })
    return after
  }, state)
}

/** The clauses of a document: the id of each, or a dash, and its words, indented as deep as it stands. */
export function outline({ doc }: EditorState): string[] {
  const lines: string[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock || node.type.name === 'cell') return
    const depth = Math.max(0, doc.resolve(pos).depth)
    const kind = node.type.name === 'heading' ? `${'#'.repeat(node.attrs.level)} ` : ''
    lines.push(`${'  '.repeat(depth / 2)}${kind}${node.textContent} (${node.attrs.id ?? '–'})`)
  })
  return lines
}
