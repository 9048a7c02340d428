/**
 * The stages: values in, values out. Nothing here looks for a workspace; `clausule/commands` does. `tests/house/api.test.ts` pins this
 * list and holds that it has every type that its signatures name: what is added or taken away here is a change for others. docs/api.md
 * shows it at work.
 */

export type { ReadOptions } from './blocks/index.js'
export type { PdfFault } from './check/faults.js'
export { checkPdf, type PdfAnnotation, type PdfElement, type PdfProblem, type PdfReport, type PdfText } from './check/index.js'
export { type Decision, decisions, hashClause, hashPolicy, type Keeps } from './decide/index.js'
export {
  type Correction,
  type Corrections,
  type Fate as FragmentFate,
  type Finding as ImportFinding,
  type Fragment,
  type Guess as TemplateGuess,
  type GuessSign as TemplateGuessSign,
  type Imported,
  type ImportOptions,
  importDocument,
  type Receipt,
  type SourceKind,
  type WordCount,
} from './import/index.js'
export type { Dictionary } from './language/index.js'
export { type LintInput, type LintOptions, lintPolicy, type OwnFinding, type OwnRule, startOf } from './lint/index.js'
export {
  type MatrixSetting,
  presentMatrix,
  presentOutlier,
  presentSheets,
  type RulePlaces,
  type SchoolFacts,
} from './matrix/index.js'
export {
  type About,
  type Approval,
  type Attributes,
  type Block,
  type BrandSettings,
  type Bytes,
  type Clause,
  type ClauseKind,
  type ClauseNode,
  clauses,
  type Declaration,
  hasErrors,
  type Inline,
  type Item,
  LANGUAGES,
  type Language,
  type List,
  type Message,
  type Metadata,
  type Note,
  type NumberStyle,
  type Organisation,
  type OwnMessage,
  type OwnRuleId,
  type Paragraph,
  type Phrase,
  type Place,
  type Policy,
  type PolicyBody,
  plainText,
  type Quote,
  type Related,
  type Result,
  type Right,
  RULES,
  type Rule,
  type RuleId,
  type Said,
  type Section,
  type Severity,
  type Status,
  type Table,
  type TableRow,
  type Unruled,
  type Verbatim,
} from './model/index.js'
export type { Modality, Stance } from './norms/index.js'
export {
  presentChanges,
  presentConcordance,
  presentMemo,
  presentRedline,
  presentSideBySide,
  presentWasWordt,
  type RedlineMode,
  sideOf,
  type Version,
  type VersionSetting,
} from './papers/index.js'
export { presentReceipt, type ReceiptSetting } from './papers/receipt/index.js'
export type { ReceiptJson } from './papers/receipt/json.js'
export type {
  Dictionary as PdfDictionary,
  Name as PdfName,
  Operator as PdfOperator,
  Reference as PdfReference,
  Text as PdfString,
  Value as PdfValue,
} from './pdf/values.js'
export * from './present/document.js'
export {
  createWording,
  type FacetLabels,
  type Form,
  type PolicyData,
  type PolicySetting,
  policyData,
  presentPolicy,
  type Report,
  resolveBrand,
  type Sheet,
  type Wording,
  type Workbook,
} from './present/index.js'
export { type WordedMessage, wordMessage } from './present/messages/index.js'
export type { WordingValues } from './present/wording.js'
export type { FontFiles } from './press/index.js'
export type { OutdatedName, Speller } from './proof/index.js'
export { proposeIds, readPolicy, writePolicy } from './read/index.js'
export type { Layout } from './render/html/index.js'
export { type Assets, FORMATS, type Format, type FormatName, render } from './render/index.js'
export type { Paint, Style } from './render/text/render.js'
export { type Numbering, type Resolved, type ResolvedClause, resolve } from './resolve/index.js'
export {
  type Cell,
  type ClauseRef,
  type ConfirmedPair,
  type ConfirmedRow,
  compareSchools,
  type Evidence,
  type Grade,
  type Matrix,
  type MatrixClause,
  type MatrixJson,
  type MatrixOptions,
  type MatrixPolicy,
  type OutlierJson,
  type Pair,
  type Row,
  type SchoolClause,
  type SchoolNames,
  type SchoolPolicy,
  type SentenceName,
  type StandoutKind,
  schoolPolicy,
  toMatrixJson,
  toOutlierJson,
  type Vocabulary,
} from './schools/index.js'
export type { SentenceJson } from './schools/json.js'
export type { Difference, DiffersIn, RuleSentence, SentenceRef, Standing, Value } from './schools/types.js'
export type { Topic } from './schools/vocabulary.js'
export type { FactChange, Replacement, StaleReference } from './versions/comparison.js'
export {
  applyComparison,
  type Comparison,
  type ComparisonJson,
  compareVersions,
  type Dictionaries,
  type Edit,
  type Edition,
  type Entry,
  type EntryClause,
  type Fate,
  type Reason,
  type ReasonKind,
  revertComparison,
  type Side,
  type Significance,
  type Summary,
  summarise,
  toComparisonJson,
} from './versions/index.js'
export type { FileEntry, Kind } from './workspace/files.js'
export {
  type Commit,
  type Files,
  loadSpeller,
  loadVocabularies,
  type Output,
  packageAssets,
  type Repository,
  type Revision,
  type Workspace,
} from './workspace/index.js'
export type { Steps } from './workspace/steps.js'
