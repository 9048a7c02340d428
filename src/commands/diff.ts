import { basename, relative, resolve } from 'node:path'
import { hashPolicy, isSameBody } from '../decide/index.js'
import { append, type Message } from '../model/index.js'
import {
  presentChanges,
  presentConcordance,
  presentMemo,
  presentRedline,
  presentSideBySide,
  presentWasWordt,
} from '../papers/index.js'
import type { Report } from '../present/index.js'
import { render } from '../render/index.js'
import { renderText, TERMINAL } from '../render/text/index.js'
import {
  assetsOf,
  type ComparedVersions,
  type Context,
  chooseFormat,
  compareGiven,
  compareNamed,
  type DiffOnly,
  type DiffPaper,
  DOCUMENT_FORMATS,
  endingOf,
  type FormatName,
  filesOf,
  homeOf,
  isPrinted,
  langOf,
  type Outcome,
  outputPath,
  type Paper,
  presentTracked,
  print,
  publish,
  reportOn,
  type Signature,
  signatureOf,
  UsageError,
  versionsInName,
} from '../secretariat/index.js'
import { type Comparison, type ComparisonJson, toComparisonJson } from '../versions/index.js'
import { loadOrganisation, loadPolicy, type Output, outPath, proposals } from '../workspace/index.js'

export interface DiffOptions extends Signature {
  /** What `output` ends as, when absent; without either `text`, for the terminal. */
  readonly formats?: readonly FormatName[]
  /** What is shown; the changes alone as text, the whole redline in other formats when absent. JSON has one form. */
  readonly paper?: DiffPaper
  /** Where the result is written, in one format. Without, text, Markdown or JSON alone is printed; others go into `out/`, and so do several. */
  readonly output?: string
  /** Only the changes of this significance: of the changes alone and of JSON. Their summary still counts all. */
  readonly only?: DiffOnly
  /** Exit with 1 when something differs; with `only`, when such a change is there. */
  readonly exitCode?: boolean
  /** What changed since this body decided on one policy, instead of since its release. */
  readonly since?: string
}

/** What two versions can be shown as. */
export const PAPERS: Readonly<Record<DiffPaper, Paper>> = {
  changes: (comparison, setting) => presentChanges(comparison, setting),
  redline: presentTracked,
  clean: (comparison, setting) => presentRedline(comparison, setting, 'clean'),
  'side-by-side': presentSideBySide,
  'was-wordt': presentWasWordt,
  memo: presentMemo,
  concordance: presentConcordance,
}

/** Compares two versions, or the latest release of one policy with its working text. Seven or nine names are a call by git. */
export async function diffCommand(
  context: Context,
  names: readonly string[],
  options: DiffOptions = {},
): Promise<Outcome<ComparisonJson | { readonly schema: 'clausule/messages@1'; readonly messages: readonly Message[] }>> {
  if (names.length === 7 || names.length === 9) return byGit(context, names)
  const { output, formats: wanted = [] } = options
  if (output !== undefined && wanted.length > 1) throw new UsageError({ phrase: 'usage.output-one', values: { output } })
  const formats = wanted.length > 1 ? wanted : [chooseFormat(DOCUMENT_FORMATS, wanted[0], output) ?? 'text']
  const { value, messages } = compareNamed(context, options.since === undefined ? names : seenBy(context, names, options.since))
  if (!value) return { messages, data: { schema: 'clausule/messages@1', messages }, text: () => '', written: [] }
  const { only } = options
  const paperIn = (format: FormatName): DiffPaper =>
    options.paper ?? (format === 'text' || only !== undefined ? 'changes' : 'redline')
  const whole = formats.find((format) => format !== 'json' && paperIn(format) !== 'changes')
  if (only !== undefined && whole !== undefined) {
    throw new UsageError({ phrase: 'usage.only-paper', values: { paper: paperIn(whole) } })
  }
  const all = toComparisonJson(value.comparison)
  const data = only === undefined ? all : { ...all, clauses: all.clauses.filter(({ significance }) => significance === only) }
  const reportIn = (format: FormatName): Report => {
    const paper = paperIn(format)
    const changes: Paper = (comparison, setting) => presentChanges(comparison, setting, only)
    return { ...reportOn(value, paper === 'changes' ? changes : PAPERS[paper]), data: () => data }
  }
  const asked = options.exitCode ? { fails: isFound(value.comparison, only) } : {}
  const assets = assetsOf(context, langOf(value), signatureOf(context, value, options))
  const [first = 'text', ...others] = formats
  if (others.length === 0 && isPrinted(first) && output === undefined) {
    const made = await print(reportIn(first), first, assets)
    return { messages: [...messages, ...made.messages], lang: langOf(value), data, text: made.text, written: [], ...asked }
  }
  const { old, next } = value.comparison
  context.progress?.({ phrase: 'doing.comparing', values: { old: old.ref, next: next.ref } })
  const outputs: Output[] = []
  const found: Message[] = [...messages]
  for (const format of formats) {
    const made = await render(reportIn(format), format, assets)
    append(found, made.messages)
    const path = output === undefined ? defaultPath(context, value, format, paperIn(format)) : outputPath(context, output, names)
    outputs.push({ path, bytes: made.value })
  }
  // What could not be read whole is not published: a file that looks right and is not would be taken for the text.
  return {
    ...publish(context, { outputs, messages: found }),
    lang: langOf(value),
    data,
    ...asked,
  }
}

