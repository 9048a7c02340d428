import { hasErrors } from '../../../model/index.js'
import { readPolicy } from '../../../read/index.js'
import { h } from '../../../render/html/index.js'
import { notice } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import { missingPage } from '../../plain-pages.js'
import { attempt, toldOf } from '../../told.js'
import type { Answer, DeskRequest, Sent } from '../../types.js'
import { decidedIn, FACTS } from './decided.js'
import { piecesOf } from './pieces.js'
import { type Read, reviewPage } from './review-page.js'
import { bringIn, type Staged, stagedAt, unstage } from './staged.js'

/** What became of a file that was sent, what is doubtful first, to be confirmed or corrected. Nothing is written yet. */
export async function get(request: DeskRequest): Promise<Answer> {
  const found = await readStaged(request)
  return 'answer' in found ? found.answer : reviewPage(request, found)
}

/** Writes the policy when every doubtful piece was judged. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const found = await readStaged(request)
  if ('answer' in found) return found.answer
  const { say } = request
  const { corrections, open } = decidedIn(sent, found.pieces.pieces, found.facts)
  if (open.length > 0) {
    const said = say(open.length === 1 ? 'desk.import.open.one' : 'desk.import.open.many', { count: open.length })
    const first = h('a', { href: `#_piece-${open[0]?.key}` }, say('desk.import.open.first'))
    return { ...reviewPage(request, found, { sent, open, above: notice('wrong', [h('p', {}, said, ' ', first)]) }), status: 409 }
  }
  const { value, wrong } = await attempt(request, () =>
    bringIn(request, found.staged, {
      organisation: found.organisation,
      corrections,
      acceptLoss: sent.text('loss') !== undefined,
      dryRun: false,
    }),
  )
  if (!value || !('policy' in value.data) || hasErrors(value.messages)) {
    const errors = (value?.messages ?? []).filter((message) => hasErrors([message]))
    return { ...reviewPage(request, found, { sent, above: wrong ?? toldOf(errors, say) }), status: 409 }
  }
  unstage(request, found.staged)
  return { type: 'goto', address: addressOf(value.data.policy.ref), done: 'imported' }
}

async function readStaged(request: DeskRequest): Promise<Read | { readonly answer: Answer }> {
  const staged: Staged | undefined = stagedAt(request)
  const organisation = request.url.searchParams.get('organisation') ?? ''
  if (!staged || organisation === '') return { answer: missingPage(request) }
  const { data, messages } = await bringIn(request, staged, { organisation, dryRun: true })
  if (!('receipt' in data)) return { answer: { ...missingPage(request), above: toldOf(messages, request.say) } }
  const { policy, receipt } = data
  const read = readPolicy(policy.markdown, staged.name).value
  const facts = Object.fromEntries(FACTS.map((name) => [name, String(read.metadata[name] ?? '')]))
  return { staged, organisation, receipt, data: policy, facts, pieces: piecesOf(receipt, read, policy) }
}
