import { resolve } from 'node:path'
import { CommanderError } from 'commander'
import { errorsIn, hasErrors, LANGUAGES, type Language, type Message } from '../model/index.js'
import type { Wording } from '../present/index.js'
import { phraseOf, wordMessage } from '../present/messages/index.js'
import { jsonPieces } from '../render/json/index.js'
import { clean, type Paint } from '../render/text/index.js'
import type { Context, Outcome, Say } from '../secretariat/context.js'
import { NOTHING_WRITTEN, readersLanguage, Stopped, sayIn, UsageError } from '../secretariat/context.js'
import { fileProblem, findWorkspace, loadWording, openDisk, showPath, type Workspace } from '../workspace/index.js'
import { describedIn, EVERY, nameOf, PROGRAM } from './described.js'
import type { Io } from './io.js'
import { usualLanguage } from './language.js'
import { countMessages, formatMessages } from './messages.js'
import { createPaint, harmless } from './paint.js'
import { createProgress } from './progress.js'
import { isMissingFile, unquoted } from './quotes.js'
import { choosing, SpokenCommand } from './spoken.js'
import type { Verb } from './verb.js'
import { VERBS } from './verbs.js'

export const EXIT = { fine: 0, findings: 1, usage: 2, fault: 3, stopped: 130 } as const

/** Runs the command line. Returns the exit code: 0 fine, 1 findings in the input, 2 wrong usage, 130 stopped. */
export async function runProgram(given: readonly string[], io: Io, version: string): Promise<number> {
  // What other programs answer to.
  const argv = given[0] === 'help' ? [...given.slice(1), '--help'] : given
  let code: number = EXIT.fine
  const lang = readerOf(argv, io)
  const words = describedIn(argv.length === 0 || argv.some((word) => word === '--help' || word === '-h') ? lang : undefined)
  let spoken: Say | undefined
  const say: Say = (phrase) => {
    spoken ??= sayIn(lang)
    return spoken(phrase)
  }
  const program = new SpokenCommand('clausule', say)
    .description(words('program', PROGRAM))
    .version(version, '-V, --version', words('every.--version', 'print the version'))
    .helpOption('-h, --help', words('every.--help', 'print help'))
    .helpCommand(false)
    .configureOutput({ writeOut: io.out, writeErr: (words) => io.err(clean(words)) })
    .exitOverride()
  for (const verb of VERBS) {
    const command = program.command(verb.usage).description(words(verb.name, verb.description))
    for (const [flags, description, choices, amount] of verb.options) {
      const shown = words(`${verb.name}.${nameOf(flags)}`, description)
      if (choices) command.addOption(choosing(flags, shown, choices, amount === 'several'))
      else command.option(flags, shown)
    }
    for (const [flags, description, choices] of EVERY) {
      // A verb that makes a text asks for its language, and speaks it too.
      if (verb.options.some(([own]) => nameOf(own) === nameOf(flags))) continue
      const shown = words(`every.${nameOf(flags)}`, description)
      if (choices) command.addOption(choosing(flags, shown, choices))
      else command.option(flags, shown)
    }
    command
      .addHelpText('after', () => `\n${say({ phrase: 'help.example' })}\n  $ ${verb.example}`)
      .exitOverride()
      .action(async (...args: unknown[]) => {
        const options = args.at(-2) as Record<string, unknown>
        code = await perform(verb, args.slice(0, -2), options, io)
      })
  }
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage
    if (!(error instanceof UsageError)) throw error
    io.err(`${say({ phrase: 'usage.error' })} ${clean(say(error.said))}\n`)
    return EXIT.usage
  }
}

/** The language of what is said before a command runs: the one asked for, else that of the system. */
function readerOf(argv: readonly string[], io: Io): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length)
  return LANGUAGES.find((each) => each === asked) ?? usualLanguage(io) ?? 'en'
}

async function perform(verb: Verb, args: readonly unknown[], options: Record<string, unknown>, io: Io): Promise<number> {
  const { cwd, files = openDisk() } = io
  const asked = options.lang as Language | undefined
  const usual = usualLanguage(io)
  const reader = { ...(asked && { asked }), ...(usual && { usual }) }
  // What is about no text is said in the language of its reader.
  let spoken: Say | undefined
  const say: Say = (phrase) => {
    spoken ??= sayIn(readersLanguage(context, undefined), context.workspace)
    return spoken(phrase)
  }
  const progress = createProgress(io, say)
  let context: Context = { cwd, files, reader, progress: progress.show }
  const run = async (): Promise<Outcome<unknown>> => {
    const named = options.workspace === undefined ? undefined : resolve(cwd, String(options.workspace))
    const workspace = findWorkspace(cwd, named, files)
    if (named !== undefined && !workspace && verb.name !== 'init') {
      throw new UsageError({ phrase: 'usage.not-workspace', values: { folder: named } })
    }
    if (workspace) context = { ...context, workspace }
    return verb.run(context, args, options, { ...spokenOn(io), show, say })
  }
  const shown: Shown = { json: options.json === true, quiet: options.quiet === true }
  // With --json one value is printed: the last one.
  const show = (outcome: Outcome<unknown>) => void (shown.json || report(outcome, context, shown, io))
  const hint = () => unquoted(args, cwd, files)
  try {
    return await conclude(hinted(await run().finally(progress.done), hint), context, shown, io)
  } catch (error) {
    return refusal(error, say, hint, io) ?? conclude(refused(error, context.workspace), context, shown, io)
  }
}

