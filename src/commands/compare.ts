import { join } from 'node:path'
import {
  type MatrixJson,
  mayWrite,
  newProposals,
  parseConcordance,
  toMatrixJson,
  withProposals,
} from '../compare/schools/index.js'
import { hasErrors, type Message } from '../model/index.js'
import { type MatrixSetting, matrixLabels, presentMatrix, presentSheets } from '../present/schools/index.js'
import { renderHtml } from '../render/html/index.js'
import { renderMarkdown } from '../render/markdown/index.js'
import { type Paint, renderText } from '../render/text/index.js'
import {
  defaultFonts,
  type Loaded,
  loadLayout,
  loadPolicy,
  type Output,
  outPath,
  readText,
  showPath,
  writeOutputs,
} from '../workspace/index.js'
import { type Context, type Outcome, outputPath, requireWorkspace, UsageError } from './context.js'
import { COMPARE_FORMATS, type CompareFormat, chooseFormat, endingOf } from './formats.js'
import { type ComparedSchools, compareLoaded } from './schools.js'
import { selectPolicies } from './select.js'

export interface CompareOptions {
  /** What `output` ends as, when absent; without either `text`, a summary for the terminal. */
  readonly format?: CompareFormat
  /** The policy the others are held against; without, all are compared with all. */
  readonly reference?: string
  /** Adds pairs that nobody judged yet to `policies/concordance.yaml`. */
  readonly propose?: boolean
  /** Where the result is written. Without, text, Markdown and JSON are printed; others go into `out/comparison/`. */
  readonly output?: string
}

/** Columns of the terminal: longer lines are folded by it. */
const WIDTH = 100
/** More schools than this are counted in a file name, not named. */
const NAMED = 4

/** Lays the rules of schools side by side; of all policies of the workspace when none is named. */
export async function compareCommand(
  context: Context,
  names: readonly string[],
  options: CompareOptions = {},
): Promise<Outcome<MatrixJson | { readonly schema: 'clausule/messages@1'; readonly messages: readonly Message[] }>> {
  const { output, propose = false } = options
  const format = chooseFormat(COMPARE_FORMATS, options.format, output) ?? 'text'
  if (propose) requireWorkspace(context)
  const selected = select(context, names, options.reference)
  if (hasErrors(selected.messages)) return failed(selected.messages)
  const { policies, reference } = selected
  if (policies.length < 2) throw new UsageError('Name at least two policies to compare.')

  context.progress?.(`Comparing ${policies.length} policies`)
  const judged = context.workspace && join(context.workspace.root, 'policies', 'concordance.yaml')
  const concordance = judged === undefined ? undefined : parseConcordance(readText(judged), showPath(context.workspace, judged))
  const compared = compareLoaded(context, policies, reference, concordance)
  const found = [...selected.messages, ...(concordance?.messages ?? []), ...compared.messages]
  const data = toMatrixJson(compared.matrix)
  const outputs: Output[] = []
  const notes: string[] = []
  if (propose && judged !== undefined && concordance && mayWrite(concordance)) {
    const working = new Set(policies.flatMap(({ ref, entry }) => (entry?.name === ref ? [ref] : [])))
    const proposals = newProposals(concordance, compared.matrix, working)
    const file = showPath(context.workspace, judged)
    notes.push(`${proposals.length} new ${proposals.length === 1 ? 'pair' : 'pairs'} proposed in ${file}`)
    if (proposals.length > 0) outputs.push({ path: judged, bytes: withProposals(concordance.source, proposals) })
  }

  const printed = (format === 'text' || format === 'markdown' || format === 'json') && output === undefined
  const made = await render(context, compared, format)
  const messages = [...found, ...made.messages]
  const write = !hasErrors(messages)
  if (!printed) {
    const bytes = typeof made.bytes === 'function' ? `${made.bytes((_style, words) => words)}\n` : made.bytes
    outputs.push({
      path: output === undefined ? defaultPath(context, names, policies, reference, format) : outputPath(context, output, names),
      bytes,
    })
  }
  if (write) writeOutputs(outputs)
  const written = write ? outputs.map(({ path }) => path) : []
  return {
    messages,
    data,
    text: (paint) => {
      const shown = printed ? [typeof made.bytes === 'function' ? made.bytes(paint) : String(made.bytes).trimEnd()] : []
      const files = written
        .filter((path) => path !== judged)
        .map((path) => `${paint('green', 'made')} ${showPath(context.workspace, path)}`)
      return [...shown, ...(write ? [...notes, ...files] : ['Nothing was written.'])].join('\n')
    },
    written,
  }
}

