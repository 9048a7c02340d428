/// <reference lib="dom" />
import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { Mapping, Transform } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import type { Metadata } from '../../model/index.js'
import { METADATA, metadataIn } from './computed.js'
import { send } from './page.js'

/** Milliseconds after the last key, and after the first that is not saved, until the text is written. */
const PAUSE = 250
const LATEST = 600

/** Where a text stands with its file. */
export type Standing = 'saved' | 'saving' | 'unsaved' | 'lost' | 'refused'

export interface Theirs {
  readonly seen: string
  readonly doc: object
  readonly parameters: NonNullable<Metadata['parameters']>
}

interface Told {
  readonly onStanding: (standing: Standing, reason?: string) => void
  /** The file is another than the one this text goes on from. True when it was settled, and the text can be saved on the new one. */
  readonly onConflict: (theirs: Theirs, base: Node) => boolean
  readonly onSaved: (seen: string, count: number) => void
  /** How many acts of the person there are: those a save that begins now holds. */
  readonly countNow: () => number
  /** Ids that were in the text, and are in the document no more. */
  readonly goneFrom: (doc: Node) => readonly string[]
}

/** Keeps the file as the text is: what was typed is in it within a second. */
export class Saver {
  /** Transactions that bring what the desk said, and are no edits of a person. */
  static readonly OWN = 'clausule$own'
  #base: Node
  #seen: string
  #since: Mapping | undefined
  #first = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #busy = false
  #held = false
  #filled: Promise<unknown> = Promise.resolve()
  /** The last save gave every clause its name, that under the cursor too. */
  #isNamed = false

  constructor(
    private readonly view: () => EditorView,
    private readonly address: string,
    { doc, seen }: { readonly doc: Node; readonly seen: string },
    private readonly told: Told,
  ) {
    this.#base = doc
    this.#seen = seen
  }

  get seen(): string {
    return this.#seen
  }

  get isSaved(): boolean {
    return !this.#busy && this.view().state.doc.eq(this.#base)
  }

  /** Takes note of what was typed. */
  changed(tr: Transaction): void {
    if (!tr.docChanged) return
    this.#since?.appendMapping(tr.mapping)
    if (tr.getMeta(Saver.OWN)) return
    this.told.onStanding('unsaved')
    this.#first ||= Date.now()
    this.#later(Math.max(0, Math.min(PAUSE, this.#first + LATEST - Date.now())))
  }

  /** Writes what is not written yet. `left`: nobody writes here any more, so that the clause under the cursor gets its name too. */
  async now(left = false): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#held) return
    if (this.#busy) return this.#later(PAUSE)
    if (left && this.#isNamed && this.isSaved) {
      // What was typed was taken back since: the file says it already.
      this.#first = 0
      return this.told.onStanding('saved')
    }
    const { state } = this.view()
    const doc = state.doc
    const count = this.told.countNow()
    this.#busy = true
    this.#first = 0
    this.#since = new Mapping()
    this.told.onStanding('saving')
    const response = await send(this.address, {
      act: 'save',
      doc: doc.toJSON(),
      seen: this.#seen,
      gone: this.told.goneFrom(doc),
      ...(left ? {} : { open: state.selection.head }),
    })
    const value = (await response?.json().catch(() => undefined)) as Record<string, never> | undefined
    this.#busy = false
    const since = this.#since
    this.#since = undefined
    if (!response || !value) {
      this.told.onStanding('lost')
      return this.#later(2000)
    }
    if (response.status === 409) return this.#settle(value as never)
    if (!response.ok) return this.told.onStanding('refused', value.reason)
    this.#seen = value.seen ?? this.#seen
    this.#isNamed = left
    this.#base = this.#name(doc, value.named ?? ([] as never), since)
    this.told.onSaved(this.#seen, count)
    const isAll = this.view().state.doc.eq(this.#base)
    this.told.onStanding(isAll ? 'saved' : 'unsaved')
    if (!isAll) this.#later(PAUSE)
  }

  /** Another text is the one to go on from: the one in the file, that was shown to the person. */
  rebase(theirs: Theirs, base: Node): void {
    this.#seen = theirs.seen
    this.#base = base
    this.#held = false
    void this.now()
  }

  /** What was filled in beside the text, in the order in which it was; what is wrong with it, in words. */
  fill(value: object): Promise<string | undefined> {
    const filled = this.#filled.then(() => this.#fill(value))
    this.#filled = filled.catch(() => undefined)
    return filled
  }

  async #fill(value: object): Promise<string | undefined> {
    await this.now()
    // One thing at a time is written: the file would be another than the next one goes on from.
    while (this.#busy) await new Promise((done) => setTimeout(done, 20))
    this.#busy = true
    const response = await send(this.address, { ...value, seen: this.#seen })
    this.#busy = false
    const answer = (await response?.json().catch(() => undefined)) as
      | { seen: string; reason?: string; parameters?: Metadata['parameters'] }
      | undefined
    if (!response?.ok || !answer) return answer?.reason ?? ''
    this.#seen = answer.seen
    this.told.onSaved(this.#seen, this.told.countNow())
    const view = this.view()
    if (answer.parameters) {
      const metadata = { ...metadataIn(view.state), parameters: answer.parameters }
      view.dispatch(view.state.tr.setMeta(METADATA, metadata).setMeta('addToHistory', false))
    }
    return undefined
  }

  #later(time: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.now(), time)
  }

  /** The file was another already when the page was loaded: this text goes on from the document `base`. */
  meet(theirs: Theirs, base: Node): void {
    this.#base = base
    this.#settle(theirs)
  }

  #settle(theirs: Theirs): void {
    this.#held = true
    this.told.onStanding('unsaved')
    if (this.told.onConflict(theirs, this.#base)) this.#held = false
  }

  /** Gives clauses the names they have in the file now, wherever they went meanwhile. */
  #name(sent: Node, named: readonly (readonly [number, string])[], since: Mapping): Node {
    if (named.length === 0) return sent
    const view = this.view()
    const tr = view.state.tr.setMeta('addToHistory', false).setMeta(Saver.OWN, true)
    for (const [pos, id] of named) {
      const at = since.mapResult(pos, 1)
      const node = at.deleted ? null : tr.doc.nodeAt(at.pos)
      if (node && 'id' in node.attrs && node.attrs.id === null) tr.setNodeAttribute(at.pos, 'id', id)
    }
    if (tr.docChanged) view.dispatch(tr)
    return withNames(sent, named)
  }
}

function withNames(doc: Node, named: readonly (readonly [number, string])[]): Node {
  const tr = new Transform(doc)
  for (const [pos, id] of named) tr.setNodeAttribute(pos, 'id', id)
  return tr.doc
}
