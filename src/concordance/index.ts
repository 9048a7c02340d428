export { type Judgement, withJudgements } from './judgements.js'
export { type PairJudgement, withPairJudgements } from './pair-judgements.js'
export { newProposals, type RowProposal, SITTING, sentenceName } from './propose.js'
export { withProposals, withRenamed } from './text.js'
