export type { Answer } from './answers.js'
export { askAll, bySection, type FoundClause, type FoundSection, readyToAsk, type SearchPart } from './ask.js'
export { counterpartsIn } from './counterparts.js'
export { isOver } from './force-words.js'
export { DRAFT, type Forced, forcesOf } from './forces.js'
export { securityPolicy } from './frame.js'
export type { ToldHistories } from './history.js'
export {
  CACHE,
  type GroupData,
  groupDataSchema,
  groupPath,
  hashOf,
  historiesPath,
  historiesSchema,
  type Made,
  type MadeGroup,
  type MadePolicy,
  type SiteCache,
  siteCacheSchema,
} from './made.js'
export { nameProblems } from './names.js'
export { currentFiles, passagesOf, policyFiles, shownOf } from './policy-files.js'
export { screenDocument } from './policy-page.js'
export { type Searched, searchData } from './search.js'
export type { SearchData } from './search-data.js'
export { comparisonFiles, sharedFiles } from './shared-files.js'
export { keptOff } from './shown-despite.js'
export type {
  Counterpart,
  Force,
  PolicyStanding,
  PolicySummary,
  ShownVersion,
  SiteChange,
  SiteFile,
  SiteOrganisation,
  SitePolicy,
  SiteSetting,
  SiteVersion,
} from './types.js'
export { heavyPages } from './weight.js'
