export { type AttachedText, applyAttachment } from './apply.js'
export {
  type Attached,
  type AttachSheet,
  attachedTo,
  type Confirmed,
  filledBy,
  judgeAttachment,
  provisionOf,
  readAttachSheet,
  sureOnes,
} from './decisions.js'
export { type AttachClauseJson, type ProposalJson, proposalJson } from './json.js'
export { type Proposal, type Proposed, type ProposeInput, percentOf, proposeAttachment } from './propose.js'
export { nameOfProvision, type Provision } from './provisions.js'
export { type AttachWords, attachmentSheet, type SheetFacts } from './sheet.js'
