import { settingOf } from '../../../commands/template.js'
import { planFor, upgrade } from '../../../commands/upgrade.js'
import { errorsIn } from '../../../model/index.js'
import { planLabels, presentPlan } from '../../../registers/index.js'
import { h } from '../../../render/html/index.js'
import { openSteps, type Step } from '../../../tailor/index.js'
import type { Loaded } from '../../../workspace/index.js'
import { button, folded, form, hidden, link, notice, wrongSaid } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import { plainPage } from '../../plain-pages.js'
import { nameIn, policyIn } from '../../policies.js'
import { attempt, toldOf } from '../../told.js'
import type { Answer, DeskPage, DeskRequest, Markup, Sent, ShownAgain } from '../../types.js'
import { belowTemplate } from './below.js'
import { decisionsIn, stepCard } from './steps.js'

/** What becomes of every provision when the next edition is taken over, and what is asked. */
export async function get(request: DeskRequest): Promise<Answer> {
  const { loaded, page } = policyIn(request)
  return page ?? upgradingPage(request, loaded)
}

/** Takes the edition over with what was decided; what was not keeps the school's words, and lint names it. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const { loaded, page } = policyIn(request)
  if (page) return page
  const { say, context } = request
  const name = nameIn(request)
  const again = async (above: Markup) => ({ ...(await upgradingPage(request, loaded, { sent, above })), status: 409 })
  const found = await attempt(request, () => planFor(context, name, undefined))
  const planned = found.value?.value
  if (!planned) return again(found.wrong ?? toldOf(found.value?.messages ?? [], say))
  if (sent.text('plan') !== planned.hash) return again(wrongSaid(say('desk.template.changed')))
  const taken = decisionsIn(sent, planned)
  const { value, wrong } = await attempt(request, () => upgrade(context, name, { taken, apply: true }))
  const errors = errorsIn(value?.messages)
  if (!value || errors.length > 0) return again(wrong ?? toldOf(errors, say))
  return { type: 'goto', address: `${addressOf(name)}/template`, done: 'upgraded' }
}

async function upgradingPage(request: DeskRequest, loaded: Loaded, { sent, above = [] }: ShownAgain = {}): Promise<DeskPage> {
  const { say, context } = request
  const name = nameIn(request)
  const address = addressOf(name)
  const title = say('desk.upgrade')
  const more = belowTemplate(request, loaded, title)
  const { value, wrong } = await attempt(request, () => planFor(context, name, undefined))
  const planned = value?.value
  if (!planned)
    return plainPage(request, title, [], { ...more, above: [...above, ...(wrong ?? toldOf(value?.messages ?? [], say))] })
  const { plan, adapted, hash } = planned
  const setting = settingOf(context, adapted, plan.input.to.version)
  const asked = openSteps(plan).filter(({ id }) => id !== undefined)
  const choosable = plan.steps.filter((step) => !asked.includes(step) && step.id !== undefined && step.ways.length > 1)
  const isNew = plan.input.to.version !== plan.input.from.version || asked.length > 0
  const cards = (steps: readonly Step[]) => steps.map((step) => stepCard(step, say, sent))
  return {
    type: 'page',
    ...more,
    document: presentPlan(plan, setting),
    labels: planLabels(setting),
    above: [
      ...above,
      ...(plan.unanswered.length > 0
        ? notice('info', [
            h('p', {}, say('templates.plan.unanswered', { names: plan.unanswered.join(', ') })),
            h('p', {}, say('desk.upgrade.unanswered')),
          ])
        : []),
      ...(isNew
        ? [
            form(
              request,
              `${address}/template/upgrade`,
              [
                hidden('plan', hash),
                h(
                  'h2',
                  {},
                  say(asked.length === 1 ? 'desk.upgrade.asked.one' : 'desk.upgrade.asked.many', { count: asked.length }),
                ),
                h('p', { className: ['hint'] }, say('desk.upgrade.how')),
                ...cards(asked),
                choosable.length === 0
                  ? undefined
                  : folded(say('desk.upgrade.others', { count: choosable.length }), [
                      h('p', { className: ['hint'] }, say('desk.upgrade.others.what')),
                      ...cards(choosable),
                    ]),
                h(
                  'p',
                  { className: ['acts'] },
                  button(say('desk.upgrade.do', { version: plan.input.to.version }), { kind: 'main' }),
                  link(`${address}/template`, say('desk.cancel')),
                ),
              ],
              { name: 'upgrade-form' },
            ),
          ]
        : notice('info', [h('p', {}, say('desk.upgrade.latest', { version: plan.input.to.version }))])),
    ],
  }
}
