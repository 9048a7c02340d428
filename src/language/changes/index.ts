export { type Renaming, shortForms } from './short-forms.js'
export { type ChangeWords, changeWords, GAP, type Phrase, type PhraseKind, type Rows, type Words, wordTablesOf } from './words.js'
