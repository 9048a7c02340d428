export { withArticle } from './articles.js'
export { askedIn } from './asked.js'
export { hasCapitalMonths, isCalendarDay, isDay, monthNames, monthNumber, shortMonths, weekdays } from './calendar.js'
export { compoundPartsBy } from './compounding.js'
export { compoundLinks, compoundParts } from './compounds.js'
export { spelledOut } from './contractions.js'
export { byLanguage } from './data.js'
export { editDistance } from './distance.js'
export type { CalledList } from './fact-words.js'
export {
  contentsTitles,
  controlNames,
  editions,
  factLabels,
  finiteWords,
  namedRoots,
  organisationWords,
  rightWords,
  rootsIn,
  statusWords,
  timePattern,
  versionNames,
  wordsOfFacts,
} from './facts.js'
export {
  askingWords,
  commonWords,
  functionWords,
  isConnective,
  isFunctionWord,
  isKnownAbbreviation,
  isLightWord,
  keepsHyphen,
  leadInWords,
  neverTwice,
  questionWords,
  separableVerbs,
} from './function-words.js'
export { asSubject, firstOf, isVerbSecond, oneOf, pairsOf, startsWithOneOf, wordsIn, wordsOfAll } from './grammar.js'
export { GUESSED_LETTERS, guessLanguage, type LanguageGuess } from './guess.js'
export { areAlike } from './letters.js'
export { deniesByPrefix, type Meaning, meaningsOf, quantifierOf, roleWords } from './meanings.js'
export { modelWords, timeUnits } from './models.js'
export { cellSign, numberUsage, numeralsOf, ordinalWords, partLengthsOf, thousandsSign } from './numbers.js'
export { once, onceFor, seek } from './patterns.js'
export { eitherCase, phrasesByKey, phrasesIn, phrasesOf } from './phrases.js'
export { printedWords } from './printed.js'
export {
  type AnnexReference,
  annexReferences,
  isAnnexList,
  numberKey,
  type PrintedReference,
  printedReferences,
} from './printed-references.js'
export { readOnce, remembered } from './remembered.js'
export { beginsSentence, capital, closesSentence, endsSentence, opensSentence, sentenceStart, sentencesOf } from './sentences.js'
export { sounds, soundsBy } from './sounds.js'
export { createDictionary, type Dictionary, type PackedAffixes, packDictionary } from './spelling/dictionary.js'
export { diminutives, fold, irregularEndings, stem, wordsOf } from './stem.js'
export { stemBy } from './stemming.js'
export { unitWords, usualUnits } from './units.js'
export { fitsType, isPeriod, valueInWords, yesOrNo } from './values.js'
export { formsAmong } from './word-forms.js'
