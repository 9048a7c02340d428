import { checkAnswer, type TemplateEdition, type Typed } from '../commands/adapt.js'
import type { Wording } from '../present/index.js'
import { wordMessage } from '../present/messages/index.js'
import { type Context, readersLanguage } from '../secretariat/context.js'
import { type Answers, NO_ANSWERS, type Question } from '../tailor/index.js'
import { loadWording } from '../workspace/index.js'
import type { Io } from './io.js'

const BACK = '<'
const HELP = '?'

/**
 * Asks a person at the terminal everything a template asks: what it is, its example and its usual answer, which an empty line takes. `?` says
 * more, `<` goes one question back. An answer of the wrong type is asked anew.
 */
export async function askAnswers(
  context: Context,
  edition: TemplateEdition,
  io: Pick<Io, 'ask' | 'err'>,
  before: Answers = NO_ANSWERS,
): Promise<Typed> {
  const wording = loadWording(context.workspace, readersLanguage(context, edition.policy.metadata.lang))
  const { questions } = edition
  const typed: Record<Question['kind'], Record<string, string>> = { parameter: {}, variant: {}, optional: {} }
  io.err(`${wording('ask.head', { name: edition.name, count: questions.length })}\n`)
  for (let at = 0; at < questions.length; ) {
    const question = questions[at] as Question
    const { kind, name } = question
    const usual = typed[kind][name] ?? usualOf(question, wording, before)
    const prompt = `${at + 1}/${questions.length} ${titleOf(question, wording)}${usual === '' ? '' : ` [${usual}]`}: `
    const answer = (await io.ask(prompt)).trim()
    if (answer === HELP) io.err(`${helpOf(question, wording).join('\n')}\n`)
    else if (answer === BACK) at = Math.max(0, at - 1)
    else {
      const wrong = checkAnswer(edition, question, answer === '' ? usual : answer)
      if (wrong) io.err(`${wordMessage(wrong, wording).reason}\n`)
      else {
        typed[kind][name] = answer === '' ? usual : answer
        at++
      }
    }
  }
  return typed
}

/** What an empty line takes: what was answered before, else what the template suggests. */
function usualOf(question: Question, wording: Wording, before: Answers): string {
  const { kind, name } = question
  const table = before[`${kind}${kind === 'optional' ? '' : 's'}` as keyof Answers]
  const usual =
    (Object.hasOwn(table, name) ? table[name] : undefined) ??
    (kind === 'optional' ? true : kind === 'variant' ? question.choices[0]?.variant : question.declaration.default)
  if (typeof usual === 'boolean') return wording(usual ? 'ask.yes' : 'ask.no')
  return usual === undefined ? '' : [usual].flat().join('; ')
}

function titleOf(question: Question, wording: Wording): string {
  if (question.kind === 'optional') return wording('ask.optional', { name: question.name })
  if (question.kind === 'variant') {
    return wording('ask.variant', { name: question.name, choices: question.choices.map(({ variant }) => variant).join(', ') })
  }
  const { description, values = [] } = question.declaration
  return `${description ?? question.name}${values.length > 0 ? ` (${values.join(', ')})` : ''}`
}

function helpOf(question: Question, wording: Wording): readonly string[] {
  if (question.kind === 'optional') return [`  ${question.text}`]
  if (question.kind === 'variant') return question.choices.map(({ variant, text }) => `  ${variant}: ${text}`)
  const { type, example } = question.declaration
  const shown = example === undefined ? [] : [wording('sheet.example', { example: [example].flat().join('; ') })]
  return [`{{${question.name}}}`, wording(`sheet.type.${type}`), ...shown].map((line) => `  ${line}`)
}
