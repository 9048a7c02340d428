export { type Calendar, calendarOf, reviewEntry } from './calendar.js'
export { type NotMade, presentMade, type Unmade, unmadeOf, wordUnmade } from './made.js'
export { policyStatus } from './policy-status.js'
export { needsAttention, type PolicyStatus, reportStatus, standingPhrase } from './status.js'
export {
  createChangeWords,
  fateText,
  presentChanges,
  presentConcordance,
  presentMemo,
  presentRedline,
  presentSideBySide,
  presentWasWordt,
  type RedlineMode,
  sideOf,
  summaryText,
  type Version,
  type VersionSetting,
} from './versions/index.js'
