import { extendedBy, type Message } from '../model/index.js'
import { calendarOf, needsAttention, type PolicyStatus, policyStatus, reportStatus } from '../papers/index.js'
import { render } from '../render/index.js'
import { correctedSince } from '../secretariat/corrected/index.js'
import {
  assetsOf,
  brokenReleases,
  type Context,
  chooseFormat,
  endingOf,
  type FormatName,
  filesOf,
  homeOf,
  isPrinted,
  type Outcome,
  outputPath,
  print,
  publish,
  readersLanguage,
  requireWorkspace,
  selectPolicies,
  sharedLanguage,
  surroundings,
  TABLE_FORMATS,
} from '../secretariat/index.js'
import { brandOf, type Loaded, listPolicies, loadOrganisation, type Output, outPath } from '../workspace/index.js'
import { latestEdition } from './template.js'

export interface StatusOptions {
  /** What `output` ends as, when absent; without either `text`. */
  readonly format?: FormatName
  readonly output?: string
  /** Exit with 1 when a policy needs somebody: its review is late, or what it says of itself is not proved. */
  readonly check?: boolean
  /** Where a calendar of reviews and decisions is written. */
  readonly ics?: string
}

export interface StatusReport {
  readonly schema: 'clausule/status@1'
  /** The day it was made on: YYYY-MM-DD. */
  readonly date: string
  readonly policies: readonly PolicyStatus[]
  /** Policies that could not be read, by name. */
  readonly unread: readonly string[]
  readonly messages: readonly Message[]
}

/** Where every policy stands: adopted, waiting for whom and since when, in force, to be looked at again. All when none is named. */
export async function statusOf(
  context: Context,
  names: readonly string[],
  options: StatusOptions = {},
): Promise<Outcome<StatusReport>> {
  const workspace = requireWorkspace(context)
  const format = chooseFormat(TABLE_FORMATS, options.format, options.output) ?? 'text'
  const selected = selectPolicies(context, names, { own: true, write: true })
  const { today } = filesOf(context)
  // What is in force is told by the releases: not by one that is gone or was changed.
  const templates = names.length > 0 ? [] : templatesOf(context)
  const found = [...selected.messages, ...brokenReleases(context, [...selected.value, ...templates])]
  const policies = toldApart(selected.value.map((loaded) => statusOfOne(context, loaded, today)))
  const wanted = names.length > 0 ? [] : listPolicies(workspace).map(({ name }) => name)
  const unread = wanted.filter((name) => !policies.some(({ policy }) => policy === name))
  const shared = sharedLanguage(selected.value.map(({ policy }) => policy))
  const lang = readersLanguage(context, shared.lang)
  const assets = assetsOf(context, lang)
  const setting = { wording: assets.wording, lang, brand: brandOf(undefined).value, today, unread }
  const report = reportStatus(policies, setting)
  const data: StatusReport = { schema: 'clausule/status@1', date: today, policies, unread, messages: found }
  const concluded = { ...shared, data, ...(options.check ? { fails: unread.length > 0 || policies.some(needsAttention) } : {}) }
  const calendar: Output[] = []
  if (options.ics !== undefined) {
    const { renderCalendar } = await import('../render/calendar/index.js')
    calendar.push({ path: outputPath(context, options.ics, names), bytes: renderCalendar(calendarOf(policies, setting)) })
  }
  if (isPrinted(format) && options.output === undefined) {
    const { text, messages: printed } = await print(report, format, assets)
    const messages = [...found, ...printed]
    if (calendar.length === 0) return { ...concluded, messages, text, written: [] }
    const published = publish(context, { outputs: calendar, messages })
    return { ...published, ...concluded, text: (paint, say) => `${text(paint)}\n\n${published.text(paint, say)}` }
  }
  const { value: bytes, messages } = await render(report, format, assets)
  const path =
    options.output === undefined
      ? outPath(homeOf(context), `status.${endingOf(format)}`)
      : outputPath(context, options.output, names)
  const making = { outputs: [{ path, bytes }, ...calendar], messages: [...found, ...messages] }
  return { ...publish(context, making), ...concluded }
}

/** The working texts of the templates of the workspace: what is adapted is told by their editions. */
const templatesOf = (context: Context): readonly Loaded[] =>
  selectPolicies(context, [], { own: true, templates: true }).value.filter(({ entry }) => entry?.kind === 'template')

/** Organisations of one name by their folders as well. */
function toldApart(policies: readonly PolicyStatus[]): readonly PolicyStatus[] {
  const folderOf = ({ policy }: PolicyStatus) => policy.replace(/\/.*$/, '')
  return policies.map((each) =>
    policies.some((other) => other.organisation === each.organisation && folderOf(other) !== folderOf(each))
      ? { ...each, organisation: `${each.organisation} (${folderOf(each)})` }
      : each,
  )
}

function statusOfOne(context: Context, loaded: Loaded, today: string): PolicyStatus {
  const { ref, policy, entry } = loaded
  const { releases, keeps, asked } = surroundings(context, loaded, correctedSince)
  const folder = policy.metadata.organisation ?? entry?.organisation ?? ''
  const owner = loadOrganisation(requireWorkspace(context), folder).value?.organisation
  const template = extendedBy(policy.metadata)?.template
  const latest = template === undefined ? undefined : latestEdition(context, template)
  return policyStatus(
    { policy, releases, today, ...(keeps ? { keeps } : {}), ...(asked ? { asked } : {}) },
    { ref, organisation: owner?.name ?? folder, ...(latest === undefined ? {} : { latest }) },
  )
}
