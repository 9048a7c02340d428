import { publish } from '../../../commands/publish.js'
import { hasErrors } from '../../../model/index.js'
import { h } from '../../../render/html/index.js'
import { type Judgement, mayWrite, parseConcordance, withJudgements } from '../../../schools/index.js'
import { notice } from '../../markup.js'
import { missingPage } from '../../plain-pages.js'
import { attempt, toldOf } from '../../told.js'
import type { Answer, DeskRequest, Sent } from '../../types.js'
import { addressOfSubject, type Subject, seenOf, subjectIn } from './compared.js'
import { judgingPage } from './judging-page.js'
import { joinables, joinedIn, judgedRowsIn, sentencesOf } from './rows.js'
import { MOST } from './sent-at.js'

/** Rows to confirm, reject, name, join and part, the doubtful ones first. */
export async function get(request: DeskRequest): Promise<Answer> {
  const subject = await subjectIn(request)
  return subject ? judgingPage(request, subject) : missingPage(request)
}

/** Writes what was judged into the concordance. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const subject = await subjectIn(request)
  if (!subject) return missingPage(request)
  const { say, context } = request
  const { judged, group } = subject
  const again = (above = notice('wrong', [h('p', {}, say('desk.schools.nothing'))])) => ({
    ...judgingPage(request, subject, { sent, above }),
    status: 409,
  })
  if (sent.text('seen') !== seenOf(judged)) return again(notice('wrong', [h('p', {}, say('desk.schools.changed'))]))
  if (!mayWrite(judged.concordance)) return again(toldOf(judged.concordance.messages, say))
  const all = joinables(subject)
  const isAstray = (at: number) => sent.text(`join-${at}`) !== undefined && !joinedIn(sent, at, all)
  // Of another comparison the same number may be another rule, and what is not known is not left out unsaid.
  if (Array.from({ length: MOST }, (_, at) => at).some(isAstray))
    return again(notice('wrong', [h('p', {}, say('desk.schools.astray'))]))
  const judgements = judgementsIn(sent, subject)
  if (judgements.length === 0) return again()
  const bytes = withJudgements(judged.source, judgements)
  const wrong = parseConcordance(bytes, judged.path).messages.filter((message) => hasErrors([message]))
  if (wrong.length > 0) return again(toldOf(wrong, say))
  const { value, wrong: refused } = await attempt(request, () =>
    publish(context, { outputs: [{ path: judged.path, bytes }], messages: [] }),
  )
  if (!value) return again(refused)
  return { type: 'goto', address: `${addressOfSubject(group)}/judge`, done: 'judged' }
}

const VERDICTS = ['confirmed', 'rejected', 'open'] as const

/** What was said of the rows that were shown; of those without a verdict nothing. */
function judgementsIn(sent: Sent, subject: Subject): readonly Judgement[] {
  const known = sentencesOf(subject.compared.matrix)
  const all = joinables(subject)
  // What was judged of clauses that are gone can be judged otherwise.
  const stood = new Set(judgedRowsIn(subject).flatMap(({ sentences }) => sentences.map(({ name }) => name)))
  const shownAt = (at: number) => sent.all(`shown-${at}`)
  const count = Array.from({ length: MOST }, (_, at) => at).filter((at) => shownAt(at).length > 0)
  return count.flatMap((at): Judgement[] => {
    const verdict = VERDICTS.find((each) => each === sent.text(`verdict-${at}`))
    if (!verdict) return []
    const shown = shownAt(at)
    const kept = shown.filter((name) => verdict === 'open' || sent.all(`in-${at}`).includes(name))
    const joined = joinedIn(sent, at, all)
    const sentences = [...new Set([...kept, ...(verdict === 'confirmed' ? (joined?.sentences ?? []) : [])])]
    const name = sent.text(`name-${at}`)
    const isKnown = sentences.every((each) => known.has(each) || stood.has(each))
    if (sentences.length < (verdict === 'open' ? 1 : 2) || !isKnown) return []
    return [{ shown, sentences, verdict, ...(name === undefined || verdict !== 'confirmed' ? {} : { name }) }]
  })
}
