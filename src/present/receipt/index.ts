export { presentReceipt, type ReceiptSetting, receiptLabels } from './receipt.js'
