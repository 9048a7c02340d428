import { resolve as resolvePath } from 'node:path'
import type { Message, Place } from '../model/index.js'
import type { Report } from '../present/index.js'
import { planLabels, presentPlan } from '../registers/index.js'
import { type Context, filesOf, type Outcome, UsageError } from '../secretariat/index.js'
import {
  type DecisionSheet,
  judgeDecisions,
  planJson,
  planSheet,
  readDecisions,
  type UpgradeDecisions,
  type UpgradePlan,
  type UpgradeStepJson,
} from '../tailor/index.js'
import { loadWording, type Output, readText } from '../workspace/index.js'
import { type Adapted, giveReport, type PaperOptions, settingOf } from './template.js'

interface UpgradeReport {
  readonly schema: 'clausule/upgrade@1'
  readonly policy: string
  readonly template: string
  readonly from: string
  readonly to: string
  /** The hash of the texts the plan was made of. */
  readonly plan: string
  readonly open: number
  /** Usual answers that changed, of which the school has the former one. */
  readonly usual: UpgradePlan['usual']
  readonly steps: readonly UpgradeStepJson[]
  /** The file of decisions, where that was asked for. */
  readonly sheet?: string
  readonly written: readonly string[]
  readonly messages: readonly Message[]
}

export type PlanGiven = UpgradeReport | { readonly schema: 'clausule/messages@1'; readonly messages: readonly Message[] }

/** A plan with what it is about. */
export interface Planned {
  readonly adapted: Adapted
  readonly plan: UpgradePlan
  /** Of the policy's file and the edition: another file is another plan. */
  readonly hash: string
}

export interface TakenOptions {
  /** A YAML file of decisions; `-` asks for one with the open questions in it. */
  readonly decisions?: string
  /** Decisions that were taken one by one, beside those of the file. */
  readonly taken?: UpgradeDecisions
}

/** The decisions that were taken, in a file and one by one. */
export function readTaken(
  context: Context,
  { decisions: file, taken }: TakenOptions,
): { readonly sheet?: DecisionSheet; readonly decisions: UpgradeDecisions; readonly messages: readonly Message[] } {
  if (file === undefined || file === '-') return { decisions: new Map(taken), messages: [] }
  const source = readText(filesOf(context), resolvePath(context.cwd, file))
  if (source === undefined) throw new UsageError({ phrase: 'usage.no-decisions', values: { file } })
  const { value: sheet, messages } = readDecisions(source, file)
  const twice = [...(taken?.keys() ?? [])].flatMap((id): Message[] => {
    const place = sheet.places.get(id)
    return place ? [{ rule: 'decision/value', form: 'twice', severity: 'error', values: { id }, place }] : []
  })
  return { sheet, decisions: new Map([...sheet.decisions, ...(taken ?? [])]), messages: [...messages, ...twice] }
}

/** What is wrong with decisions on a plan, or with the file they came from. */
export function wrongIn(
  { plan, hash }: Planned,
  decisions: UpgradeDecisions,
  sheet: DecisionSheet | undefined,
  place: Place,
): readonly Message[] {
  if (sheet?.plan !== undefined && sheet.plan !== hash)
    return [{ rule: 'decision/value', form: 'changed', severity: 'error', place }]
  const placeOf = (values: object): Place => ('id' in values ? sheet?.places.get(String(values.id)) : undefined) ?? place
  return judgeDecisions(plan, decisions).map(
    (said) => ({ rule: 'decision/value', severity: 'error', ...said, place: placeOf(said.values ?? {}) }) as Message,
  )
}

/** The plan as a report, with what was written by it. */
export const showPlan = (
  context: Context,
  planned: Planned,
  outputs: readonly Output[],
  messages: readonly Message[],
  options: PaperOptions,
): Promise<Outcome<PlanGiven>> => {
  const { adapted, plan } = planned
  const setting = settingOf(context, adapted, plan.input.to.version)
  const data = jsonOf(planned, messages, outputs)
  const report: Report = { document: () => presentPlan(plan, setting), labels: () => planLabels(setting), data: () => data }
  return giveReport<PlanGiven>(context, adapted, report, { data, messages, kind: 'upgrade', outputs }, options)
}

/** A file of decisions with every open question, its three texts, and nothing decided. */
export function decisionSheet(context: Context, planned: Planned): Outcome<PlanGiven> {
  const { adapted, plan, hash } = planned
  const { lang } = adapted.loaded.policy.metadata
  const sheet = planSheet(plan, adapted.loaded.ref, hash, loadWording(context.workspace, lang))
  return { messages: [], lang, data: { ...jsonOf(planned, [], []), sheet }, text: () => sheet.trimEnd(), written: [] }
}

function jsonOf({ adapted, plan, hash }: Planned, messages: readonly Message[], outputs: readonly Output[]): UpgradeReport {
  const { from, to } = plan.input
  return {
    schema: 'clausule/upgrade@1',
    policy: adapted.loaded.ref,
    template: adapted.template,
    from: from.version,
    to: to.version,
    plan: hash,
    ...planJson(plan),
    written: outputs.map(({ path }) => path),
    messages,
  }
}
