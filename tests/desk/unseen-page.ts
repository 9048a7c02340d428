import type { Node } from 'prosemirror-model'
import { EditorState, type Transaction } from 'prosemirror-state'
import { computed } from '../../src/browser/editor/computed.js'
import { Saver, type SaveState, type Theirs } from '../../src/browser/editor/save.js'
import { core, mergeDocuments, named, schema, toEditor, writeEdited } from '../../src/edit/index.js'
import { readPolicy } from '../../src/read/index.js'
import { cursor } from './editing.js'

export const TEXT = `---
title: Media
status: draft
lang: nl
parameters:
  school: De Linde
---

Ouders geven toestemming. {#ouders}

De school bewaart foto's. {#bewaren}
`

const opened = (source: string) => toEditor(readPolicy(source, '').value)

/** What a desk does with what is sent: it does it and answers, does it and is not heard, or is not there. */
type Hears = 'answers' | 'unheard' | 'away' | 'late' | number

interface Sent {
  readonly act: string
  readonly doc?: object
  readonly seen: string
  readonly open?: number
  readonly value?: string
}

/** A page without a browser, and a desk with one file, under a clock that stands still until it is moved on. */
export function unseenPage(source = TEXT) {
  let file = source
  let hears: Hears = 'answers'
  let count = 0
  const sent: Sent[] = []
  const standings: [SaveState, string | undefined][] = []
  const saved: (readonly [seen: string, count?: number | undefined])[] = []
  const onWay: (readonly number[])[] = []
  const conflicts: Theirs[] = []
  const theirs = () => ({ seen: file, doc: opened(file).toJSON(), parameters: readPolicy(file, '').value.metadata.parameters })
  const desk = (asked: Sent): Response => {
    if (asked.seen !== file) return Response.json(theirs(), { status: 409 })
    if (asked.act === 'parameter') {
      file = file.replace(/school: .*/, `school: ${asked.value}`)
      return Response.json({ seen: file, parameters: theirs().parameters })
    }
    const after = named(schema.nodeFromJSON(asked.doc), asked.open)
    const text = writeEdited(file, after.doc)
    if (text === undefined) return Response.json({ reason: 'unwritable' }, { status: 422 })
    file = text
    return Response.json({ seen: file, named: after.named })
  }
  const view = {
    state: EditorState.create({
      doc: opened(source),
      plugins: [...core(), computed({ title: '', status: 'draft', lang: 'nl', parameters: { school: 'De Linde' } })],
    }),
    dispatch(tr: Transaction) {
      const { state, transactions } = view.state.applyTransaction(tr)
      view.state = state
      if (tr.docChanged) count++
      for (const each of transactions) saver.changed(each)
    },
  }
  const saver: Saver = new Saver(
    () => view as never,
    { doc: view.state.doc, seen: source },
    {
      send: async (value) => {
        const asked = value as Sent
        sent.push(asked)
        const now = hears
        if (now === 'away') return undefined
        if (typeof now === 'number') return new Response('<p>No</p>', { status: now })
        const answer = desk(asked)
        if (now === 'late') await new Promise((done) => setTimeout(done, 1000))
        return now === 'unheard' ? undefined : answer
      },
      say: (key) => key,
      onStanding: (standing, reason) => void standings.push([standing, reason]),
      onSaved: (...values) => void saved.push(values),
      onSent: (counts) => void onWay.push(counts),
      countNow: () => count,
      goneFrom: () => [],
      onConflict: (other, base) => {
        const doc = schema.nodeFromJSON(other.doc)
        const merged = mergeDocuments(base, view.state.doc, doc)
        if (!merged) conflicts.push(other)
        if (merged) put(merged)
        if (merged) saver.rebase(other, doc)
        return merged !== undefined
      },
    },
  )
  const put = ({ content }: Node) => view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, content))
  return {
    saver,
    sent,
    saved,
    /** Of how many acts were the texts that were on their way, each time one was sent. */
    onWay,
    standings,
    conflicts,
    get file() {
      return file
    },
    get doc() {
      return view.state.doc
    },
    get standing() {
      return standings.at(-1)?.[0]
    },
    desk: (how: Hears) => {
      hears = how
    },
    /** Somebody else writes the file. */
    elsewhere: (from: string, to: string) => {
      file = file.replace(from, to)
    },
    type: (behind: string, words: string) => {
      view.state = cursor(view.state, behind, behind.length)
      view.dispatch(view.state.tr.insertText(words))
    },
    /** A clause of its own behind another. */
    clause: (behind: string, words: string) => {
      const { $from } = cursor(view.state, behind, behind.length).selection
      view.dispatch(view.state.tr.insert($from.after(), schema.nodes.paragraph.create(null, schema.text(words))))
    },
    put,
  }
}
