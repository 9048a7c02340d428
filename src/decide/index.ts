export { hashClause, hashPolicy } from './hash.js'
export { addVersion, type Shelf, type Shelved } from './shelf.js'
export { type Decision, decisions } from './standing.js'
export { type Release, type Surroundings, verifyPolicy } from './verify/index.js'
