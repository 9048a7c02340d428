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
import { brandOf, type Loaded, loadOrganisation, type Output, outPath } from '../workspace/index.js'
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
  readonly messages: readonly Message[]
}

/** Where every policy stands: adopted, waiting for whom and since when, in force, to be looked at again. All when none is named. */
export async function statusOf(
  context: Context,
  names: readonly string[],
  options: StatusOptions = {},
): Promise<Outcome<StatusReport>> {
  requireWorkspace(context)
  const format = chooseFormat(TABLE_FORMATS, options.format, options.output) ?? 'text'
  const selected = selectPolicies(context, names, { own: true, write: true })
  const { today } = filesOf(context)
  // What is in force is told by the releases: not by one that is gone or was changed.
  const found = [...selected.messages, ...brokenReleases(context, selected.value)]
  const policies = selected.value.map((loaded) => statusOfOne(context, loaded, today))
  const shared = sharedLanguage(selected.value.map(({ policy }) => policy))
  const lang = readersLanguage(context, shared.lang)
  const assets = assetsOf(context, lang)
  const setting = { wording: assets.wording, lang, brand: brandOf(undefined).value, today }
  const report = reportStatus(policies, setting)
  const data: StatusReport = { schema: 'clausule/status@1', date: today, policies, messages: found }
  const concluded = { ...shared, data, ...(options.check ? { fails: policies.some(needsAttention) } : {}) }
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

function statusOfOne(context: Context, loaded: Loaded, today: string): PolicyStatus {
  const { ref, policy, entry } = loaded
  const { releases, keeps } = surroundings(context, loaded, correctedSince)
  const folder = policy.metadata.organisation ?? entry?.organisation ?? ''
  const owner = loadOrganisation(requireWorkspace(context), folder).value?.organisation
  const template = extendedBy(policy.metadata)?.template
  const latest = template === undefined ? undefined : latestEdition(context, template)
  return policyStatus(
    { policy, releases, today, ...(keeps ? { keeps } : {}) },
    { ref, organisation: owner?.name ?? folder, ...(latest === undefined ? {} : { latest }) },
  )
}
