import { resolve } from 'node:path'
import type { InitAnswers } from '../commands/init.js'
import { LANGUAGES, type Language } from '../model/index.js'
import { type Context, UsageError } from '../secretariat/context.js'
import { type StarterSubject, SUBJECTS } from '../secretariat/formats.js'
import type { Session } from './verb.js'

/** What `init` is to make: what the options say, what a person at the terminal answers to the rest, and the defaults. */
export async function initAnswers(
  context: Context,
  folder: string | undefined,
  options: Readonly<Record<string, unknown>>,
  io: Session,
): Promise<InitAnswers> {
  const place = placeOf(context, folder, options.workspace)
  let { organisation, lang, subject, title } = options as Partial<Omit<InitAnswers, 'folder'>>
  if (io.terminal.in && io.terminal.out && options.yes !== true) {
    organisation ??= await named(io)
    lang ??= await choose(io, 'ask.language', LANGUAGES, context.reader?.usual ?? 'nl', (each) => each)
    if (title === undefined) {
      subject ??= await choose(io, 'ask.subject', SUBJECTS, 'social-media', (each) => io.say({ phrase: `ask.subject.${each}` }))
      title = (await io.ask(io.say({ phrase: 'ask.title' }))).trim() || undefined
    }
  }
  if (!organisation?.trim()) throw new UsageError({ phrase: 'usage.init-organisation' })
  return {
    folder: place,
    organisation: organisation.trim(),
    ...(lang === undefined ? {} : { lang: lang satisfies Language }),
    ...(subject === undefined ? {} : { subject: subject satisfies StarterSubject }),
    ...(title === undefined ? {} : { title }),
  }
}

/** The folder named, the workspace named, or the workspace the operator stands in; else the folder the operator stands in. */
function placeOf({ workspace, cwd }: Context, folder: string | undefined, named: unknown): string {
  if (named === undefined) return folder ?? workspace?.root ?? '.'
  if (folder !== undefined && resolve(cwd, folder) !== resolve(cwd, String(named))) {
    throw new UsageError({ phrase: 'usage.two-folders', values: { folder, workspace: String(named) } })
  }
  return String(named)
}

/** Times that a name is asked for. */
const TIMES = 3

/** The name of the organisation: an empty answer is none. */
async function named(io: Session): Promise<string> {
  const question = io.say({ phrase: 'ask.organisation' })
  let answer = await io.ask(question)
  for (let time = 1; answer.trim() === '' && time < TIMES; time++)
    answer = await io.ask(`${io.say({ phrase: 'ask.needed' })}\n${question}`)
  return answer
}

/** Asks until the answer is one of the choices, by its name or as options have it; an empty answer is the usual one. */
async function choose<T extends string>(
  io: Session,
  phrase: 'ask.language' | 'ask.subject',
  choices: readonly T[],
  usual: T,
  nameOf: (choice: T) => string,
): Promise<T> {
  const question = io.say({ phrase, values: { choices: choices.map(nameOf), usual: nameOf(usual) } })
  let said = ''
  for (;;) {
    const answer = (await io.ask(`${said}${question}`)).trim().toLowerCase() || usual
    const chosen = choices.find((choice) => choice === answer || nameOf(choice) === answer)
    if (chosen !== undefined) return chosen
    said = `${io.say({ phrase: 'ask.again', values: { answer } })}\n`
  }
}
