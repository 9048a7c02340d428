export { type Numbering, numberClauses } from './numbering.js'
export { type Resolved, type ResolvedClause, referenceText, resolve } from './resolve.js'
