import type { Result } from '../model/index.js'
import { alignSentences } from './align.js'
import { candidates, FEW } from './candidates.js'
import { withConfirmed } from './confirm.js'
import { heldApart, judgedRows, withRows, withStances } from './confirmed-rows.js'
import { readCorpus } from './features.js'
import { likenessOf } from './likeness.js'
import { group } from './rows.js'
import { moved } from './rule-sentence.js'
import { tableOf } from './table.js'
import { type TextsRead, textsReadLately } from './texts-read.js'
import type { ConfirmedPair, ConfirmedRow, Matrix, RuleSentence, SchoolPolicy } from './types.js'
import type { Vocabulary } from './vocabulary.js'

export interface MatrixOptions {
  /** What a person confirmed, corrected or added. */
  readonly confirmed?: readonly ConfirmedPair[]
  /** The same of rows. */
  readonly rows?: readonly ConfirmedRow[]
  /** Most counterparts each sentence brings in; by default all up to `MANY` policies and a million pairs, then `FEW`. */
  readonly counterparts?: number
}

/** More policies than this are compared by the best counterparts of each sentence only. */
const MANY = 24

/** Lays the rules of schools side by side. Confirmed pairs override what would be proposed. */
export const compareSchools = (
  policies: readonly SchoolPolicy[],
  vocabularies: readonly Vocabulary[],
  options: MatrixOptions = {},
): Result<Matrix> => compareByTexts(policies, vocabularies, options, textsReadLately())

/** The same with what is known of the texts from a comparison before: `texts` takes up what is found now. */
export function compareByTexts(
  policies: readonly SchoolPolicy[],
  vocabularies: readonly Vocabulary[],
  options: MatrixOptions,
  texts: TextsRead,
): Result<Matrix> {
  const refs = policies.map(({ ref }) => ref)
  const given = options.rows ?? []
  const corpus = withStances(readCorpus(policies, vocabularies, texts), refs, given)
  const found = candidates(corpus, options.counterparts ?? (policies.length > MANY ? FEW : Number.POSITIVE_INFINITY))
  const { limit } = found
  const { alignments, clauses } = alignSentences(corpus, found)
  const { pairs: proposed, decided, messages } = withConfirmed(corpus, policies, alignments, options.confirmed ?? [])
  const judged = judgedRows(corpus, refs, given)
  const pairs = withRows(corpus, proposed, judged)
  const groups = heldApart(corpus, group(corpus, pairs, limit), pairs, judged)
  const sentences = policies.map(({ clauses }) => clauses.map((): RuleSentence[] => []))
  for (const { policy, at, sentence } of corpus.features) sentences[policy]?.[at]?.push(sentence)
  const rows = tableOf(corpus, groups, pairs, { vocabularies, judged, texts })
  return {
    value: {
      policies: policies.map((policy, index) => ({
        ...policy,
        clauses: policy.clauses.map((clause, at) => {
          const own = sentences[index]?.[at] ?? []
          const stances = own.flatMap(({ stances, from }) => stances.map((stance) => moved(stance, from)))
          return { ...clause, modality: stances[0]?.modality ?? 'statement', stances, sentences: own }
        }),
      })),
      pairs: clauses.pairs(decided),
      rows,
      likeness: likenessOf(rows, policies.length),
      complete: limit === Number.POSITIVE_INFINITY,
    },
    messages: [...messages, ...judged.messages],
  }
}
