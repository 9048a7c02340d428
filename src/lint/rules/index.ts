import type { RuleId } from '../../model/index.js'
import type { Rule } from '../rule.js'
import { clauseDuplicateText } from './clause-duplicate-text.js'
import { dateImpossible } from './date-impossible.js'
import { dateOrder } from './date-order.js'
import { datePassed } from './date-passed.js'
import { dateWithdrawn } from './date-withdrawn.js'
import { decisionOpen } from './decision-open.js'
import { definitionRepeated } from './definition-repeated.js'
import { definitionUndefined } from './definition-undefined.js'
import { definitionUnused } from './definition-unused.js'
import { footnoteDuplicate } from './footnote-duplicate.js'
import { footnoteRepeated } from './footnote-repeated.js'
import { footnoteUnresolved } from './footnote-unresolved.js'
import { footnoteUnused } from './footnote-unused.js'
import { frontMatterMissingKey } from './front-matter-missing-key.js'
import { frontMatterUnknownClause } from './front-matter-unknown-clause.js'
import { headingSkippedLevel } from './heading-skipped-level.js'
import { idDuplicate } from './id-duplicate.js'
import { idMissing } from './id-missing.js'
import { labelSkipped } from './label-skipped.js'
import { linkScheme } from './link-scheme.js'
import { markdownHtml } from './markdown-html.js'
import { markdownImage } from './markdown-image.js'
import { markdownTaskList } from './markdown-task-list.js'
import { nameOutdated } from './name-outdated.js'
import { nameSpelling } from './name-spelling.js'
import { numberDiffers } from './number-differs.js'
import { placeholderUnfilled } from './placeholder-unfilled.js'
import { referencePrinted } from './reference-printed.js'
import { referenceSyntax } from './reference-syntax.js'
import { templateCondition } from './template-condition.js'
import { templateMark } from './template-mark.js'
import { templateParameter } from './template-parameter.js'
import { templateVariant } from './template-variant.js'
import { wordAbbreviation } from './word-abbreviation.js'
import { wordGrammar } from './word-grammar.js'
import { wordLanguage } from './word-language.js'
import { wordSlip } from './word-slip.js'
import { wordTypo } from './word-typo.js'

/** The rules that judge a policy as a whole. A rule under another name than its own does not compile. */
export const LINT_RULES = {
  'clause/duplicate-text': clauseDuplicateText,
  'date/impossible': dateImpossible,
  'date/order': dateOrder,
  'date/passed': datePassed,
  'date/withdrawn': dateWithdrawn,
  'definition/repeated': definitionRepeated,
  'definition/undefined': definitionUndefined,
  'definition/unused': definitionUnused,
  'footnote/duplicate': footnoteDuplicate,
  'footnote/repeated': footnoteRepeated,
  'footnote/unresolved': footnoteUnresolved,
  'footnote/unused': footnoteUnused,
  'front-matter/missing-key': frontMatterMissingKey,
  'front-matter/unknown-clause': frontMatterUnknownClause,
  'heading/skipped-level': headingSkippedLevel,
  'id/duplicate': idDuplicate,
  'id/missing': idMissing,
  'label/skipped': labelSkipped,
  'link/scheme': linkScheme,
  'markdown/html': markdownHtml,
  'markdown/image': markdownImage,
  'markdown/task-list': markdownTaskList,
  'name/outdated': nameOutdated,
  'name/spelling': nameSpelling,
  'number/differs': numberDiffers,
  'placeholder/unfilled': placeholderUnfilled,
  'reference/printed': referencePrinted,
  'reference/syntax': referenceSyntax,
  'template/condition': templateCondition,
  'template/mark': templateMark,
  'template/parameter': templateParameter,
  'template/variant': templateVariant,
  'decision/open': decisionOpen,
  'word/abbreviation': wordAbbreviation,
  'word/grammar': wordGrammar,
  'word/language': wordLanguage,
  'word/slip': wordSlip,
  'word/typo': wordTypo,
} as const satisfies { readonly [Id in RuleId]?: Rule<Id> }
