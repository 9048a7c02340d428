import { basename, resolve } from 'node:path'
import { type ComparisonJson, toComparisonJson } from '../compare/versions/index.js'
import { hasErrors, type Message } from '../model/index.js'
import {
  type Document,
  presentChanges,
  presentConcordance,
  presentMemo,
  presentRedline,
  presentSideBySide,
  presentWasWordt,
} from '../present/index.js'
import { renderMarkdown } from '../render/markdown/index.js'
import { type Paint, renderText } from '../render/text/index.js'
import { loadPolicy, outPath, showPath, writeOutputs } from '../workspace/index.js'
import { type Context, type Outcome, outputPath, UsageError } from './context.js'
import { chooseFormat, DIFF_FORMATS, type DiffFormat, type DiffPaper, endingOf } from './formats.js'
import {
  type ComparedVersions,
  compareGiven,
  compareNamed,
  renderPage,
  renderPress,
  renderWord,
  type Signature,
  versionsInName,
} from './versions.js'

export interface DiffOptions extends Signature {
  /** What `output` ends as, when absent; without either `text`, for the terminal. */
  readonly format?: DiffFormat
  /** What is shown; the changes alone as text, the whole redline in other formats when absent. Word and JSON have one form. */
  readonly paper?: DiffPaper
  /** Where the result is written. Without, text, Markdown and JSON are printed; others go into `out/`. */
  readonly output?: string
}

/** Columns of the terminal: longer lines are folded by it. */
const WIDTH = 100

const PAPERS: Readonly<Record<DiffPaper, (versions: ComparedVersions) => Document>> = {
  changes: ({ comparison, setting }) => presentChanges(comparison, setting),
  redline: ({ comparison, setting }) => presentRedline(comparison, setting),
  clean: ({ comparison, setting }) => presentRedline(comparison, setting, 'clean'),
  'side-by-side': ({ comparison, setting }) => presentSideBySide(comparison, setting),
  'was-wordt': ({ comparison, setting }) => presentWasWordt(comparison, setting),
  memo: ({ comparison, setting }) => presentMemo(comparison, setting),
  concordance: ({ comparison, setting }) => presentConcordance(comparison, setting),
}

/** Compares two versions, or the latest release of one policy with its working text. Seven or nine names are a call by git. */
export async function diffCommand(
  context: Context,
  names: readonly string[],
  options: DiffOptions = {},
): Promise<Outcome<ComparisonJson | { readonly schema: 'clausule/messages@1'; readonly messages: readonly Message[] }>> {
  if (names.length === 7 || names.length === 9) return byGit(context, names)
  const { output } = options
  const format = chooseFormat(DIFF_FORMATS, options.format, output) ?? 'text'
  const { value, messages } = compareNamed(context, names)
  if (!value) return { messages, data: { schema: 'clausule/messages@1', messages }, text: () => '', written: [] }
  const { paper = format === 'text' ? 'changes' : 'redline' } = options
  const data = toComparisonJson(value.comparison)
  const printed = format === 'text' || format === 'markdown' || format === 'json'
  if (printed && output === undefined) {
    const made = textual(value, format, paper)
    return { messages: [...messages, ...made.messages], data, text: made.text, written: [] }
  }

  const made = printed
    ? { ...textual(value, format, paper), bytes: textual(value, format, paper).text((_style, words) => words) }
    : await filed(context, value, format, paper, options)
  const all = [...messages, ...made.messages]
  const path = output === undefined ? defaultPath(context, value, format, paper) : outputPath(context, output, names)
  // What could not be read whole is not published: a file that looks right and is not would be taken for the text.
  const write = !hasErrors(all)
  if (write) writeOutputs([{ path, bytes: typeof made.bytes === 'string' ? made.bytes.replace(/\n*$/, '\n') : made.bytes }])
  return {
    messages: all,
    data,
    text: (paint) => (write ? `${paint('green', 'made')} ${showPath(context.workspace, path)}` : 'Nothing was written.'),
    written: write ? [path] : [],
  }
}

function textual(
  versions: ComparedVersions,
  format: 'text' | 'markdown' | 'json',
  paper: DiffPaper,
): { readonly text: (paint: Paint) => string; readonly messages: readonly Message[] } {
  if (format === 'json') return { text: () => JSON.stringify(toComparisonJson(versions.comparison), null, 2), messages: [] }
  const { comparison, setting } = versions
  // CriticMarkup can be accepted and rejected, so it holds both texts in full.
  const whole = format === 'markdown' && paper === 'redline'
  const document = () => (whole ? presentRedline(comparison, setting, 'complete') : PAPERS[paper](versions))
  // Made when it is shown: with --json nobody sees it.
  if (format === 'text') return { text: (paint) => renderText(document(), { paint, width: WIDTH }), messages: [] }
  const { value, messages } = renderMarkdown(document(), { wording: setting.wording })
  return { text: () => value, messages }
}

async function filed(
  context: Context,
  versions: ComparedVersions,
  format: 'html' | 'pdf' | 'docx',
  paper: DiffPaper,
  signature: Signature,
): Promise<{ bytes: string | Uint8Array; messages: readonly Message[] }> {
  context.progress?.(`Comparing ${versions.comparison.old.ref} with ${versions.comparison.next.ref}`)
  const document = () => PAPERS[paper](versions)
  const { value, messages } =
    format === 'docx'
      ? await renderWord(versions, signature)
      : format === 'pdf'
        ? await renderPress(document())
        : renderPage(context, document(), versions.setting.wording)
  return { bytes: value, messages }
}

function defaultPath({ workspace, cwd }: Context, versions: ComparedVersions, format: DiffFormat, paper: DiffPaper): string {
  const kind = paper === 'redline' || format === 'docx' ? '' : `-${paper}`
  const file = `${versions.name}-${versionsInName(versions)}${kind}.${endingOf(format)}`
  return outPath(workspace ?? { root: cwd, cwd }, ...(versions.owner === undefined ? [] : [versions.owner]), file)
}

/** Nothing on one side: the file is new, or gone. */
const NOTHING = '/dev/null'

/**
 * As git's diff driver: `path old-file old-hex old-mode new-file new-hex new-mode`, and two more for a file that was renamed. Findings
 * are left to `lint`: a driver that ends with an error stops git's whole output.
 */
function byGit(context: Context, names: readonly string[]): Outcome<ComparisonJson> {
  const [path = '', oldFile = '', oldHex = '', , newFile = '', newHex = ''] = names
  const side = (file: string, hex: string) => {
    const ref = /^0*$|^\.$/.test(hex) ? path : `${path}@git:${hex.slice(0, 7)}`
    const loaded = file === NOTHING ? undefined : loadPolicy(context.workspace, resolve(context.cwd, file), context.cwd).value
    if (file !== NOTHING && !loaded) throw new UsageError(`git named ${file}, which cannot be read.`)
    return loaded ? { ...loaded, ref } : { ref: NOTHING, path: basename(path) }
  }
  const versions = compareGiven(context, side(oldFile, oldHex), side(newFile, newHex), [])
  const document = presentChanges(versions.comparison, versions.setting)
  return {
    messages: [],
    data: toComparisonJson(versions.comparison),
    text: (paint) => `${paint('bold', `clausule diff ${path}`)}\n${renderText(document, { paint, width: WIDTH })}`,
    written: [],
  }
}
