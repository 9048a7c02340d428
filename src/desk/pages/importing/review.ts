import { errorsIn, hasErrors } from '../../../model/index.js'
import { readPolicy } from '../../../read/index.js'
import { h } from '../../../render/html/index.js'
import { wrongSaid } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import { missingPage } from '../../plain-pages.js'
import { attempt, toldOf } from '../../told.js'
import type { Answer, DeskRequest, Sent } from '../../types.js'
import { decidedIn, FACTS } from './decided.js'
import { piecesOf } from './pieces.js'
import { type Read, reviewPage } from './review-page.js'
import { bringIn, type Staged, stagedAt, targetIn, unstage } from './staged.js'
import { changesBy } from './version.js'

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
    return { ...reviewPage(request, found, { sent, open, above: wrongSaid(said, ' ', first) }), status: 409 }
  }
  const { value, wrong } = await attempt(request, () =>
    bringIn(request, found.staged, found.target, {
      corrections,
      acceptLoss: sent.text('loss') !== undefined,
      dryRun: false,
    }),
  )
  if (!value || !('policy' in value.data) || hasErrors(value.messages)) {
    const errors = errorsIn(value?.messages)
    return { ...reviewPage(request, found, { sent, above: wrong ?? toldOf(errors, say) }), status: 409 }
  }
  unstage(request, found.staged)
  const { target } = found
  const address = 'into' in target ? `${addressOf(target.into)}/compare` : addressOf(value.data.policy.ref)
  return { type: 'goto', address, done: 'imported' }
}

async function readStaged(request: DeskRequest): Promise<Read | { readonly answer: Answer }> {
  const staged: Staged | undefined = stagedAt(request)
  const target = targetIn(request)
  if (!staged || !target) return { answer: missingPage(request) }
  const { value, wrong } = await attempt(request, () => bringIn(request, staged, target, { dryRun: true }))
  if (!value) return { answer: { ...missingPage(request), above: wrong } }
  const { data, messages } = value
  if (!('receipt' in data)) return { answer: { ...missingPage(request), above: toldOf(messages, request.say) } }
  const { policy, receipt } = data
  const read = readPolicy(policy.markdown, staged.name).value
  const facts = Object.fromEntries(FACTS.map((name) => [name, String(read.metadata[name] ?? '')]))
  const changes = 'into' in target ? changesBy(request, target.into, policy) : undefined
  return {
    staged,
    target,
    ...(changes ? { changes } : {}),
    receipt,
    data: policy,
    facts,
    pieces: piecesOf(receipt, read, policy),
  }
}
