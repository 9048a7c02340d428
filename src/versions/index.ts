export { type Edit, editsBetween, type Printed, type Run, runsOf, textOf } from '../compare/index.js'
export { REASONS, type Reason, type ReasonKind, SIGNIFICANCES, type Significance, significanceOf } from '../gravity/index.js'
export { type Alignment, align } from './align/index.js'
export { applyComparison, revertComparison } from './apply.js'
export { saidSince, sayingLess } from './called.js'
export { compareVersions, type Summary, summarise } from './compare.js'
export type {
  Comparison,
  Edition,
  Entry,
  EntryClause,
  FactChange,
  Fate,
  Replacement,
  Side,
  StaleReference,
} from './comparison.js'
export { type Correction, corrections } from './corrections.js'
export type { Dictionaries } from './entry.js'
export { type ComparisonJson, toComparisonJson } from './json.js'
export { staleSince } from './stale.js'
export { judgeTexts } from './texts.js'
