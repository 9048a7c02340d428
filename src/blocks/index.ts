export { commentBy } from './comments.js'
export { countedWords } from './count.js'
export { labelsInRows, startsInRows } from './counted.js'
export { cutFindings } from './cuts.js'
export { findDate, readDate } from './dates.js'
export { addSaid } from './facts/approvals.js'
export {
  asksReader,
  isAsideTitle,
  isCall,
  isPeriodical,
  isReached,
  namesItself,
  namesOther,
  sendsReader,
} from './facts/asides.js'
export { decisionsByPart, onlyDecisions } from './facts/clauses-of-decision.js'
export { bodyOf, decisionsIn, sentencesAbout, whoDecided } from './facts/decisions.js'
export {
  addLine,
  addPart,
  addSaidDecisions,
  copyrightHolder,
  isContact,
  isCopyright,
  isFact,
  isRemark,
  timeIn,
} from './facts/facts.js'
export { addField, isListKey, isNoted, isTime, readField, toVersion } from './facts/fields.js'
export { addOnce, type Facts, noFacts, SENTENCES } from './facts/known.js'
export { isNamingWord } from './facts/named.js'
export { addOrganisation, organisationIn, organisationWithin } from './facts/organisations.js'
export { callsIn, decidesOn, namesAnother, ownNames } from './facts/own.js'
export { COMPUTED, colophonLines, holdsHash, isOwnTable, markOwnPages, readOwnFront } from './facts/own-pages.js'
export { addSentence, holdsOnAdoption } from './facts/sentences.js'
export { hasColumns, isControlName, takeTable } from './facts/tables.js'
export { addDraftLine, addVersionLine, isDraftMark } from './facts/version-line.js'
export {
  ADDRESS,
  BODY_WORDS,
  COLUMNS,
  COMPUTED_STATUS,
  CONTENTS_TITLE,
  CONTROL_TITLE,
  DRAFT_TITLE,
  FIELDS,
  FINITE,
  type FieldKey,
  HOLDS,
  KIND,
  ORGANISATION,
  OUTCOMES,
  PERSON,
  RIGHT_WORDS,
  STATUS_WORDS,
  UNDECIDED,
} from './facts/vocabulary.js'
export { countedLabel, endsPart, isInnerMark, type Label, type LabelReading, readMarker } from './labels.js'
export { closedLeaders, LEADERS } from './leaders.js'
export {
  Damaged,
  MOST_ELEMENTS,
  MOST_LETTERS,
  MOST_LINES,
  MOST_TAGS,
  TOO_MANY_BLANKS,
  TOO_MANY_BLOCKS,
  TOO_MANY_LETTERS,
  TOO_MANY_LINES,
  TooLarge,
} from './limits.js'
export { type CopiedLine, findMargins } from './margins.js'
export { COLOURED, isMarker, leaves, letters, type MarkFacts, marksIn } from './marks.js'
export { recurringKey } from './recurring.js'
export { type Sized, withSizes } from './sizes.js'
export { tabbed } from './tabs.js'
export {
  ARTEFACTS,
  type Artefact,
  type FillInMark,
  type Finding,
  type Look,
  type ReadOptions,
  type Source,
  type SourceBlock,
  type SourceKind,
} from './types.js'
export {
  blockText,
  type Emphasis,
  emphasised,
  linesAtBreaks,
  linked,
  printedWords,
  text,
  textOf,
  tidy,
  unmarked,
  withBullets,
  withoutStart,
} from './words.js'
