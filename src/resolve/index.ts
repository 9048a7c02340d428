export { type Numbering, numberClauses } from './numbering.js'
export { parameterValues } from './parameters.js'
export { type ResolvedClause, referenceText } from './references.js'
export { placeOf, type Resolved, resolve } from './resolve.js'
