/// <reference lib="dom" />
import { inputRules, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { Node } from 'prosemirror-model'
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { core, insert, KEYS, saysTheSame, schema, targetsIn } from '../../edit/index.js'
import { listen } from '../desk/listen.js'
import { Beside } from './beside.js'
import { computed, METADATA, metadataIn } from './computed.js'
import { settle, tell } from './conflict.js'
import { askFor, choose } from './dialogs.js'
import { FactFields } from './facts.js'
import { handle } from './handle.js'
import { Memory } from './memory.js'
import { nodeViews } from './node-views.js'
import { type Begun, element, type Say, sayFrom, send } from './page.js'
import { idsIn, pasteWithNotes, tidyPasted, withoutStrangers } from './paste.js'
import { Saver, type SaveState } from './save.js'
import { heard, selection } from './selection.js'
import { type Asking, toolbar } from './toolbar.js'

/** Lines that begin as a list does become one. */
const lists = (): Plugin =>
  inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*•]\s$/, schema.nodes.list, { ordered: false, start: 1 }),
      wrappingInputRule(/^(?:1|a|i)[.)]\s$/, schema.nodes.list, { ordered: true, start: 1 }),
    ],
  })

function start(place: HTMLElement, begun: Begun): void {
  const say = sayFrom(begun.words)
  const fresh = Node.fromJSON(schema, begun.doc)
  const doing = (act: () => unknown) => () => {
    void act()
    return true
  }
  const keys = keymap({
    ...KEYS,
    'Mod-k': doing(() => ask('link')),
    'Shift-Mod-9': doing(() => ask('reference')),
    'Alt-F10': doing(() => bar.focus()),
  })
  const plugins: readonly Plugin[] = [selection(), lists(), keys, ...core(), computed(begun.metadata), handle(say)]
  const memoryKey = `clausule:${begun.address}`

  // What was done before this page was loaded. The file may hold more of it than the page was told, when it was left while it saved.
  const kept = Memory.kept(memoryKey)
  const played = kept && Memory.played(kept, plugins)
  // Two pages of one policy keep what they did in one place: what was kept is believed where it gives the text that was saved.
  const isAhead = played !== undefined && kept?.seen === begun.seen && saysTheSame(played.base, fresh)
  const isThere = played !== undefined && saysTheSame(played.state.doc, fresh)
  // Typed on a text that is another by now: it is not lost, and not put over it.
  const isApart = played !== undefined && !played.state.doc.eq(played.base)
  const state =
    played && (isAhead || isThere || isApart) ? played.state : EditorState.create({ doc: fresh, plugins: [...plugins] })
  const known = new Set([fresh, state.doc, ...(played ? [played.first, played.base] : [])].flatMap((doc) => [...idsIn(doc)]))
  const memory = new Memory(memoryKey, state.doc, begun.seen)
  // Of a text that is apart the file it was saved as stays known, until it is settled: loaded anew the page would write over the other.
  if (kept && state === played?.state) memory.resume(kept)

  const notices = element('div', { className: 'editor-notices' })
  const standing = element('span', { className: 'standing', role: 'status' })
  const told = (now: SaveState, reason?: string) => {
    const words = reason ?? say(now)
    if (standing.textContent !== words) standing.textContent = words
    if (standing.dataset.standing !== now) standing.dataset.standing = now
  }
  const bar = toolbar(
    () => heard(view),
    say,
    (what) => void ask(what),
  )
  bar.bar.append(standing)
  const text = element('div', { className: 'editor-text', lang: begun.lang })
  for (const panel of document.querySelectorAll<HTMLElement>('.editor-panel')) panel.hidden = false
  place.replaceChildren(bar.bar, notices, text, help(say))

  const view: EditorView = new EditorView(text, {
    state,
    attributes: { id: '_text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': say('label'), spellcheck: 'true' },
    nodeViews: nodeViews(say, begun.source),
    transformPastedHTML: (markup) =>
      tidyPasted(markup, insert.noteNames(view.state.doc), () => tell(notices, say('table.unmerged'), say)),
    handlePaste: (_, __, slice) => pasteWithNotes(view, slice),
    transformPasted: (slice) => withoutStrangers(slice, known),
    dispatchTransaction(tr) {
      if (tr.getMeta(Saver.OWN)) for (const id of idsIn(tr.doc)) known.add(id)
      const { state: next, transactions } = view.state.applyTransaction(tr)
      view.updateState(next)
      bar.later()
      if (tr.docChanged) memory.note(tr, historyOf(tr))
      for (const each of transactions) saver.changed(each)
      if (tr.docChanged) beside.later()
      if (tr.getMeta(METADATA)) beside.values()
    },
  })
  const saver: Saver = new Saver(
    () => heard(view),
    { doc: fresh, seen: begun.seen },
    {
      send: (value) => send(begun.address, value),
      say,
      onStanding: told,
      onSaved: (seen, count) => {
        memory.saved(seen, count)
        notices.querySelector('.editor-conflict')?.remove()
      },
      onSent: (counts) => memory.sends(counts),
      countNow: () => memory.count,
      goneFrom: (doc) => {
        const standing = idsIn(doc)
        return [...known].filter((id) => !standing.has(id))
      },
      onConflict: (theirs, base) => {
        void facts.refresh()
        return settle(heard(view), base, theirs, saver, say, notices)
      },
    },
  )
  const beside = new Beside(() => view, begun.address, saver, say)
  const facts = new FactFields(begun.facts, saver, begun.address, say)
  bar.later()
  told('saved')
  // What the file may hold of this text it has with names, which the text takes from it.
  if (played && state === played.state && !isAhead)
    saver.meet({ seen: begun.seen, doc: begun.doc, parameters: begun.metadata.parameters ?? {} }, played.base, played.sent)
  else if (!view.state.doc.eq(fresh)) void saver.now()

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !saver.isSaved) void saver.now(true)
  })
  addEventListener('beforeunload', (event) => {
    memory.keep()
    if (!saver.isSaved) event.preventDefault()
  })
  view.dom.addEventListener('blur', () => void saver.now(true))
  listen({ onChange: () => void look(begun.address, saver) })

  async function ask(what: Asking): Promise<void> {
    if (what === 'link') {
      const url = await askFor(say('link'), say('link.address'), 'https://', say)
      if (url !== undefined) insert.link(url === 'https://' ? '' : url)(view.state, view.dispatch)
    } else if (what === 'reference') {
      const choices = targetsIn(view.state.doc, metadataIn(view.state)).map(({ id, number, words }) => ({
        value: id,
        label: number,
        words,
      }))
      const id = await choose(say('reference'), choices, say)
      if (id !== undefined) insert.reference(id)(view.state, view.dispatch)
    } else {
      const parameters = Object.entries(metadataIn(view.state).parameters ?? {})
      const choices = parameters.map(([name, value]) => ({
        value: name,
        label: name,
        words: typeof value === 'object' ? '' : String(value),
      }))
      const name = await choose(say('parameter'), choices, say)
      if (name !== undefined) insert.parameter(name)(view.state, view.dispatch)
    }
    view.focus()
  }
}

/** What keys do, for who has no mouse or wants none. */
const help = (say: Say): HTMLElement =>
  element(
    'details',
    { className: 'editor-help' },
    element('summary', {}, say('help')),
    element('ul', {}, ...['enter', 'tab', 'move', 'insert', 'tools'].map((name) => element('li', {}, say(`help.${name}`)))),
  )

/** Whether a transaction takes something back or does it again. */
function historyOf(tr: Transaction): 'undo' | 'redo' | undefined {
  const meta = tr.getMeta('history$') as { redo: boolean } | undefined
  return meta === undefined ? undefined : meta.redo ? 'redo' : 'undo'
}

/** Looks again when files changed: what somebody else wrote comes into the text at once. */
async function look(address: string, saver: Saver): Promise<void> {
  const response = await fetch(`${address}/judge`).catch(() => undefined)
  const { seen } = ((await response?.json().catch(() => undefined)) ?? {}) as { seen?: string }
  if (seen !== undefined && seen !== saver.seen) void saver.look()
}

const place = document.getElementById('_editor')
if (place?.dataset.editor) start(place, JSON.parse(place.dataset.editor) as Begun)
