import { join } from 'node:path'
import { hasErrors, type Message, type Phrase } from '../model/index.js'
import type { Report } from '../present/index.js'
import { matrixLabels, presentMatrix, presentOutlier, presentSheets } from '../present/schools/index.js'
import { render } from '../render/index.js'
import type { Paint } from '../render/text/index.js'
import {
  type MatrixJson,
  mayWrite,
  newProposals,
  type OutlierJson,
  parseConcordance,
  toMatrixJson,
  toOutlierJson,
  withProposals,
} from '../schools/index.js'
import { type Loaded, loadPolicy, type Output, outPath, readText, showPath } from '../workspace/index.js'
import {
  type Context,
  filesOf,
  homeOf,
  NOTHING_WRITTEN,
  type Outcome,
  outputPath,
  requireWorkspace,
  type Say,
  UsageError,
} from './context.js'
import { chooseFormat, DOCUMENT_FORMATS, endingOf, type FormatName, TABLE_FORMATS } from './formats.js'
import { assetsOf, isPrinted, madeLine, print, publish } from './publish.js'
import { type ComparedSchools, compareLoaded } from './schools.js'
import { selectPolicies } from './select.js'

export interface CompareOptions {
  /** What `output` ends as, when absent; without either `text`, a summary for the terminal. */
  readonly format?: FormatName
  /** The policy the others are held against; without, all are compared with all. */
  readonly reference?: string
  /** The policy of which is told where it stands apart, in the place of the comparison of all. */
  readonly for?: string
  /** Adds rows that nobody judged yet to `policies/concordance.yaml`, the least sure first. */
  readonly propose?: boolean
  /** Where the result is written. Without, text, Markdown and JSON are printed; others go into `out/comparison/`. */
  readonly output?: string
}

/** More schools than this are counted in a file name, not named. */
const NAMED = 4

/** Lays the rules of schools side by side; of all policies of the workspace when none is named. */
export async function compareCommand(
  context: Context,
  names: readonly string[],
  options: CompareOptions = {},
): Promise<
  Outcome<MatrixJson | OutlierJson | { readonly schema: 'clausule/messages@1'; readonly messages: readonly Message[] }>
> {
  const { output, propose = false } = options
  const format = chooseFormat(TABLE_FORMATS, options.format, output) ?? 'text'
  if (options.for !== undefined && !DOCUMENT_FORMATS.includes(format))
    throw new UsageError({ phrase: 'usage.for-no-table', values: { format } })
  if (propose) requireWorkspace(context)
  const selected = select(context, names, options)
  if (hasErrors(selected.messages)) return failed(selected.messages)
  const { policies, reference, one } = selected
  if (policies.length < 2) throw new UsageError({ phrase: 'usage.compare-two' })

  context.progress?.({ phrase: 'doing.comparing-policies', values: { count: policies.length } })
  const judged = context.workspace && join(context.workspace.root, 'policies', 'concordance.yaml')
  const concordance =
    judged === undefined ? undefined : parseConcordance(readText(filesOf(context), judged), showPath(context.workspace, judged))
  const compared = compareLoaded(context, policies, reference, concordance)
  const found = [...selected.messages, ...(concordance?.messages ?? []), ...compared.messages]
  const data =
    one === undefined
      ? toMatrixJson(compared.matrix)
      : toOutlierJson(compared.matrix, policies.indexOf(one), compared.setting.reference)
  const outputs: Output[] = []
  const notes: Phrase[] = []
  if (propose && judged !== undefined && concordance && mayWrite(concordance)) {
    const working = new Set(policies.flatMap(({ ref, entry }) => (entry?.name === ref ? [ref] : [])))
    const proposals = newProposals(concordance, compared.matrix, working)
    const file = showPath(context.workspace, judged)
    const count = proposals.length
    notes.push({ phrase: count === 1 ? 'done.proposed-one' : 'done.proposed', values: { count, file } })
    if (proposals.length > 0) outputs.push({ path: judged, bytes: withProposals(concordance.source, proposals) })
  }

  const report = one === undefined ? reportOf(compared) : outlierReport(compared, policies.indexOf(one))
  const assets = assetsOf(context, compared.setting.lang)
  if (isPrinted(format) && output === undefined) {
    const made = await print(report, format, assets)
    const published = publish(context, { outputs, messages: [...found, ...made.messages] })
    const done = hasErrors(published.messages) ? [NOTHING_WRITTEN] : notes
    const text = (paint: Paint, say: Say) => [made.text(paint), ...done.map(say)].join('\n')
    return { ...published, lang: compared.setting.lang, data, text }
  }
  const { value: bytes, messages } = await render(report, format, assets)
  const path =
    output === undefined ? defaultPath(context, names, { policies, reference, one }, format) : outputPath(context, output, names)
  const published = publish(context, { outputs: [...outputs, { path, bytes }], messages: [...found, ...messages] })
  const made = (paint: Paint, say: Say) =>
    published.written.length === 0
      ? published.text(paint, say)
      : [...notes.map(say), madeLine(showPath(context.workspace, path), paint, say)].join('\n')
  return { ...published, data, text: made }
}

