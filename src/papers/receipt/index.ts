export { findingsByFragment } from './fragments.js'
export { type ReceiptJson, receiptJson } from './json.js'
export { presentReceipt, receiptLabels, verdictOf } from './receipt.js'
export type { ReceiptSetting } from './setting.js'
