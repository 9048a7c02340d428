import { extname } from 'node:path'
import { DOCUMENT_FORMATS, FORMATS, type FormatName, TABLE_FORMATS } from '../render/index.js'
import { UsageError } from './context.js'

// What each command can make and show. Apart from the commands, so that the command line can list them without loading any.
export { DOCUMENT_FORMATS, type FormatName, TABLE_FORMATS }

export const DIFF_PAPERS = ['changes', 'redline', 'clean', 'side-by-side', 'was-wordt', 'memo', 'concordance'] as const
/** Papers about the decision on one text: what the board signs, and what is made known when it has. */
export const DECISION_PAPERS = ['resolution', 'notice'] as const
export type DecisionPaper = (typeof DECISION_PAPERS)[number]

/** What `diff --only` may ask for. */
export const DIFF_ONLY = ['substantive', 'to-read', 'editorial', 'typographical'] as const
export type DiffOnly = (typeof DIFF_ONLY)[number]
export type DiffPaper = (typeof DIFF_PAPERS)[number]

/** How `lint` gives its messages: for people, as commands of GitHub Actions, or as SARIF for code hosts and editors. */
export const LINT_FORMATS = ['text', 'github', 'sarif'] as const
export type LintFormat = (typeof LINT_FORMATS)[number]

export const IMPORT_CHANGES = ['accept', 'reject', 'both'] as const
export type ImportChanges = (typeof IMPORT_CHANGES)[number]

export const SUBJECTS = ['social-media', 'absence', 'complaints', 'privacy', 'blank'] as const
/** What a first policy can be about. */
export type StarterSubject = (typeof SUBJECTS)[number]

export const endingOf = (format: FormatName): string => FORMATS[format].endings[0]

/** The format a command makes: the one named, else the one `output` ends as. What is named may not deny what the file is called. */
export function chooseFormat(
  formats: readonly FormatName[],
  named: FormatName | undefined,
  output: string | undefined,
): FormatName | undefined {
  if (output === undefined) return named
  const ending = extname(output).slice(1).toLowerCase()
  if (ending === '' && named !== undefined) return named
  const format = formats.find((each) => FORMATS[each].endings.some((known) => known === ending))
  if (format === undefined) {
    const known = formats.map((each) => `.${endingOf(each)}`)
    if (ending === '') throw new UsageError({ phrase: 'usage.output-without-ending', values: { output, known } })
    throw new UsageError({ phrase: 'usage.output-ending', values: { output, ending: `.${ending}`, known } })
  }
  if (named === undefined || named === format) return format
  throw new UsageError({ phrase: 'usage.output-format', values: { output, format: named, ending: `.${endingOf(named)}` } })
}
