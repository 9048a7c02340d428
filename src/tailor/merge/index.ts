export type { Texts } from './build.js'
export { ownWords } from './content.js'
export { type Merge, mergePolicies } from './merge.js'
export { type Decided, OUTCOMES, type Outcome, ownContent, resultOf, type Step, WAYS_TO_DECIDE, type Way, wayOf } from './step.js'