/** The words a body decided on, as they were put before it, and the working text; what it decided last stands there, or in a release. */
function seenBy(context: Context, names: readonly string[], body: string): readonly string[] {
  const [name = '', ...others] = names
  if (others.length > 0) throw new UsageError({ phrase: 'usage.since-one' })
  const loaded = loadPolicy(context.workspace, name, context.cwd, filesOf(context)).value
  const folder = loaded?.policy.metadata.organisation ?? loaded?.entry?.organisation
  const owner = context.workspace && folder !== undefined ? loadOrganisation(context.workspace, folder).value : undefined
  const { entry } = loaded ?? {}
  const releases = (entry?.releases ?? [])
    .toReversed()
    .flatMap(
      ({ version }) => loadPolicy(context.workspace, `${entry?.name}@${version}`, context.cwd, filesOf(context)).value ?? [],
    )
  const [approval] = [...(loaded ? [loaded] : []), ...releases].flatMap(
    ({ policy }) =>
      policy.metadata.approvals?.findLast(
        (each) => each.body !== undefined && isSameBody(each.body, body, owner?.organisation) && each.text !== undefined,
      ) ?? [],
  )
  if (approval?.text === undefined) throw new UsageError({ phrase: 'usage.since-nobody', values: { name, body } })
  const kept = [...releases, ...(entry ? proposals(filesOf(context), entry) : [])]
  const seen = kept.find(({ policy }) => hashPolicy(policy) === approval.text)
  if (!seen) throw new UsageError({ phrase: 'usage.since-gone', values: { body, hash: approval.text } })
  return [relative(context.cwd, seen.path), name]
}

/** Whether the texts differ; in changes of one significance where that is asked. */
const isFound = ({ entries, old, next, facts }: Comparison, only: DiffOnly | undefined): boolean =>
  only === undefined
    ? old.hash !== next.hash || facts.length > 0 || entries.some(({ significance }) => significance !== 'none')
    : entries.some(({ significance }) => significance === only)

function defaultPath(context: Context, versions: ComparedVersions, format: FormatName, paper: DiffPaper): string {
  const kind = paper === 'redline' ? '' : `-${paper}`
  const file = `${versions.name}-${versionsInName(versions)}${kind}.${endingOf(format)}`
  return outPath(homeOf(context), ...(versions.owner === undefined ? [] : [versions.owner]), file)
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
    const loaded =
      file === NOTHING
        ? undefined
        : loadPolicy(context.workspace, resolve(context.cwd, file), context.cwd, filesOf(context)).value
    if (file !== NOTHING && !loaded) throw new UsageError({ phrase: 'usage.git-unread', values: { file } })
    return loaded ? { ...loaded, ref } : { ref: NOTHING, path: basename(path) }
  }
  const versions = compareGiven(context, side(oldFile, oldHex), side(newFile, newHex), [])
  const document = presentChanges(versions.comparison, versions.setting)
  return {
    messages: [],
    data: toComparisonJson(versions.comparison),
    text: (paint) => `${paint('bold', `clausule diff ${path}`)}\n${renderText(document, { paint, width: TERMINAL })}`,
    written: [],
  }
}
