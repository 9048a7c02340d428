export { applyComparison, revertComparison } from './apply.js'
export {
  type Comparison,
  type Edit,
  type Edition,
  type Entry,
  type Fate,
  type Piece,
  REASONS,
  type Reason,
  type ReasonKind,
  type Side,
  type Significance,
} from './comparison.js'
export { editsBetween } from './edits.js'
export { type ComparisonJson, toComparisonJson } from './json.js'
export { type Printed, type Run, runsOf, textOf } from './text.js'
export { compareVersions, type Summary, summarise } from './versions.js'
