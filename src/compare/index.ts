export { countShared, eachShared, productOf, sharesMore, type Weighted } from './ascending.js'
export {
  type Bag,
  bagOf,
  Common,
  dice,
  heaviestShared,
  idsOf,
  joint,
  shared,
  strongestShared,
  TermNumbering,
  type WeighedTerms,
} from './bags.js'
export { cellByCell } from './cells.js'
export {
  asOne,
  between,
  diffTexts,
  type Edit,
  editsBetween,
  editsOf,
  type TextDiff,
  type TokenEdit,
  type Tokenised,
} from './edits.js'
export { foldText, foldTypography } from './fold.js'
export { labelLength, labelNumber } from './labels.js'
export { notationAt } from './notation.js'
export { longestIncreasing, pairsAscending, pairsInOrder } from './order.js'
export { tellingQuotes } from './quoted.js'
export { referenceAt } from './references.js'
export { type Printed, type Run, runsOf, textOf } from './runs.js'
export { bare, capitalsIn, isSlip, namesIn, sameLetters, slipsBetween } from './slips.js'
export { lettersAlike, markedOtherwise, misspelt, spelledOtherwise } from './spelling.js'
export { mayHoldUnits, type Token, tokenise } from './tokens.js'
export { amountValue, dateValue, valueOf } from './value.js'
export { diffTokens, type Hunk } from './words.js'
