import { createHash } from 'node:crypto'
import { resolve as resolvePath } from 'node:path'
import { stringify } from 'yaml'
import { hashClause } from '../decide/index.js'
import { hasErrors, type Message, type ParameterValue, type Policy, plainText } from '../model/index.js'
import { planLabels, presentPlan } from '../papers/templates/index.js'
import type { Report } from '../present/index.js'
import { writePolicy } from '../read/index.js'
import {
  applyPlan,
  type DecisionSheet,
  type Edition,
  judgeDecisions,
  openSteps,
  planUpgrade,
  questionsOf,
  readAnswer,
  readDecisions,
  type Step,
  type UpgradeDecisions,
  type UpgradePlan,
  wayOf,
} from '../tailor/index.js'
import { loadWording, type Output, readText } from '../workspace/index.js'
import { type Context, filesOf, type Outcome, UsageError } from './context.js'
import {
  type Adapted,
  giveReport,
  latestEdition,
  loadAdapted,
  loadEdition,
  type PaperOptions,
  refusal,
  settingOf,
} from './template.js'

export interface UpgradeOptions extends PaperOptions {
  /** The edition to go to; the latest when absent. */
  readonly to?: string
  /** A YAML file of decisions; `-` asks for one with the open questions in it. */
  readonly decisions?: string
  /** Decisions that were taken one by one, beside those of the file. */
  readonly taken?: UpgradeDecisions
  /** Write the policy; without, the plan is shown and nothing is written. */
  readonly apply?: boolean
}

export interface UpgradeStepJson {
  readonly id: string | null
  readonly outcome: Step['outcome']
  /** What happens to it. */
  readonly way: string
  readonly asks: boolean
  readonly ways: readonly string[]
  readonly former: string | null
  readonly template: string | null
  readonly school: string | null
}

export interface UpgradeReport {
  readonly schema: 'clausule/upgrade@1'
  readonly policy: string
  readonly template: string
  readonly from: string
  readonly to: string
  /** The hash of the texts the plan was made of. */
  readonly plan: string
  readonly open: number
  readonly steps: readonly UpgradeStepJson[]
  /** The file of decisions, where that was asked for. */
  readonly sheet?: string
  readonly written: readonly string[]
  readonly messages: readonly Message[]
}

type Given = UpgradeReport | { readonly schema: 'clausule/messages@1'; readonly messages: readonly Message[] }

/** A plan with what it is about. */
export interface Planned {
  readonly adapted: Adapted
  readonly plan: UpgradePlan
  /** Of the policy's file and the edition: another file is another plan. */
  readonly hash: string
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
  const given = readGiven(next, answers)
  if (given.messages.length > 0) return { messages: given.messages }
  const input = {
    school: loaded.policy,
    from: edition,
    to: next,
    earlier: earlierOf(context, template, loaded.policy),
    answers: { parameters: given.value },
    hashOf: hashClause,
  }
  const hash = `sha256:${createHash('sha256').update(loaded.bytes).update(next.hash).digest('hex')}`
  return { value: { adapted: found.value, plan: planUpgrade(input, decisions), hash }, messages: [] }
}

/** The editions that questions were left open about. */
function earlierOf(context: Context, template: string, { metadata }: Policy): ReadonlyMap<string, Policy> {
  const versions = Object.values(metadata.decisions ?? {}).flatMap(({ choice, from }) => (choice === 'open' ? [from] : []))
  return new Map(
    [...new Set(versions)].flatMap((version) => {
      const edition: Edition | undefined = loadEdition(context, template, version)
      return edition ? [[version, edition.policy] as const] : []
    }),
  )
}

/** Answers to parameters of an edition, each by its type. */
function readGiven({ policy }: Edition, answers: DecisionSheet['answers']) {
  const questions = new Map(questionsOf(policy).map((question) => [question.name, question]))
  const messages: Message[] = []
  const value: Record<string, ParameterValue> = {}
  for (const [name, raw] of Object.entries(answers)) {
    const question = questions.get(name)
    const place = { file: policy.file, line: 1, column: 1 }
    const read =
      question?.kind === 'parameter'
        ? readAnswer(question, raw as string, policy.metadata.lang)
        : { wrong: { form: 'unknown', values: { name }, expected: [...questions.keys()] } as const }
    if ('wrong' in read) messages.push({ rule: 'answer/value', severity: 'error', ...read.wrong, place } as Message)
    else if (read.value !== undefined) value[name] = read.value
  }
  return { value, messages }
}

/**
 * Takes over another edition of a template. Without `apply` the plan is shown and nothing is written; with it the policy is, with every decision
 * and, for what was not decided, the school's own words and a question that `lint` names.
 */
