export { type AttachedText, applyAttachment, provisionOf } from './apply.js'
export {
  type Attached,
  type AttachSheet,
  attachedTo,
  type Confirmed,
  judgeAttachment,
  readAttachSheet,
  sureOnes,
} from './decisions.js'
export { type Proposal, type Proposed, type ProposeInput, proposeAttachment } from './propose.js'
export type { Provision } from './provisions.js'
export { type AttachWords, attachmentSheet, type SheetFacts } from './sheet.js'
