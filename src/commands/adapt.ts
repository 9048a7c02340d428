import { join, resolve as resolvePath } from 'node:path'
import { stringify } from 'yaml'
import { hashPolicy } from '../decide/index.js'
import { errorsIn, hasErrors, type Language, type Message, type Policy } from '../model/index.js'
import { readPolicy, writePolicy } from '../read/index.js'
import { resolve } from '../resolve/index.js'
import { correctedSince } from '../secretariat/corrected/index.js'
import {
  type Context,
  filesOf,
  judge,
  NOTHING_WRITTEN,
  type Outcome,
  publish,
  requireWorkspace,
  sharedLanguage,
  UsageError,
} from '../secretariat/index.js'
import {
  type Answers,
  adaptBody,
  adaptedMetadata,
  answerSheet,
  judgeAnswers,
  type Question,
  questionsOf,
  readAnswer,
  readAnswers,
} from '../tailor/index.js'
import {
  exists,
  loadPolicy,
  loadWording,
  missingSchemas,
  type PolicyEntry,
  readText,
  schemaComment,
  unknownTemplate,
} from '../workspace/index.js'
import { findOwner } from './import-organisation.js'
import { steps } from './init.js'

/** What a person typed, by question. */
export type Typed = Readonly<Record<Question['kind'], Readonly<Record<string, string>>>>

export interface AdaptOptions {
  /** The folder or the full name of the organisation that adapts; the only one when absent. */
  readonly organisation?: string
  /** The policy's name; the template's when absent. */
  readonly as?: string
  /** A YAML file with the answers; `-` asks for an empty one. */
  readonly answers?: string
  /** Answers given one by one, in the place of a file. */
  readonly typed?: Typed
  readonly dryRun?: boolean
}

export interface AdaptReport {
  readonly schema: 'clausule/adapt@1'
  readonly template: string
  readonly policy?: string
  readonly answers?: Answers
  /** The empty sheet, where that was asked for. */
  readonly sheet?: string
  readonly written: readonly string[]
  readonly messages: readonly Message[]
}

/** An edition of a template, ready to be asked from. */
export interface TemplateEdition {
  /** `sector/social-media@1.0.0` */
  readonly name: string
  readonly policy: Policy
  /** The template it is an edition of. */
  readonly entry?: PolicyEntry
  readonly hash: string
  readonly questions: readonly Question[]
}

/**
 * The edition of a template that a name means: its latest when the name has none. A template with errors asks nothing: its messages are
 * given, and no value, in the language of what the name may mean.
 */
export function loadTemplate(
  context: Context,
  wanted: string,
): { readonly value?: TemplateEdition; readonly messages: readonly Message[]; readonly lang?: Language } {
  const { cwd } = context
  const workspace = requireWorkspace(context)
  const named = loadPolicy(workspace, wanted, cwd)
  if (!named.value) {
    const { messages, about } = unknownTemplate(workspace, wanted, cwd, named.messages)
    return { messages, ...sharedLanguage(about) }
  }
  const { entry, origin } = named.value
  const latest = entry?.releases.at(-1)
  if (!entry || (origin === 'working' && !latest)) {
    throw new UsageError({ phrase: 'usage.no-edition', values: { name: wanted } })
  }
  const loaded = origin === 'working' ? loadPolicy(workspace, `${entry.name}@${latest?.version}`, cwd) : named
  if (!loaded.value) return { messages: loaded.messages }
  const judged = judge(context, loaded.value, correctedSince, { errorsOnly: true })
  const messages = errorsIn([...loaded.messages, ...judged.messages])
  if (messages.length > 0) return { messages, lang: loaded.value.policy.metadata.lang }
  const { policy, ref } = loaded.value
  return { value: { name: ref, policy, entry, hash: hashPolicy(policy), questions: questionsOf(policy) }, messages: [] }
}

/** What is said of an answer that is typed: nothing where it will do. */
export function checkAnswer({ policy }: TemplateEdition, question: Question, typed: string): Message | undefined {
  const read = readAnswer(question, typed, policy.metadata.lang)
  return 'wrong' in read ? ({ rule: 'answer/value', severity: 'error', ...read.wrong } as Message) : undefined
}

