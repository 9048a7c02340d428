/// <reference lib="dom" />
import { redo, undo } from 'prosemirror-history'
import { Node } from 'prosemirror-model'
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import { schema } from '../../edit/index.js'

/** What a person did, in the order in which they did it: played again it gives the text, and all that can be taken back. */
type Act =
  | { readonly undo: true }
  | { readonly redo: true }
  | { readonly steps: readonly object[]; readonly time: number; readonly own?: true }

interface Kept {
  /** The file as it was last saved, and how many acts it holds. */
  readonly seen: string
  readonly saved: number
  readonly start: object
  readonly acts: readonly Act[]
}

interface Played {
  readonly first: Node
  readonly base: Node
  readonly state: EditorState
}

/** More acts than anybody takes back. */
const MOST = 2000
const PAUSE = 250

/** Remembers in this browser what was done to a text, so that a page that is loaded anew can go on, and take back. */
export class Memory {
  #acts: Act[] = []
  #start: object
  #doc: Node
  #saved = 0
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
      return acts === null || start === null ? undefined : { ...JSON.parse(acts), start: JSON.parse(start) }
    } catch {
      return undefined
    }
  }

  /** The document that was begun with, the one that was last saved, and the state that what was done leads to; undefined where it leads nowhere. */
  static played({ start, acts, saved }: Kept, plugins: readonly Plugin[]): Played | undefined {
    try {
      let base: Node | undefined
      const first = Node.fromJSON(schema, start)
      let state = EditorState.create({ doc: first, plugins: [...plugins] })
      const act = (tr: Transaction) => {
        state = state.apply(tr)
      }
      for (const [at, each] of acts.entries()) {
        if (at === saved) base = state.doc
        if ('undo' in each) undo(state, act)
        else if ('redo' in each) redo(state, act)
        else {
          const tr = state.tr.setTime(each.time)
          for (const step of each.steps) tr.step(Step.fromJSON(schema, step))
          if (each.own) tr.setMeta('addToHistory', false)
          act(tr)
        }
      }
      return { first, state, base: base ?? state.doc }
    } catch {
      return undefined
    }
  }

  /** Goes on from what was kept. */
  resume({ seen, start, acts, saved }: Kept): void {
    this.seen = seen
    this.#start = start
    this.#acts = [...acts]
    this.#saved = saved
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

  saved(seen: string, count = this.#saved): void {
    this.seen = seen
    this.#saved = count
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
      const kept: Omit<Kept, 'start'> = { seen: this.seen, saved: this.#saved, acts: this.#acts }
      localStorage.setItem(this.key, JSON.stringify(kept))
    } catch {
      // A browser that keeps nothing, or whose store is full: the file has the text all the same.
      localStorage.removeItem(this.key)
    }
  }
}
