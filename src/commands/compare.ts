import { join } from 'node:path'
import { newProposals, withProposals } from '../concordance/index.js'
import { reportMatrix, reportOutlier } from '../matrix/index.js'
import { append, hasErrors, type Language, type Message, maximum, type Phrase } from '../model/index.js'
import type { Report } from '../present/index.js'
import { FORMATS, render } from '../render/index.js'
import { jsonPieces } from '../render/json/index.js'
import type { Paint } from '../render/text/index.js'
import { type MatrixJson, mayWrite, type OutlierJson, parseConcordance, toMatrixJson, toOutlierJson } from '../schools/index.js'
import {
  assetsOf,
  type Context,
  chooseFormat,
  DOCUMENT_FORMATS,
  endingOf,
  type FormatName,
  filesOf,
  homeOf,
  isPrinted,
  madeLine,
  NOTHING_WRITTEN,
  type Outcome,
  outputPath,
  print,
  publish,
  requireWorkspace,
  type Say,
  TABLE_FORMATS,
  UsageError,
} from '../secretariat/index.js'
import type { DeviationMatrixJson } from '../tailor/index.js'
import { growLess, type Loaded, letGo, type Output, outPath, readText, showPath } from '../workspace/index.js'
import { type Selected, selectCompared, tablesOf } from './compared-policies.js'
import { compareWithTemplate, isMadeFrom, modelNamed } from './deviation-matrix.js'
import { type ComparedSchools, compareRead, readSchools, type SchoolsRead } from './schools.js'

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

/** Policies that hold so much together that memory counts for more than the time to look it through: that of five takes a twentieth longer by it. */
const SECTOR = 100

/** Policies side by side on a page or a paper: of a quarter more a page is 20 MB, and a paper has 700 pages. */
const MOST_SHOWN = 200

/** More schools than this are counted in a file name, not named. */
const NAMED = 4

/** Lays the rules of schools side by side; of all policies of the workspace when none is named. */
export async function compareCommand(
  context: Context,
  names: readonly string[],
  options: CompareOptions = {},
): Promise<
  Outcome<
    | DeviationMatrixJson
    | MatrixJson
    | OutlierJson
    | MatricesJson
    | { readonly schema: 'clausule/messages@1'; readonly messages: readonly Message[] }
  >