/** Makes a school's policy from an edition of a template: the whole text, pinned to that edition. Overwrites nothing. */
export function adapt(context: Context, wanted: string, options: AdaptOptions = {}): Outcome<AdaptReport> {
  const workspace = requireWorkspace(context)
  const files = filesOf(context)
  const found = loadTemplate(context, wanted)
  const edition = found.value
  if (!edition) return nothing(wanted, found.messages, found.lang)
  const { name, policy: template, hash } = edition
  const { lang } = template.metadata
  if (options.answers === '-') {
    const sheet = emptySheet(context, edition, lang)
    const data = { schema: 'clausule/adapt@1', template: name, sheet, written: [], messages: [] } as const
    return { messages: [], lang, data, text: () => sheet.trimEnd(), written: [] }
  }
  const organisation = ownerOf(context, options.organisation)
  const own = options.as ?? name.replace(/^[^/]*\//, '').replace(/@.*$/, '')
  if (!/^[a-z0-9][a-z0-9-]*$/.test(own)) throw new UsageError({ phrase: 'usage.adapt-name', values: { name: own } })
  const path = join(workspace.root, 'policies', organisation, `${own}.md`)
  const policy = `${organisation}/${own}`
  if (exists(files, path)) throw new UsageError({ phrase: 'usage.adapt-there', values: { name: policy } })

  const answered = answersOf(context, template, options)
  if (hasErrors(answered.messages)) return nothing(name, answered.messages, lang)
  const answers = answered.value
  const body = adaptBody(template, answers)
  const metadata = adaptedMetadata(template, answers, { organisation, name, hash })
  const yaml = schemaComment('policy') + stringify(metadata, { lineWidth: 0 })
  const bytes = writePolicy({ ...body, yaml })
  // A reference into a provision that was not taken is for the author to mend: it is told of, and stops no writing.
  const messages = resolve(readPolicy(bytes, `${policy}.md`).value).messages.map(
    (message): Message => ({ ...message, severity: 'warning' }),
  )
  const outputs = [{ path, bytes }, ...missingSchemas(workspace, lang)]
  const published = publish(context, { outputs, messages, ...(options.dryRun ? { dryRun: true } : {}) })
  const next = [`clausule lint ${policy}`, `clausule build ${policy}`, `clausule deviations ${policy}`]
  return {
    ...published,
    lang,
    data: { schema: 'clausule/adapt@1', template: name, policy, answers, written: published.shown, messages: published.messages },
    text: (paint, say) =>
      [published.text(paint, say), ...(published.written.length > 0 ? ['', ...steps(next, say)] : [])].join('\n'),
  }
}

/** The sheet of an edition in the language of its text, with the usual answers or those given. */
export function emptySheet(context: Context, { policy, name }: TemplateEdition, lang: Language, answers?: Answers): string {
  const wording = loadWording(context.workspace, lang)
  return answerSheet(policy, name, wording, answers)
}

export function answersOf(
  context: Context,
  template: Policy,
  { answers, typed }: Pick<AdaptOptions, 'answers' | 'typed'>,
  before?: Answers,
) {
  if (answers === undefined) {
    const { parameter = {}, variant = {}, optional = {} } = typed ?? {}
    const place = { file: template.file, line: 1, column: 1 }
    return judgeAnswers(template, { parameters: parameter, variants: variant, optional }, [], () => place, before)
  }
  const source = readText(filesOf(context), resolvePath(context.cwd, answers))
  if (source === undefined) throw new UsageError({ phrase: 'usage.no-answers', values: { file: answers } })
  return readAnswers(template, source, answers, before)
}

function ownerOf(context: Context, wanted: string | undefined): string {
  if (wanted === undefined) throw new UsageError({ phrase: 'usage.whose' })
  const { folder, known } = findOwner(context, wanted)
  if (!known)
    throw new UsageError({
      phrase: 'usage.no-such-organisation',
      values: { name: wanted, folder: join(requireWorkspace(context).root, 'policies') },
    })
  return folder
}

const nothing = (template: string, messages: readonly Message[], lang?: Language): Outcome<AdaptReport> => ({
  messages,
  ...(lang === undefined ? {} : { lang }),
  data: { schema: 'clausule/adapt@1', template, written: [], messages },
  text: (_paint, say) => say(NOTHING_WRITTEN),
  written: [],
})
