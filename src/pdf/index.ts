export { readPdf, UnreadablePdf } from './pdf.js'
export { mayBeHalves, type PageWords, withLineEnd, wordsIn } from './words.js'
