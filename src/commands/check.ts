import { resolve } from 'node:path'
import { checkPdf, NotChecked } from '../check/index.js'
import { append, type Message, type Phrase, type Said } from '../model/index.js'
import type { Wording } from '../present/index.js'
import { phraseOf, reasonOf } from '../present/messages/index.js'
import { clean, type Paint } from '../render/text/index.js'
import { type Context, filesOf, type Outcome, readersLanguage, requireWorkspace, type Say } from '../secretariat/index.js'
import {
  type Files,
  findVeraPdf,
  listOutputs,
  loadWording,
  readNamed,
  showPath,
  VERAPDF_PROFILES,
  type VeraPdf,
  type VeraPdfProfile,
  type VeraPdfVerdict,
} from '../workspace/index.js'

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
    context.progress?.({ phrase: 'doing.checking', values: { file: shown } })
    const result = checkFile(filesOf(context), path, shown, wording)
    append(messages, result.messages)
    if (!verapdf || result.file.pages === null) return result.file
    const judged = validate(verapdf, path, shown, result.file.pages)
    append(messages, judged.messages)
    return { ...result.file, verapdf: judged.verdicts }
  })
  return {
    messages,
    data: { schema: 'clausule/check@1', files: checked },
    text: (paint, say) =>
      [...checked.map((file) => line(file, paint, say)), ...remarks(checked, verapdf !== undefined).map(say)].join('\n'),
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

function line({ file, pages, problems, verapdf }: CheckedFile, paint: Paint, say: Say): string {
  const failed = problems.length + (verapdf ?? []).filter(({ compliant }) => !compliant).length
  const sign = failed === 0 ? paint('green', say({ phrase: 'checked.good' })) : paint('red', say({ phrase: 'checked.bad' }))
  const judged = new Map((verapdf ?? []).map(({ profile, compliant }) => [profile, compliant]))
  const verdict = (profile: VeraPdfProfile) => {
    const compliant = judged.get(profile)
    if (compliant === undefined) return say({ phrase: 'checked.not-judged', values: { profile } })
    return say({ phrase: compliant ? 'checked.passed' : 'checked.failed', values: { profile } })
  }
  const facts =
    pages === null
      ? [say({ phrase: 'checked.not' })]
      : [
          say({ phrase: pages === 1 ? 'checked.page' : 'checked.pages', values: { count: pages } }),
          say({ phrase: problems.length === 1 ? 'checked.problem' : 'checked.problems', values: { count: problems.length } }),
        ]
  return `${sign}  ${clean(file)}  ${[...facts, ...(verapdf ? VERAPDF_PROFILES.map(verdict) : [])].join(', ')}`
}

function remarks(checked: readonly CheckedFile[], hasVeraPdf: boolean): Phrase[] {
  if (checked.length === 0) return [{ phrase: 'checked.none' }]
  return hasVeraPdf ? [] : [{ phrase: 'checked.no-verapdf' }]
}
