import { isMap, isSeq, parseDocument, type YAMLMap, YAMLSeq } from 'yaml'
import type { Grade } from '../schools/index.js'
import { withProposals } from './text.js'

/** What a person made of two clauses, each as the file names it: `linde/media#foto`. */
export interface PairJudgement {
  readonly a: string
  readonly b: string
  /** `none`: they do not belong together. `open`: nothing is said of them any more. */
  readonly grade: Grade | 'none' | 'open'
  readonly note?: string
}

/** The text of the concordance with what a person said of pairs of clauses; all else in it stays as it says it. */
export function withPairJudgements(source: string | undefined, judgements: readonly PairJudgement[]): string {
  const document = parseDocument(source ?? withProposals(undefined, []), { stringKeys: true })
  const known = document.get('pairs')
  const pairs = isSeq(known) ? known : new YAMLSeq<unknown>()
  if (pairs !== known) document.set('pairs', pairs)
  for (const { a, b, grade, note } of judgements) {
    const found = pairs.items.find((item): item is YAMLMap => isMap(item) && isOf(item, a, b))
    if (grade === 'open') {
      found?.delete('grade')
      // What the tool proposed stands on; a pair that says nothing else goes.
      if (found && !found.has('proposed') && !found.has('note')) pairs.items = pairs.items.filter((item) => item !== found)
      continue
    }
    if (!found) {
      pairs.add(document.createNode({ a, b, grade, ...(note === undefined ? {} : { note }) }))
      continue
    }
    found.set('grade', grade)
    if (note === undefined) found.delete('note')
    else found.set('note', note)
  }
  if (pairs.items.length === 0) document.delete('pairs')
  return document.toString({ lineWidth: 0 })
}

const isOf = (item: YAMLMap, a: string, b: string): boolean => {
  const [one, other] = [String(item.get('a')), String(item.get('b'))]
  return (one === a && other === b) || (one === b && other === a)
}
