import type { ProvisionLink } from './link.js'
import type { Provision } from './provisions.js'
import type { Told } from './relatives.js'

/**
 * What the texts of other schools are worth beside what a pair comes to by itself, in log odds. Fitted on five founding protocols, each held back in
 * turn, with the other four or one in other words beside it (4.6 and -2.4), and set farther apart on all five, where more was right and less wrong.
 */
const TOLD = { alone: 1.02, by: 6, against: -3.2 } as const
/** However little a pair has in common, it comes to so much by itself; where it has nothing, it is one for what others say from so near on. */
const NOTHING = { odds: -4, by: 0.3 } as const

/** What others say less nearly makes a pair likely, and never sure. */
const FAINT = { by: 0.5, odds: 1.5 } as const

/** Scores pairs again by what other schools say, where any does of the clause; and those that only they speak for. */
export function scoredTold(
  alone: readonly ProvisionLink[],
  {
    rules,
    theirs,
    provisions,
    told,
  }: {
    readonly rules: readonly number[]
    readonly theirs: readonly number[]
    readonly provisions: readonly Provision[]
    readonly told: (clause: number, provision: Provision) => Told | undefined
  },
): ProvisionLink[] {
  const known = new Map(alone.map((link) => [`${link.clause} ${link.provision}`, link]))
  return rules.flatMap((clause) =>
    theirs.flatMap((provision): ProvisionLink[] => {
      const link = known.get(`${clause} ${provision}`)
      const its = told(clause, provisions[provision] as Provision)
      if (its === undefined || (!link && its.by < NOTHING.by)) return link ? [link] : []
      const own = Math.max(NOTHING.odds, link ? Math.log(link.score / (1 - link.score)) : NOTHING.odds)
      const full = TOLD.alone * own + TOLD.by * its.by + TOLD.against * its.against
      const odds = its.by < FAINT.by ? Math.min(full, Math.max(own, FAINT.odds)) : full
      return [
        {
          clause,
          provision,
          score: 1 / (1 + Math.exp(-odds)),
          letters: Math.max(link?.letters ?? 0, its.letters),
          said: link?.said ?? 0,
        },
      ]
    }),
  )
}