export async function upgrade(context: Context, name: string, options: UpgradeOptions = {}): Promise<Outcome<Given>> {
  const { apply = false } = options
  const asksSheet = options.decisions === '-'
  const file = options.decisions
  const source = file === undefined || asksSheet ? undefined : readText(filesOf(context), resolvePath(context.cwd, file))
  if (file !== undefined && !asksSheet && source === undefined)
    throw new UsageError({ phrase: 'usage.no-decisions', values: { file } })
  const sheet = source === undefined ? undefined : readDecisions(source, file ?? '')
  if (sheet && hasErrors(sheet.messages)) return refusal(sheet.messages)
  const decisions: UpgradeDecisions = new Map([...(sheet?.value.decisions ?? []), ...(options.taken ?? [])])
  const found = planFor(context, name, options.to, decisions, sheet?.value.answers)
  if (!found.value) return refusal(found.messages)
  const { adapted, plan, hash } = found.value
  const place = { file: file ?? adapted.loaded.policy.file, line: 1, column: 1 }
  const wrong = judgeDecisions(plan, decisions).map(
    (said) => ({ rule: 'decision/value', severity: 'error', ...said, place }) as Message,
  )
  if (sheet?.value.plan !== undefined && sheet.value.plan !== hash) {
    return refusal([{ rule: 'decision/value', form: 'changed', severity: 'error', place }])
  }
  if (wrong.length > 0) return refusal(wrong)
  if (asksSheet) return sheetOutcome(context, found.value)
  if (!apply) return shown(context, found.value, [], [], options)
  const { loaded } = adapted
  if (loaded.policy.metadata.status !== 'draft') throw new UsageError({ phrase: 'usage.upgrade-draft', values: { name } })
  const missing = plan.unanswered.map(
    (each): Message => ({ rule: 'answer/value', form: 'missing', severity: 'error', values: { name: each }, place }),
  )
  if (missing.length > 0) return refusal(missing)
  const bytes = writePolicy(applyPlan(plan, decisions, filesOf(context).today))
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
  return shown(context, found.value, idle ? [] : [{ path: loaded.path, bytes }], open, options)
}

const shown = (
  context: Context,
  planned: Planned,
  outputs: readonly Output[],
  messages: readonly Message[],
  options: UpgradeOptions,
): Promise<Outcome<Given>> => {
  const { adapted, plan } = planned
  const setting = settingOf(context, adapted, plan.input.to.version)
  const data = jsonOf(planned, messages, outputs)
  const report: Report = { document: () => presentPlan(plan, setting), labels: () => planLabels(setting), data: () => data }
  return giveReport<Given>(context, adapted, report, { data, messages, kind: 'upgrade', outputs }, options)
}

/** A file of decisions with every open question, its three texts, and nothing decided. */
function sheetOutcome(context: Context, planned: Planned): Outcome<Given> {
  const { adapted, plan, hash } = planned
  const { lang } = adapted.loaded.policy.metadata
  const wording = loadWording(context.workspace, lang)
  const lines = [`# ${wording('decisions.head', { policy: adapted.loaded.ref, to: plan.input.to.version })}`, `plan: ${hash}`]
  if (plan.unanswered.length > 0)
    lines.push('', `# ${wording('decisions.answers')}`, 'answers:', ...plan.unanswered.map((name) => `  ${name}:`))
  lines.push('', `# ${wording('decisions.choices')}`, 'decisions:')
  const asked = plan.steps.filter(({ id, asks, ways, lead }) => id !== undefined && lead === undefined && asks && ways.length > 0)
  if (asked.length === 0) lines[lines.length - 1] = 'decisions: []'
  for (const { id, base, theirs, ours, ways } of asked) {
    const said = (key: string, node: typeof base) =>
      node === undefined ? [] : [`    # ${wording(`decisions.${key}`)} ${plainText(node).replace(/\s+/g, ' ')}`]
    lines.push(
      `  - ${stringify({ clause: id }).trimEnd()}`,
      ...said('former', base),
      ...said('template', theirs),
      ...said('school', ours),
    )
    lines.push(`    choice: # ${ways.join(' | ')}`, '    why:', ...(ways.includes('own') ? ['    words:'] : []))
  }
  const sheet = `${lines.join('\n')}\n`
  return { messages: [], lang, data: { ...jsonOf(planned, [], []), sheet }, text: () => sheet.trimEnd(), written: [] }
}

function jsonOf({ adapted, plan, hash }: Planned, messages: readonly Message[], outputs: readonly Output[]): UpgradeReport {
  const { from, to } = plan.input
  const words = (node: Step['ours']) => (node === undefined ? null : plainText(node))
  return {
    schema: 'clausule/upgrade@1',
    policy: adapted.loaded.ref,
    template: adapted.template,
    from: from.version,
    to: to.version,
    plan: hash,
    open: openSteps(plan).length,
    steps: plan.steps.map((step) => ({
      id: step.id ?? null,
      outcome: step.outcome,
      way: wayOf(step),
      asks: step.asks,
      ways: step.ways,
      former: words(step.base),
      template: words(step.theirs),
      school: words(step.ours),
    })),
    written: outputs.map(({ path }) => path),
    messages,
  }
}
