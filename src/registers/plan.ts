import { valueInWords } from '../language/index.js'
import { BLANK, type ClauseNode, clipped, plainText, valueIn } from '../model/index.js'
import { type DocBlock, type Document, heading, muted, paragraph, text } from '../present/index.js'
import { OUTCOMES, openSteps, resultOf, type Step, type UpgradePlan } from '../tailor/index.js'
import { editsBetween } from '../versions/index.js'
import { columnsOf, marked, paper, type TemplateSetting, table } from './setting.js'

/** Of what becomes of a clause: ours stays as it is, or away. */
const KEPT: ReadonlySet<Step['outcome']> = new Set(['ours', 'own', 'dropped', 'withdrawn-around'])

/** Whether a provision of the template alone does not come in: it belongs to one that the school left out. */
const staysOut = (step: Step): boolean => step.outcome === 'new' && resultOf(step) === undefined

/** What will happen to each clause of a school when it takes over another edition, and what is asked of it. */
export function presentPlan(plan: UpgradePlan, setting: TemplateSetting): Document {
  const { wording } = setting
  const { lang } = plan.input.school.metadata
  const [wasOf, wordsOf] = [wordsIn(plan, {}), wordsIn(plan)]
  const { from, to } = plan.input
  const asked = openSteps(plan)
  // The same text prints other words where another value is filled in.
  const isRefilled = ({ ours }: Step) => wasOf(ours) !== wordsOf(ours)
  const stays = (step: Step) => KEPT.has(step.outcome) || staysOut(step)
  const kept = plan.steps.filter((step) => stays(step) && resultOf(step) === step.ours && !isRefilled(step))
  const happens = plan.steps.filter(
    (step) =>
      !asked.includes(step) &&
      !kept.includes(step) &&
      (isRefilled(step) || (step.outcome !== 'same' && (step.ways.length > 0 || step.decided))),
  )
  const same = plan.steps.length - asked.length - happens.length - kept.length
  // Other answers, or what an earlier plan left open: no other edition is taken over.
  const isSame = from.version === to.version && from.hash === to.hash
  const facts = isSame
    ? wording('templates.fact.same', { edition: to.version })
    : `${wording('templates.fact.from')}: ${from.version} · ${wording('templates.fact.to')}: ${to.version}`
  const isAsked = plan.unanswered.length + plan.usual.length > 0
  const summary = asked.length > 0 ? 'summary-asks' : isAsked ? 'summary-answers' : 'summary'
  const columns = columnsOf({ provision: 2, happens: 2, 'template-change': 5, becomes: 5 }, wording)
  const rows = (steps: readonly Step[]) =>
    table(
      columns,
      steps.map((step) => ({
        kind: step.outcome,
        cells: [
          where(step, wordsOf),
          what(step, setting, isRefilled(step)),
          theirs(step, wordsOf),
          becomes(step, setting, wasOf, wordsOf),
        ],
      })),
    )
  const part = (key: string, steps: readonly Step[]): readonly DocBlock[] =>
    steps.length === 0 ? [] : [heading(2, wording(`templates.plan.${key}`)), rows(steps)]
  return paper(isSame ? 'plan-within' : 'plan', setting, facts, [
    paragraph(
      wording(`templates.plan.${summary}`, {
        asked: asked.length,
        happens: happens.length,
        kept: kept.length,
        same,
      }),
      asked.length > 0 ? 'warning' : 'lead',
    ),
    ...(plan.unanswered.length === 0
      ? []
      : [paragraph(wording('templates.plan.unanswered', { names: plan.unanswered.join(', ') }), 'warning')]),
    ...plan.usual.map(({ name, was, now }) =>
      paragraph(wording('templates.plan.usual', { name, was: valueInWords(was, lang), now: valueInWords(now, lang) }), 'warning'),
    ),
    ...part('asked', asked),
    ...part('happens', happens),
    ...part('kept', kept),
  ])
}

type Words = (node: ClauseNode | undefined) => string

