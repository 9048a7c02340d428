import type * as z from 'zod'
import { changeHash } from '../../decide/index.js'
import { named, toEditor, writeEdited } from '../../edit/index.js'
import { errorsIn, hasErrors, type Message } from '../../model/index.js'
import { wordMessage } from '../../present/messages/index.js'
import { editSource, readPolicy } from '../../read/index.js'
import { publish } from '../../secretariat/publish.js'
import { type Loaded, usedIds } from '../../workspace/index.js'
import { fingerprint } from '../policies.js'
import type { Answer, DeskRequest } from '../types.js'
import type { filling, saving } from './sent-document.js'

type Saving = z.infer<typeof saving>
type Filling = z.infer<typeof filling>

/**
 * Writes what was typed, and says which clauses got a name. Where the file is another by now nothing is written: the page gets that text, and
 * shows both.
 */
export function save(request: DeskRequest, loaded: Loaded, { doc, seen, open, gone }: Saving): Answer {
  if (fingerprint(loaded.bytes) !== seen) return conflict(loaded)
  const after = named(doc, open, new Set([...usedIds(request.context, loaded), ...gone]))
  const text = writeEdited(sourceOf(loaded), after.doc)
  if (text === undefined) return refused(request.say('desk.edit.unwritable'))
  return written(request, loaded, text, { named: after.named })
}

/** Writes what was filled in beside the text: the value of a parameter, the title or a date, why a clause changed. The text stays as it is, byte for byte. */
export function fill(request: DeskRequest, loaded: Loaded, sent: Filling): Answer {
  if (fingerprint(loaded.bytes) !== sent.seen) return conflict(loaded)
  const text = editSource(sourceOf(loaded), editsOf(sent, loaded))
  if (text === undefined) return refused(request.say('desk.edit.no-front-matter'))
  // Values of other kinds than text, and a front matter that would not be read, are for the source.
  const found = errorsIn(readPolicy(text, loaded.policy.file).messages)
  const before = errorsIn(readPolicy(loaded.bytes, loaded.policy.file).messages)
  if (found.length > before.length) return refused(reasons(request, found))
  return written(request, loaded, text, {})
}

function editsOf(sent: Filling, { policy }: Loaded): Parameters<typeof editSource>[1] {
  const said = (value: string) => (value.trim() === '' ? undefined : value.trim())
  switch (sent.act) {
    case 'parameter':
      return [{ path: ['parameters', sent.name], value: sent.value.trim() }]
    case 'fact':
      return [{ path: [sent.name], value: said(sent.value) }]
    case 'why':
      // Bound to the words that were looked at.
      return [
        { path: ['changes', sent.id, 'why'], value: said(sent.why) },
        {
          path: ['changes', sent.id, 'text'],
          value: said(sent.why) === undefined ? undefined : changeHash(policy, sent.id),
        },
      ]
  }
}

/** The file with its byte order mark: what is written has it too. */
const sourceOf = ({ bytes }: Loaded): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

function written(request: DeskRequest, loaded: Loaded, text: string, more: object): Answer {
  const bytes = new TextEncoder().encode(text)
  const seen = fingerprint(bytes)
  if (seen === fingerprint(loaded.bytes)) return { type: 'data', value: { seen, ...more } }
  const { messages } = publish(request.context, { outputs: [{ path: loaded.path, bytes: text }], messages: [] })
  if (hasErrors(messages)) return refused(reasons(request, messages))
  const { metadata } = readPolicy(text, loaded.policy.file).value
  return { type: 'data', value: { seen, parameters: metadata.parameters ?? {}, ...more }, wrote: true }
}

/** The other text, as a document to show beside this one. */
const conflict = (loaded: Loaded): Answer => ({
  type: 'data',
  status: 409,
  value: {
    seen: fingerprint(loaded.bytes),
    doc: toEditor(loaded.policy).toJSON(),
    parameters: loaded.policy.metadata.parameters ?? {},
  },
})

const refused = (reason: string): Answer => ({ type: 'data', status: 422, value: { reason } })

const reasons = ({ say }: DeskRequest, messages: readonly Message[]): string =>
  errorsIn(messages)
    .map((message) => wordMessage(message, say).reason)
    .join(' ')
