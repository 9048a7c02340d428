import { alignSentences } from './align.js'
import { readCorpus } from './features.js'
import type { ClauseScore } from './pairs.js'
import type { SchoolPolicy } from './types.js'
import type { Vocabulary } from './vocabulary.js'

/** How likely clauses of different policies regulate the same matter: all that share any words to speak of, without rows and differences. */
export const scoreClauses = (policies: readonly SchoolPolicy[], vocabularies: readonly Vocabulary[]): readonly ClauseScore[] =>
  alignSentences(readCorpus(policies, vocabularies), Number.POSITIVE_INFINITY).clauses.scores()
