import { type Judgement, withJudgements } from '../../../concordance/index.js'
import type { Sent } from '../../types.js'
import type { ComparedSubject } from './compared.js'
import { judged } from './judged.js'
import { judgingPage } from './judging-page.js'
import { joinables, joinedIn, judgedRowsIn, sentencesOf } from './rows.js'
import { MOST } from './sent-at.js'

/** Rows to confirm, reject, name, join and part, the doubtful ones first. */
export const { get, post } = judged({
  name: 'judge',
  show: judgingPage,
  judgements: judgementsIn,
  nothing: 'desk.schools.nothing',
  refusal: (sent, subject) => (isAstray(sent, subject) ? 'desk.schools.astray' : undefined),
  write: withJudgements,
})

/** Whether a row is to be joined that is not known: of another comparison the same number may be another rule. */
function isAstray(sent: Sent, subject: ComparedSubject): boolean {
  const all = joinables(subject)
  return Array.from({ length: MOST }, (_, at) => at).some(
    (at) => sent.text(`join-${at}`) !== undefined && !joinedIn(sent, at, all),
  )
}

const VERDICTS = ['confirmed', 'rejected', 'open'] as const

/** What was said of the rows that were shown; of those without a verdict nothing. */
function judgementsIn(sent: Sent, subject: ComparedSubject): readonly Judgement[] {
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
