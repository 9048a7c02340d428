/** The public API. `tests/house/api.test.ts` pins this list: what is added or taken away here is a change for others. */

export { checkPdf, type PdfReport } from './check/index.js'
export { type BoardPackReport, boardPack } from './commands/board-pack.js'
export { type BuildReport, build } from './commands/build.js'
export { type CheckReport, check } from './commands/check.js'
export { type CompareOptions, compareCommand as compare } from './commands/compare.js'
export { type Context, type Outcome, UsageError } from './commands/context.js'
export { type DiffOptions, diffCommand as diff } from './commands/diff.js'
export type { DiffPaper, FormatName } from './commands/formats.js'
export { ids } from './commands/ids.js'
export { type ImportFilesOptions, type ImportReport, importFiles } from './commands/import.js'
export { type InitAnswers, init } from './commands/init.js'
export { lint } from './commands/lint.js'
export { list } from './commands/list.js'
export { type NewPolicy, newPolicy } from './commands/new.js'
export {
  applyComparison,
  type Comparison,
  compareVersions,
  revertComparison,
  type Side,
  toComparisonJson,
} from './compare/versions/index.js'
export { type Decision, decisions, hashClause, hashPolicy } from './decide/index.js'
export { lintPolicy } from './lint/index.js'
export {
  type Clause,
  clauses,
  type Message,
  type Metadata,
  type Organisation,
  type Policy,
  plainText,
  type Result,
  RULES,
  type RuleId,
} from './model/index.js'
export {
  type Brand,
  createWording,
  type Document,
  policyData,
  presentPolicy,
  resolveBrand,
  type Wording,
} from './present/index.js'
export { proposeIds, readPolicy, writePolicy } from './read/index.js'
export { renderHtml } from './render/html/index.js'
export { renderMarkdown } from './render/markdown/index.js'
export { renderPdf } from './render/pdf/index.js'
export { renderText } from './render/text/index.js'
export { type Resolved, resolve } from './resolve/index.js'
export {
  defaultFonts,
  type Files,
  findWorkspace,
  inMemory,
  listPolicies,
  loadLayout,
  loadOrganisation,
  loadPolicy,
  loadWording,
  type Output,
  openDisk,
  type Workspace,
} from './workspace/index.js'
