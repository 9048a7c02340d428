import { stringify } from 'yaml'
import { append, clipped, type Policy } from '../model/index.js'
import { type Answers, NO_ANSWERS, questionsOf } from './questions.js'

/** How much of a provision is shown, in letters: enough to know it by. */
const SHOWN = 160

/** The words of an answer sheet. */
type SheetWords = (key: `sheet.${string}`, values?: Readonly<Record<string, string>>) => string

/** An empty sheet of answers to a template: every question with its help, and the usual answer already there. */
export function answerSheet(template: Policy, name: string, words: SheetWords, answers: Answers = NO_ANSWERS): string {
  const lines = [...comment(words('sheet.head', { name }), 0), `template: ${name}`, '']
  const questions = questionsOf(template)
  const part = (key: keyof Answers, entries: readonly (readonly [help: readonly string[], name: string, value: unknown])[]) => {
    if (entries.length === 0) return
    append(lines, [...comment(words(`sheet.${key}`), 0), `${key}:`])
    for (const [help, entry, value] of entries) {
      for (const line of help) append(lines, comment(line, 2))
      // What is empty is a question; an empty text is not.
      lines.push(
        `  ${
          value === undefined
            ? `${entry}:`
            : stringify({ [entry]: value }, { lineWidth: 0 })
                .trimEnd()
                .replaceAll('\n', '\n  ')
        }`,
      )
    }
    lines.push('')
  }
  part(
    'parameters',
    questions.flatMap((question) => {
      if (question.kind !== 'parameter') return []
      const { description, type, values = [], example, default: usual } = question.declaration
      const asked = [words(`sheet.type.${type}`), ...(values.length > 0 ? [values.join(', ')] : [])].join(': ')
      const shown = example === undefined ? [] : [words('sheet.example', { example: [example].flat().join('; ') })]
      return [
        [
          [...(description === undefined ? [] : [description]), asked, ...shown],
          question.name,
          answers.parameters[question.name] ?? usual,
        ],
      ]
    }),
  )
  part(
    'variants',
    questions.flatMap((question) => {
      if (question.kind !== 'variant') return []
      const help = question.choices.map(({ variant, text }) => `${variant}: ${inShort(text)}`)
      return [[help, question.name, answers.variants[question.name] ?? question.choices[0]?.variant]]
    }),
  )
  part(
    'optional',
    questions.flatMap((question) =>
      question.kind === 'optional' ? [[[inShort(question.text)], question.name, answers.optional[question.name] ?? true]] : [],
    ),
  )
  return `${lines.join('\n').trimEnd()}\n`
}

const comment = (text: string, indent: number): string[] =>
  text.split('\n').map((line) => `${' '.repeat(indent)}# ${line}`.trimEnd())
const inShort = (text: string): string => clipped(text.replace(/\s+/g, ' '), SHOWN)
