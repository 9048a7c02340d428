export { presentReceipt, type ReceiptSetting, receiptLabels } from './receipt.js'
export { createTranslator, type MessageForm } from './translate.js'
