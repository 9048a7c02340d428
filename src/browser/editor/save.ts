/// <reference lib="dom" />
import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import { saysTheSame, schema } from '../../edit/index.js'
import type { Metadata } from '../../model/index.js'
import { METADATA, metadataIn } from './computed.js'
import { type Names, namesIn, withNames } from './names.js'
import type { Say } from './page.js'

/** Milliseconds after the last key until the text is written. */
const PAUSE = 250
/** And after the first that is not saved: who types on is saved within a second, the time of the request included. */
const LATEST = 600
/** Until it is sent again where nobody answered. */
const AGAIN = 2000
/** Texts nobody answered for that are known again in the file: what was sent first is what may have arrived. */
const MOST_UNHEARD = 20
/** How often something beside the text is sent on a file that others write in at the same time. */
const MOST_TRIES = 5

/** Where a text stands with its file. */
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'lost' | 'refused'

export interface Theirs {
  readonly seen: string
  readonly doc: object
  readonly parameters: NonNullable<Metadata['parameters']>
}

interface Told {
  /** Sends a value to the desk; undefined where nobody answers. */
  readonly send: (value: object) => Promise<Response | undefined>
  readonly say: Say
  readonly onStanding: (standing: SaveState, reason?: string) => void
  /** The file is another than the one this text goes on from. True when it was settled, and the text can be saved on the new one. */
  readonly onConflict: (theirs: Theirs, base: Node) => boolean
  /** The file is `seen` now; it holds the first `count` acts of the person, as many as before where nothing is said of them. */
  readonly onSaved: (seen: string, count?: number) => void
  /** Texts of so many acts are sent, or were and nobody answered: any of them may be in the file. */
  readonly onSent: (counts: readonly number[]) => void
  /** How many acts of the person there are: those a save that begins now holds. */
  readonly countNow: () => number
  /** Ids that were in the text, and are in the document no more. */
  readonly goneFrom: (doc: Node) => readonly string[]
}

/** A text that was sent, how many acts of the person it holds, and what was done to it since. */
export interface Sent {
  readonly doc: Node
  readonly count: number
  readonly since: Mapping
}

interface Answered {
  readonly status: number
  /** Empty where the desk says no with a page. */
  readonly value: Partial<Theirs> & { readonly named?: Names; readonly reason?: string }
}

/** Keeps the file as the text is: what was typed is in it within a second. */
export class Saver {
  /** Transactions that bring what the desk said, and are no edits of a person. */
  static readonly OWN = 'clausule$own'
  #base: Node
  #seen: string
  #first = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #busy = false
  /** The text in the file that is shown beside this one, until a person chose. */
  #shown: string | undefined
  /** Texts that were sent and not answered for. */
  #sent: Sent[] = []
  #filling = 0
  #filled: Promise<unknown> = Promise.resolve()
  /** Nobody writes here since the last key. */
  #left = false
  /** The last save gave every clause its name, that under the cursor too. */
  #isNamed = false

  constructor(
    private readonly view: () => Pick<EditorView, 'state' | 'dispatch'>,
    { doc, seen }: { readonly doc: Node; readonly seen: string },
    private readonly told: Told,
  ) {
    this.#base = doc
    this.#seen = seen
  }

  /** The file as this page knows it. */
  get seen(): string {
    return this.#shown ?? this.#seen
  }

  get isSaved(): boolean {
    return !this.#busy && this.#filling === 0 && this.view().state.doc.eq(this.#base)
  }

  /** Until all that was filled in beside the text was sent. */
  get filled(): Promise<unknown> {
    return this.#filled
  }

