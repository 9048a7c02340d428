import { attach, type ProposedAttachment, proposalFor } from '../../../commands/attach.js'
import { valueInWords } from '../../../language/index.js'
import { clipped, errorsIn, extendedBy, type ParameterValue, plainText } from '../../../model/index.js'
import { type Child, h } from '../../../render/html/index.js'
import {
  type Attached,
  askedIn,
  attachedAs,
  attachedTo,
  type Confirmed,
  filledBy,
  isOwn,
  judgeAttachment,
  nameOfProvision,
  otherIn,
  type Proposed,
  percentOf,
  questionsOf,
  readAnswer,
  reasonOf,
  seemingOf,
} from '../../../tailor/index.js'
import type { Loaded } from '../../../workspace/index.js'
import { button, choices, field, folded, form, hidden, link, tick, wrongSaid } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import { plainPage } from '../../plain-pages.js'
import { nameIn, policyIn } from '../../policies.js'
import { attempt, toldOf } from '../../told.js'
import type { Answer, DeskPage, DeskRequest, Markup, Sent, ShownAgain } from '../../types.js'
import { belowTemplate } from './below.js'

/** Which clause of a text seems to be which provision of a template, to be confirmed one by one. */
export async function get(request: DeskRequest): Promise<Answer> {
  const { loaded, page } = policyIn(request)
  if (page) return page
  // Which template it is was not chosen yet: that is done where they all are.
  const isChosen = templateIn(request).template !== undefined || extendedBy(loaded.policy.metadata) !== undefined
  return isChosen ? attachingPage(request, loaded) : { type: 'goto', address: `${addressOf(nameIn(request))}/template` }
}

/** Gives the clauses that were confirmed the ids of their provisions. No word changes. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const { loaded, page } = policyIn(request)
  if (page) return page
  const { say, context } = request
  const again = async (above: Markup) => ({ ...(await attachingPage(request, loaded, { sent, above })), status: 409 })
  const found = await proposed(request)
  if ('wrong' in found) return again(found.wrong)
  const { proposal, hash } = found
  if (sent.text('plan') !== hash) return again(wrongSaid(say('desk.template.changed')))
  const clauses = confirmedIn(sent, found)
  if (clauses.size === 0) return again(wrongSaid(say('desk.attach.nothing')))
  const wrong = judgeAttachment(proposal, clauses)
  if (wrong) return again(toldOf([wrong], say))
  const parameters = valuesIn(sent, found, clauses)
  if ('wrong' in parameters) return again(wrongSaid(parameters.wrong))
  const done = await attempt(request, () =>
    attach(context, nameIn(request), { ...templateIn(request), taken: { clauses, parameters: parameters.value }, apply: true }),
  )
  const errors = errorsIn(done.value?.messages)
  if (!done.value || errors.length > 0) return again(done.wrong ?? toldOf(errors, say))
  return { type: 'goto', address: `${addressOf(nameIn(request))}/template`, done: 'attached' }
}

const templateIn = ({ url }: DeskRequest): { readonly template?: string } => {
  const template = url.searchParams.get('template')
  return template === null ? {} : { template }
}

async function proposed(request: DeskRequest): Promise<ProposedAttachment | { readonly wrong: Markup }> {
  const { value, wrong } = await attempt(request, () =>
    proposalFor(request.context, nameIn(request), templateIn(request).template),
  )
  return value?.value ?? { wrong: wrong ?? toldOf(value?.messages ?? [], request.say) }
}

/** What was confirmed: the provision that was proposed, or another by its name. */
function confirmedIn(sent: Sent, { proposal }: ProposedAttachment): Confirmed['clauses'] {
  const isSureSeen = sent.text('sure') !== undefined
  const clauses = new Map<string, Attached>()
  for (const each of proposal.clauses) {
    const { name, sure } = each
    const said = sent.text(`is-${name}`)
    // "kanalen · De school gebruikt …": the name is what counts.
    const other = sent.text(`other-${name}`)?.split(' · ')[0]?.trim()
    const [id = '', variant] = (other ?? '').split(', ')
    if (id !== '') clauses.set(name, { provision: id, ...(variant === undefined ? {} : { variant }), covers: [] })
    else if (seemingOf(each) && (said === 'yes' || (said === undefined && sure && isSureSeen)))
      clauses.set(name, attachedAs(each))
  }
  for (const each of proposal.clauses) {
    const said = sent.text(`is-${each.name}`)
    const isNamed = !clauses.has(each.name) && each.others.some((other) => nameOfProvision(other) === said)
    if (said !== undefined && isNamed) clauses.set(each.name, attachedTo(proposal, clauses, each, said))
  }
  return clauses
}

/** What the school filled in, as it was typed; an empty field leaves it out. */
function valuesIn(
  sent: Sent,
  { proposal }: ProposedAttachment,
  clauses: Confirmed['clauses'],
): { readonly value: Confirmed['parameters'] } | { readonly wrong: string } {
  const { template } = proposal
  const { lang } = template.metadata
  const questions = new Map(questionsOf(template).flatMap((each) => (each.kind === 'parameter' ? [[each.name, each]] : [])))
  const value: Record<string, ParameterValue> = {}
  for (const { name } of filledBy(proposal, clauses)) {
    const [question, typed] = [questions.get(name), sent.text(`value-${name}`)]
    if (!question || typed === undefined) continue
    const read = readAnswer(question, typed, lang)
    if ('wrong' in read) return { wrong: `${name}: ${typed}` }
    if (read.value !== undefined) value[name] = read.value
  }
  return { value }
}

