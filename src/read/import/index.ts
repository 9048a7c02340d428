export { importDocument } from './import.js'
export { misspeltNames, type NameFinding, type OutdatedName, outdatedNames, outdatedSchema } from './names.js'
export type { Fate, Finding, Fragment, Imported, ImportOptions, Receipt, SourceKind } from './types.js'
