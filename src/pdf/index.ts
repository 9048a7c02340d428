export { readPdf, UnreadablePdf } from './pdf.js'
export { mayBeHalves, wordsIn } from './words.js'
