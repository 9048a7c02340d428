import type { Context, Outcome } from '../commands/context.js'
import { UsageError } from '../commands/context.js'
import type { Io } from './io.js'

type Options = Readonly<Record<string, unknown>>

/** One command of the command line. Its code is loaded when it is run, so that none pays for another. */
export interface Verb {
  readonly name: string
  /** The name with its arguments, as commander reads them. */
  readonly usage: string
  readonly description: string
  readonly example: string
  readonly options: readonly (readonly [flags: string, description: string, choices?: readonly string[]])[]
  readonly run: (context: Context, args: readonly unknown[], options: Options, io: Io) => Promise<Outcome<unknown>>
}

const names = (value: unknown): string[] => (value as string[] | undefined) ?? []
const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value))

export const VERBS: readonly Verb[] = [
  {
    name: 'init',
    usage: 'init [folder]',
    description: 'make a workspace, or add an organisation to one',
    example: 'clausule init beleid --organisation "Basisschool De Linde" --yes',
    options: [
      ['--organisation <name>', "the organisation's full name"],
      ['--title <title>', 'the title of the first policy'],
      ['--yes', 'ask nothing: take what is given and the defaults'],
    ],
    run: async (context, [folder], options, io) => {
      const { init } = await import('../commands/init.js')
      let organisation = text(options.organisation)
      let title = text(options.title)
      if (io.terminal.in && io.terminal.out && options.yes !== true) {
        organisation ??= (await io.ask('Name of the organisation: ')).trim()
        title ??= (await io.ask('Title of the first policy (Protocol sociale media): ')).trim() || undefined
      }
      if (!organisation) throw new UsageError('init needs --organisation NAME: the name of the school or foundation.')
      return init(context, { folder: text(folder) ?? '.', organisation, ...(title === undefined ? {} : { title }) })
    },
  },
  {
    name: 'list',
    usage: 'list',
    description: 'show the policies of the workspace with their versions',
    example: 'clausule list',
    options: [],
    run: async (context) => (await import('../commands/list.js')).list(context),
  },
  {
    name: 'lint',
    usage: 'lint [names...]',
    description: 'judge policies: ids, references, numbers, terms, dates, blanks; all of them when none is named',
    example: 'clausule lint allure/social-media',
    options: [],
    run: async (context, [wanted]) => (await import('../commands/lint.js')).lint(context, names(wanted)),
  },
  {
    name: 'ids',
    usage: 'ids [names...]',
    description: 'give every clause without an id one, and write the files in canonical style',
    example: 'clausule ids allure/social-media --dry-run',
    options: [['--dry-run', 'say what would be written and write nothing']],
    run: async (context, [wanted], options) => (await import('../commands/ids.js')).ids(context, names(wanted), { dryRun: options.dryRun === true }),
  },
  {
    name: 'build',
    usage: 'build [names...]',
    description: 'publish policies into out/; all of them when none is named',
    example: 'clausule build allure/social-media --format pdf',
    options: [['--format <format>', 'what to make (default: pdf)', ['pdf', 'html', 'markdown', 'json']]],
    run: async (context, [wanted], options) => {
      const { build } = await import('../commands/build.js')
      return build(context, names(wanted), { format: (text(options.format) ?? 'pdf') as 'pdf' })
    },
  },
]