  /** Takes note of what was typed. */
  changed(tr: Transaction): void {
    if (!tr.docChanged) return
    for (const { since } of this.#sent) since.appendMapping(tr.mapping)
    if (tr.getMeta(Saver.OWN)) return
    this.#left = false
    this.told.onStanding('unsaved')
    this.#first ||= Date.now()
    this.#later(Math.max(0, Math.min(PAUSE, this.#first + LATEST - Date.now())))
  }

  /** Writes what is not written yet. `left`: nobody writes here any more, so that the clause under the cursor gets its name too. */
  async now(left = false): Promise<void> {
    this.#left ||= left
    clearTimeout(this.#timer)
    if (this.#shown !== undefined) return
    if (this.#busy) return this.#later(PAUSE)
    if (left && this.#isNamed && this.isSaved) {
      // What was typed was taken back since: the file says it already.
      this.#first = 0
      return this.told.onStanding('saved')
    }
    const { state } = this.view()
    const sent: Sent = { doc: state.doc, count: this.told.countNow(), since: new Mapping() }
    const isNamed = this.#left
    const unheard = this.#sent
    this.#sent = [...unheard, sent]
    this.#first = 0
    this.told.onStanding('saving')
    this.told.onSent(this.#sent.map(({ count }) => count))
    const answer = await this.#ask({
      act: 'save',
      doc: sent.doc.toJSON(),
      seen: this.#seen,
      gone: this.told.goneFrom(sent.doc),
      ...(isNamed ? {} : { open: state.selection.head }),
    })
    if (!answer) {
      // The same text sent once more is the same text in the file.
      this.#sent = unheard.at(-1)?.doc === sent.doc ? unheard : this.#sent.slice(0, MOST_UNHEARD)
      this.told.onStanding('lost')
      return this.#later(AGAIN)
    }
    const { status, value } = answer
    this.#sent = []
    if (status === 409) return this.#meet(value as Theirs, [...unheard, sent])
    if (status >= 400) {
      this.#sent = unheard
      this.told.onStanding('refused', value.reason ?? this.told.say('refused'))
      // A disk that was full, a folder that was gone: that passes without a key.
      if (status >= 500) this.#later(AGAIN)
      return
    }
    this.#isNamed = isNamed
    this.#isIn(sent, value.seen ?? this.#seen, value.named ?? [])
  }

  /** A text is in the file, with the names it got there. */
  #isIn(sent: Sent, seen: string, named: Names): void {
    this.#seen = seen
    this.#base = this.#name(sent, named)
    const isAll = this.view().state.doc.eq(this.#base)
    // The names are an act too.
    this.told.onSaved(seen, isAll ? this.told.countNow() : sent.count)
    this.told.onStanding(isAll ? 'saved' : 'unsaved')
    if (!isAll) this.#later(PAUSE)
  }

  /** The file may be another by now: what stands there comes into the text, or beside it in the place of what was shown. */
  look(): Promise<void> {
    this.#shown = undefined
    return this.now()
  }

  /** Another text is the one to go on from: the one in the file, that was shown to the person. */
  rebase(theirs: Theirs, base: Node): void {
    this.#seen = theirs.seen
    this.#base = base
    this.#shown = undefined
    void this.now()
  }

  /** What was filled in beside the text, in the order in which it was; what is wrong with it, in words. */
  fill(value: object): Promise<string | undefined> {
    this.#filling++
    const filled = this.#filled.then(() => this.#fill(value)).finally(() => this.#filling--)
    this.#filled = filled.catch(() => undefined)
    return filled
  }

  async #fill(value: object): Promise<string | undefined> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (!this.view().state.doc.eq(this.#base)) await this.now()
      while (this.#busy) await passed(20)
      if (this.#shown !== undefined) return this.told.say('conflict')
      const answer = await this.#ask({ ...value, seen: this.#seen })
      if (!answer) {
        this.told.onStanding('lost')
        await passed(AGAIN)
        tries--
      } else if (answer.status === 409) this.#settle(answer.value as Theirs, this.#base)
      else if (answer.status >= 400) return answer.value.reason ?? this.told.say('refused')
      else return this.#isFilled(answer.value as Theirs)
    }
    return this.told.say('refused')
  }

  #isFilled({ seen, parameters }: Theirs): undefined {
    this.#seen = seen
    this.told.onSaved(seen)
    this.#value(parameters)
    if (this.view().state.doc.eq(this.#base)) this.told.onStanding('saved')
  }

  #value(parameters: Theirs['parameters'] | undefined): void {
    if (!parameters) return
    const view = this.view()
    const metadata = { ...metadataIn(view.state), parameters }
    view.dispatch(view.state.tr.setMeta(METADATA, metadata).setMeta('addToHistory', false))
  }

  /** One thing at a time is sent: the file would be another than the next one goes on from. */
  async #ask(value: object): Promise<Answered | undefined> {
    this.#busy = true
    try {
      const response = await this.told.send(value)
      const said = await response?.json().catch(() => undefined)
      // Half an answer is none: whether it was done is not known.
      if (!response || (!said && (response.ok || response.status === 409))) return undefined
      return { status: response.status, value: said ?? {} }
    } finally {
      this.#busy = false
    }
  }

  #later(time: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.now(), time)
  }

  /** The file was another already when the page was loaded: this text goes on from the document `base`, or from one that was sent since. */
  meet(theirs: Theirs, base: Node, sent: readonly Sent[]): void {
    this.#base = base
    this.#meet(theirs, sent)
  }

  /** The file is another: one of ours that arrived while nobody answered, or somebody else's. */
  #meet(theirs: Theirs, sent: readonly Sent[]): void {
    const there = schema.nodeFromJSON(theirs.doc)
    const own = sent.findLast(({ doc }) => saysTheSame(doc, there))
    const named = own && namesIn(own.doc, there)
    if (own && named) {
      this.#isIn(own, theirs.seen, named)
      this.#value(theirs.parameters)
    } else this.#settle(theirs, own?.doc ?? this.#base)
  }

  #settle(theirs: Theirs, base: Node): void {
    this.#shown = theirs.seen
    this.told.onStanding('unsaved')
    if (this.told.onConflict(theirs, base)) this.#shown = undefined
  }

  /** Gives clauses the names they have in the file now, wherever they went meanwhile. */
  #name({ doc, since }: Sent, named: Names): Node {
    if (named.length === 0) return doc
    const view = this.view()
    const tr = view.state.tr.setMeta('addToHistory', false).setMeta(Saver.OWN, true)
    for (const [pos, id] of named) {
      const at = since.mapResult(pos, 1)
      const node = at.deleted ? null : tr.doc.nodeAt(at.pos)
      if (node && 'id' in node.attrs && node.attrs.id === null) tr.setNodeAttribute(at.pos, 'id', id)
    }
    if (tr.docChanged) view.dispatch(tr)
    return withNames(doc, named)
  }
}

const passed = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time))
