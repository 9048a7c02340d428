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
