import type { ProvisionLink } from './link.js'
import type { Provision } from './provisions.js'
import type { Told } from './relatives.js'

/** What others say of a pair, in log odds: beside what it comes to by itself, for it, against it, and where they say nothing of either. */
interface Weights {
  readonly alone: number
  readonly by: number
  readonly against: number
  readonly base: number
  /** From so many letters in common on the words of the provision speak for themselves. */
  readonly itself: number
}

/**
 * What the texts of other schools are worth. Fitted on five founding protocols, each held back in turn, with the other four or one in other words
 * beside it (4.6 and -2.4), and set farther apart on all five, where more was right and less wrong.
 */
export const TOLD: Weights = { alone: 1.02, by: 6, against: -3.2, base: 0, itself: 1 }
/**
 * What other words for a provision are worth, where they were written without sight of the protocols: fitted on the pairs that two readers made of
 * these. With each held back in turn 1.1 to 1.4, 8.6 to 12.9, -4.8 to -6.4 and -0.8 to -2.1.
 */
export const KNOWN: Weights = { alone: 1.2, by: 11.2, against: -5.5, base: -1.6, itself: 0.4 }
/** However little a pair has in common, it comes to so much by itself; where it has nothing, it is one for what others say from so near on. */
const NOTHING = { odds: -4, by: 0.3 } as const

/** What others say less nearly makes a pair likely, and never sure. */
const FAINT = { by: 0.5, odds: 1.5 } as const

/** Scores pairs again by what others say, where any does of the clause; and those that only they speak for. */
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
  { alone: itself, by, against, base, itself: enough }: Weights,
): ProvisionLink[] {
  const known = new Map(alone.map((link) => [`${link.clause} ${link.provision}`, link]))
  return rules.flatMap((clause) =>
    theirs.flatMap((provision): ProvisionLink[] => {
      const link = known.get(`${clause} ${provision}`)
      const its = told(clause, provisions[provision] as Provision)
      if (its === undefined || (!link && its.by < NOTHING.by)) return link ? [link] : []
      const own = Math.max(NOTHING.odds, link ? Math.log(link.score / (1 - link.score)) : NOTHING.odds)
      const full = itself * own + by * its.by + against * its.against + base
      const most = its.by < FAINT.by ? Math.min(full, Math.max(own, FAINT.odds)) : full
      const odds = link && link.letters >= enough ? Math.max(own, most) : most
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
