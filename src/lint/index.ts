export { receiptMessages, withLint } from './imported.js'
export { lintPolicy } from './lint.js'
export type { LintOptions } from './rule.js'
