import { type ParameterValue, plainText } from '../../model/index.js'
import { type AttachmentProposal, seemingOf } from './propose.js'
import type { Why } from './why.js'

/** A clause and the provision it was taken for, for programs. */
interface AttachClauseJson {
  readonly clause: string
  readonly number: string | null
  readonly words: string
  readonly provision: string | null
  readonly variant: string | null
  /** The words of the provision. */
  readonly template: string | null
  /** 0 to 1. */
  readonly score: number
  readonly sure: boolean
  readonly covers: readonly string[]
  /** What the provision, or the first of the others, rests on, with the other words that are nearest where it is these; null where it is sure, or the school's own. */
  readonly why: Why | null
  /** Other provisions it may be, the likeliest first. */
  readonly others: readonly string[]
}

/** A proposal, for programs. */
export interface ProposalJson {
  readonly clauses: readonly AttachClauseJson[]
  /** Provisions that no clause seems to be. */
  readonly missing: readonly string[]
  readonly filled: Readonly<Record<string, ParameterValue>>
  /** Schools whose texts, attached already, were held beside it. */
  readonly beside: readonly string[]
}

export const proposalJson = ({ clauses, missing, filled, beside }: AttachmentProposal): ProposalJson => ({
  clauses: clauses.map((proposed) => {
    const { name, clause, provision, score, sure, covers, others, why } = proposed
    return {
      clause: name,
      number: clause.number ?? null,
      words: plainText(clause.node),
      provision: provision?.id ?? null,
      variant: provision?.variant ?? null,
      template: provision ? plainText(provision.clause.node) : null,
      score: Math.round(score * 1000) / 1000,
      sure,
      covers,
      why: why.get((seemingOf(proposed) ?? others[0])?.id ?? '') ?? null,
      others: others.map(({ id }) => id),
    }
  }),
  missing: missing.map(({ id }) => id),
  filled: Object.fromEntries(filled.map(({ name, value }) => [name, value])),
  beside,
})
