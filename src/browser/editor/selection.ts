/// <reference lib="dom" />
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/**
 * Takes over where the browser has the cursor. A browser moves it at once and tells of it some moments later: the next key, or a save that gives a
 * clause its name, may come between. It would be done to what was selected before, and put the cursor back there.
 */
export function heard(view: EditorView): EditorView {
  if (!view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
  return view
}

const hear = (view: EditorView): false => {
  heard(view)
  return false
}

/** Before anything is done to the selection it is the one that is seen. */
export const selection = (): Plugin =>
  new Plugin({ props: { handleDOMEvents: { keydown: hear, beforeinput: hear, copy: hear, cut: hear, paste: hear } } })
