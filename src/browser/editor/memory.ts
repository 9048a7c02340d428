/// <reference lib="dom" />
import { redo, undo } from 'prosemirror-history'
import { Node } from 'prosemirror-model'
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state'
import { Mapping, Step } from 'prosemirror-transform'
import { schema } from '../../edit/index.js'
import type { Sent } from './save.js'

/** What a person did, in the order in which they did it: played again it gives the text, and all that can be taken back. */
type Act =
  | { readonly undo: true }
  | { readonly redo: true }
  | { readonly steps: readonly object[]; readonly time: number; readonly own?: true }

interface Kept {
  /** The file as it was last saved, and how many acts it holds. */
  readonly seen: string
  readonly saved: number
  /** How many acts the texts hold that were sent since, and not answered for. */
  readonly sent: readonly number[]
  readonly start: object
  readonly acts: readonly Act[]
}

interface Played {
  readonly first: Node
  readonly base: Node
  /** The texts the file may hold without the page having been told: those that were sent, and the last. */
  readonly sent: readonly Sent[]
  readonly state: EditorState
}

/** More acts than anybody takes back. */
const MOST = 2000
// In milliseconds: a burst of keys is kept once.
const PAUSE = 250

/** Remembers in this browser what was done to a text, so that a page that is loaded anew can go on, and take back. */
export class Memory {
  #acts: Act[] = []
  #start: object
  #doc: Node
  #saved = 0
  #sent: readonly number[] = []
  #kept: object | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly key: string,
    start: Node,
    private seen: string,
  ) {
    this.#start = start.toJSON()
    this.#doc = start
    addEventListener('pagehide', () => this.keep())
  }

  /** What was done to the text of this file before; undefined where the browser knows of nothing, or keeps nothing. */
  static kept(key: string): Kept | undefined {
    try {
      const acts = localStorage.getItem(key)
      const start = localStorage.getItem(`${key}:start`)
      return acts === null || start === null ? undefined : { sent: [], ...JSON.parse(acts), start: JSON.parse(start) }
    } catch {
      return undefined
    }
  }

  /** The document that was begun with, the one that was last saved, and the state that what was done leads to; undefined where it leads nowhere. */
  static played({ start, acts, saved, sent: counts }: Kept, plugins: readonly Plugin[]): Played | undefined {
    try {
      let base: Node | undefined
      const sent: Sent[] = []
      const first = Node.fromJSON(schema, start)
      let state = EditorState.create({ doc: first, plugins: [...plugins] })
      const act = (tr: Transaction) => {
        const applied = state.applyTransaction(tr)
        state = applied.state
        for (const { since } of sent) for (const { mapping } of applied.transactions) since.appendMapping(mapping)
      }
      const reached = (count: number) => {
        if (count === saved) base = state.doc
        if (count === acts.length || counts.includes(count)) sent.push({ doc: state.doc, count, since: new Mapping() })
      }
      for (const [at, each] of acts.entries()) {
        reached(at)
        if ('undo' in each) undo(state, act)
        else if ('redo' in each) redo(state, act)
        else {
          const tr = state.tr.setTime(each.time)
          for (const step of each.steps) tr.step(Step.fromJSON(schema, step))
          if (each.own) tr.setMeta('addToHistory', false)
          act(tr)
        }
      }
      reached(acts.length)
      return { first, state, sent, base: base ?? state.doc }
    } catch {
      return undefined
    }
  }

  /** Goes on from what was kept. */
  resume({ seen, start, acts, saved, sent }: Kept): void {
    this.seen = seen
    this.#start = start
    this.#acts = [...acts]
    this.#saved = saved
    this.#sent = sent
  }

  note(tr: Transaction, history: 'undo' | 'redo' | undefined): void {
    if (history) this.#acts.push(history === 'undo' ? { undo: true } : { redo: true })
    else if (tr.docChanged) {
      const own = tr.getMeta('addToHistory') === false
      this.#acts.push({ steps: tr.steps.map((step) => step.toJSON()), time: tr.time, ...(own ? { own } : {}) })
    } else return
    this.#doc = tr.doc
    this.#timer ??= setTimeout(() => this.keep(), PAUSE)
  }

  /** How many acts there are now: what a save that begins now holds. */
  get count(): number {
    return this.#acts.length
  }

  /** Texts of so many acts are on their way: they may be in the file without this page ever hearing of it. */
  sends(counts: readonly number[]): void {
    this.#sent = counts
    this.keep()
  }

  saved(seen: string, count = this.#saved): void {
    this.seen = seen
    this.#saved = count
    this.#sent = []
    if (count > MOST && count === this.#acts.length) {
      // All is in the file: what comes next begins there.
      this.#start = this.#doc.toJSON()
      this.#acts = []
      this.#saved = 0
    }
    this.keep()
  }

  keep(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    try {
      // What was begun with is large, and stays the same.
      if (this.#kept !== this.#start) localStorage.setItem(`${this.key}:start`, JSON.stringify(this.#start))
      this.#kept = this.#start
      const kept: Omit<Kept, 'start'> = { seen: this.seen, saved: this.#saved, sent: this.#sent, acts: this.#acts }
      localStorage.setItem(this.key, JSON.stringify(kept))
    } catch {
      // A browser that keeps nothing, or whose store is full: the file has the text all the same.
      localStorage.removeItem(this.key)
    }
  }
}
