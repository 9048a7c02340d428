import type { Typed } from '../../../commands/adapt.js'
import type { ParameterValue } from '../../../model/index.js'
import { type Child, h } from '../../../render/html/index.js'
import type { Answers, Question } from '../../../tailor/index.js'
import { choice, field } from '../../markup.js'
import type { DeskRequest, Sent } from '../../types.js'

/** By which a form names a question. */
const nameOf = ({ kind, name }: Question): string => `${kind}.${name}`

/** What was typed; else what was answered `before`, or stands in the form as the template suggests it. */
export function typedIn(sent: Sent | undefined, questions: readonly Question[], before?: Answers): Typed {
  const typed: Record<Question['kind'], Record<string, string>> = { parameter: {}, variant: {}, optional: {} }
  for (const question of questions) {
    const value =
      sent?.text(nameOf(question)) ?? (sent !== undefined ? '' : before ? answerTo(question, before) : usualOf(question))
    typed[question.kind][question.name] = value
  }
  return typed
}

/** What was answered, as it is typed; nothing where it never was. */
function answerTo({ kind, name }: Question, { parameters, variants, optional }: Answers): string {
  if (kind === 'variant') return variants[name] ?? ''
  const value = kind === 'optional' ? optional[name] : parameters[name]
  return value === undefined ? '' : wordsOf(value)
}

/** A value as it is typed: `ja` or `nee`, several with a semicolon between. */
const wordsOf = (value: ParameterValue): string =>
  typeof value === 'boolean' ? (value ? 'ja' : 'nee') : [value].flat().join('; ')

/** What a template suggests, as it is typed. */
function usualOf(question: Question): string {
  if (question.kind === 'optional') return 'ja'
  if (question.kind === 'variant') return question.choices[0]?.variant ?? ''
  const { default: usual } = question.declaration
  return usual === undefined ? '' : wordsOf(usual)
}

/** A question as a field, with what is wrong with its answer. */
export function questionField(question: Question, typed: Typed, say: DeskRequest['say'], wrong: string | undefined): Child {
  const { kind, name } = question
  const value = typed[kind][name] ?? ''
  const common = { name: nameOf(question), value, wrong }
  if (kind === 'optional')
    return choice({ ...common, label: say('desk.adapt.optional'), hint: question.text, options: yesOrNo(say) })
  if (kind === 'variant') return variants(question, value, say, wrong)
  const { type, description, example, values = [] } = question.declaration
  const label = description ?? name
  const shown = example === undefined ? undefined : say('sheet.example', { example: [example].flat().join('; ') })
  const hint = [type === 'list' ? say('desk.adapt.list') : undefined, shown].filter((each) => each !== undefined).join(' ')
  if (type === 'flag') return choice({ ...common, label, options: yesOrNo(say) })
  if (type === 'choice') {
    const options = values.map((each) => ({ value: String(each), text: String(each) }))
    return choice({ ...common, label, options: [...(value === '' ? [{ value: '', text: say('desk.choose') }] : []), ...options] })
  }
  return field({ ...common, label, hint: hint === '' ? undefined : hint, ...(type === 'date' ? { kind: 'date' as const } : {}) })
}

const yesOrNo = (say: DeskRequest['say']) => [
  { value: 'ja', text: say('ask.yes') },
  { value: 'nee', text: say('ask.no') },
]

/** The wordings of a provision, each whole, of which one is taken. */
function variants(
  question: Extract<Question, { kind: 'variant' }>,
  value: string,
  say: DeskRequest['say'],
  wrong: string | undefined,
): Child {
  return h(
    'fieldset',
    { className: ['variants'] },
    h('legend', {}, say('desk.adapt.variant')),
    wrong === undefined ? undefined : h('p', { className: ['wrong'] }, wrong),
    question.choices.map(({ variant, text }) =>
      h(
        'label',
        {},
        h('input', {
          type: 'radio',
          name: nameOf(question),
          value: variant,
          ...(variant === value ? { checked: true } : {}),
        }),
        h('span', {}, h('strong', {}, variant), ' ', text),
      ),
    ),
  )
}
