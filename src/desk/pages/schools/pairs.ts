import { publish } from '../../../commands/publish.js'
import { hasErrors } from '../../../model/index.js'
import { h } from '../../../render/html/index.js'
import { mayWrite, type PairJudgement, parseConcordance, withPairJudgements } from '../../../schools/index.js'
import { notice } from '../../markup.js'
import { missingPage } from '../../plain-pages.js'
import { attempt, toldOf } from '../../told.js'
import type { Answer, DeskRequest, Sent } from '../../types.js'
import { addressOfSubject, type Subject, seenOf, subjectIn } from './compared.js'
import { clausesOf, GRADINGS, pairsPage } from './pairs-page.js'
import { MOST } from './sent-at.js'

/** Which clauses of two schools belong together, the least sure first. */
export async function get(request: DeskRequest): Promise<Answer> {
  const subject = await subjectIn(request)
  return subject ? pairsPage(request, subject) : missingPage(request)
}

/** Writes what was said of pairs into the concordance. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const subject = await subjectIn(request)
  if (!subject) return missingPage(request)
  const { say, context } = request
  const { judged, group } = subject
  const again = (above = notice('wrong', [h('p', {}, say('desk.pairs.nothing'))])) => ({
    ...pairsPage(request, subject, { sent, above }),
    status: 409,
  })
  if (sent.text('seen') !== seenOf(judged)) return again(notice('wrong', [h('p', {}, say('desk.schools.changed'))]))
  if (!mayWrite(judged.concordance)) return again(toldOf(judged.concordance.messages, say))
  const judgements = judgementsIn(sent, subject)
  if (judgements.length === 0) return again()
  const bytes = withPairJudgements(judged.source, judgements)
  const wrong = parseConcordance(bytes, judged.path).messages.filter((message) => hasErrors([message]))
  if (wrong.length > 0) return again(toldOf(wrong, say))
  const { value, wrong: refused } = await attempt(request, () =>
    publish(context, { outputs: [{ path: judged.path, bytes }], messages: [] }),
  )
  if (!value) return again(refused)
  return { type: 'goto', address: `${addressOfSubject(group)}/pairs`, done: 'judged' }
}

/** What was said of the pairs that were shown; of those without a word nothing. */
function judgementsIn(sent: Sent, subject: Subject): readonly PairJudgement[] {
  const known = new Set(clausesOf(subject).map(({ name }) => name))
  const stood = new Set(subject.judged.concordance.entries.flatMap(({ a, b }) => [a, b]))
  const isKnown = (name: string) => known.has(name) || stood.has(name)
  return Array.from({ length: MOST }, (_, at) => at).flatMap((at): PairJudgement[] => {
    const [a = '', b = ''] = sent.text(`pair-${at}`)?.split(' ') ?? []
    if (!isKnown(a) || !isKnown(b)) return []
    const grade = GRADINGS.find((each) => each === sent.text(`grade-${at}`))
    const note = sent.text(`note-${at}`)
    const noted = note === undefined ? {} : { note }
    // "linde/media#foto · Een foto …": the name is what counts.
    const other = sent.text(`with-${at}`)?.split(' ')[0]
    if (other !== undefined && known.has(other) && other !== a && other !== b) {
      const moved = grade === undefined || grade === 'none' || grade === 'open' ? 'variant' : grade
      return [
        { a, b, grade: 'none' },
        { a, b: other, grade: moved, ...noted },
      ]
    }
    return grade === undefined ? [] : [{ a, b, grade, ...noted }]
  })
}
