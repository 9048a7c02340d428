export { createPresenter } from './blocks.js'
export { resolveBrand } from './brand.js'
export { fontTables } from './brand-font.js'
export { contrast, darkenTo, mix, readableOn } from './colour.js'
export type * from './document.js'
export { type PolicySetting, presentPolicy } from './policy.js'
export { type PolicyData, policyData } from './policy-data.js'
export type { FacetLabels, Form, Report } from './report.js'
export { needsAttention, type PolicyStatus, reportStatus, standingPhrase } from './status.js'
export {
  presentChanges,
  presentConcordance,
  presentMemo,
  presentRedline,
  presentSideBySide,
  presentWasWordt,
  type RedlineMode,
  sideOf,
  summaryText,
  type Version,
  type VersionSetting,
} from './versions/index.js'
export { eachBlock, mapContent, namesOf, plainWords } from './walk.js'
export { createWording, longDate, type Wording } from './wording.js'
export type { Sheet, Workbook } from './workbook.js'
