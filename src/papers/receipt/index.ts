export { type ReceiptJson, receiptJson } from './json.js'
export { presentReceipt, receiptLabels } from './receipt.js'
export type { ReceiptSetting } from './setting.js'
