export { defaultFonts, loadLayout, loadWording, readTemplate } from './assets.js'
export { type Loaded, type LoadedOrganisation, loadOrganisation, loadPolicy } from './load.js'
export { type Output, outPath, writeOutputs } from './output.js'
export { compareVersion, findWorkspace, isInside, listPolicies, type PolicyEntry, showPath, type Workspace } from './root.js'
