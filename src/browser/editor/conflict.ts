/// <reference lib="dom" />
import { closeHistory } from 'prosemirror-history'
import { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { mergeDocuments, schema } from '../../edit/index.js'
import { METADATA, metadataIn } from './computed.js'
import { element, type Say } from './page.js'
import type { Saver, Theirs } from './save.js'

/** Clauses that are shown beside each other, at most. */
const MOST = 40

/**
 * Settles that the file was changed by somebody else: what both did is put together where no clause was changed by both; else both are shown, and a
 * person chooses. Whatever is chosen, the other text is one step back.
 */
export function settle(view: EditorView, base: Node, theirs: Theirs, saver: Saver, say: Say, place: HTMLElement): boolean {
  const mine = view.state.doc
  const other = Node.fromJSON(schema, theirs.doc)
  const put = (doc: Node) => {
    const step = replaced(view, doc)
    if (step) view.dispatch(closeHistory(step))
  }
  const goOn = () => {
    const metadata = { ...metadataIn(view.state), parameters: theirs.parameters }
    view.dispatch(view.state.tr.setMeta(METADATA, metadata).setMeta('addToHistory', false))
    saver.rebase(theirs, other)
  }
  const merged = mergeDocuments(base, mine, other)
  if (merged) {
    put(merged)
    goOn()
    if (!mine.eq(base) && !other.eq(base)) tell(place, say('conflict.merged'), say)
    return true
  }
  const button = (words: string, choose: () => void) => {
    const made = element('button', { type: 'button' }, words)
    made.addEventListener('click', () => {
      place.replaceChildren()
      choose()
      goOn()
      view.focus()
    })
    return made
  }
  const keepMine = () => {
    // What was typed since both were shown is mine too. The text that is not chosen is one step back.
    const now = view.state.doc
    put(other)
    put(now)
  }
  place.replaceChildren(
    element(
      'section',
      { className: 'notice wrong editor-conflict', role: 'alert' },
      element('h2', {}, say('conflict')),
      element('p', {}, say('conflict.why')),
      compared(mine, other, say),
      element(
        'p',
        { className: 'acts' },
        button(say('conflict.mine'), keepMine),
        ' ',
        button(say('conflict.theirs'), () => put(other)),
      ),
    ),
  )
  place.scrollIntoView({ block: 'nearest' })
  return false
}

/** One step from the text as it is to another; only what differs is touched, so that the cursor stays. */
function replaced(view: EditorView, doc: Node) {
  const { doc: now, tr } = view.state
  const start = now.content.findDiffStart(doc.content)
  const end = now.content.findDiffEnd(doc.content)
  if (start === null || !end) return undefined
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  tr.replace(start, end.a + overlap, doc.slice(start, end.b + overlap))
  // What is replaced is made to fit where it stands; where that gives another text the whole is put there.
  return tr.doc.eq(doc) ? tr : view.state.tr.replaceWith(0, now.content.size, doc.content)
}

function compared(mine: Node, other: Node, say: Say): HTMLElement {
  const texts = (doc: Node) => {
    const found: { readonly key: string; readonly words: string }[] = []
    doc.descendants((node) => {
      if (node.isTextblock) found.push({ key: node.attrs.id ?? node.textContent, words: node.textContent })
    })
    return found
  }
  const theirs = new Map(texts(other).map(({ key, words }) => [key, words]))
  const own = new Map(texts(mine).map(({ key, words }) => [key, words]))
  const keys = [...new Set([...own.keys(), ...theirs.keys()])].filter((key) => own.get(key) !== theirs.get(key))
  const row = (key: string) =>
    element('tr', {}, element('td', {}, own.get(key) ?? '–'), element('td', {}, theirs.get(key) ?? '–'))
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col' }, say('conflict.mine')),
    element('th', { scope: 'col' }, say('conflict.theirs')),
  )
  return element(
    'div',
    { className: 'scrolls', tabindex: '0' },
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...keys.slice(0, MOST).map(row))),
    ...(keys.length > MOST ? [element('p', {}, say('more', { count: keys.length - MOST }))] : []),
  )
}

/** Says something above the text, until it is closed. */
export function tell(place: HTMLElement, words: string, say: Say): void {
  const close = element('button', { type: 'button', 'aria-label': say('close') }, '×')
  const note = element('div', { className: 'notice info', role: 'status' }, element('p', {}, words), close)
  close.addEventListener('click', () => note.remove())
  place.replaceChildren(note)
}
