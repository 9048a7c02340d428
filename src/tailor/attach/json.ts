import { type ParameterValue, plainText } from '../../model/index.js'
import type { AttachmentProposal } from './propose.js'

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
  clauses: clauses.map(({ name, clause, provision, score, sure, covers, others }) => ({
    clause: name,
    number: clause.number ?? null,
    words: plainText(clause.node),
    provision: provision?.id ?? null,
    variant: provision?.variant ?? null,
    template: provision ? plainText(provision.clause.node) : null,
    score: Math.round(score * 1000) / 1000,
    sure,
    covers,
    others: others.map(({ id }) => id),
  })),
  missing: missing.map(({ id }) => id),
  filled: Object.fromEntries(filled.map(({ name, value }) => [name, value])),
  beside,
})