/** The words of a clause with the blanks filled in that the school has, or gets. */
const wordsIn = ({ input: { school }, parameters }: UpgradePlan, others: UpgradePlan['parameters'] = parameters): Words => {
  const { lang } = school.metadata
  const values = { ...school.metadata.parameters, ...others }
  const filled = (blank: string, name: string) => {
    const value = Object.hasOwn(values, name) ? valueIn(values[name]) : undefined
    return value === undefined ? blank : valueInWords(value, lang)
  }
  return (node) => (node === undefined ? '' : plainText(node).replace(/\s+/g, ' ').replace(BLANK, filled))
}

/** Letters of a text that stand for all of it where it is named. */
const SHOWN = 40

function where({ id, ours, theirs: next, base }: Step, wordsOf: Words): readonly DocBlock[] {
  const head = clipped(wordsOf(ours ?? next ?? base), SHOWN)
  return [paragraph([text(head), ...(id === undefined ? [] : [text(' '), muted(`#${id}`)])])]
}

function what(step: Step, { wording }: TemplateSetting, refilled: boolean): readonly DocBlock[] {
  const { outcome, inSentence, lead, decided, moved, beside } = step
  if (refilled && outcome === 'same') return [paragraph(wording('templates.refilled'))]
  const said = decided && lead === undefined ? wording(`templates.way.${decided.way}`) : wording(`templates.outcome.${outcome}`)
  const more = [
    ...(refilled ? [wording('templates.refilled')] : []),
    ...(lead === undefined ? [] : [wording('templates.lead', { id: lead })]),
    // What words alone do not tell stands in no list of questions.
    ...(outcome === 'new' && !decided && !staysOut(step) ? [wording('templates.new-unread')] : []),
    ...(beside ? [wording('templates.beside', { id: beside.id })] : []),
    ...(inSentence && outcome === 'merged' ? [wording('templates.in-sentence')] : []),
    ...(moved.theirs ? [wording('templates.moved.theirs')] : []),
    ...(moved.ours ? [wording('templates.moved.ours')] : []),
  ]
  return [paragraph(said), ...more.map((line) => paragraph(line, 'small'))]
}

/** What the template changed. */
const theirs = ({ base, theirs: next, outcome }: Step, wordsOf: Words): readonly DocBlock[] =>
  (outcome === 'ours' || outcome === 'same') && wordsOf(base) === wordsOf(next)
    ? [paragraph('–')]
    : difference(wordsOf(base), wordsOf(next))

/** What ours becomes; of what is asked, what the school had made of the former provision. */
function becomes(step: Step, { wording }: TemplateSetting, wasOf: Words, wordsOf: Words): readonly DocBlock[] {
  const { base, ours, asks, decided, beside } = step
  if (!asks || decided) return difference(wasOf(ours), wordsOf(resultOf(step)))
  if (beside) {
    const { id, node, isLeftOut } = beside
    const said = muted(wording(isLeftOut ? 'templates.ours-left-out' : 'templates.ours-beside', { id }))
    return [paragraph([said], 'small'), ...(isLeftOut ? [] : [paragraph(wordsOf(node))])]
  }
  if (!base && !ours) return [paragraph([muted(wording('templates.ours-none'))], 'small')]
  return [paragraph([muted(wording('templates.ours-now'))], 'small'), ...difference(wordsOf(base), wordsOf(ours))]
}

function difference(old: string, next: string): readonly DocBlock[] {
  if (old === '' && next === '') return [paragraph('–')]
  if (old === '') return [paragraph([{ type: 'insertion', children: [text(next)] }])]
  if (next === '') return [paragraph([{ type: 'deletion', children: [text(old)] }])]
  return [paragraph(marked(old, next, editsBetween(old, next)))]
}

/** Names of the outcomes, for the filter of a page. */
export const planLabels = ({ wording }: Pick<TemplateSetting, 'wording'>) => ({
  kind: {
    name: wording('templates.column.happens'),
    values: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, wording(`templates.outcome.${outcome}`)])),
  },
})
