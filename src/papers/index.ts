export { type Calendar, type CalendarEntry, calendarOf, reviewEntry } from './calendar.js'
export { policyStatus, type StatusNames } from './policy-status.js'
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