> {
  const { output, propose = false } = options
  const format = chooseFormat(TABLE_FORMATS, options.format, output) ?? 'text'
  if (options.for !== undefined && !DOCUMENT_FORMATS.includes(format))
    throw new UsageError({ phrase: 'usage.for-no-table', values: { format } })
  if (propose) requireWorkspace(context)
  const held = modelNamed(context, options.reference)
  const isAsked = propose || options.for !== undefined
  if (held?.isTemplate && isAsked) throw new UsageError({ phrase: 'usage.template-reference' })
  if (held && !isAsked) {
    const all = selectCompared(context, names, {})
    if (hasErrors(all.messages)) return failed(all.messages)
    const made = all.policies.filter((loaded) => isMadeFrom(loaded, held))
    const left = all.policies.flatMap((loaded) =>
      made.includes(loaded) || loaded.entry?.name === held.template ? [] : [loaded.ref],
    )
    const template = held.version === undefined ? held.template : `${held.template}@${held.version}`
    const notes =
      left.length === 0 ? [] : [{ phrase: 'done.not-made-from' as const, values: { template, names: left.join(', ') } }]
    // A template that nobody named was made from is a policy like another; so is a policy that others were not made from.
    if (made.length > 0 && (held.isTemplate || left.length === 0)) {
      return compareWithTemplate(context, made, held.template, {
        format,
        ...(output === undefined ? {} : { output }),
        notes,
        messages: all.messages,
      })
    }
  }
  const { tables, notes, messages: read, naming } = choose(context, names, options)
  if (hasErrors(read)) return failed(read)
  const count = maximum(tables.map(({ one, policies }) => (one < 0 ? policies.length : 0)))
  if (count > MOST_SHOWN && FORMATS[format].needs === 'document' && format !== 'text') {
    const values = { count, most: MOST_SHOWN }
    return failed([...read, { rule: 'file/size', form: 'policies', values, severity: 'error' }])
  }

  const judged = context.workspace && join(context.workspace.root, 'policies', 'concordance.yaml')
  const shown = judged === undefined ? '' : showPath(context.workspace, judged)
  let concordance = judged === undefined ? undefined : parseConcordance(readText(filesOf(context), judged), shown)
  const found = [...read, ...(concordance?.messages ?? [])]
  const made: Made[] = []
  let proposed = 0
  for (const { subject, policies, one, schools } of tables) {
    context.progress?.({ phrase: 'doing.comparing-policies', values: { count: policies.length } })
    const compared = compareRead(schools, concordance)
    append(found, compared.messages)
    made.push(madeOf(compared, one, { subject, policies }))
    if (propose && concordance && mayWrite(concordance)) {
      const working = new Set(policies.flatMap(({ ref, entry }) => (entry?.name === ref ? [ref] : [])))
      const proposals = newProposals(concordance, compared.matrix, working)
      proposed += proposals.length
      if (proposals.length > 0) concordance = parseConcordance(withProposals(concordance.source, proposals), shown)
    }
  }
  const outputs: Output[] =
    proposed > 0 && judged !== undefined && concordance?.source !== undefined ? [{ path: judged, bytes: concordance.source }] : []
  if (propose && concordance && mayWrite(concordance)) {
    notes.push({ phrase: proposed === 1 ? 'done.proposed-one' : 'done.proposed', values: { count: proposed, file: shown } })
  }

  const data = dataOf(made)
  if (isPrinted(format) && output === undefined) {
    // What is printed for programs is one text of JSON, however many tables there are.
    if (format === 'json') {
      const published = publish(context, { outputs, messages: found })
      return { ...published, lang: made[0]?.lang ?? 'nl', data, text: () => '', pieces: () => jsonPieces(data) }
    }
    const printed = await Promise.all(made.map(({ report, lang }) => print(report, format, assetsOf(context, lang))))
    const published = publish(context, { outputs, messages: [...found, ...printed.flatMap(({ messages }) => messages)] })
    const done = hasErrors(published.messages) ? [NOTHING_WRITTEN] : notes
    const text = (paint: Paint, say: Say) => [...printed.map((each) => each.text(paint)), ...done.map(say)].join('\n')
    return { ...published, lang: made[0]?.lang ?? 'nl', data, text }
  }
  const rendered = await Promise.all(
    made.map(async ({ report, data, lang, policies, subject }) => {
      // That of a sector may be longer than a string can be.
      const json = format === 'json' ? { value: () => jsonPieces(data), messages: [] } : undefined
      const { value: bytes, messages } = json ?? (await render(report, format, assetsOf(context, lang)))
      const called = { ...naming, policies, ...(tables.length > 1 || naming.bySubject ? { subject } : {}) }
      const path = output === undefined ? defaultPath(context, names, called, format) : outputPath(context, output, names)
      return { output: { path, bytes }, messages }
    }),
  )
  const published = publish(context, {
    outputs: [...outputs, ...rendered.map((each) => each.output)],
    messages: [...found, ...rendered.flatMap(({ messages }) => messages)],
  })
  const text = (paint: Paint, say: Say) =>
    published.written.length === 0
      ? published.text(paint, say)
      : [...notes.map(say), ...rendered.map((each) => madeLine(showPath(context.workspace, each.output.path), paint, say))].join(
          '\n',
        )
  return { ...published, lang: made[0]?.lang ?? 'nl', data, text }
}

/** One table, and all it can be shown as. */
interface Made {
  readonly report: Report
  readonly data: MatrixJson | OutlierJson
  readonly lang: Language
  readonly subject: string | undefined
  readonly policies: readonly Named[]
}

/** A policy by all that a file is called after. */
interface Named {
  readonly ref: Loaded['ref']
  readonly entry: Loaded['entry'] | undefined
  readonly organisation: string | undefined
}

