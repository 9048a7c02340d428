import { createHash } from 'node:crypto'
import { hashClause } from '../decide/index.js'
import { hasErrors, type Message, type Policy, plainLines } from '../model/index.js'
import { type Context, filesOf, type Outcome, UsageError } from '../secretariat/index.js'
import {
  applyPlan,
  asWritten,
  type DecisionSheet,
  type Edition,
  isTakenOver,
  openSteps,
  planUpgrade,
  readParameters,
  type UpgradeDecisions,
} from '../tailor/index.js'
import { decisionSheet, type PlanGiven, type Planned, readTaken, showPlan, type TakenOptions, wrongIn } from './plan.js'
import { latestEdition, loadAdapted, loadEdition, type PaperOptions, refusalOf } from './template.js'

interface UpgradeOptions extends PaperOptions, TakenOptions {
  /** The edition to go to; the latest when absent. */
  readonly to?: string
  /** Write the policy; without, the plan is shown and nothing is written. */
  readonly apply?: boolean
}

/** Plans what becomes of a school's policy when it goes to another edition of its template. Writes nothing. */
export function planFor(
  context: Context,
  name: string,
  to: string | undefined,
  decisions: UpgradeDecisions = new Map(),
  answers: DecisionSheet['answers'] = {},
): { readonly value?: Planned; readonly messages: readonly Message[] } {
  const found = loadAdapted(context, name)
  if (!found.value) return { messages: found.messages }
  const { loaded, template, edition } = found.value
  if (loaded.origin !== 'working') throw new UsageError({ phrase: 'usage.upgrade-draft', values: { name } })
  const version = to ?? latestEdition(context, template) ?? edition.version
  const next = version === edition.version ? edition : loadEdition(context, template, version)
  const place = { file: loaded.policy.file, line: 1, column: 1 }
  if (!next)
    return { messages: [{ rule: 'extends/missing', severity: 'error', values: { name: `${template}@${version}` }, place }] }
  const given = readParameters(next.policy, answers)
  if (given.messages.length > 0) return { messages: given.messages }
  const input = {
    school: loaded.policy,
    from: edition,
    to: next,
    earlier: earlierOf(context, template, loaded.policy),
    answers: { parameters: given.value },
    hashOf: hashClause,
  }
  const hash = `sha256:${createHash('sha256').update(plainLines(loaded.bytes)).update(next.hash).digest('hex')}`
  return { value: { adapted: found.value, plan: planUpgrade(input, decisions), hash }, messages: [] }
}

/** The editions that questions were left open about. */
export function earlierOf(context: Context, template: string, { metadata }: Policy): ReadonlyMap<string, Policy> {
  const versions = Object.values(metadata.decisions ?? {}).flatMap(({ choice, from }) => (choice === 'open' ? [from] : []))
  return new Map(
    [...new Set(versions)].flatMap((version) => {
      const edition: Edition | undefined = loadEdition(context, template, version)
      return edition ? [[version, edition.policy] as const] : []
    }),
  )
}

/**
 * Takes over another edition of a template. Without `apply` the plan is shown and nothing is written; with it the policy is, with every decision
 * and, for what was not decided, the school's own words and a question that `lint` names.
 */
export async function upgrade(context: Context, name: string, options: UpgradeOptions = {}): Promise<Outcome<PlanGiven>> {
  const { apply = false } = options
  const file = options.decisions
  const { sheet, decisions, messages } = readTaken(context, options)
  if (hasErrors(messages)) return refusalOf(context, name, messages)
  const found = planFor(context, name, options.to, decisions, sheet?.answers)
  if (!found.value) return refusalOf(context, name, found.messages)
  const { adapted, plan } = found.value
  const place = { file: file ?? adapted.loaded.policy.file, line: 1, column: 1 }
  // What was applied once is there: a second time there is nothing to do, whatever was open then.
  if (apply && sheet && isTakenOver(plan, decisions)) {
    const { value: rest, messages: gone } = planFor(context, name, options.to)
    return rest ? showPlan(context, rest, [], [], options) : refusalOf(context, name, gone)
  }
  const wrong = wrongIn(found.value, decisions, sheet, place)
  if (wrong.length > 0) return refusalOf(context, name, wrong)
  if (file === '-') return decisionSheet(context, found.value)
  if (!apply) return showPlan(context, found.value, [], [], options)
  const { loaded } = adapted
  if (loaded.policy.metadata.status !== 'draft') throw new UsageError({ phrase: 'usage.upgrade-draft', values: { name } })
  const missing = plan.unanswered.map(
    (each): Message => ({ rule: 'answer/value', form: 'missing', severity: 'error', values: { name: each }, place }),
  )
  if (missing.length > 0) return refusalOf(context, name, missing)
  const { value: bytes, messages: unread } = asWritten(applyPlan(plan, decisions, filesOf(context).today), loaded.policy.file)
  if (unread.length > 0) return refusalOf(context, name, unread)
  const idle = bytes === new TextDecoder().decode(loaded.bytes)
  const open = openSteps(plan).flatMap(({ id }): Message[] =>
    id === undefined
      ? []
      : [
          {
            rule: 'decision/open',
            severity: 'warning',
            values: { id, version: plan.input.to.version },
            place: { file: loaded.policy.file, line: 1, column: 1 },
          },
        ],
  )
  return showPlan(context, found.value, idle ? [] : [{ path: loaded.path, bytes }], open, options)
}
