export { isFormOf } from './forms.js'
export { type Group, lexiconOf } from './groups.js'
export { mattersOf } from './matters.js'
export { kinship } from './words.js'
