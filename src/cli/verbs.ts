import { LANGUAGES } from '../model/index.js'
import { UsageError } from '../secretariat/context.js'
import {
  DECISION_PAPERS,
  DIFF_ONLY,
  DIFF_PAPERS,
  DOCUMENT_FORMATS,
  type FormatName,
  IMPORT_CHANGES,
  LINT_FORMATS,
  SUBJECTS,
  TABLE_FORMATS,
} from '../secretariat/formats.js'
import { openDisk } from '../workspace/index.js'
import { given, names, type Options, portOf, text, type Verb } from './verb.js'
import { ROUTE_VERBS } from './verbs-route.js'
import { SITE_VERBS } from './verbs-site.js'
import { TEMPLATE_VERBS } from './verbs-templates.js'

const SIGNATURE: Verb['options'] = [
  ['--author <name>', 'whose the tracked changes in Word are'],
  ['--date <date>', 'the date of the tracked changes, YYYY-MM-DD'],
]

export const VERBS: readonly Verb[] = [
  {
    name: 'init',
    usage: 'init [folder]',
    description: 'make a workspace, or add an organisation to one',
    example: 'clausule init beleid --organisation "Basisschool De Linde" --yes',
    options: [
      ['--organisation <name>', "the organisation's full name"],
      ['--lang <language>', 'the language of the first policy (default: nl)', LANGUAGES],
      ['--subject <subject>', 'what the first policy is about (default: what its title says)', SUBJECTS],
      ['--title <title>', 'the title of the first policy (default: what its subject is called)'],
      ['--yes', 'ask nothing: take what is given and the defaults'],
    ],
    run: async (context, [folder], options, io) => {
      const [{ init }, { initAnswers }] = await Promise.all([import('../commands/init.js'), import('./init-answers.js')])
      return init(context, await initAnswers(context, text(folder), options, io))
    },
  },
  {
    name: 'new',
    usage: 'new <policy>',
    description: 'add a policy, by its name or its title, with a draft on its subject',
    example: 'clausule new "Protocol schoolverzuim"',
    options: [
      ['--title <title>', 'the title (default: what its subject is called)'],
      ['--subject <subject>', 'what it is about (default: what its title or name says)', SUBJECTS],
      ['--organisation <name>', "the organisation's folder or full name (default: the only one)"],
      ['--lang <language>', "its language (default: that of the organisation's other policies)", LANGUAGES],
      ['--yes', 'ask nothing, which it never does: for scripts that say so to `init` too'],
    ],
    run: async (context, [wanted], options) =>
      (await import('../commands/new.js')).newPolicy(
        context,
        String(wanted),
        given(options, ['title', 'subject', 'organisation', 'lang']),
      ),
  },
  {
    name: 'import',
    usage: 'import <files...>',
    description: 'bring in Word, PDF, OpenDocument, web or text files, with a receipt that accounts for every word',
    example: 'clausule import protocol.docx --organisation "Basisschool De Linde"',
    options: [
      ['--organisation <name>', "the organisation's folder or full name; it is made when it is not there"],
      ['--as <name>', "the policy's name (default: made of its title)"],
      ['--subject <name>', "the policy's name in every organisation, for files of several: each goes to the one it names"],
      ['--into <name>', 'make the file another version of this policy'],
      ['--changes <choice>', 'what to do with tracked changes (default: accept); both makes two versions', IMPORT_CHANGES],
      ['--as-template', 'read it as a model that others fill in: its blanks, choices and advice become those of a template'],
      ['--dry-run', 'say what would be written and write nothing'],
      ['--accept-loss', 'write the policy although words of the source are not in it as they stood'],
    ],
    run: async (context, [files], options) => {
      const { importFiles } = await import('../commands/import.js')
      const flags = {
        dryRun: options.dryRun === true,
        acceptLoss: options.acceptLoss === true,
        asTemplate: options.asTemplate === true,
      }
      return importFiles(context, names(files), {
        ...given(options, ['organisation', 'as', 'subject', 'into', 'changes']),
        ...flags,
      })
    },
  },
  ...TEMPLATE_VERBS,
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
    options: [
      ['--format <format>', 'how to give the messages (default: text)', LINT_FORMATS],
      ['--strict', 'let warnings fail as errors do'],
      ['--fix', 'mend what can only be meant otherwise, and write missing ids, in texts that nobody decided on yet'],
      ['--dry-run', 'with --fix: say what would be mended and write nothing'],
    ],
    run: async (context, [wanted], options) => {
      const { lint } = await import('../commands/lint.js')
      return lint(context, names(wanted), {
        ...given(options, ['format']),
        strict: options.strict === true,
        fix: options.fix === true,
        dryRun: options.dryRun === true,
      })
    },
  },
  {
    name: 'explain',
    usage: 'explain [rule]',
    description: 'explain a rule that a message names: right, wrong, how to mend; all rules when none is named',
    example: 'clausule explain id/missing',
    options: [],
    run: async (context, [rule]) => (await import('../commands/explain.js')).explain(context, text(rule)),
  },
  {
    name: 'ids',
    usage: 'ids [names...]',
    description: 'give every clause without an id one, and write the files in canonical style',
    example: 'clausule ids allure/social-media --dry-run',
    options: [['--dry-run', 'say what would be written and write nothing']],
    run: async (context, [wanted], options) =>
      (await import('../commands/ids.js')).ids(context, names(wanted), { dryRun: options.dryRun === true }),
  },
  {
    name: 'build',
    usage: 'build [names...]',
    description: 'publish policies into out/; all of them when none is named',
    example: 'clausule build allure/social-media --format pdf',
    options: [
      ['--format <formats>', 'what to make, one or more parted by commas (default: pdf)', DOCUMENT_FORMATS, 'several'],
      ['--paper <paper>', 'the resolution to adopt a policy, or the notice of a release, instead of the policy', DECISION_PAPERS],
    ],
    run: async (context, [wanted], options) => {
      const { build } = await import('../commands/build.js')
      const formats = (options.format as readonly FormatName[] | undefined) ?? ['pdf']
      return build(context, names(wanted), { formats, ...given(options, ['paper']) })
    },
  },
  {
    name: 'watch',
    usage: 'watch [names...]',
    description: 'build policies, and again whenever they change; look at them in a browser, where pages load themselves anew',
    example: 'clausule watch allure/social-media',
    options: [
      ['--format <formats>', 'what to make, one or more parted by commas (default: pdf,html)', DOCUMENT_FORMATS, 'several'],
      ['--port <number>', 'the port of the preview on this machine (default: any that is free)'],
    ],
    run: async (context, [wanted], options, session) => {
      if (!session.stopped) throw new UsageError({ phrase: 'usage.watch-unstoppable' })
      const { watchPolicies } = await import('../commands/watch.js')
      return watchPolicies(context, names(wanted), {
        formats: (options.format as readonly FormatName[] | undefined) ?? ['pdf', 'html'],
        port: portOf(options.port),
        openFiles: openDisk,
        show: session.show,
        say: (phrase) => session.err(`${session.say(phrase)}\n`),
        stopped: session.stopped(),
      })
    },
  },
  {
    name: 'diff',
    usage: 'diff <names...>',
    description: 'show what changed between two versions: OLD NEW, or one policy for its latest release against its working text',
    example: 'clausule diff allure/social-media@1.0.0 allure/social-media --format html',
    options: [
      [
        '--format <formats>',
        'what to make, one or more parted by commas (default: what --output ends as, else text)',
        DOCUMENT_FORMATS,
        'several',
      ],
      ['--paper <paper>', 'what to show (default: changes as text, the changes in the text elsewhere)', DIFF_PAPERS],
      ['--output <file>', 'where to write it (default: the terminal, or out/)'],
      ['--only <significance>', 'only the changes of this significance, as text or JSON', DIFF_ONLY],
      ['--since <body>', 'what changed since this body decided, for one policy'],
      ['--exit-code', 'exit with 1 when something differs; with --only, when there is such a change'],
      ...SIGNATURE,
    ],
    run: async (context, [wanted], options) => {
      const { diffCommand } = await import('../commands/diff.js')
      return diffCommand(context, names(wanted), {
        ...(options.format === undefined ? {} : { formats: options.format as readonly FormatName[] }),
        ...given(options, ['paper', 'output', 'only', 'exitCode', 'since']),
        ...signature(options),
      })
    },
  },
  {
    name: 'board-pack',
    usage: 'board-pack <names...>',
    description:
      'make the papers a board decides on: memo, table of changes, changes in the text, table of numbers, page, Word file and data',
    example: 'clausule board-pack allure/social-media@1.0.0 allure/social-media',
    options: SIGNATURE,
    run: async (context, [wanted], options) =>
      (await import('../commands/board-pack.js')).boardPack(context, names(wanted), signature(options)),
  },
  ...ROUTE_VERBS,
  ...SITE_VERBS,
  {
    name: 'compare',
    usage: 'compare [names...]',
    description: 'show whose rules differ, and on what; all policies of the workspace when none is named',
    example: 'clausule compare --reference allure/social-media --format html',
    options: [
      ['--format <format>', 'what to make (default: what --output ends as, else text)', TABLE_FORMATS],
      ['--reference <name>', 'the policy the others are held against (default: all with all)'],
      ['--for <name>', 'tell where this policy stands apart from the others, or from the reference'],
      ['--propose', 'write rows that nobody judged yet to policies/concordance.yaml, the least sure first'],
      ['--output <file>', 'where to write it (default: the terminal, or out/comparison/)'],
    ],
    run: async (context, [wanted], options) => {
      const { compareCommand } = await import('../commands/compare.js')
      return compareCommand(context, names(wanted), given(options, ['format', 'reference', 'for', 'propose', 'output']))
    },
  },
  {
    name: 'check',
    usage: 'check [files...]',
    description: 'check PDFs that Clausule made: tags, links, fonts, archive; all of out/ when none is named',
    example: 'clausule check out/allure/social-media-1.1.0.pdf',
    options: [],
    run: async (context, [wanted]) => (await import('../commands/check.js')).check(context, names(wanted)),
  },
  {
    name: 'completion',
    usage: 'completion <shell>',
    description: 'print a script with which a shell completes commands, options, policies, rules and files: bash, zsh or fish',
    example: 'clausule completion bash >> ~/.bashrc',
    options: [],
    run: async (_context, [shell]) => {
      const { completionScript, SHELLS } = await import('./completion.js')
      const known = SHELLS.find((each) => each === shell)
      if (!known) throw new UsageError({ phrase: 'usage.shell', values: { shell: String(shell), known: SHELLS } })
      const script = completionScript(known, VERBS)
      const data = { schema: 'clausule/completion@1', shell: known, script }
      return { messages: [], data, text: () => script.trimEnd(), written: [] }
    },
  },
]

const signature = (options: Options) => given(options, ['author', 'date'])
