export { readPdf, UnreadablePdf } from './pdf.js'
export { type Dictionary, Lexer, Name, Operator, Reference, Text, type Value } from './values.js'
export { mayBeHalves, type PageWords, withLineEnd, wordsIn } from './words.js'
