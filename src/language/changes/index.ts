export { WAAR } from './relative.js'
export { type Renaming, shortForms } from './short-forms.js'
export { isEnglishVerb, isParticiple, isSameVerb, participleOf } from './verbs.js'
export { type ChangeWords, changeWords, GAP, type Phrase, type PhraseKind, type Rows, type Words, wordTablesOf } from './words.js'
