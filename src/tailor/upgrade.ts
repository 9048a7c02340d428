import * as z from 'zod'
import {
  type ClauseNode,
  clauses,
  isDeclared,
  type Message,
  type ParameterValue,
  type Place,
  type Policy,
  type PolicyBody,
  type Result,
  reasonHash,
  type Unruled,
  valueIn,
} from '../model/index.js'
import { editFrontMatter, oneRule, parseYaml, type YamlEdit, yamlPlaces } from '../read/index.js'
import { adaptBody, answersIn, TAKEN } from './adapt.js'
import { type Given, given } from './answers.js'
import { type Decided, type Merge, mergePolicies, ownContent, type Step, WAYS_TO_DECIDE } from './merge/index.js'
import { type Answers, questionsOf } from './questions.js'
import { takenVariants } from './variants.js'
import { writtenOut } from './written-out.js'

/** An edition of a template. */
export interface Edition {
  readonly version: string
  readonly hash: string
  readonly policy: Policy
}

/** What an upgrade is made of. */
interface UpgradeInput {
  readonly school: Policy
  /** The edition the school is pinned to, and the one it goes to: the same where only open questions are decided. */
  readonly from: Edition
  readonly to: Edition
  /** Earlier editions that open questions are about, by version. */
  readonly earlier?: ReadonlyMap<string, Policy>
  /** Other answers than the school's policy holds. */
  readonly answers?: Partial<Answers>
  /** The content hash of one clause. */
  readonly hashOf: (node: ClauseNode) => string
}

/** What a person decided on a provision, and why. */
export interface UpgradeDecision extends Decided {
  readonly why?: string
}

export type UpgradeDecisions = ReadonlyMap<string, UpgradeDecision>

/** What will happen to each clause of a school when it takes over an edition: data, before anything is written. */
export interface UpgradePlan extends Merge {
  readonly input: UpgradeInput
  /** Values of parameters that are new in the edition. */
  readonly parameters: Readonly<Record<string, ParameterValue>>
  /** Parameters of the new edition that nothing answers. */
  readonly unanswered: readonly string[]
  /** Usual answers that the edition changed, of which the school has the former one: whether it chose that or took it as it came, nobody knows. */
  readonly usual: readonly UsualAnswer[]
}

interface UsualAnswer {
  /** The parameter. */
  readonly name: string
  readonly was: ParameterValue
  readonly now: ParameterValue
}

/**
 * Plans an upgrade. Both editions are first adapted as the school answered, so that only what the template itself changed counts as its change.
 */
export function planUpgrade(input: UpgradeInput, decisions: UpgradeDecisions = new Map()): UpgradePlan {
  const { school, from, to, earlier, hashOf } = input
  const answers = answersIn(school, from.policy)
  const { renamed, gone } = takenVariants(answers.variants, from.policy, to.policy)
  const given: Answers = {
    parameters: { ...answers.parameters, ...input.answers?.parameters },
    variants: { ...answers.variants, ...renamed, ...input.answers?.variants },
    optional: { ...answers.optional, ...pending(school, to.policy), ...input.answers?.optional },
  }
  const adapted = (edition: Policy, by: Answers): Policy =>
    writtenOut({ ...edition, ...adaptBody(edition, by) }, school, by.parameters)
  const [base, theirs] = [adapted(from.policy, answers), adapted(to.policy, given)]
  const recorded = Object.entries(school.metadata.decisions ?? {})
  const open = new Map<string, ClauseNode | undefined>()
  for (const [id, { choice, from: version }] of recorded) {
    const edition = choice === 'open' ? earlier?.get(version) : undefined
    if (edition) open.set(id, nodeOf(adapted(edition, answers), id))
  }
  const settled = new Set(
    recorded.flatMap(([id, { choice, provision }]) => {
      const node = nodeOf(theirs, id) ?? nodeOf(base, id)
      return choice !== 'open' && node && hashOf(node) === provision ? [id] : []
    }),
  )
  const whole = new Set(Object.keys(given.variants).filter((id) => given.variants[id] !== (renamed[id] ?? answers.variants[id])))
  const asked = optionalIn(from.policy)
  const optional = new Set(
    [...optionalIn(to.policy)].filter(
      (id) =>
        !Object.hasOwn(input.answers?.optional ?? {}, id) &&
        (!asked.has(id) || school.metadata.decisions?.[id]?.choice === 'open'),
    ),
  )
  const merge = mergePolicies(base, theirs, school, { decisions, open, settled, whole, gone, optional })
  const known = school.metadata.parameters ?? {}
  const declared = Object.entries(to.policy.metadata.parameters ?? {}).filter(([name]) => !Object.hasOwn(known, name))
  const parameters = declared.flatMap(([name, declaration]) => {
    const value = given.parameters[name] ?? valueIn(declaration)
    return value === undefined ? [] : [[name, value] as const]
  })
  const changed = Object.entries(input.answers?.parameters ?? {}).filter(([name]) => Object.hasOwn(known, name))
  return {
    ...merge,
    input,
    parameters: Object.fromEntries([...changed, ...parameters]),
    unanswered: declared.flatMap(([name]) => (parameters.some(([each]) => each === name) ? [] : [name])),
    usual: usualAnswers(input),
  }
}

