import { heaviestShared } from '../compare/index.js'
import type { Corpus, Feature } from './features.js'
import { evidenceOf, type PairStanding } from './score.js'
import type { Evidence } from './types.js'

/** Words named as evidence. */
const NAMED = 5

/** What a pair rests on: the two sentences that are most alike, and where it stands among others. */
export function evidenceFor(
  { names, topics, phrases }: Corpus,
  one: Feature,
  other: Feature,
  shares: readonly number[],
  standing: PairStanding,
): readonly Evidence[] {
  const evidence = evidenceOf(shares, standing, {
    words: () => heaviestShared(one.bag, other.bag, names, NAMED).map(shown),
    topics: () => heaviestShared(one.topics, other.topics, topics, NAMED),
    phrases: () => heaviestShared(one.phrases, other.phrases, phrases, NAMED).map(shown),
  })
  const { origin } = one.clause
  const pivot = origin !== undefined && origin === other.clause.origin
  return pivot ? [{ kind: 'template', weight: 1, detail: [origin] }, ...evidence] : evidence
}

/** A term or a run of terms without the sign of a concept. */
const shown = (term: string): string => (term.includes('@') ? term.replace(/@/g, '') : term)
