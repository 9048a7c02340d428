import * as z from 'zod'
import { fitsType, yesOrNo } from '../language/index.js'
import {
  clauses,
  type Declaration,
  hasErrors,
  type Language,
  type Message,
  type ParameterValue,
  type Place,
  type Policy,
  plainText,
  type Result,
  type Unruled,
} from '../model/index.js'
import { oneRule, parseYaml, readPolicy, yamlPlaces } from '../read/index.js'
import { type Answers, NO_ANSWERS, type Question, questionsOf } from './questions.js'

/** An answer as it stands in a sheet. */
export const given = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
const table = z.record(z.string(), given).nullish()
const sheetSchema = z.strictObject({ template: z.string().optional(), parameters: table, variants: table, optional: table })

export type Given = z.output<typeof given>

/** What is wrong with an answer. */
type Wrong = Unruled<'answer/value'> & { readonly expected?: readonly string[] }

/** An answer as it is kept, or what is wrong with it. `undefined` where nothing was answered and nothing needs to be. */
export function readAnswer(
  question: Question,
  raw: Given | undefined,
  lang: Language,
): { readonly value?: ParameterValue } | { readonly wrong: Wrong } {
  const { name } = question
  const nothing = raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '')
  if (question.kind === 'optional') {
    const value = typeof raw === 'string' ? yesOrNo(raw) : raw
    if (nothing || typeof value === 'boolean') return typeof value === 'boolean' ? { value } : {}
    return { wrong: { form: 'type', values: { name, value: String(raw), wanted: { phrase: 'answer.flag' } } } }
  }
  if (question.kind === 'variant') {
    const choices = question.choices.map(({ variant }) => variant)
    if (nothing) return {}
    return choices.includes(String(raw)) ? { value: String(raw) } : { wrong: choice(name, raw, choices) }
  }
  const { declaration } = question
  if (nothing) return declaration.default === undefined ? { wrong: { form: 'missing', values: { name } } } : {}
  const value = converted(raw, declaration)
  if (declaration.type === 'choice' && !fitsType(value, declaration, lang)) {
    return { wrong: choice(name, raw, (declaration.values ?? []).map(String)) }
  }
  if (!fitsType(value, declaration, lang)) {
    return { wrong: { form: 'type', values: { name, value: String(raw), wanted: { phrase: `answer.${declaration.type}` } } } }
  }
  const marked = (Array.isArray(value) ? value : [value]).find((each) => typeof each === 'string' && !isPlain(each))
  return marked === undefined ? { value } : { wrong: { form: 'markup', values: { name, value: String(marked) } } }
}

const choice = (name: string, raw: Given | undefined, expected: readonly string[]): Wrong => ({
  form: 'choice',
  values: { name, value: String(raw) },
  expected,
})

/** What a person typed as the type that is asked; as it stands where it is none of that type. */
function converted(raw: Exclude<Given, null>, { type, values = [] }: Declaration): ParameterValue {
  const text = typeof raw === 'string' ? raw.normalize('NFC').trim() : raw
  if (type === 'choice') return values.find((value) => String(value) === String(text)) ?? text
  if (type === 'flag') return typeof text === 'string' ? (yesOrNo(text) ?? text) : text
  if (type === 'number' && typeof text === 'string')
    return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text
  if (type === 'list' && typeof text === 'string') return text.split(';').map((each) => each.trim())
  return type === 'number' || type === 'list' || typeof text === 'object' ? text : String(text)
}

/** Whether words are words alone: a value is never markup, so what looks like it was meant otherwise. */
export function isPlain(text: string): boolean {
  if (/[\n\r]|\{\{|\}\}|<[A-Za-z/!?]/.test(text)) return false
  const { value } = readPolicy(`x ${text}`, '')
  const [only, ...others] = clauses(value)
  return others.length === 0 && only?.kind === 'paragraph' && plainText(only.node) === `x ${text}`
}

/**
 * Reads a sheet of answers to a template. `file` is the name messages carry. Every question is judged, whether it stands there or not; what does not
 * is as it was answered before, where it was.
 */
export function readAnswers(template: Policy, source: string, file: string, before: Answers = NO_ANSWERS): Result<Answers> {
  const { value: sheet, messages } = parseYaml(source, sheetSchema, oneRule('answer/value'), { file, firstLine: 1 })
  // Of a sheet that is none nobody knows what it answers.
  if (!sheet || hasErrors(messages)) return { value: before, messages }
  const placeOf = yamlPlaces(source, { file, firstLine: 1 })
  return judged(template, { ...sheet }, messages, (kind, name) => placeOf([KEYS[kind], name]), before)
}

const KEYS = { parameter: 'parameters', variant: 'variants', optional: 'optional' } as const

/** Answers judged by what a template asks: each question that has none gets the template's own, or a message. */
export function judged(
  template: Policy,
  sheet: { readonly [Key in 'parameters' | 'variants' | 'optional']?: Readonly<Record<string, Given>> | null | undefined },
  found: readonly Message[],
  placeOf: (kind: Question['kind'], name: string) => Place,
  before: Answers = NO_ANSWERS,
): Result<Answers> {
  const messages = [...found]
  const questions = questionsOf(template)
  const answers: Record<(typeof KEYS)[Question['kind']], Record<string, ParameterValue>> = {
    parameters: {},
    variants: {},
    optional: {},
  }
  const report = (wrong: Wrong, place: Place) => messages.push(wrongAnswer(wrong, place))
  for (const question of questions) {
    const { kind, name } = question
    const table = sheet[KEYS[kind]] ?? {}
    const given = Object.hasOwn(table, name) ? table[name] : undefined
    const known = before[KEYS[kind]]
    const read = readAnswer(question, given ?? (Object.hasOwn(known, name) ? known[name] : undefined), template.metadata.lang)
    if ('wrong' in read) report(read.wrong, placeOf(kind, name))
    else if (read.value !== undefined) answers[KEYS[kind]][name] = read.value
  }
  for (const [kind, key] of Object.entries(KEYS) as [Question['kind'], (typeof KEYS)[Question['kind']]][]) {
    const known = questions.flatMap((question) => (question.kind === kind ? [question.name] : []))
    for (const name of Object.keys(sheet[key] ?? {})) {
      if (!known.includes(name)) report({ form: 'unknown', values: { name }, expected: known }, placeOf(kind, name))
    }
  }
  return { value: answers as Answers, messages }
}

/** Answers to parameters alone, each by its type. What is not asked for is wrong; what is not answered is left out. */
export function readParameters(
  template: Policy,
  answers: Readonly<Record<string, Given>>,
): Result<Readonly<Record<string, ParameterValue>>> {
  const questions = new Map(questionsOf(template).map((question) => [question.name, question]))
  const messages: Message[] = []
  const value: Record<string, ParameterValue> = {}
  for (const [name, raw] of Object.entries(answers)) {
    const question = questions.get(name)
    const read =
      question?.kind === 'parameter'
        ? readAnswer(question, raw, template.metadata.lang)
        : { wrong: { form: 'unknown', values: { name }, expected: [...questions.keys()] } as const }
    if ('wrong' in read) messages.push(wrongAnswer(read.wrong, { file: template.file, line: 1, column: 1 }))
    else if (read.value !== undefined) value[name] = read.value
  }
  return { value, messages }
}

const wrongAnswer = (wrong: Wrong, place: Place): Message =>
  ({ rule: 'answer/value', severity: 'error', ...wrong, place }) as Message
