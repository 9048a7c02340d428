import type { Modality } from '../norms/index.js'
import type { Difference, Matrix, Pair, RuleSentence, Standing, Value } from './types.js'

/** The published shape of a comparison of schools. `policy` is an index into `policies`. */
export interface MatrixJson {
  readonly schema: 'clausule/matrix@1'
  readonly policies: readonly {
    readonly ref: string
    readonly title: string
    readonly organisation: string
    readonly clauses: readonly {
      readonly id: string
      readonly number: string
      readonly line: number
      readonly text: string
      readonly modality: Modality
      readonly topic: string | null
    }[]
  }[]
  readonly pairs: readonly Pair[]
  readonly rows: readonly {
    readonly label: string
    readonly cells: readonly {
      readonly policy: number
      readonly clauses: readonly string[]
      readonly stance: Modality
      readonly sentences: readonly SentenceJson[]
    }[]
    /** Absent where one school alone has the rule. */
    readonly standing?: Standing
    readonly differences: readonly Difference[]
    /** What may differ; whether both sentences speak of one act is not sure. */
    readonly perhaps: readonly Difference[]
  }[]
  /** False when only the nearest counterparts of each clause were looked for: what stands alone may have one. */
  readonly complete: boolean
}

/** A sentence on a rule. Words are quoted as they stand in the text. */
export interface SentenceJson {
  readonly clause: string
  readonly text: string
  readonly stance: Modality
  /** Whom it addresses; null where it names nobody. */
  readonly who: string | null
  readonly values: readonly { readonly kind: Value['kind']; readonly text: string }[]
}

/** The matrix as `clausule/matrix@1`; a clause's topic is the one of its row. */
export function toMatrixJson(matrix: Matrix): MatrixJson {
  const topics = new Map<string, string>()
  for (const { topic, cells } of matrix.rows) {
    if (topic !== undefined)
      for (const { policy, clauses } of cells) for (const id of clauses) topics.set(`${policy}#${id}`, topic)
  }
  return {
    schema: 'clausule/matrix@1',
    policies: matrix.policies.map(({ ref, title, organisation, clauses }, policy) => ({
      ref,
      title,
      organisation,
      clauses: clauses.map(({ id, number, line, text, modality, topic }) => ({
        id,
        number,
        line,
        text,
        modality,
        topic: topic ?? topics.get(`${policy}#${id}`) ?? null,
      })),
    })),
    pairs: matrix.pairs,
    rows: matrix.rows.map(({ label, cells, standing, differences, perhaps }) => ({
      label,
      cells: cells.map(({ policy, clauses, stance, sentences }) => ({
        policy,
        clauses,
        stance,
        sentences: sentences.map(sentenceJson),
      })),
      ...(standing === undefined ? {} : { standing }),
      differences,
      perhaps,
    })),
    complete: matrix.complete,
  }
}

const sentenceJson = ({ clause, text, stance, who, values }: RuleSentence): SentenceJson => ({
  clause,
  text,
  stance,
  who: who ?? null,
  values: values.map(({ kind, text: words }) => ({ kind, text: words })),
})
