export { type Identity, type NoIdentity, openIdentity } from './identity.js'
export { type Examined, examine, type Signed, signPdf } from './pdf.js'
export type { Signatory } from './signatory.js'
