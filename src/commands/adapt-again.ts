import { createHash } from 'node:crypto'
import { hashClause } from '../decide/index.js'
import { hasErrors, type Message, plainLines } from '../model/index.js'
import { type Context, filesOf, type Outcome, UsageError } from '../secretariat/index.js'
import {
  type Answers,
  answersIn,
  applyPlan,
  asWritten,
  otherAnswers,
  planUpgrade,
  questionsOf,
  type UpgradeDecisions,
  unfollowedAnswers,
} from '../tailor/index.js'
import { type AdaptOptions, type AdaptReport, answersOf, emptySheet, type TemplateEdition } from './adapt.js'
import { decisionSheet, type PlanGiven, type Planned, readTaken, showPlan, type TakenOptions, wrongIn } from './plan.js'
import { type Adapted, loadAdapted, refusalOf } from './template.js'
import { earlierOf } from './upgrade.js'

interface AgainOptions extends Pick<AdaptOptions, 'answers' | 'typed' | 'dryRun'>, TakenOptions {}

/** A school's policy, the edition it was made of as what asks, and what the school answered. */
export interface Answered {
  readonly adapted: Adapted
  readonly edition: TemplateEdition
  readonly answers: Answers
}

/** What a school answered its template. */
export function answeredBy(context: Context, name: string): { readonly value?: Answered; readonly messages: readonly Message[] } {
  const found = loadAdapted(context, name)
  if (!found.value) return { messages: found.messages }
  const { loaded, template, edition } = found.value
  const { origin, policy } = loaded
  if (origin !== 'working' || policy.metadata.status !== 'draft')
    throw new UsageError({ phrase: 'usage.upgrade-draft', values: { name } })
  const asking = {
    name: `${template}@${edition.version}`,
    policy: edition.policy,
    hash: edition.hash,
    questions: questionsOf(edition.policy),
  }
  return { value: { adapted: found.value, edition: asking, answers: answersIn(policy, edition.policy) }, messages: [] }
}

/** What other answers do to each clause of a school. Writes nothing. */
export function planAgain(
  context: Context,
  { adapted, answers: before }: Answered,
  options: AgainOptions,
  decisions: UpgradeDecisions,
): { readonly value?: Planned; readonly messages: readonly Message[] } {
  const { loaded, edition, template } = adapted
  const read = answersOf(context, edition.policy, options, before)
  // What a school never answered, as one may not have that was attached, need not be answered to change something else.
  const messages = read.messages.filter(({ form }) => form !== 'missing')
  if (hasErrors(messages)) return { messages }
  const answers = otherAnswers(before, read.value)
  const input = {
    school: loaded.policy,
    from: edition,
    to: edition,
    earlier: earlierOf(context, template, loaded.policy),
    answers,
    hashOf: hashClause,
  }
  const hash = createHash('sha256')
    .update(plainLines(loaded.bytes))
    .update(edition.hash)
    .update(JSON.stringify(answers))
    .digest('hex')
  return { value: { adapted, plan: planUpgrade(input, decisions), hash: `sha256:${hash}` }, messages: [] }
}

/**
 * Answers what a template asked anew. Only clauses whose words depend on what was answered otherwise change; one that the school edited stays, is
 * named, and is decided on.
 */
export async function adaptAgain(
  context: Context,
  name: string,
  options: AgainOptions = {},
): Promise<Outcome<PlanGiven | AdaptReport>> {
  const found = answeredBy(context, name)
  if (!found.value) return refusalOf(context, name, found.messages)
  const { adapted, edition, answers } = found.value
  const { policy, path, bytes: before } = adapted.loaded
  const { lang } = policy.metadata
  if (options.answers === '-') {
    const sheet = emptySheet(context, edition, lang, answers)
    const data = {
      schema: 'clausule/adapt@1',
      template: edition.name,
      policy: adapted.loaded.ref,
      answers,
      sheet,
      written: [],
      messages: [],
    } as const
    return { messages: [], lang, data, text: () => sheet.trimEnd(), written: [] }
  }
  const { sheet, decisions, messages } = readTaken(context, options)
  if (hasErrors(messages)) return refusalOf(context, name, messages)
  const planned = planAgain(context, found.value, options, decisions)
  if (!planned.value) return refusalOf(context, name, planned.messages)
  const { plan } = planned.value
  const place = { file: options.decisions ?? policy.file, line: 1, column: 1 }
  const wrong = wrongIn(planned.value, decisions, sheet, place)
  if (wrong.length > 0) return refusalOf(context, name, wrong)
  if (options.decisions === '-') return decisionSheet(context, planned.value)
  const { value: bytes, messages: unread } = asWritten(applyPlan(plan, decisions, filesOf(context).today), policy.file)
  if (unread.length > 0) return refusalOf(context, name, unread)
  const idle = options.dryRun || bytes === new TextDecoder().decode(before)
  return showPlan(context, planned.value, idle ? [] : [{ path, bytes }], unfollowedAnswers(plan), {})
}
