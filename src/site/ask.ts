import { maximum } from '../model/index.js'
import { type Answer, answersOf } from './answers.js'
import { createQuery, type Hit } from './query.js'
import type { SearchData } from './search-data.js'

/** The clauses of one language, ready to be asked. */
export interface SearchPart {
  readonly data: SearchData
  readonly ask: ReturnType<typeof createQuery>
  readonly answerAt: (clause: number) => Answer
}

/** A clause of one of several languages. */
export interface FoundClause {
  readonly part: SearchPart
  readonly hit: Hit
  /** It says all or nearly all of what was asked: what is found without that speaks of a part of it. */
  readonly says: boolean
}

/** Of 64 readable questions two thirds of the clauses above this that came among the first three were right, and of 12 that nothing answers none reached it. */
const SAYS = 0.7

export const readyToAsk = (data: SearchData): SearchPart => ({ data, ask: createQuery(data), answerAt: answersOf(data) })

/**
 * What several languages answer: first the clauses that say what was asked, those in its very words before those in kindred ones, then
 * those that say a part of it, and the best of each first. The fewer words of a question a language knows, the less it was asked.
 */
export function askAll(parts: readonly SearchPart[], question: string): readonly FoundClause[] {
  const answers = parts.map((part) => ({ part, ...part.ask(question) }))
  const most = maximum(answers.map(({ known }) => known))
  return answers
    .flatMap(({ part, known, hits }) =>
      hits.map(({ clause, score, covered, typed }): FoundClause => {
        const share = known / most
        return { part, hit: { clause, score: score * share, covered: covered * share, typed }, says: covered * share >= SAYS }
      }),
    )
    .sort((a, b) => Number(b.says) - Number(a.says) || Number(isTyped(b)) - Number(isTyped(a)) || b.hit.score - a.hit.score)
}

const isTyped = ({ says, hit }: FoundClause): boolean => says && hit.typed === 'all'

/** Clauses of one section as one answer, the best of each part first. */
export interface FoundSection {
  readonly best: FoundClause
  /** What is read with it. */
  readonly beside: readonly FoundClause[]
  /** What the section has more. */
  readonly more: readonly FoundClause[]
}

/** Clauses that are shown beside the best. */
const BESIDE = 2

/** What was found as answers that differ: all of a section is one, in the place of its best clause. */
export function bySection(found: readonly FoundClause[]): readonly FoundSection[] {
  const all: [FoundClause, ...FoundClause[]][] = []
  const sections = new Map<SearchPart, Map<number, FoundClause[]>>()
  for (const each of found) {
    const { part, hit } = each
    const ofPart = sections.get(part) ?? new Map<number, FoundClause[]>()
    const section = part.answerAt(hit.clause).section
    const own = ofPart.get(section)
    if (own) own.push(each)
    else {
      const first: [FoundClause] = [each]
      all.push(first)
      ofPart.set(section, first)
      sections.set(part, ofPart)
    }
  }
  return all.map(([best, ...others]) => ({
    best,
    beside: others.slice(0, BESIDE),
    more: others.slice(BESIDE),
  }))
}
