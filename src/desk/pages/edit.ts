import { html } from '../../render/html/index.js'
import { editorPage } from '../editor/page.js'
import { fill, save } from '../editor/save.js'
import { filling, saving } from '../editor/sent-document.js'
import { isReadWhole, policyIn } from '../policies.js'
import { attempt } from '../told.js'
import type { Answer, DeskRequest, Sent } from '../types.js'

/** A policy to write in, as a word processor shows it. */
export function get(request: DeskRequest): Answer {
  const { loaded, messages, page } = policyIn(request)
  return page ?? editorPage(request, loaded, messages)
}

/** Saves what the page of the editor sends. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const { loaded, messages, page } = policyIn(request)
  if (page) return { type: 'data', status: 404, value: { reason: request.say('desk.missing') } }
  if (loaded.origin !== 'working' || loaded.entry?.packaged)
    return { type: 'data', status: 422, value: { reason: request.say('desk.source.frozen') } }
  if (!isReadWhole(messages)) return { type: 'data', status: 422, value: { reason: request.say('desk.edit.unreadable') } }
  const document = saving.safeParse(sent.json)
  const field = filling.safeParse(sent.json)
  if (!document.success && !field.success) return { type: 'data', status: 400, value: { reason: request.say('desk.not-done') } }
  const { value, wrong } = await attempt(request, () =>
    document.success ? save(request, loaded, document.data) : field.success ? fill(request, loaded, field.data) : undefined,
  )
  // A full disk, a folder that is gone: said in words, and what was typed stays on the page.
  return value ?? { type: 'data', status: 503, value: { reason: request.say('desk.not-done'), html: html(...(wrong ?? [])) } }
}