const failed = (messages: readonly Message[]) => ({
  messages,
  data: { schema: 'clausule/messages@1' as const, messages },
  text: () => '',
  written: [],
})

interface Selected {
  readonly policies: readonly Loaded[]
  readonly reference: Loaded | undefined
  /** The one of which is told where it stands apart. */
  readonly one: Loaded | undefined
}

/** The policies to compare, each once, and among them the reference and the one that is asked about. */
function select(
  context: Context,
  names: readonly string[],
  options: CompareOptions,
): Selected & { readonly messages: readonly Message[] } {
  const selected = selectPolicies(context, names, { own: false })
  const messages = [...selected.messages]
  const policies: Loaded[] = []
  const add = (loaded: Loaded): Loaded => {
    const known = policies.find(({ ref }) => ref === loaded.ref)
    if (!known) policies.push(loaded)
    return known ?? loaded
  }
  for (const loaded of selected.value) add(loaded)
  const wanted = (name: string | undefined): Loaded | undefined => {
    if (name === undefined) return undefined
    const found = loadPolicy(context.workspace, name, context.cwd, filesOf(context))
    if (!policies.some(({ ref }) => ref === found.value?.ref)) messages.push(...found.messages)
    return found.value && add(found.value)
  }
  const reference = wanted(options.reference)
  const one = wanted(options.for)
  if (one !== undefined && one === reference) throw new UsageError({ phrase: 'usage.for-is-reference' })
  return { policies, messages, reference, one }
}

/** A comparison of schools as everything it can be shown as: long on paper, filtered on a screen, counted on a terminal. */
function reportOf({ matrix, setting }: ComparedSchools): Report {
  const form = { screen: 'screen', summary: 'summary', paper: 'paper', tracked: 'paper' } as const
  return {
    document: (wanted) => presentMatrix(matrix, { ...setting, form: form[wanted] }),
    sheets: () => presentSheets(matrix, { ...setting, form: 'paper' }),
    data: () => toMatrixJson(matrix),
    labels: () => matrixLabels(matrix, setting),
  }
}

/** Where one school stands apart, as everything it can be shown as. */
function outlierReport({ matrix, setting }: ComparedSchools, policy: number): Report {
  return {
    document: (wanted) => presentOutlier(matrix, policy, { ...setting, form: wanted === 'screen' ? 'screen' : 'paper' }),
    data: () => toOutlierJson(matrix, policy, setting.reference),
  }
}

function defaultPath(
  context: Context,
  names: readonly string[],
  { policies, reference, one }: Selected,
  format: FormatName,
): string {
  const short = ({ ref, entry, policy }: Loaded) =>
    ref.replace(entry?.name ?? '', entry?.organisation ?? policy.metadata.organisation ?? '')
  const subjects = new Set(policies.map(({ entry }) => entry?.policy ?? 'policies'))
  const subject = subjects.size === 1 ? [...subjects].join('') : 'policies'
  const who =
    names.length === 0 ? subject : policies.length > NAMED ? `${policies.length}-${subject}` : policies.map(short).join('--')
  const apart = one ? `-for-${short(one)}` : ''
  const file = `${who}${apart}${reference ? `-against-${short(reference)}` : ''}.${endingOf(format)}`
  return outPath(homeOf(context), 'comparison', file)
}
