import { resolve } from 'node:path'
import { type Context, UsageError } from '../commands/context.js'
import { SUBJECTS, type Subject } from '../commands/formats.js'
import type { InitAnswers } from '../commands/init.js'
import { LANGUAGES, type Language } from '../model/index.js'
import type { Io } from './io.js'

/** What `init` is to make: what the options say, what a person at the terminal answers to the rest, and the defaults. */
export async function initAnswers(
  context: Context,
  folder: string | undefined,
  options: Readonly<Record<string, unknown>>,
  io: Io,
): Promise<InitAnswers> {
  const place = placeOf(context, folder, options.workspace)
  let { organisation, lang, subject, title } = options as Partial<Omit<InitAnswers, 'folder'>>
  if (io.terminal.in && io.terminal.out && options.yes !== true) {
    organisation ??= await io.ask('Name of the organisation: ')
    lang ??= await choose(io, 'Language of the policy', LANGUAGES, 'nl')
    if (title === undefined) {
      subject ??= await choose(io, 'Subject of the first policy', SUBJECTS, 'social-media')
      title = (await io.ask('Title of it (leave empty for the usual one): ')).trim() || undefined
    }
  }
  if (!organisation?.trim()) throw new UsageError('init needs --organisation NAME: the name of the school or foundation.')
  return {
    folder: place,
    organisation: organisation.trim(),
    ...(lang === undefined ? {} : { lang: lang satisfies Language }),
    ...(subject === undefined ? {} : { subject: subject satisfies Subject }),
    ...(title === undefined ? {} : { title }),
  }
}

/** The folder named, the workspace named, or the workspace the operator stands in; else the folder the operator stands in. */
function placeOf({ workspace, cwd }: Context, folder: string | undefined, named: unknown): string {
  if (named === undefined) return folder ?? workspace?.root ?? '.'
  if (folder !== undefined && resolve(cwd, folder) !== resolve(cwd, String(named))) {
    throw new UsageError(`Two folders are named, ${folder} and --workspace ${named}: name one.`)
  }
  return String(named)
}

/** Asks until the answer is one of the choices; an empty answer is the usual one. */
async function choose<T extends string>(io: Io, what: string, choices: readonly T[], usual: T): Promise<T> {
  for (;;) {
    const answer = (await io.ask(`${what}: ${choices.join(', ')} (${usual}): `)).trim().toLowerCase()
    const chosen = choices.find((choice) => choice === (answer || usual))
    if (chosen !== undefined) return chosen
  }
}
