export { type Calendar, calendarOf, reviewEntry } from './calendar.js'
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