/** What a template asks whether a school takes it. */
const optionalIn = (template: Policy): ReadonlySet<string> =>
  new Set(questionsOf(template).flatMap(({ kind, name }) => (kind === 'optional' ? [name] : [])))

/** Optional provisions on which it was left open whether the school takes them: they are no declined ones yet. */
const pending = ({ metadata }: Policy, to: Policy): Answers['optional'] =>
  Object.fromEntries([...optionalIn(to)].flatMap((id) => (metadata.decisions?.[id]?.choice === 'open' ? [[id, true]] : [])))

function usualAnswers({ school, from, to, answers }: UpgradeInput): UpgradePlan['usual'] {
  const { parameters: before = {} } = from.policy.metadata
  return Object.entries(to.policy.metadata.parameters ?? {}).flatMap(([name, declaration]): UpgradePlan['usual'] => {
    const former = before[name]
    if (former === undefined || !isDeclared(former) || Object.hasOwn(answers?.parameters ?? {}, name)) return []
    const [was, now, own] = [former, declaration, school.metadata.parameters?.[name]].map((each) =>
      each === undefined ? undefined : valueIn(each),
    )
    if (was === undefined || now === undefined || alike(was, now) || !alike(was, own)) return []
    return [{ name, was, now }]
  })
}

const nodeOf = (policy: Policy, id: string): ClauseNode | undefined => {
  const node = clauses(policy).find((clause) => clause.id === id)?.node
  return node?.type === 'note' ? undefined : node
}

/** The steps about which a person is asked and has not decided. */
export const openSteps = ({ steps }: Pick<UpgradePlan, 'steps'>): readonly Step[] =>
  steps.filter(({ asks, decided }) => asks && !decided)

/** What is wrong with decisions on a plan. */
export function judgeDecisions(plan: UpgradePlan, decisions: UpgradeDecisions): readonly Unruled<'decision/value'>[] {
  const steps = new Map(plan.steps.flatMap((step) => (step.id === undefined ? [] : [[step.id, step] as const])))
  return [...decisions].flatMap(([id, decision]): Unruled<'decision/value'>[] => {
    const step = steps.get(id)
    if (!step || step.ways.length === 0) return [{ form: 'unknown', values: { id } }]
    if (!step.ways.includes(decision.way)) return [{ form: 'choice', values: { id, choice: decision.way } }]
    return decision.way === 'own' && ownContent({ decided: decision }) === undefined ? [{ form: 'words', values: { id } }] : []
  })
}

