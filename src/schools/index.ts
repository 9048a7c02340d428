export { type ClauseLikeness, scoreClauses } from './clause-pairs.js'
export {
  type Concordance,
  confirmedPairs,
  confirmedRows,
  mayWrite,
  parseConcordance,
  sentenceIn,
} from './concordance.js'
export type { RowEntry } from './concordance-schema.js'
export { type MatrixJson, toMatrixJson } from './json.js'
export { compareByTexts, compareSchools, type MatrixOptions } from './matrix.js'
export { type Outlier, outlierOf, STANDOUTS, type Standout, type StandoutKind } from './outlier.js'
export { type OutlierJson, toOutlierJson } from './outlier-json.js'
export { leadsIn, type SchoolNames, schoolPolicy } from './policy.js'
export { type TextsRead, type TextsReadJson, textsRead, textsReadLately } from './texts-read.js'
export { tooLong } from './too-long.js'
export {
  type Cell,
  type ClauseRef,
  type ConfirmedPair,
  type ConfirmedRow,
  type Difference,
  type Evidence,
  GRADES,
  type Grade,
  type Matrix,
  type MatrixClause,
  type MatrixPolicy,
  type Pair,
  type Row,
  type RuleSentence,
  type SchoolClause,
  type SchoolPolicy,
  type SentenceName,
  type SentenceRef,
  type Standing,
  type Value,
} from './types.js'
export { valuesOf } from './values.js'
export { compileVocabulary, type Vocabulary, type VocabularyData, vocabularySchema } from './vocabulary.js'
