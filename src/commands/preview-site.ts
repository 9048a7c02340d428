import { resolve } from 'node:path'
import { errorsIn } from '../model/index.js'
import { type Context, type Outcome, requireWorkspace } from '../secretariat/index.js'
import { outPath } from '../workspace/index.js'
import { makeSite } from './site.js'
import type { SiteOptions } from './site-setting.js'
import { refused, type Watching, type WatchOptions, type WatchReport, whileWatching } from './watch.js'

interface PreviewOptions extends Omit<SiteOptions, 'base' | 'strict'>, Watching {
  /** Shows what came of one making. */
  readonly show: WatchOptions['show']
}

/** Makes the site and serves it to this machine; makes it again whenever something it is made of changes, and has open pages load themselves anew. */
export async function previewSite(
  context: Context,
  { show, port, openFiles, say, stopped, ...options }: PreviewOptions,
): Promise<Outcome<WatchReport>> {
  const workspace = requireWorkspace(context)
  const folder = options.output === undefined ? outPath(workspace, 'site') : resolve(context.cwd, options.output)
  return whileWatching(context, folder, { port, openFiles, say, stopped }, async (now) => {
    const outcome = await makeSite(now, options).catch(refused)
    show(outcome)
    const { messages, lang, written } = outcome
    const errors = errorsIn(messages)
    const said = { phrase: 'preview.site-errors' } as const
    return {
      outcomes: written.length > 0 ? [outcome] : [],
      ...(errors.length === 0 ? {} : { unmade: { said, messages: errors, ...(lang && { lang }) } }),
    }
  })
}
