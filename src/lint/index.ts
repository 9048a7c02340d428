export { receiptMessages, withLint } from './imported.js'
export { unknownLanguage } from './language.js'
export { lintPolicy } from './lint.js'
export { type LintInput, type LintOptions, type OwnFinding, type OwnRule, startOf } from './rule.js'
