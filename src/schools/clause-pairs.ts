import { alignSentences } from './align.js'
import { candidates } from './candidates.js'
import { type Corpus, readCorpus } from './features.js'
import type { ClauseScore } from './pairs.js'
import type { ClauseRef, RuleSentence, SchoolPolicy } from './types.js'
import type { Vocabulary } from './vocabulary.js'

/** How likely two clauses regulate the same matter, as wholes and by their sentences. */
export interface ClauseLikeness extends ClauseScore {
  /** How likely a sentence of each states one rule: of the likeliest two, 0 to 1. */
  readonly rule: number
  /** 1 where a sentence of each has one stance, 0.5 where one of them only states, else 0. */
  readonly stance: number
}

/** How likely clauses of different policies regulate the same matter: of all that share words to speak of, without rows and differences. */
export function scoreClauses(policies: readonly SchoolPolicy[], vocabularies: readonly Vocabulary[]): readonly ClauseLikeness[] {
  const corpus = readCorpus(policies, vocabularies)
  const { alignments, clauses } = alignSentences(corpus, candidates(corpus, Number.POSITIVE_INFINITY))
  const rules = new Map<string, number>()
  for (const { a, b, score } of alignments) {
    const key = [a, b].map((at) => keyOf(refAt(corpus, at))).join(' ')
    rules.set(key, Math.max(score, rules.get(key) ?? 0))
  }
  const stances = stancesOf(corpus)
  return clauses.scores().map((each) => {
    const [one, other] = [keyOf(each.a), keyOf(each.b)]
    const rule = rules.get(`${one} ${other}`) ?? 0
    return { ...each, rule, stance: nearnessOf(stances.get(one), stances.get(other)) }
  })
}

const keyOf = ({ policy, id }: ClauseRef): string => `${policy} ${id}`

const refAt = ({ features }: Corpus, at: number): ClauseRef => ({
  policy: features[at]?.policy ?? -1,
  id: features[at]?.clause.id ?? '',
})

type Stances = ReadonlySet<RuleSentence['stance']>

/** The stances of the sentences of each clause. */
function stancesOf(corpus: Corpus): ReadonlyMap<string, Stances> {
  const found = new Map<string, Set<RuleSentence['stance']>>()
  for (const [at, { modality }] of corpus.features.entries()) {
    const key = keyOf(refAt(corpus, at))
    found.set(key, (found.get(key) ?? new Set()).add(modality))
  }
  return found
}

function nearnessOf(one: Stances = new Set(), other: Stances = new Set()): number {
  if ([...one].some((stance) => other.has(stance))) return 1
  return one.has('statement') || other.has('statement') ? 0.5 : 0
}
