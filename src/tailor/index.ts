export { adaptBody, adaptedMetadata, answersIn, withoutGuidance } from './adapt.js'
export { otherAnswers, unfollowedAnswers } from './again.js'
export { judged as judgeAnswers, readAnswer, readAnswers, readParameters } from './answers.js'
export { asWritten } from './as-written.js'
export {
  type Attached,
  type AttachmentProposal,
  applyAttachment,
  askedIn,
  attachedAs,
  attachedTo,
  attachmentSheet,
  type Confirmed,
  confirmsNothing,
  filledBy,
  isOwn,
  judgeAttachment,
  nameOfProvision,
  otherIn,
  type ProposalJson,
  type Proposed,
  type Provision,
  percentOf,
  proposalJson,
  proposeAttachment,
  provisionOf,
  type Relative,
  readAttachSheet,
  readWordings,
  reasonOf,
  seemingOf,
  sureOnes,
  type Wordings,
} from './attach/index.js'
export {
  type Alike,
  countOf,
  type DeviationMatrix,
  deviating,
  type HeldProvision,
  matrixOf,
  type Registered,
  type Stand,
  standsOf,
} from './deviation-matrix.js'
export { type DeviationMatrixJson, deviationMatrixJson } from './deviation-matrix-json.js'
export {
  CHOSEN,
  countOthers,
  type Deviation,
  type DeviationKind,
  type Deviations,
  deviates,
  deviationsOf,
  EXPECTED,
  STANDINGS,
  UNKNOWN,
} from './deviations.js'
export { type DeviationJson, deviationJson } from './deviations-json.js'
export { asVersionOf } from './inherit.js'
export { lockedMessage } from './locked.js'
export { OUTCOMES, type Outcome, resultOf, type Step, type Way, wayOf } from './merge/index.js'
export { planJson, type UpgradeStepJson } from './plan-json.js'
export { planSheet } from './plan-sheet.js'
export { type Answers, NO_ANSWERS, type Question, questionsOf } from './questions.js'
export { answerSheet } from './sheet.js'
export { isTakenOver } from './taken-over.js'
export {
  applyPlan,
  type DecisionSheet,
  type Edition,
  judgeDecisions,
  openSteps,
  planUpgrade,
  readDecisions,
  type UpgradeDecision,
  type UpgradeDecisions,
  type UpgradePlan,
} from './upgrade.js'
export { blanksIn, writtenIn, writtenOut } from './written-out.js'
