import { extname } from 'node:path'
import { UsageError } from './context.js'

/** What each command can make. Apart from the commands, so that the command line can list them without loading any. */
export const BUILD_FORMATS = ['pdf', 'html', 'docx', 'markdown', 'json'] as const
export type BuildFormat = (typeof BUILD_FORMATS)[number]

export const DIFF_FORMATS = ['text', 'html', 'json', 'markdown', 'pdf', 'docx'] as const
export type DiffFormat = (typeof DIFF_FORMATS)[number]

export const DIFF_PAPERS = ['changes', 'redline', 'clean', 'side-by-side', 'was-wordt', 'memo', 'concordance'] as const
export type DiffPaper = (typeof DIFF_PAPERS)[number]

export const COMPARE_FORMATS = ['text', 'html', 'json', 'markdown', 'pdf', 'xlsx', 'csv'] as const
export type CompareFormat = (typeof COMPARE_FORMATS)[number]

export const IMPORT_CHANGES = ['accept', 'reject', 'both'] as const
export type ImportChanges = (typeof IMPORT_CHANGES)[number]

/** How the name of a file ends, by its format: the usual ending first. */
const ENDINGS = {
  text: ['txt'],
  html: ['html', 'htm'],
  json: ['json'],
  markdown: ['md', 'markdown'],
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  csv: ['csv'],
} as const
type Format = keyof typeof ENDINGS

export const endingOf = (format: Format): string => ENDINGS[format][0]

/** The format a command makes: the one named, else the one `output` ends as. What is named may not deny what the file is called. */
export function chooseFormat<F extends Format>(
  formats: readonly F[],
  named: F | undefined,
  output: string | undefined,
): F | undefined {
  if (output === undefined) return named
  const ending = extname(output).slice(1).toLowerCase()
  if (ending === '' && named !== undefined) return named
  const format = formats.find((each) => ENDINGS[each].some((known) => known === ending))
  if (format === undefined) {
    const known = formats.map((each) => `.${endingOf(each)}`).join(', ')
    const what = ending === '' ? 'has no ending' : `ends in .${ending}`
    throw new UsageError(`--output ${output} ${what}: expected a name that ends in one of ${known}.`)
  }
  if (named === undefined || named === format) return format
  throw new UsageError(
    `--format ${named} and --output ${output} disagree: leave out --format, or end the name in .${endingOf(named)}.`,
  )
}
