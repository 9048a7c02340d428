export { importDocument } from './import.js'
export type { Fate, Finding, Fragment, Imported, ImportOptions, Receipt, SourceKind } from './types.js'
