export { brokenReleases, onceEach } from './broken-releases.js'
export {
  type Context,
  filesOf,
  homeOf,
  NOTHING_WRITTEN,
  type Outcome,
  outputPath,
  readersLanguage,
  requireWorkspace,
  type Say,
  Stopped,
  sayIn,
  sharedLanguage,
  type Usage,
  UsageError,
} from './context.js'
export {
  chooseFormat,
  DECISION_PAPERS,
  type DecisionPaper,
  DIFF_ONLY,
  DIFF_PAPERS,
  type DiffOnly,
  type DiffPaper,
  DOCUMENT_FORMATS,
  endingOf,
  type FormatName,
  IMPORT_CHANGES,
  type ImportChanges,
  LINT_FORMATS,
  type LintFormat,
  type StarterSubject,
  SUBJECTS,
  TABLE_FORMATS,
} from './formats.js'
export { judge } from './judge.js'
export { gitHindrance, type Keeping, type KeptStep, keepInGit } from './keep.js'
export { assetsOf, isPrinted, type Making, madeLine, type Published, print, publish } from './publish.js'
export { forWhom, selectPolicies } from './select.js'
export { type Ready, ready, withWritten, writing } from './step.js'
export { surroundings } from './surroundings.js'
export {
  type Compared,
  type ComparedVersions,
  compareGiven,
  compareNamed,
  langOf,
  type Paper,
  presentTracked,
  reportOn,
  type Signature,
  signatureOf,
  versionsInName,
} from './versions.js'
