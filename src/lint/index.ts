export { receiptMessages, withLint } from './imported.js'
export { lintPolicy } from './lint.js'
export { type LintInput, type LintOptions, type OwnFinding, type OwnRule, startOf } from './rule.js'
