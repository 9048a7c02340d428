export { type Group, lexiconOf } from './groups.js'
export { type Matters, mattersOf } from './matters.js'
export { type Kinship, kindred, kinship } from './words.js'
