import { candidates } from './candidates.js'
import { type Feature, readCorpus } from './features.js'
import { measure } from './measure.js'
import { ClausePairs, type ClauseScore } from './pairs.js'
import type { SchoolPolicy } from './types.js'
import type { Vocabulary } from './vocabulary.js'

/** The most counterparts that each sentence brings in: of two texts no clause has so many that are worth a thought. */
const COUNTERPARTS = 16

/** How likely clauses of different policies regulate the same matter: of all that share words to speak of, without rows and differences. */
export function scoreClauses(policies: readonly SchoolPolicy[], vocabularies: readonly Vocabulary[]): readonly ClauseScore[] {
  const corpus = readCorpus(policies, vocabularies)
  const clauses = new ClausePairs(corpus)
  const { pairs } = candidates(corpus, COUNTERPARTS)
  for (const [index, a] of pairs.a.entries()) {
    const b = pairs.b[index] as number
    const [one, other] = [corpus.features[a] as Feature, corpus.features[b] as Feature]
    clauses.add(a, b, measure(one, other, corpus.ground(one.policy, other.policy)))
  }
  return clauses.scores()
}
