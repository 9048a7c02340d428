import { init } from '../../commands/init.js'
import { newPolicy } from '../../commands/new.js'
import { LANGUAGES } from '../../model/index.js'
import { h } from '../../render/html/index.js'
import { SUBJECTS } from '../../secretariat/formats.js'
import { button, choice, field, form } from '../markup.js'
import { addressOf } from '../navigation.js'
import { ownerFields, ownerSent, ownersIn } from '../owners.js'
import { plainPage, waysToBegin } from '../plain-pages.js'
import { attempt, toldOf } from '../told.js'
import type { Answer, DeskPage, DeskRequest, Markup, Sent } from '../types.js'

/** A new policy: of an organisation that is there, or of one that is made with it. In an empty folder it makes the workspace. */
export const get = (request: DeskRequest): Answer => beginningPage(request)

export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const { context, root, say } = request
  const title = sent.text('title')
  const subject = SUBJECTS.find((each) => each === sent.text('subject'))
  const lang = LANGUAGES.find((each) => each === sent.text('lang'))
  const wanted = {
    ...(subject === undefined ? {} : { subject }),
    ...(title === undefined ? {} : { title }),
    ...(lang ? { lang } : {}),
  }
  const { name, isNew } = ownerSent(request, sent)
  if (name === undefined) return beginningPage(request, { sent, wrong: { name: say('desk.begin.name.missing') } })
  if (title === undefined && subject === undefined)
    return beginningPage(request, { sent, wrong: { title: say('desk.begin.title.missing') } })
  const { value: outcome, wrong } = await attempt(request, () =>
    isNew
      ? init(context, { folder: root, organisation: name, ...wanted })
      : newPolicy(context, title ?? subject ?? '', { organisation: name, ...wanted }),
  )
  if (!outcome) return { ...beginningPage(request, { sent, above: wrong }), status: 409 }
  if (outcome.written.length === 0)
    return { ...beginningPage(request, { sent, above: toldOf(outcome.messages, say) }), status: 409 }
  return { type: 'goto', address: addressOf(outcome.data.policy), done: 'begun' }
}

interface Typed {
  readonly sent?: Sent
  readonly above?: Markup
  /** What is wrong with a field, by its name. */
  readonly wrong?: Readonly<Record<string, string>>
}

function beginningPage(request: DeskRequest, { sent, above = [], wrong = {} }: Typed = {}): DeskPage {
  const { say, lang } = request
  const typed = (name: string) => sent?.text(name)
  const isFirst = ownersIn(request).length === 0
  const title = say(isFirst ? 'desk.begin.first' : 'desk.nav.new')
  return plainPage(request, title, isFirst ? [say('desk.begin.first.what', { folder: request.root })] : [], {
    here: 'new',
    above,
    below: [
      form(request, '/new', [
        ...ownerFields(request, sent, wrong.name),
        field({
          name: 'title',
          label: say('desk.begin.title'),
          hint: say('desk.begin.title.hint'),
          value: typed('title'),
          wrong: wrong.title,
        }),
        choice({
          name: 'subject',
          label: say('desk.begin.subject'),
          value: typed('subject'),
          options: [
            { value: '', text: say('desk.begin.subject.title') },
            ...SUBJECTS.map((value) => ({ value, text: say(`desk.begin.subject.${value}`) })),
          ],
        }),
        choice({
          name: 'lang',
          label: say('desk.begin.lang'),
          value: typed('lang') ?? lang,
          options: LANGUAGES.map((value) => ({ value, text: say(`desk.lang.${value}`) })),
        }),
        h('p', { className: ['acts'] }, button(say('desk.begin.do'), { kind: 'main' })),
      ]),
    ],
    beside: waysToBegin(say, '/new'),
  })
}
