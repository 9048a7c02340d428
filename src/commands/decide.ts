import { type Reported, record, type Standing, standingOf } from '../decide/index.js'
import { hasErrors, type Message, RIGHTS, type Right } from '../model/index.js'
import { standingPhrase } from '../papers/index.js'
import { readPolicy } from '../read/index.js'
import { type Context, filesOf, type Outcome, UsageError } from './context.js'
import { isDate } from './dates.js'
import { gitHindrance, type Keeping, type KeptStep, keepInGit } from './keep.js'
import { publish } from './publish.js'
import { errorsIn, type Ready, ready, writing } from './step.js'

export interface DecideOptions extends Omit<Reported, 'date' | 'right'> {
  /** The one its route gives the body when absent. */
  readonly right?: string
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
export function decidePolicy(context: Context, name: string, options: DecideOptions): Outcome<DecideReport> {
  const { date = filesOf(context).today, right, git = false, ...rest } = options
  if (!isDate(date)) throw new UsageError({ phrase: 'usage.date', values: { date } })
  const isRight = (wanted: string): wanted is Right => RIGHTS.some((known) => known === wanted)
  if (right !== undefined && !isRight(right)) throw new UsageError({ phrase: 'usage.right', values: { right, known: RIGHTS } })
  const { value, messages: found } = ready(context, name)
  const { value: step, messages: refused } =
    value && !hasErrors(found)
      ? record(value.dossier, { ...rest, date, ...(right === undefined ? {} : { right }) })
      : { value: undefined, messages: [] }
  const output = value && step ? writing(value.loaded, step.edits) : undefined
  const hindrance = git && output ? gitHindrance(context) : []
  const making = { outputs: output ? [output] : [], messages: [...errorsIn(found), ...refused, ...hindrance] }
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
