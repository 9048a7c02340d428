export { formatAttributes, ID, NO_ATTRIBUTES, parseAttributes } from './attributes.js'
export { bookmarkMark, bookmarkName, FULL_IDS, LONGEST_BOOKMARK } from './bookmark.js'
export { type Bytes, encoded } from './bytes.js'
export { canonicalClause, canonicalPolicy } from './canonical.js'
export { clipped } from './clipped.js'
export type { ValueNames } from './form-parts.js'
export { FORMS } from './forms.js'
export { type GivenFor, type GivenReason, givenFor, reasonHash, reasonIn } from './given-reason.js'
export { headingsAbove, isLedOtherwise, leads } from './leads.js'
export { followable } from './link.js'
export { append, firstFrom, lastBefore, maximum, minimum } from './lists.js'
export { mapInlines, mapWords } from './map.js'
export {
  type About,
  errorsIn,
  hasErrors,
  type Message,
  type OwnMessage,
  type OwnRuleId,
  type Phrase,
  type Related,
  type Result,
  type Said,
  type Severity,
  saidIn,
  sortMessages,
  type Unruled,
} from './message.js'
export {
  type Approval,
  DECISIONS,
  type DecisionOutcome,
  type Declaration,
  isLanguage,
  isOfRecord,
  LANGUAGES,
  type Language,
  type Metadata,
  metadataSchema,
  type NumberLevel,
  type NumberStyle,
  type ParameterValue,
  RIGHTS,
  type Right,
  type Separator,
  type Status,
  says,
} from './metadata.js'
export { STYLES } from './number-styles.js'
export {
  type BrandSettings,
  type Organisation,
  organisationSchema,
  PARTS,
  type PrintedPart,
  STYLE_NAMES,
} from './organisation.js'
export { PHRASES } from './phrases.js'
export { lastAbove, type Place } from './place.js'
export { BYTE_ORDER_MARK, plainLines } from './plain-lines.js'
export type {
  Attributes,
  Block,
  ClauseNode,
  Inline,
  Item,
  List,
  Note,
  Paragraph,
  Policy,
  PolicyBody,
  Quote,
  Rule,
  Section,
  Table,
  TableRow,
  Verbatim,
} from './policy.js'
export { RULES, type RuleId } from './rules.js'
export { EDITOR_SCHEMAS } from './schemas.js'
export { slug } from './slug.js'
export { BLANK, bracketed, conditionHolds, extendedBy, isDeclared, parseCondition, undecidedIn, valueIn } from './template.js'
export { compareVersion, dateOf, documentDate } from './versions.js'
export { type Clause, type ClauseKind, clauses, eachInline, inlinesOf, isReference, noteMarks, plainText } from './walk.js'
