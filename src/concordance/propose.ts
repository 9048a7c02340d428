import { maximum, minimum } from '../model/index.js'
import type { Modality } from '../norms/index.js'
import {
  type Concordance,
  type Matrix,
  type MatrixClause,
  type Row,
  type RowEntry,
  type RuleSentence,
  sentenceIn,
} from '../schools/index.js'

/** A row for a person to judge. */
export interface RowProposal {
  readonly called: string
  /** How sure it is that its sentences belong together, 0 to 1. */
  readonly score: number
  readonly sentences: readonly { readonly name: string; readonly stance: Modality; readonly words: string }[]
}

/** Rows that a person can judge in half an hour: what waits in the file counts among them. */
export const SITTING = 40
/** How sure it is of two sentences that no pair of their clauses was told of. */
const UNPAIRED = 0.1

/**
 * The rows of a matrix that nobody judged, the least sure first: of working texts, of sentences in clauses with an id of their own. A row of
 * which every sentence stands together in the file is not proposed again, whatever was said of it, nor is one that was refused in part.
 */
export function newProposals(
  { rows: known }: Pick<Concordance, 'rows'>,
  matrix: Matrix,
  working: ReadonlySet<string>,
): readonly RowProposal[] {
  const clauses = matrix.policies.map((policy) => new Map(policy.clauses.map((clause) => [clause.id, clause])))
  const sure = surenessOf(matrix)
  const waiting = known.filter(({ verdict }) => verdict === undefined).length
  const asked = known.map(({ sentences }) => new Set(sentences.flatMap((given) => [nameOf(given), clauseOf(nameOf(given))])))
  return matrix.rows
    .flatMap((row): RowProposal[] => {
      const sentences = row.cells.flatMap(({ policy, sentences: own }) => {
        const { ref = '' } = matrix.policies[policy] ?? {}
        return working.has(ref) ? own.flatMap((sentence) => named(sentence, ref, clauses[policy])) : []
      })
      const schools = new Set(sentences.map(({ name }) => sentenceIn(name).ref))
      const isAsked = asked.some((names) => sentences.every(({ name }) => names.has(name) || names.has(clauseOf(name))))
      if (schools.size < 2 || row.confirmed || isAsked) return []
      return [{ called: row.label, score: Math.round(sure(row) * 100) / 100, sentences }]
    })
    .sort((a, b) => a.score - b.score)
    .slice(0, Math.max(0, SITTING - waiting))
}

const nameOf = (given: RowEntry['sentences'][number]): string => (typeof given === 'string' ? given : given.sentence)
const clauseOf = (name: string): string => name.replace(/\/\d+$/, '')

function named(
  { clause: id, at, text, stance }: RuleSentence,
  ref: string,
  clauses: ReadonlyMap<string, MatrixClause> | undefined,
): RowProposal['sentences'] {
  const clause = clauses?.get(id)
  const name = clause && sentenceName(ref, clause, at)
  return name === undefined ? [] : [{ name, stance, words: text }]
}

/** How the concordance names a sentence of a clause. Undefined of a clause without an id, which goes by its line: the next edit moves that. */
export function sentenceName(ref: string, { id, line, sentences }: MatrixClause, at: number): string | undefined {
  if (id === `line-${line}`) return undefined
  return `${ref}#${id}${sentences.length > 1 ? `/${at + 1}` : ''}`
}

/** How sure a row is: that of its least sure school, each by the best pair that it has with another. */
function surenessOf({ pairs }: Matrix): (row: Row) => number {
  const scores = new Map<string, number>()
  for (const { a, b, score } of pairs) {
    scores.set(`${a.policy}#${a.id} ${b.policy}#${b.id}`, score)
    scores.set(`${b.policy}#${b.id} ${a.policy}#${a.id}`, score)
  }
  return ({ cells }) => {
    const best = cells.map((cell) =>
      maximum([
        UNPAIRED,
        ...cells
          .filter((other) => other !== cell)
          .flatMap((other) =>
            cell.clauses.flatMap((a) =>
              other.clauses.map((b) => scores.get(`${cell.policy}#${a} ${other.policy}#${b}`) ?? UNPAIRED),
            ),
          ),
      ]),
    )
    return Math.min(1, minimum(best))
  }
}
