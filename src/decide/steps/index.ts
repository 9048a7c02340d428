export { daysOf, type Milestone } from './days.js'
export { type Dossier, lastReleased, type Step } from './dossier.js'
export {
  type Claimed,
  claimedOn,
  type Dated,
  type End,
  endOf,
  inForceOn,
  isOvertaken,
  isProved,
  type Succession,
  sinceOf,
  successionOf,
} from './force.js'
export { type Standing, standingOf } from './overview.js'
export { type Proposal, type Proposed, propose } from './propose.js'
export { binds, isSameBody, type Reported, record } from './record.js'
export { release, withdraw } from './release.js'
export { reviewState } from './review.js'
