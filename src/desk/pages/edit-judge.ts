import { judgedIn } from '../editor/judge.js'
import { judging } from '../editor/sent-document.js'
import { fingerprint, policyIn } from '../policies.js'
import type { Answer, DeskRequest, Sent } from '../types.js'

/** Which text the file holds now: the page asks when files changed. */
export function get(request: DeskRequest): Answer {
  const { loaded, page } = policyIn(request)
  return page ?? { type: 'data', value: { seen: fingerprint(loaded.bytes) } }
}

/** What is found in a text that is being written, and what it changes. Nothing is written. */
export function post(request: DeskRequest, sent: Sent): Answer {
  const { loaded, messages, page } = policyIn(request)
  const asked = judging.safeParse(sent.json)
  if (page || !asked.success) return { type: 'data', status: 400, value: { reason: request.say('desk.not-done') } }
  const { doc, open } = asked.data
  return { type: 'data', value: judgedIn(request, loaded, messages, doc, open) }
}
