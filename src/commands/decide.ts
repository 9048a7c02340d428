import { type Reported, record, type Standing, standingOf } from '../decide/index.js'
import { hasErrors, type Message, RIGHTS, type Right } from '../model/index.js'
import { standingPhrase } from '../papers/index.js'
import { readPolicy } from '../read/index.js'
import { type Context, filesOf, type Outcome, UsageError } from './context.js'
import { isDate } from './dates.js'
import { publish } from './publish.js'
import { errorsIn, ready, writing } from './step.js'

export interface DecideOptions extends Omit<Reported, 'date' | 'right'> {
  /** The one its route gives the body when absent. */
  readonly right?: string
  /** YYYY-MM-DD; today when absent. */
  readonly date?: string
}

export interface DecideReport {
  readonly schema: 'clausule/decide@1'
  readonly policy: string
  /** Where the text stands now; null when nothing was recorded. */
  readonly standing: Standing | null
  readonly written: readonly string[]
  readonly messages: readonly Message[]
}

/** Records what a body decided on the words that were put before it, bound to exactly those. */
export function decidePolicy(context: Context, name: string, options: DecideOptions): Outcome<DecideReport> {
  const { date = filesOf(context).today, right, ...rest } = options
  if (!isDate(date)) throw new UsageError({ phrase: 'usage.date', values: { date } })
  const isRight = (wanted: string): wanted is Right => RIGHTS.some((known) => known === wanted)
  if (right !== undefined && !isRight(right)) throw new UsageError({ phrase: 'usage.right', values: { right, known: RIGHTS } })
  const { value, messages: found } = ready(context, name)
  const { value: step, messages: refused } =
    value && !hasErrors(found)
      ? record(value.dossier, { ...rest, date, ...(right === undefined ? {} : { right }) })
      : { value: undefined, messages: [] }
  const output = value && step ? writing(value.loaded, step.edits) : undefined
  const published = publish(context, { outputs: output ? [output] : [], messages: [...errorsIn(found), ...refused] })
  const after = value && output && readPolicy(String(output.bytes), value.loaded.policy.file).value
  const standing = value && after ? standingOf({ ...value.dossier, policy: after }) : undefined
  const said = standing && !hasErrors(published.messages) ? standing : undefined
  return {
    ...published,
    ...(value ? { lang: value.loaded.policy.metadata.lang } : {}),
    text: (paint, say) => [published.text(paint, say), ...(said ? [say(standingPhrase(said))] : [])].join('\n'),
    data: {
      schema: 'clausule/decide@1',
      policy: value?.loaded.ref ?? name,
      standing: said ?? null,
      written: published.shown,
      messages: published.messages,
    },
  }
}
