import { hasErrors, type Language, type Message } from '../model/index.js'
import type { Report } from '../present/index.js'
import { type Assets, type FormatName, render } from '../render/index.js'
import { type Paint, renderText, TERMINAL } from '../render/text/index.js'
import { defaultFonts, loadLayout, loadWording, type Output, showPath } from '../workspace/index.js'
import { type Context, homeOf, NOTHING_WRITTEN, type Say } from './context.js'

/** What a command wants written, with what was found on the way. */
export interface Making {
  readonly outputs: readonly Output[]
  readonly messages: readonly Message[]
  /** Say what would be written and write nothing. */
  readonly dryRun?: boolean
  /** The folder all of it lies in, where that is not the workspace. */
  readonly home?: string
  /** Files of before that go. */
  readonly gone?: readonly string[]
}

/** What became of it. */
export interface Published {
  readonly messages: readonly Message[]
  /** Absolute paths; empty when nothing was written. */
  readonly written: readonly string[]
  /** The same as messages and reports name them. */
  readonly shown: readonly string[]
  /** A line for each file, or that there is none. */
  readonly text: (paint: Paint, say: Say) => string
}

/**
 * Writes what a command made, all of it or nothing: with an error in any part, or two parts for one place, no file is touched. The one
 * way in which anything of ours reaches the disk under its final name.
 */
export function publish(context: Context, { outputs, messages: found, dryRun = false, gone = [], home }: Making): Published {
  const { root, files } = homeOf(context)
  const show = (path: string): string => showPath(context.workspace, path)
  const messages = [...found, ...collisions(outputs, show)]
  const write = !dryRun && !hasErrors(messages)
  const isChanged = (path: string) => /^(?:policies|templates)\//.test(show(path)) && files.kindOf(path) === 'file'
  const changed = new Set(outputs.flatMap(({ path }) => (write && isChanged(path) ? [path] : [])))
  if (write) files.write(home ?? root, outputs, gone)
  const written = write ? outputs.map(({ path }) => path) : []
  return {
    messages,
    written,
    shown: written.map(show),
    text: (paint, say) => {
      const wouldMake = dryRun ? outputs.map(({ path }) => say({ phrase: 'done.would-make', values: { path: show(path) } })) : []
      return (
        write ? written.map((path) => madeLine(show(path), paint, say, changed.has(path))) : [say(NOTHING_WRITTEN), ...wouldMake]
      ).join('\n')
    },
  }
}

/** That a file was made, or changed where people write in it. */
export const madeLine = (shown: string, paint: Paint, say: Say, changed = false): string =>
  `${paint('green', say({ phrase: changed ? 'done.changed-file' : 'done.made-file' }))} ${shown}`

/** Two outputs of one name would overwrite each other. */
function collisions(outputs: readonly Output[], show: (path: string) => string): Message[] {
  const taken = new Set<string>()
  const again = outputs.filter(({ path }) => taken.size === taken.add(path).size)
  return again.map(({ path }) => ({
    rule: 'file/collision',
    values: { path: show(path) },
    severity: 'error',
    place: { file: show(path), line: 1, column: 1 },
  }))
}

/** What renderers take from the workspace: its own layout and words where it has some. */
export const assetsOf = ({ workspace }: Context, lang: Language, signature?: Assets['signature']): Assets => ({
  wording: loadWording(workspace, lang),
  layout: () => loadLayout(workspace),
  fonts: defaultFonts,
  ...(signature ? { signature } : {}),
})

/** Formats that a terminal can show. */
export const isPrinted = (format: FormatName): boolean => format === 'text' || format === 'markdown' || format === 'json'

/** A report as a terminal shows it. Text is made when it is shown: with `--json` nobody sees it, and only then are colours known. */
export async function print(
  report: Report,
  format: FormatName,
  assets: Assets,
): Promise<{ readonly text: (paint: Paint) => string; readonly messages: readonly Message[] }> {
  if (format === 'text') {
    return { text: (paint) => renderText(report.document('summary'), { paint, width: TERMINAL }), messages: [] }
  }
  const { value, messages } = await render(report, format, assets)
  return { text: () => String(value).trimEnd(), messages }
}
