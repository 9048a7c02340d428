import { plainText } from '../model/index.js'
import { type Step, wayOf } from './merge/index.js'
import { openSteps, type UpgradePlan } from './upgrade.js'

/** A step of a plan, for programs. */
export interface UpgradeStepJson {
  readonly id: string | null
  readonly outcome: Step['outcome']
  /** What happens to it. */
  readonly way: string
  readonly asks: boolean
  readonly ways: readonly string[]
  readonly former: string | null
  readonly template: string | null
  readonly school: string | null
  /** The clause of the school that a new provision speaks of, too. */
  readonly beside: string | null
}

/** What becomes of each clause, for programs; `open` counts the questions that nobody answered. */
export function planJson(plan: UpgradePlan): {
  readonly open: number
  readonly usual: UpgradePlan['usual']
  readonly steps: readonly UpgradeStepJson[]
} {
  const words = (node: Step['ours']) => (node === undefined ? null : plainText(node))
  return {
    open: openSteps(plan).length,
    usual: plan.usual,
    steps: plan.steps.map((step) => ({
      id: step.id ?? null,
      outcome: step.outcome,
      way: wayOf(step),
      asks: step.asks,
      ways: step.ways,
      former: words(step.base),
      template: words(step.theirs),
      school: words(step.ours),
      beside: step.beside?.id ?? null,
    })),
  }
}
