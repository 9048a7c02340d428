export { importedOrganisation } from './facts/organisation.js'
export { importDocument } from './import.js'
export { receiptFor } from './receipt.js'
export type { Fate, Finding, Fragment, Imported, ImportOptions, Receipt, SourceKind } from './types.js'
