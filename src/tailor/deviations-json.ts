import type { GivenFor } from '../model/index.js'
import type { Deviation, DeviationKind } from './deviations.js'

/** One provision of the register, for programs. */
export interface DeviationJson {
  readonly id: string | null
  readonly kind: DeviationKind
  readonly moved: boolean
  readonly covers: readonly string[]
  readonly variant: string | null
  readonly significance: string
  readonly template: string | null
  readonly school: string | null
  readonly filled: Readonly<Record<string, unknown>>
  /** The template's usual answers in the place of which something else was filled in. */
  readonly usual: Readonly<Record<string, unknown>>
  readonly reason: string | null
  /** Whether the reason was given for the words the clause has; null without one. */
  readonly reasonFor: GivenFor | null
}

export function deviationJson({
  id,
  kind,
  moved,
  covers,
  variant,
  entry,
  values,
  usual,
  reason,
  given,
}: Deviation): DeviationJson {
  const text = (pieces: Deviation['entry']['old']) => (pieces.length === 0 ? null : pieces.map((piece) => piece.text).join('\n'))
  return {
    id: id ?? null,
    kind,
    moved,
    covers,
    variant: variant ?? null,
    significance: entry.significance,
    template: text(entry.old),
    school: text(entry.next),
    filled: Object.fromEntries(values),
    usual,
    reason: reason ?? null,
    reasonFor: given ?? null,
  }
}