async function attachingPage(request: DeskRequest, loaded: Loaded, { sent, above = [] }: ShownAgain = {}): Promise<DeskPage> {
  const { say } = request
  const name = nameIn(request)
  const address = addressOf(name)
  const title = say('desk.attach')
  const more = belowTemplate(request, loaded, title)
  const found = await proposed(request)
  if ('wrong' in found) return plainPage(request, title, [], { ...more, above: [...above, ...found.wrong] })
  const { proposal, hash, template, edition } = found
  const asked = askedIn(proposal)
  const sure = proposal.clauses.filter((each) => each.sure)
  const own = proposal.clauses.filter(isOwn)
  const chosen = `?template=${encodeURIComponent(`${template}@${edition.version}`)}`
  const cards = (members: readonly Proposed[]) => members.map((each) => clauseCard(each, say, sent))
  const words = { model: `${template}@${edition.version}`, asked: asked.length, sure: sure.length, own: own.length }
  return plainPage(request, title, [say('desk.attach.how', words)], {
    ...more,
    above,
    below: [
      form(
        request,
        `${address}/template/attach${chosen}`,
        [
          hidden('plan', hash),
          h(
            'datalist',
            { id: '_provisions' },
            proposal.provisions.map((each) => h('option', { value: `${nameOfProvision(each)} · ${short(each.clause)}` })),
          ),
          ...(asked.length === 0 ? [] : [h('h2', {}, say('templates.attach.asked')), ...cards(asked)]),
          ...(sure.length === 0
            ? []
            : [
                h('h2', {}, say('templates.attach.sure')),
                tick({
                  name: 'sure',
                  label: say('desk.attach.sure', { count: sure.length }),
                  checked: sent?.text('sure') !== undefined,
                }),
                folded(say('desk.attach.sure.see'), cards(sure)),
              ]),
          values(found, say, sent),
          own.length === 0 ? undefined : folded(say('desk.attach.own', { count: own.length }), cards(own)),
          h(
            'p',
            { className: ['acts'] },
            button(say('desk.attach.do'), { kind: 'main' }),
            link(`${address}/template`, say('desk.cancel')),
          ),
        ],
        { name: 'attach-form' },
      ),
    ],
  })
}

/** Letters of a text that stand for all of it where it is named. */
const SHOWN = 70
const whole = (clause: Proposed['clause']): string => plainText(clause.node).replace(/\s+/g, ' ')
const short = (clause: Proposed['clause']): string => clipped(whole(clause), SHOWN)

/** A clause beside the provision it seems to be. */
function clauseCard(each: Proposed, say: DeskRequest['say'], sent: Sent | undefined): Child {
  const { name, clause, provision, sure, covers, others } = each
  const seeming = seemingOf(each)
  const said = sent?.text(`is-${name}`)
  const reason = reasonOf(each, say)
  const answers = [
    ...(seeming ? [{ value: 'yes', text: say('desk.attach.is.yes') }] : []),
    ...others.map((other) => ({ value: nameOfProvision(other), text: otherIn(each, other, say) })),
  ]
  return h(
    'fieldset',
    { className: ['piece', ...(sure ? ['settled'] : [])], id: `_clause-${name}` },
    h(
      'legend',
      {},
      h('strong', {}, clause.number ?? '–'),
      seeming ? ` · ${say('desk.attach.likeness', { percent: percentOf(each) })}` : undefined,
    ),
    h(
      'div',
      { className: ['sides'] },
      h('div', {}, h('h3', {}, say('templates.column.clause')), h('p', { className: ['words'] }, whole(clause))),
      seeming
        ? h(
            'div',
            {},
            h('h3', {}, say('templates.column.model')),
            h('p', { className: ['words'] }, whole(seeming.clause)),
            h(
              'p',
              { className: ['around'] },
              nameOfProvision(seeming),
              provision ? undefined : ` · ${say('attach.again')}`,
              provision && covers.length > 0 ? ` · ${say('templates.attach.covers', { names: covers.join(', ') })}` : undefined,
            ),
          )
        : undefined,
    ),
    reason === undefined ? undefined : h('p', { className: ['around'] }, reason),
    isOwn(each) ? undefined : choices(`is-${name}`, [...answers, { value: 'no', text: say('desk.attach.is.no') }], said),
    folded(
      say('desk.attach.other'),
      [
        field({
          name: `other-${name}`,
          label: say('desk.attach.which'),
          value: sent?.text(`other-${name}`),
          list: '_provisions',
        }),
      ],
      sent?.text(`other-${name}`) === undefined ? {} : { open: true },
    ),
  )
}

/** What seems to have been filled in, to be put right or emptied. */
function values({ proposal }: ProposedAttachment, say: DeskRequest['say'], sent: Sent | undefined): Child {
  const { filled, school, template } = proposal
  const open = filled.filter(({ name }) => !Object.hasOwn(school.metadata.parameters ?? {}, name))
  if (open.length === 0) return undefined
  return h(
    'section',
    { className: ['facts-asked'] },
    h('h2', {}, say('templates.attach.filled')),
    h('p', { className: ['hint'] }, say('desk.attach.values')),
    open.map(({ name, value }) =>
      field({
        name: `value-${name}`,
        label: name,
        value:
          sent?.words(`value-${name}`) ?? (Array.isArray(value) ? value.join('; ') : valueInWords(value, template.metadata.lang)),
      }),
    ),
  )
}
