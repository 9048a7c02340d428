import { hasErrors } from '../../../model/index.js'

import { wrongSaid } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import { isAsShown, policyIn } from '../../policies.js'
import { attempt, toldOf } from '../../told.js'
import type { Answer, DeskRequest, Markup, Sent } from '../../types.js'
import { ACTS } from './acts.js'
import { decidingPage } from './page.js'

/** The route of a policy: who must decide, who did, and the next step. */
export function get(request: DeskRequest): Answer {
  const { loaded, page } = policyIn(request)
  return page ?? decidingPage(request, loaded)
}

/** Takes a step of the route, on the words that were shown and no others. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const { loaded, page } = policyIn(request)
  if (page) return page
  const { say } = request
  const name = sent.text('act') ?? ''
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
  const again = (above: Markup) => ({ ...decidingPage(request, loaded, { above, typed: sent.text }), status: 409 })
  if (!act) return decidingPage(request, loaded)
  if (!isAsShown(sent, loaded)) return again(wrongSaid(say('desk.act.changed')))
  const { value: acted, wrong } = await attempt(request, () => act(request, loaded, sent))
  if (!acted) return again(wrong)
  if (acted.why !== undefined) return again(wrongSaid(say(`desk.act.${acted.why}`)))
  if (acted.written.length === 0 || hasErrors(acted.messages)) return again(toldOf(acted.messages, say))
  const done = name === 'route' || name === 'days' ? 'saved' : name
  return { type: 'goto', address: `${addressOf(loaded.entry?.name ?? loaded.ref)}/decide`, done }
}
