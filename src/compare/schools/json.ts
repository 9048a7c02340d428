import type { Modality } from '../norms/index.js'
import type { Matrix, Pair } from './types.js'

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
    readonly cells: readonly { readonly policy: number; readonly clauses: readonly string[]; readonly stance: Modality }[]
  }[]
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
    rows: matrix.rows.map(({ label, cells }) => ({ label, cells })),
  }
}
