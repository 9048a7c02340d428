import type { MatrixRule } from './rules.js'
import type { MatrixSetting } from './setting.js'

/** What every part of the comparison says in the same way. */
export interface Parts {
  readonly setting: MatrixSetting
  /** What users call the policies. */
  readonly refs: readonly string[]
  /** How columns are headed, by policy. */
  readonly names: readonly string[]
  /** Policies in the order of the columns. */
  readonly order: readonly number[]
  readonly rules: readonly MatrixRule[]
}
