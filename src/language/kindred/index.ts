export { isFormOf } from './forms.js'
export { type Group, lexiconOf } from './groups.js'
export { type Matters, mattersOf } from './matters.js'
export { type Kinship, kinship } from './words.js'
