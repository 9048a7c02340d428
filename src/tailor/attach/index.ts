export { applyAttachment } from './apply.js'
export {
  type Attached,
  attachedAs,
  attachedTo,
  type Confirmed,
  confirmsNothing,
  filledBy,
  judgeAttachment,
  provisionOf,
  readAttachSheet,
  sureOnes,
} from './decisions.js'
export { type ProposalJson, proposalJson } from './json.js'
export { type AttachmentProposal, askedIn, isOwn, type Proposed, percentOf, proposeAttachment, seemingOf } from './propose.js'
export { nameOfProvision, type Provision } from './provisions.js'
export { otherIn, reasonOf } from './reasons.js'
export type { Relative } from './relatives.js'
export { attachmentSheet } from './sheet.js'
export { readWordings, type Wordings } from './wordings.js'