const namedOf = ({ ref, entry, policy }: Loaded): Named => ({ ref, entry, organisation: policy.metadata.organisation })

/** What files are called after beside their policies. */
interface Naming extends Pick<Selected, 'bySubject' | 'subject'> {
  readonly reference: Named | undefined
  readonly one: Named | undefined
}

/** One table to be made. */
interface Table {
  readonly subject: string | undefined
  readonly policies: readonly Named[]
  /** The place of the policy of which is told where it stands apart; -1 without. */
  readonly one: number
  readonly schools: SchoolsRead
}

/** Reads what is compared, table by table. What was read of a sector's files is let go then: it would be a fifth of what is in memory. */
function choose(
  context: Context,
  names: readonly string[],
  options: CompareOptions,
): {
  readonly tables: readonly Table[]
  readonly notes: Phrase[]
  readonly messages: readonly Message[]
  readonly naming: Naming
} {
  const { policies, reference, one, messages, ...named } = selectCompared(context, names, options)
  const naming = { ...named, reference: reference && namedOf(reference), one: one && namedOf(one) }
  if (hasErrors(messages)) return { tables: [], notes: [], messages, naming }
  const { groups, notes } = tablesOf(context, { policies, reference, one, ...named })
  if (options.output !== undefined && groups.length > 1) {
    const subjects = groups.map(({ subject }) => subject ?? '').join(', ')
    throw new UsageError({ phrase: 'usage.several-subjects', values: { subjects } })
  }
  const tables = groups.map((group) => ({
    subject: group.subject,
    policies: group.policies.map(namedOf),
    one: one === undefined ? -1 : group.policies.indexOf(one),
    schools: readSchools(context, group.policies, reference),
  }))
  if (policies.length > SECTOR) {
    growLess()
    letGo(policies)
  }
  return { tables, notes, messages, naming }
}

function madeOf(
  { matrix, setting }: ComparedSchools,
  at: number,
  { subject, policies }: Pick<Made, 'subject' | 'policies'>,
): Made {
  return {
    report: at < 0 ? reportMatrix(matrix, setting) : reportOutlier(matrix, at, setting),
    data: at < 0 ? toMatrixJson(matrix) : toOutlierJson(matrix, at, setting.reference),
    lang: setting.lang,
    subject,
    policies,
  }
}

/** The tables of several subjects. */
interface MatricesJson {
  readonly schema: 'clausule/matrices@1'
  readonly matrices: readonly { readonly subject: string; readonly matrix: MatrixJson | OutlierJson }[]
}

function dataOf(made: readonly Made[]): MatrixJson | OutlierJson | MatricesJson {
  const [first, ...others] = made
  if (first !== undefined && others.length === 0) return first.data
  return { schema: 'clausule/matrices@1', matrices: made.map(({ subject = '', data }) => ({ subject, matrix: data })) }
}

const failed = (messages: readonly Message[]) => ({
  messages,
  data: { schema: 'clausule/messages@1' as const, messages },
  text: () => '',
  written: [],
})

function defaultPath(
  context: Context,
  names: readonly string[],
  { policies, reference, one, subject: named }: Naming & Pick<Made, 'policies'>,
  format: FormatName,
): string {
  const short = ({ ref, entry, organisation }: Named) => ref.replace(entry?.name ?? '', entry?.organisation ?? organisation ?? '')
  const subjects = new Set(policies.map(({ entry }) => entry?.policy ?? 'policies'))
  const subject = subjects.size === 1 ? [...subjects].join('') : 'policies'
  const who =
    named !== undefined
      ? named
      : names.length === 0
        ? subject
        : policies.length > NAMED
          ? `${policies.length}-${subject}`
          : policies.map(short).join('--')
  const apart = one ? `-for-${short(one)}` : ''
  const file = `${who}${apart}${reference ? `-against-${short(reference)}` : ''}.${endingOf(format)}`
  return outPath(homeOf(context), 'comparison', file)
}
