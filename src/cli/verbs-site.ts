import { UsageError } from '../secretariat/context.js'
import { openDisk } from '../workspace/index.js'
import { given, portOf, text, type Verb } from './verb.js'

/** The verbs that show policies in a browser: on the web, or on this machine. */
export const SITE_VERBS: readonly Verb[] = [
  {
    name: 'site',
    usage: 'site',
    description: 'make a website of the workspace: every policy, version and comparison at an address that stays',
    example: 'clausule site --base https://beleid.example.org/',
    options: [
      ['--output <folder>', 'where to make it (default: out/site)'],
      ['--base <url>', 'where it will stand: gives whole addresses to search engines, feeds and the site map'],
      ['--title <title>', 'what it is called (default: the organisation, where there is one)'],
      ['--drafts', 'drafts and proposals too, marked as such'],
      ['--strict', 'make nothing when a policy cannot be shown'],
    ],
    run: async (context, _, options) =>
      (await import('../commands/site.js')).makeSite(context, given(options, ['output', 'base', 'title', 'drafts', 'strict'])),
  },
  {
    name: 'preview',
    usage: 'preview',
    description: 'look at the site in a browser of this machine; it is made again whenever a text changes',
    example: 'clausule preview --drafts',
    options: [
      ['--output <folder>', 'where the site is made (default: out/site)'],
      ['--title <title>', 'what it is called (default: the organisation, where there is one)'],
      ['--drafts', 'drafts and proposals too, marked as such'],
      ['--port <number>', 'the port on this machine (default: any that is free)'],
    ],
    run: async (context, _, options, session) => {
      if (!session.stopped) throw new UsageError({ phrase: 'usage.watch-unstoppable' })
      const { previewSite } = await import('../commands/preview-site.js')
      return previewSite(context, {
        ...given(options, ['output', 'title', 'drafts']),
        port: portOf(options.port),
        openFiles: openDisk,
        show: session.show,
        say: (phrase) => session.err(`${session.say(phrase)}\n`),
        stopped: session.stopped(),
      })
    },
  },
  {
    name: 'desk',
    usage: 'desk [folder]',
    description: 'write, compare, decide and publish in a browser of this machine, without a terminal',
    example: 'clausule desk beleid',
    options: [
      ['--port <number>', 'the port on this machine (default: any that is free)'],
      ['--no-open', 'open no browser: only say the address'],
    ],
    run: async (context, [folder], options, session) => {
      if (!session.stopped) throw new UsageError({ phrase: 'usage.watch-unstoppable' })
      const { runDesk } = await import('./desk.js')
      return runDesk(
        context,
        text(folder),
        { port: portOf(options.port), open: options.open !== false },
        session,
        session.stopped(),
      )
    },
  },
]