const failed = (messages: readonly Message[]) => ({
  messages,
  data: { schema: 'clausule/messages@1' as const, messages },
  text: () => '',
  written: [],
})

/** The policies to compare, each once, and the reference among them. */
function select(context: Context, names: readonly string[], reference: string | undefined) {
  const selected = selectPolicies(context, names, { own: false })
  const messages = [...selected.messages]
  const policies: Loaded[] = []
  const add = (loaded: Loaded): Loaded => {
    const known = policies.find(({ ref }) => ref === loaded.ref)
    if (!known) policies.push(loaded)
    return known ?? loaded
  }
  for (const loaded of selected.value) add(loaded)
  const found = reference === undefined ? undefined : loadPolicy(context.workspace, reference, context.cwd)
  const already = policies.some(({ ref }) => ref === found?.value?.ref)
  if (found && !already) messages.push(...found.messages)
  return { policies, messages, reference: found?.value && add(found.value) }
}

interface Made {
  readonly bytes: string | Uint8Array | ((paint: Paint) => string)
  readonly messages: readonly Message[]
}

async function render(context: Context, { matrix, setting }: ComparedSchools, format: CompareFormat): Promise<Made> {
  const document = (form: MatrixSetting['form']) => presentMatrix(matrix, { ...setting, form })
  const sheets = () => presentSheets(matrix, { ...setting, form: 'paper' })
  const { wording } = setting
  switch (format) {
    case 'text':
      // Made when it is shown: with --json nobody sees it.
      return { bytes: (paint) => renderText(document('summary'), { paint, width: WIDTH }), messages: [] }
    case 'json':
      return { bytes: `${JSON.stringify(toMatrixJson(matrix), null, 2)}\n`, messages: [] }
    case 'markdown': {
      const { value, messages } = renderMarkdown(document('paper'), { wording })
      return { bytes: value, messages }
    }
    case 'html': {
      const labels = matrixLabels(matrix, setting)
      const { value, messages } = renderHtml(document('screen'), { layout: loadLayout(context.workspace), wording, labels })
      return { bytes: value, messages }
    }
    case 'pdf': {
      // The press is by far the largest part of the program: only those who print load it.
      const { renderPdf } = await import('../render/pdf/index.js')
      const { value, messages } = await renderPdf(document('paper'), { fonts: defaultFonts() })
      return { bytes: value, messages }
    }
    case 'xlsx': {
      const { renderXlsx } = await import('../render/xlsx/index.js')
      return { bytes: renderXlsx(sheets()), messages: [] }
    }
    case 'csv': {
      const { renderCsv } = await import('../render/csv/index.js')
      const [rules] = sheets().sheets
      // Spreadsheets expect the list separator of the country.
      return { bytes: rules ? renderCsv(rules, { separator: setting.lang === 'nl' ? ';' : ',' }) : '', messages: [] }
    }
  }
}

function defaultPath(
  { workspace, cwd }: Context,
  names: readonly string[],
  policies: readonly Loaded[],
  reference: Loaded | undefined,
  format: CompareFormat,
): string {
  const short = ({ ref, entry, policy }: Loaded) =>
    ref.replace(entry?.name ?? '', entry?.organisation ?? policy.metadata.organisation ?? '')
  const subjects = new Set(policies.map(({ entry }) => entry?.policy ?? 'policies'))
  const subject = subjects.size === 1 ? [...subjects].join('') : 'policies'
  const who =
    names.length === 0 ? subject : policies.length > NAMED ? `${policies.length}-${subject}` : policies.map(short).join('--')
  const file = `${who}${reference ? `-against-${short(reference)}` : ''}.${endingOf(format)}`
  return outPath(workspace ?? { root: cwd, cwd }, 'comparison', file)
}
