export { findDate, readDate } from './blocks/dates.js'
export { type Label, type Reading, readMarker } from './blocks/labels.js'
export {
  ARTEFACTS,
  type Artefact,
  type Finding,
  type Look,
  type ReadOptions,
  type Source,
  type SourceBlock,
  type SourceKind,
} from './blocks/types.js'
export { blockText, text, textOf, tidy, unmarked, withoutStart, wordsOf } from './blocks/words.js'
export { addSaid } from './facts/approvals.js'
export { bodyOf, decisionsIn } from './facts/decisions.js'
export { addParts, addSentences, isContact, isCopyright, isFact, isRemark, monthIn, noFacts } from './facts/facts.js'
export { addField, type Facts, isListKey, isMonth, readField, toVersion } from './facts/fields.js'
export { takeTable } from './facts/tables.js'
export { addDraftLine, addVersionLine } from './facts/version-line.js'
export {
  COLUMNS,
  CONTENTS_TITLE,
  CONTROL_TITLE,
  DRAFT_TITLE,
  FIELDS,
  type FieldKey,
  KIND,
  ORGANISATION,
  OUTCOMES,
  RIGHT_WORDS,
  STATUS_WORDS,
} from './facts/vocabulary.js'
export { decode } from './files/decode.js'
export { readSource } from './source.js'
