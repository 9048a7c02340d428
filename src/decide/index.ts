export { hashClause, hashFile, hashPolicy, isFileOf } from './hash.js'
export type { Route } from './rerouted.js'
export { changeHash } from './said-of-change.js'
export { addVersion, idsOn, type Shelf } from './shelf.js'
export { carries, type Decision, decisions, isOnOtherWords, isWithdrawn, type Keeps, RECORDED } from './standing.js'
export {
  binds,
  type Claimed,
  claimedOn,
  type Dated,
  type Dossier,
  daysOf,
  type End,
  endOf,
  inForceOn,
  isOvertaken,
  isProved,
  isSameBody,
  lastReleased,
  type Milestone,
  type Proposal,
  type Proposed,
  propose,
  type Reported,
  record,
  release,
  reviewState,
  type Standing,
  type Step,
  type Succession,
  sinceOf,
  standingOf,
  successionOf,
  withdraw,
} from './steps/index.js'
export { type Release, type Surroundings, verifyPolicy } from './verify/index.js'
