import { resolve } from 'node:path'
import { checkPdf, NotChecked } from '../check/index.js'
import type { Message, Said } from '../model/index.js'
import type { Wording } from '../present/index.js'
import { phraseOf, reasonOf } from '../present/messages/index.js'
import { clean, type Paint } from '../render/text/index.js'
import {
  type Files,
  findVeraPdf,
  listOutputs,
  loadWording,
  readNamed,
  showPath,
  VERAPDF_PROFILES,
  type VeraPdf,
  type VeraPdfVerdict,
} from '../workspace/index.js'
import { type Context, filesOf, type Outcome, readersLanguage, requireWorkspace } from './context.js'

/** What is wrong with a file, by the part of the check that found it, or the rule that refused the file. */
interface ProblemJson {
  readonly rule: string
  readonly reason: string
}

export interface CheckedFile {
  readonly file: string
  /** Null for a file that is no PDF of ours, or is not there. */
  readonly pages: number | null
  readonly problems: readonly ProblemJson[]
  /** Null where there is no veraPDF; without the profiles it has no verdict on. */
  readonly verapdf: readonly VeraPdfVerdict[] | null
}

export interface CheckReport {
  readonly schema: 'clausule/check@1'
  readonly files: readonly CheckedFile[]
}

/**
 * Checks PDFs that Clausule made: every PDF in `out/` when none is named. Where a `verapdf` is on PATH it judges them, too; where it is
 * not, the outcome says so.
 */
export function check(context: Context, files: readonly string[]): Outcome<CheckReport> {
  const paths =
    files.length > 0 ? files.map((file) => resolve(context.cwd, file)) : listOutputs(requireWorkspace(context), '.pdf')
  const verapdf = findVeraPdf()
  const wording = loadWording(context.workspace, readersLanguage(context, undefined))
  const messages: Message[] = []
  const checked = paths.map((path) => {
    const shown = showPath(context.workspace, path)
    context.progress?.(`Checking ${shown}`)
    const result = checkFile(filesOf(context), path, shown, wording)
    messages.push(...result.messages)
    if (!verapdf || result.file.pages === null) return result.file
    const judged = validate(verapdf, path, shown, result.file.pages)
    messages.push(...judged.messages)
    return { ...result.file, verapdf: judged.verdicts }
  })
  return {
    messages,
    data: { schema: 'clausule/check@1', files: checked },
    text: (paint) => [...checked.map((file) => line(file, paint)), ...remarks(checked, verapdf !== undefined)].join('\n'),
    written: [],
  }
}

function checkFile(
  files: Files,
  path: string,
  shown: string,
  wording: Wording,
): { readonly file: CheckedFile; readonly messages: readonly Message[] } {
  const place = { file: shown, line: 1, column: 1 }
  const refused = (said: Said<'file/missing' | 'pdf/format'>) => ({
    file: { file: shown, pages: null, problems: [{ rule: said.rule, reason: reasonOf(said, wording) }], verapdf: null },
    messages: [{ ...said, severity: 'error' as const, place }],
  })
  const bytes = readNamed(files, path)
  if (!(bytes instanceof Uint8Array)) return refused({ rule: 'file/missing', ...bytes })
  try {
    const { pages, problems } = checkPdf(bytes)
    const messages = problems.map(({ rule: part, ...problem }) => ({
      rule: 'pdf/problem' as const,
      values: { part, problem },
      severity: 'error' as const,
      place,
    }))
    const worded = problems.map(({ rule, ...problem }) => ({ rule, reason: phraseOf(problem, wording) }))
    return { file: { file: shown, pages, problems: worded, verapdf: null }, messages }
  } catch (error) {
    // What its reader stumbles over is the file's fault: it is not what it says it is. A mistake of our own is not.
    if (error instanceof TypeError || error instanceof ReferenceError) throw error
    if (error instanceof NotChecked) return refused({ rule: 'pdf/format', form: error.form })
    return refused({ rule: 'pdf/format', form: 'damaged', values: { problem: (error as Error).message } })
  }
}

function validate(verapdf: VeraPdf, path: string, shown: string, pages: number) {
  const verdicts: VeraPdfVerdict[] = []
  const messages: Message[] = []
  const place = { file: shown, line: 1, column: 1 }
  for (const profile of VERAPDF_PROFILES) {
    const said = verapdf.judge(path, profile, pages)
    if ('phrase' in said) {
      messages.push({ rule: 'pdf/verapdf', form: 'silent', values: { profile, why: said }, severity: 'warning', place })
      continue
    }
    verdicts.push(said)
    if (said.compliant) continue
    const values = { profile, rules: said.failedRules }
    messages.push({ rule: 'pdf/verapdf', form: 'failed', values, severity: 'error', place })
  }
  return { verdicts, messages }
}

function line({ file, pages, problems, verapdf }: CheckedFile, paint: Paint): string {
  const failed = problems.length + (verapdf ?? []).filter(({ compliant }) => !compliant).length
  const sign = failed === 0 ? paint('green', 'good') : paint('red', 'bad ')
  const judged = new Map((verapdf ?? []).map(({ profile, compliant }) => [profile, compliant ? 'passed' : 'failed']))
  const profiles = verapdf ? VERAPDF_PROFILES.map((profile) => `${profile} ${judged.get(profile) ?? 'not judged'}`) : []
  const facts = [
    pages === null ? 'not checked' : `${pages} ${pages === 1 ? 'page' : 'pages'}`,
    ...(pages === null ? [] : [`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`]),
    ...profiles,
  ]
  return `${sign}  ${clean(file)}  ${facts.join(', ')}`
}

function remarks(checked: readonly CheckedFile[], hasVeraPdf: boolean): string[] {
  if (checked.length === 0) return ['There is no PDF in out/ yet: make one with "clausule build".']
  return hasVeraPdf ? [] : ['veraPDF was not run: there is no verapdf on PATH.']
}
