export { hashClause, hashPolicy } from './hash.js'
export { type Decision, decisions } from './standing.js'
