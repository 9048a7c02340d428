export { type Numbering, numberClauses } from './numbering.js'
export { placeOf, type Resolved, type ResolvedClause, referenceText, resolve } from './resolve.js'
