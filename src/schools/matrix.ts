import { once } from '../language/index.js'
import type { Result } from '../model/index.js'
import { alignSentences } from './align.js'
import { candidates, FEW } from './candidates.js'
import { withConfirmed } from './confirm.js'
import { heldApart, judgedRows, withRows, withStances } from './confirmed-rows.js'
import { type Corpus, readCorpus } from './features.js'
import { likenessOf } from './likeness.js'
import { group } from './rows.js'
import { moved } from './rule-sentence.js'
import { tableOf } from './table.js'
import { type TextsRead, textsReadLately } from './texts-read.js'
import type { ConfirmedPair, ConfirmedRow, Matrix, MatrixClause, SchoolPolicy } from './types.js'
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
  const rows = tableOf(corpus, groups, pairs, { vocabularies, judged, texts })
  const likeness = once(() => likenessOf(rows, policies.length))
  return {
    value: {
      policies: policies.map((policy, index) => ({ ...policy, clauses: clausesOf(policy, index, corpus) })),
      pairs: clauses.pairs(decided),
      rows,
      // Every school beside every other: of a sector much, and only a page asks for it.
      get likeness() {
        return likeness()
      },
      complete: limit === Number.POSITIVE_INFINITY,
    },
    messages: [...messages, ...judged.messages],
  }
}

/** The clauses of a policy with what they ask, sentence by sentence. */
function clausesOf({ clauses }: SchoolPolicy, policy: number, { features, starts }: Corpus): readonly MatrixClause[] {
  let next = starts[policy] as number
  return clauses.map(({ id, number, line, text, kind, lang, sections, ...more }, at): MatrixClause => {
    const from = next
    while (features[next]?.policy === policy && features[next]?.at === at) next++
    const sentences = features.slice(from, next).map(({ sentence }) => sentence)
    const stances = sentences.flatMap(({ stances, from }) => stances.map((stance) => moved(stance, from)))
    const modality = stances[0]?.modality ?? 'statement'
    // Each field by its name: what begins as a copy of another thing may have a shape of its own, which takes more room than it. A list that is
    // copied has no room left over, either.
    return { id, number, line, text, kind, lang, sections, modality, stances: stances.slice(), sentences, ...more }
  })
}
