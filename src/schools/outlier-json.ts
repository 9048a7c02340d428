import type { Modality } from '../norms/index.js'
import { outlierOf, type StandoutKind } from './outlier.js'
import type { Difference, Matrix } from './types.js'

/** The published shape of where one school stands apart. `row` is an index into the rows of the matrix, `policy` into its policies. */
export interface OutlierJson {
  readonly schema: 'clausule/outlier@1'
  readonly policy: string
  /** The reference it was held against; null for all others. */
  readonly against: string | null
  readonly standouts: readonly {
    readonly kind: StandoutKind
    readonly row: number
    readonly label: string
    /** What the school asks; null where it is silent. */
    readonly stance: Modality | null
    /** How many others ask what; `none` has no sentence on the rule. */
    readonly others: Readonly<Partial<Record<Modality | 'none', number>>>
    readonly differences: readonly Difference[]
  }[]
  /** Shared rules of which it is proved that nothing differs, and those of which nothing could be told. */
  readonly same: number
  readonly unknown: number
  /** As of the matrix: false when a rule that seems to be missing or alone may only not have been looked for. */
  readonly complete: boolean
}

export function toOutlierJson(matrix: Matrix, policy: number, reference?: number): OutlierJson {
  const { against, standouts, same, unknown } = outlierOf(matrix, policy, reference)
  const refOf = (index: number): string => matrix.policies[index]?.ref ?? ''
  return {
    schema: 'clausule/outlier@1',
    policy: refOf(policy),
    against: against === undefined ? null : refOf(against),
    standouts: standouts.map(({ kind, row, others, differences }) => ({
      kind,
      row,
      label: matrix.rows[row]?.label ?? '',
      stance: matrix.rows[row]?.cells.find((cell) => cell.policy === policy)?.stance ?? null,
      others: Object.fromEntries(others),
      differences,
    })),
    same,
    unknown,
    complete: matrix.complete,
  }
}
