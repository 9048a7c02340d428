import { resolve } from 'node:path'
import { type Reported, record, type Standing, standingOf } from '../decide/index.js'
import { isDay } from '../language/index.js'
import { errorsIn, hasErrors, type Message, type Result, RIGHTS, type Right } from '../model/index.js'
import { standingPhrase } from '../papers/index.js'
import { readPolicy } from '../read/index.js'
import {
  type Context,
  filesOf,
  gitHindrance,
  type Keeping,
  type KeptStep,
  keepInGit,
  type Making,
  type Outcome,
  publish,
  type Ready,
  ready,
  UsageError,
  withWritten,
  writing,
} from '../secretariat/index.js'
import { readNamed } from '../workspace/index.js'
import { papersAgain } from './papers-again.js'

export interface DecideOptions extends Omit<Reported, 'date' | 'right'> {
  /** The one its route gives the body when absent. */
  readonly right?: string
  /** The words, or the path of a text file that holds them. */
  readonly remarks?: string
  /** The words of the remarks, from who may name no file. */
  readonly remarked?: string
  /** YYYY-MM-DD; today when absent. */
  readonly date?: string
  /** Commit it in git. */
  readonly git?: boolean
}

export interface DecideReport {
  readonly schema: 'clausule/decide@1'
  readonly policy: string
  /** Where the text stands now; null when nothing was recorded. */
  readonly standing: Standing | null
  /** The commit that keeps it; null where none was asked for or made. */
  readonly git: KeptStep | null
  readonly written: readonly string[]
  readonly messages: readonly Message[]
}

/** Records what a body decided on the words that were put before it, bound to exactly those. */
export async function decidePolicy(context: Context, name: string, options: DecideOptions): Promise<Outcome<DecideReport>> {
  const { date = filesOf(context).today, right, git = false, remarks: wanted, remarked, ...rest } = options
  const { name: who, role, forced: force } = rest
  for (const [option, words = '-'] of Object.entries({ name: who, role, remarks: remarked ?? wanted, force }))
    worded(option, words)
  if (!isDay(date)) throw new UsageError({ phrase: 'usage.date', values: { date } })
  const isRight = (one: string): one is Right => RIGHTS.some((known) => known === one)
  if (right !== undefined && !isRight(right)) throw new UsageError({ phrase: 'usage.right', values: { right, known: RIGHTS } })
  const { value, messages: judged } = ready(context, name)
  const told = remarked === undefined ? undefined : { value: worded('remarks', remarked), messages: [] }
  const remarks = told ?? (wanted === undefined ? undefined : remarksIn(context, wanted))
  const found = [...judged, ...(remarks?.messages ?? [])]
  const reported = {
    ...rest,
    date,
    ...(right === undefined ? {} : { right }),
    ...(remarks?.value === undefined ? {} : { remarks: remarks.value }),
  }
  const { value: step, messages: refused } =
    value && !hasErrors(found) ? record(value.dossier, reported) : { value: undefined, messages: [] }
  const output = value && step ? writing(value.loaded, step.edits) : undefined
  const hindrance = git && output ? gitHindrance(context) : []
  const again =
    value && output && !hasErrors(hindrance) ? await papersAgain(context, withWritten(context, [output]), value) : NONE
  const making = {
    outputs: [...(output ? [output] : []), ...again.outputs],
    messages: [...errorsIn(found), ...refused, ...hindrance, ...again.messages],
  }
  const published = publish(context, making)
  const after = value && output && readPolicy(String(output.bytes), value.loaded.policy.file).value
  const standing = value && after ? standingOf({ ...value.dossier, policy: after }) : undefined
  const said = standing && !hasErrors(published.messages) ? standing : undefined
  const kept =
    value && git ? keepInGit(context, published, keepingOf(value, rest), true, value.loaded.policy.metadata.lang) : undefined
  const messages = [...published.messages, ...(kept?.messages ?? [])]
  return {
    ...published,
    ...(value ? { lang: value.loaded.policy.metadata.lang } : {}),
    messages,
    text: (paint, say) =>
      [published.text(paint, say), ...(said ? [say(standingPhrase(said))] : []), ...(kept?.lines(say) ?? [])].join('\n'),
    data: {
      schema: 'clausule/decide@1',
      policy: value?.loaded.ref ?? name,
      standing: said ?? null,
      git: kept?.step ?? null,
      written: published.shown,
      messages,
    },
  }
}

const NONE: Making = { outputs: [], messages: [] }

/** One word that ends as the name of a text file: who writes that means a file, whether it is there or not. */
const TEXT_FILE = /^\S+\.(?:txt|md)$/i

/** What was remarked: the words of a file where one is named, else the words themselves. */
function remarksIn(context: Context, wanted: string): Result<string | undefined> {
  const place = { file: wanted, line: 1, column: 1 }
  const bytes = readNamed(filesOf(context), resolve(context.cwd, wanted))
  if (!(bytes instanceof Uint8Array))
    return TEXT_FILE.test(wanted)
      ? { value: undefined, messages: [{ rule: 'file/missing', ...bytes, severity: 'error', place }] }
      : { value: wanted, messages: [] }
  try {
    return { value: worded('remarks', new TextDecoder('utf-8', { fatal: true }).decode(bytes)), messages: [] }
  } catch (error) {
    if (error instanceof UsageError) throw error
    return { value: undefined, messages: [{ rule: 'file/encoding', form: 'bytes', severity: 'error', place }] }
  }
}

/** What an option says, without the blanks around it: nothing would be written that cannot be read again. */
function worded(option: string, words: string): string {
  if (words.trim() === '') throw new UsageError({ phrase: 'usage.blank', values: { option } })
  return words.replaceAll('\r\n', '\n').trim()
}

const keepingOf = ({ loaded }: Ready, { body, decision }: Pick<Reported, 'body' | 'decision'>): Keeping => ({
  said: {
    phrase: 'kept.decision',
    values: {
      name: loaded.ref,
      version: loaded.policy.metadata.version ?? '',
      body,
      decision: { phrase: `outcome.${decision}` },
    },
  },
})
