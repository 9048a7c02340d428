import { stringify } from 'yaml'
import { adapt, answersOf, checkAnswer, loadTemplate, type TemplateEdition, type Typed } from '../../../commands/adapt.js'
import { errorsIn, type Policy } from '../../../model/index.js'
import { wordMessage } from '../../../present/messages/index.js'
import { readPolicy, writePolicy } from '../../../read/index.js'
import { h } from '../../../render/html/index.js'
import { resolve } from '../../../resolve/index.js'
import { screenDocument } from '../../../site/index.js'
import { adaptBody, adaptedMetadata, NO_ANSWERS } from '../../../tailor/index.js'
import { brandOf, loadOrganisation, loadWording } from '../../../workspace/index.js'
import { button, choice, field, form, link, wrongSaid } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import { ownersIn } from '../../owners.js'
import { missingPage } from '../../plain-pages.js'
import { attempt, toldOf } from '../../told.js'
import type { Answer, DeskPage, DeskRequest, Markup, Sent } from '../../types.js'
import { questionField, typedIn } from './questions.js'

/** What a template asks, with the text that the answers make of it beside it. */
export async function get(request: DeskRequest): Promise<Answer> {
  const found = await editionIn(request)
  if ('answer' in found) return found.answer
  return adaptingPage(request, found.edition, {})
}

/** Shows what the answers make, or writes the policy. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const found = await editionIn(request)
  if ('answer' in found) return found.answer
  const { edition } = found
  if (sent.text('act') !== 'write') return adaptingPage(request, edition, { sent })
  const { say, context } = request
  const organisation = sent.text('organisation') ?? ''
  const as = sent.text('as')
  const typed = typedIn(sent, edition.questions)
  const refused = (above: Markup) => ({ ...adaptingPage(request, edition, { sent, above, judge: true }), status: 409 })
  const { value, wrong } = await attempt(request, () =>
    adapt(context, edition.name, { organisation, typed, ...(as === undefined ? {} : { as }) }),
  )
  if (!value) return refused(wrong)
  const errors = errorsIn(value.messages)
  if (errors.length > 0 || value.data.policy === undefined) return refused(wrongSaid(say('desk.adapt.wrong')))
  return { type: 'goto', address: addressOf(value.data.policy), done: 'adapted' }
}

async function editionIn(request: DeskRequest): Promise<{ readonly edition: TemplateEdition } | { readonly answer: Answer }> {
  const { organisation, policy, version } = request.params
  const name = `${organisation}/${policy}@${version}`
  const { value, wrong } = await attempt(request, () => loadTemplate(request.context, name))
  if (value?.value) return { edition: value.value }
  return { answer: { ...missingPage(request), above: wrong ?? toldOf(value?.messages ?? [], request.say) } }
}

interface Shown {
  readonly sent?: Sent | undefined
  readonly above?: Markup
  /** Say what is wrong with each answer. */
  readonly judge?: boolean
}

function adaptingPage(request: DeskRequest, edition: TemplateEdition, { sent, above = [], judge = false }: Shown): DeskPage {
  const { say, context } = request
  const { questions, policy: template } = edition
  const typed = typedIn(sent, questions)
  const owners = ownersIn(request)
  const owner = sent?.text('organisation') ?? owners[0]?.value
  const address = `/adapt/${edition.name.replace('@', '/')}`
  const wrongWith = (question: TemplateEdition['questions'][number]): string | undefined => {
    const message = judge ? checkAnswer(edition, question, typed[question.kind][question.name] ?? '') : undefined
    return message && wordMessage(message, say).reason
  }
  const found = context.workspace && owner !== undefined ? loadOrganisation(context.workspace, owner).value : undefined
  const resolved = resolve(previewOf(context, edition, typed, owner ?? '')).value
  const document = screenDocument(resolved, {
    organisation: found?.organisation ?? { name: '' },
    brand: brandOf(found).value,
    wording: loadWording(context.workspace, template.metadata.lang),
    template: false,
  })
  return {
    type: 'page',
    document,
    crumbs: [
      { text: say('desk.nav.overview'), address: '/' },
      { text: say('desk.adapt'), address: '/adapt' },
      { text: template.metadata.title },
    ],
    here: 'new',
    ownLife: true,
    scripts: ['grow'],
    above: [
      form(
        request,
        address,
        [
          ...above,
          h('h2', {}, say('desk.adapt.asks', { count: questions.length })),
          owners.length === 0
            ? h('p', {}, say('desk.adapt.no-owner'), ' ', link('/new', say('desk.nav.new')))
            : choice({ name: 'organisation', label: say('desk.begin.organisation'), value: owner, options: owners }),
          ...questions.map((question) => questionField(question, typed, say, wrongWith(question))),
          field({ name: 'as', label: say('desk.adapt.as'), hint: say('desk.adapt.as.hint'), value: sent?.text('as') }),
          h(
            'p',
            { className: ['acts'] },
            button(say('desk.adapt.do'), { kind: 'main', name: 'act', value: 'write' }),
            button(say('desk.adapt.show'), { name: 'act', value: 'show' }),
          ),
        ],
        { name: 'adapt-form' },
      ),
    ],
    ...(owner === undefined ? {} : { brand: owner }),
  }
}

/** The policy that the answers would make; a blank that nobody filled in yet shows its name. */
function previewOf(
  context: DeskRequest['context'],
  { policy, name, hash }: TemplateEdition,
  typed: Typed,
  organisation: string,
): Policy {
  const answers = { ...NO_ANSWERS, ...answersOf(context, policy, { typed }).value }
  const yaml = stringify(adaptedMetadata(policy, answers, { organisation, name, hash }))
  const { value } = readPolicy(writePolicy({ ...adaptBody(policy, answers), yaml }), name)
  const blanks = Object.keys(policy.metadata.parameters ?? {}).map((blank) => [blank, `[${blank}]`])
  const parameters = { ...Object.fromEntries(blanks), ...value.metadata.parameters }
  return { ...value, metadata: { ...value.metadata, parameters } }
}
