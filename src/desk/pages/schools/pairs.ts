import { type PairJudgement, withPairJudgements } from '../../../concordance/index.js'
import type { Sent } from '../../types.js'
import type { ComparedSubject } from './compared.js'
import { judged } from './judged.js'
import { clausesOf, GRADINGS, pairsPage } from './pairs-page.js'
import { MOST } from './sent-at.js'

/** Which clauses of two schools belong together, the least sure first. */
export const { get, post } = judged({
  name: 'pairs',
  show: pairsPage,
  judgements: judgementsIn,
  nothing: 'desk.pairs.nothing',
  write: withPairJudgements,
})

/** What was said of the pairs that were shown; of those without a word nothing. */
function judgementsIn(sent: Sent, subject: ComparedSubject): readonly PairJudgement[] {
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
