export { type Edit, editsBetween, type Printed, type Run, runsOf, textOf } from '../compare/index.js'
export { type Alignment, align } from './align/index.js'
export { applyComparison, revertComparison } from './apply.js'
export { significanceOf } from './classify/index.js'
export { compareVersions, type Summary, summarise } from './compare.js'
export {
  type Comparison,
  type Edition,
  type Entry,
  type EntryClause,
  type FactChange,
  type Fate,
  REASONS,
  type Reason,
  type ReasonKind,
  type Replacement,
  SIGNIFICANCES,
  type Side,
  type Significance,
  type StaleReference,
} from './comparison.js'
export { type Correction, corrections } from './corrections.js'
export type { Dictionaries } from './entry.js'
export { type ComparisonJson, toComparisonJson } from './json.js'
export { staleMessage, staleSince } from './stale.js'
export { judgeTexts } from './texts.js'
