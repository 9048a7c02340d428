export { type ChangeWords, changeWords, GAP, type Phrase, type PhraseKind, type Rows, type Words, wordsOf } from './words.js'
