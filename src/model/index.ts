export { formatAttributes, ID, NO_ATTRIBUTES, parseAttributes } from './attributes.js'
export { bookmarkMark, bookmarkName, FULL_IDS, LONGEST_BOOKMARK } from './bookmark.js'
export { canonicalClause, canonicalPolicy } from './canonical.js'
export type { ValueNames } from './form-parts.js'
export { FORMS } from './forms.js'
export { followable } from './link.js'
export { append, maximum, minimum } from './lists.js'
export { mapInlines, mapSame, mapWords, type Rewrite } from './map.js'
export {
  type About,
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
  CHOICES,
  type Choice,
  DECISIONS,
  type DecisionOutcome,
  type Declaration,
  isLanguage,
  LANGUAGES,
  type Language,
  type Metadata,
  metadataSchema,
  NUMBER_STYLES,
  type NumberLevel,
  type NumberStyle,
  PARAMETER_TYPES,
  type ParameterValue,
  RIGHTS,
  type Right,
  STATUSES,
  type Status,
  says,
} from './metadata.js'
export { STYLES } from './number-styles.js'
export {
  type BrandSettings,
  brandSchema,
  type Organisation,
  organisationSchema,
  PARTS,
  type Part,
  STYLE_NAMES,
} from './organisation.js'
export { PHRASES } from './phrases.js'
export { lastAbove, type Place } from './place.js'
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
  Quote,
  Rule,
  Section,
  Table,
  TableRow,
  Verbatim,
} from './policy.js'
export { RULES, type RuleId } from './rules.js'
export { editorSchemas } from './schemas.js'
export { slug } from './slug.js'
export {
  type Condition,
  conditionHolds,
  type Extended,
  extendedBy,
  isDeclared,
  parseCondition,
  valueIn,
} from './template.js'
export { compareVersion, type DocumentDate, dateOf, documentDate } from './versions.js'
export { type Clause, type ClauseKind, clauses, eachInline, inlinesOf, isReference, noteMarks, plainText } from './walk.js'
