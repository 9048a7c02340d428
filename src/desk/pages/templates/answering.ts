import { type Answered, adaptAgain, answeredBy, planAgain } from '../../../commands/adapt-again.js'
import { settingOf } from '../../../commands/template.js'
import { errorsIn } from '../../../model/index.js'
import { planLabels, presentPlan } from '../../../registers/index.js'
import { h } from '../../../render/html/index.js'
import { openSteps } from '../../../tailor/index.js'
import type { Loaded } from '../../../workspace/index.js'
import { button, form, hidden, link, wrongSaid } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import { plainPage } from '../../plain-pages.js'
import { fingerprint, isAsShown, nameIn, policyIn } from '../../policies.js'
import { attempt, toldOf } from '../../told.js'
import type { Answer, DeskPage, DeskRequest, Markup, Sent, ShownAgain } from '../../types.js'
import { belowTemplate } from './below.js'
import { questionField, typedIn } from './questions.js'
import { decisionsIn, stepCard } from './steps.js'

/** What a school answered its template, to be answered otherwise. */
export async function get(request: DeskRequest): Promise<Answer> {
  const { loaded, page } = policyIn(request)
  return page ?? answeringPage(request, loaded)
}

/** Shows what other answers do to each clause, or does it. What is not decided keeps the school's words, and is named. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const { loaded, page } = policyIn(request)
  if (page) return page
  const { say, context } = request
  if (!isAsShown(sent, loaded)) {
    const above = wrongSaid(say('desk.template.changed'))
    return { ...(await answeringPage(request, loaded, { sent, above })), status: 409 }
  }
  const asked = await answersOf(request)
  if (sent.text('act') !== 'write' || 'wrong' in asked) return answeringPage(request, loaded, { sent })
  const typed = typedIn(sent, asked.edition.questions)
  const planned = planAgain(context, asked, { typed }, new Map())
  const taken = planned.value ? decisionsIn(sent, planned.value) : new Map()
  const { value, wrong } = await attempt(request, () => adaptAgain(context, nameIn(request), { typed, taken }))
  const errors = errorsIn(value?.messages)
  if (!value || errors.length > 0)
    return { ...(await answeringPage(request, loaded, { sent, above: wrong ?? toldOf(errors, say) })), status: 409 }
  const done = value.written.length > 0 ? 'adapted' : 'nothing-changed'
  return { type: 'goto', address: `${addressOf(nameIn(request))}/template`, done }
}

async function answersOf(request: DeskRequest): Promise<Answered | { readonly wrong: Markup }> {
  const { value, wrong } = await attempt(request, () => answeredBy(request.context, nameIn(request)))
  return value?.value ?? { wrong: wrong ?? toldOf(value?.messages ?? [], request.say) }
}

async function answeringPage(request: DeskRequest, loaded: Loaded, { sent, above = [] }: ShownAgain = {}): Promise<DeskPage> {
  const { say, context } = request
  const title = say('desk.again')
  const more = belowTemplate(request, loaded, title)
  const asked = await answersOf(request)
  if ('wrong' in asked) return plainPage(request, title, [], { ...more, above: [...above, ...asked.wrong] })
  const { edition, adapted, answers } = asked
  const { questions } = edition
  const typed = typedIn(sent, questions, answers)
  const { value: planned, messages } = sent ? planAgain(context, asked, { typed }, new Map()) : { messages: [] }
  const steps = planned ? openSteps(planned.plan).filter(({ id }) => id !== undefined) : []
  const setting = settingOf(context, adapted, adapted.edition.version)
  const questioned = form(
    request,
    `${addressOf(nameIn(request))}/template/answers`,
    [
      hidden('seen', fingerprint(loaded.bytes)),
      h('h2', {}, say('desk.adapt.asks', { count: questions.length })),
      h('p', { className: ['hint'] }, say('desk.again.how')),
      ...questions.map((question) => questionField(question, typed, say, undefined)),
      ...(steps.length === 0 ? [] : [h('h2', {}, say('desk.again.kept')), ...steps.map((step) => stepCard(step, say, sent))]),
      h(
        'p',
        { className: ['acts'] },
        button(say('desk.again.do'), { kind: 'main', name: 'act', value: 'write' }),
        button(say('desk.again.show'), { name: 'act', value: 'show' }),
        link(`${addressOf(nameIn(request))}/template`, say('desk.cancel')),
      ),
    ],
    { name: 'answers-form' },
  )
  const said = [...above, ...toldOf(errorsIn(messages), say)]
  if (!planned) return plainPage(request, title, [say('desk.again.what')], { ...more, above: said, below: [questioned] })
  return {
    type: 'page',
    ...more,
    document: presentPlan(planned.plan, setting),
    labels: planLabels(setting),
    above: [...said, questioned],
  }
}