/** The school's policy with a plan applied: its text and its front matter, with what was decided on, and what still is to be. */
export function applyPlan(plan: UpgradePlan, decisions: UpgradeDecisions, today: string): PolicyBody & { readonly yaml: string } {
  const { school, from, to, hashOf } = plan.input
  const edits: YamlEdit[] = []
  for (const key of TAKEN) {
    const [before, now, own] = [from, to].map(({ policy }) => policy.metadata[key]).concat([school.metadata[key]]) as unknown[]
    if (alike(before, own) && !alike(before, now)) edits.push({ path: [key], value: now })
  }
  const pin = school.metadata.extends
  const { template, attached } =
    typeof pin === 'object' ? pin : { template: (pin ?? '').replace(/@.*$/, ''), attached: undefined }
  if (from.version !== to.version || from.hash !== to.hash)
    edits.push({
      path: ['extends'],
      value: { template, version: to.version, hash: to.hash, ...(attached === undefined ? {} : { attached }) },
    })
  for (const [name, value] of Object.entries(plan.parameters)) edits.push({ path: ['parameters', name], value })
  const values = { ...school.metadata.parameters, ...plan.parameters }
  const after = new Map(clauses(plan.body).map((clause) => [clause.id, clause.node]))
  for (const step of plan.steps) {
    const { id, decided, asks, theirs, base, lead } = step
    const node = theirs ?? base
    if (id === undefined || !node || lead !== undefined) continue
    const former = school.metadata.decisions?.[id]
    // Of the edition it has, a school decides only what an upgrade left open.
    if (!decided && !former && from.hash === to.hash) continue
    if (!decided && !asks) {
      if (former?.choice === 'open') edits.push({ path: ['decisions', id], value: undefined })
      continue
    }
    const why = decisions.get(id)?.why
    const version = former?.choice === 'open' ? former.from : from.version
    const about = { from: version, to: to.version, provision: hashOf(node) }
    const value = decided
      ? {
          choice: decided.way,
          ...about,
          date: today,
          ...(why === undefined ? {} : { why, text: reasonHash(after.get(id), values) }),
        }
      : { choice: 'open', ...about }
    if (!alike(former, value)) edits.push({ path: ['decisions', id], value })
  }
  return { ...plan.body, yaml: editFrontMatter(school.yaml, edits) ?? school.yaml }
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const sheetSchema = z.strictObject({
  plan: z.string().optional(),
  answers: z.record(z.string(), given).nullish(),
  decisions: z
    .array(
      z.strictObject({
        clause: z.string(),
        choice: z.enum(WAYS_TO_DECIDE).nullish(),
        why: z.string().nullish(),
        words: z.string().nullish(),
      }),
    )
    .nullish(),
})

/** A file of decisions as it was filled in. */
export interface DecisionSheet {
  /** The plan it was made of. */
  readonly plan?: string
  readonly answers: Readonly<Record<string, Given>>
  readonly decisions: UpgradeDecisions
  /** Where each decision stands in the file, by its clause. */
  readonly places: ReadonlyMap<string, Place>
}

/** Reads a file of decisions. What has no choice is not decided. */
export function readDecisions(source: string, file: string): Result<DecisionSheet> {
  const origin = { file, firstLine: 1 }
  const { value, messages } = parseYaml(source, sheetSchema, oneRule('decision/value'), origin)
  const placeOf = yamlPlaces(source, origin)
  const found: Message[] = [...messages]
  const decisions = new Map<string, UpgradeDecision>()
  const places = new Map<string, Place>()
  for (const [i, { clause, choice, why, words }] of (value?.decisions ?? []).entries()) {
    if (!choice) continue
    const place = placeOf(['decisions', i])
    if (decisions.has(clause)) {
      found.push({ rule: 'decision/value', form: 'twice', severity: 'error', values: { id: clause }, place })
    }
    places.set(clause, place)
    decisions.set(clause, { way: choice, ...(why ? { why } : {}), ...(words ? { words } : {}) })
  }
  const answers = value?.answers ?? {}
  return { value: { ...(value?.plan === undefined ? {} : { plan: value.plan }), answers, decisions, places }, messages: found }
}
