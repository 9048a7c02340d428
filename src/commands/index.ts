/**
 * The commands, on a workspace: a folder on disk or in memory. Each takes a context, names and options, and gives what it found, a value for
 * programs and a text for people. `tests/house/api.test.ts` pins this list. docs/api.md shows it at work.
 */
export type { Milestone, Reported, Standing } from '../decide/index.js'
export type { PolicyStatus } from '../papers/index.js'
export {
  type Context,
  type DecisionPaper,
  type DiffOnly,
  type DiffPaper,
  type ImportChanges,
  type KeptStep,
  type LintFormat,
  type Outcome,
  type Say,
  type Signature,
  type StarterSubject,
  sayIn,
  type Usage,
  UsageError,
} from '../secretariat/index.js'
export type { VerifiedSignature } from '../sign/index.js'
export type { DeviationMatrixJson } from '../tailor/index.js'
export {
  type DiskOptions,
  type Files,
  findWorkspace,
  inMemory,
  type Loaded,
  type LoadedOrganisation,
  listPolicies,
  loadOrganisation,
  loadPolicy,
  type MemoryOptions,
  openDisk,
  type PolicyEntry,
  type VeraPdfProfile,
  type VeraPdfVerdict,
  type Workspace,
} from '../workspace/index.js'
export { type BoardPackReport, boardPack } from './board-pack.js'
export { type BuildReport, build } from './build.js'
export { type CheckedFile, type CheckReport, check } from './check.js'
export { type CompareOptions, compareCommand as compare } from './compare.js'
export { type DecideOptions, type DecideReport, decidePolicy as decide } from './decide.js'
export { type DiffOptions, diffCommand as diff } from './diff.js'
export { ids, type WrittenIds } from './ids.js'
export { type ImportFilesOptions, type ImportReport, importFiles } from './import.js'
export { type InitAnswers, type InitReport, init } from './init.js'
export { type LintCommandOptions, lint } from './lint.js'
export { type ListedPolicy, list } from './list.js'
export type { Mended } from './mend.js'
export { type ProposeReport, proposePolicy as propose } from './propose.js'
export {
  type ReleaseOptions,
  type ReleaseReport,
  releasePolicy as release,
  type WithdrawReport,
  withdrawPolicy as withdraw,
} from './release.js'
export { type Certificate, type SignReport, signPaper as sign } from './sign.js'
export { makeSite as site } from './site.js'
export type { SiteOptions } from './site-setting.js'
export type { SiteReport } from './site-write.js'
export { type StatusOptions, type StatusReport, statusOf as status } from './status.js'
export { type VerifiedPolicy, type VerifiedRelease, type VerifyReport, verify } from './verify.js'
export type { VerifiedText } from './verify-changes.js'
export type { VerifiedPaper } from './verify-paper.js'
