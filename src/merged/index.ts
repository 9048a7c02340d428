export { joined, type Leaf, type Region, regionsOf, slice, within } from './leaves.js'
export type { Look } from './looks.js'
export { type Fit, fitOf, type MergedStretch, merge } from './merge.js'