/** What a verb says and asks of its own accord: words of files, names and answers among it. */
function spokenOn(io: Io): Io {
  const { askSecretly } = io
  return {
    ...io,
    err: (words) => io.err(clean(words)),
    ask: (question) => io.ask(clean(question)),
    ...(askSecretly && { askSecretly: (question) => askSecretly(clean(question)) }),
  }
}

/** What the system refuses is a finding like any other: a message, exit code 1, and no stack. */
function refused(error: unknown, workspace: Workspace | undefined): Outcome<unknown> {
  const problem = fileProblem(error)
  if (!problem) throw error
  const place = { file: showPath(workspace, problem.path), line: 1, column: 1 }
  const messages: Message[] = [{ rule: 'file/system', ...problem.said, severity: 'error', place }]
  const text = (_paint: Paint, say: Say) => (problem.nothingWritten ? say(NOTHING_WRITTEN) : '')
  return { messages, data: { schema: 'clausule/messages@1', messages }, text, written: [] }
}

/** Wrong usage, and that the operator walked away, are said to them: the exit code. Anything else is for who calls. */
function refusal(error: unknown, say: Say, hintFor: () => string | undefined, io: Io): number | undefined {
  if (error instanceof Stopped) {
    io.err(`\n${say({ phrase: 'done.stopped' })} ${say(NOTHING_WRITTEN)}\n`)
    return EXIT.stopped
  }
  if (!(error instanceof UsageError)) return undefined
  const file = hintFor()
  const hint = file === undefined ? '' : `\n${say({ phrase: 'hint.quotes', values: { file } })}`
  io.err(`${say({ phrase: 'usage.error' })} ${clean(`${say(error.said)}${hint}`)}\n`)
  return EXIT.usage
}

/** The outcome, with a hint at the last name that was not found. */
function hinted(outcome: Outcome<unknown>, hintFor: () => string | undefined): Outcome<unknown> {
  const last = outcome.messages.findLast(({ rule }) => isMissingFile(rule))
  const file = last && hintFor()
  if (file === undefined) return outcome
  const note = { phrase: 'hint.quotes', values: { file } } as const
  return {
    ...outcome,
    messages: outcome.messages.map((message) => (message === last ? ({ ...message, note } as Message) : message)),
  }
}

interface Shown {
  readonly json: boolean
  /** Warnings and remarks as a number only. */
  readonly quiet: boolean
}

/** Prints an outcome, in one form or the other. A reader that is slower than we are is waited for: what it has not taken would be held. */
async function conclude(outcome: Outcome<unknown>, context: Context, shown: Shown, io: Io): Promise<number> {
  const pieces = shown.json ? jsonPieces(worded(outcome.data, wordingFor(outcome, context))) : outcome.pieces?.()
  for (const piece of pieces ?? []) {
    // An escape of JSON is what `clean` writes for a control character.
    io.out(clean(piece))
    await io.taken?.()
  }
  return report(outcome, context, shown, io)
}

const wordingFor = ({ lang }: Outcome<unknown>, context: Context): Wording =>
  loadWording(context.workspace, readersLanguage(context, lang))

function report(outcome: Outcome<unknown>, context: Context, { json, quiet }: Shown, io: Io): number {
  const { messages, fails, listed: elsewhere, text, pieces } = outcome
  const wording = wordingFor(outcome, context)
  if (!json && !pieces) {
    const shown = text(createPaint(io, io.terminal.out), (phrase) => phraseOf(phrase, wording))
    if (shown !== '') io.out(`${harmless(shown)}\n`)
  }
  if (messages.length > 0 && !(elsewhere && !json)) {
    const listed = quiet ? errorsIn(messages) : messages
    const list = listed.length > 0 ? `${formatMessages(listed, wording, createPaint(io, io.terminal.err))}\n\n` : ''
    const folded = listed.length < messages.length ? ` ${wording('severity.folded')}` : ''
    io.err(`${harmless(list)}${countMessages(messages, wording)}${folded}\n`)
  }
  return fails || hasErrors(messages) ? EXIT.findings : EXIT.fine
}

/** A value as it is printed: its messages in words. */
function worded(data: unknown, wording: Wording): unknown {
  const { messages } = data as { readonly messages?: readonly Message[] }
  return messages ? { ...(data as object), messages: messages.map((message) => wordMessage(message, wording)) } : data
}
