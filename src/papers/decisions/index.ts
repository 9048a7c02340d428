export { presentNotice } from './notice.js'
export { presentResolution } from './resolution.js'
export type { DecisionSetting } from './setting.js'
