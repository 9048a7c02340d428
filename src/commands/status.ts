import { type Dated, daysOf, decisions, hashPolicy, inForceOn, isOnOtherWords, reviewState, standingOf } from '../decide/index.js'
import { compareVersion, extendedBy, type Message } from '../model/index.js'
import { calendarOf, needsAttention, type PolicyStatus, reportStatus } from '../papers/index.js'
import { render } from '../render/index.js'
import { type Loaded, loadOrganisation, type Output, outPath } from '../workspace/index.js'
import { brandOf } from './brand.js'
import {
  type Context,
  filesOf,
  homeOf,
  type Outcome,
  outputPath,
  readersLanguage,
  requireWorkspace,
  sharedLanguage,
} from './context.js'
import { chooseFormat, endingOf, type FormatName, TABLE_FORMATS } from './formats.js'
import { assetsOf, isPrinted, print, publish } from './publish.js'
import { selectPolicies } from './select.js'
import { surroundings } from './surroundings.js'
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
  const policies = selected.value.map((loaded) => statusOfOne(context, loaded, today))
  const shared = sharedLanguage(selected.value.map(({ policy }) => policy))
  const lang = readersLanguage(context, shared.lang)
  const assets = assetsOf(context, lang)
  const setting = { wording: assets.wording, lang, brand: brandOf(undefined).value, today }
  const report = reportStatus(policies, setting)
  const data: StatusReport = { schema: 'clausule/status@1', date: today, policies, messages: selected.messages }
  const concluded = { ...shared, data, ...(options.check ? { fails: policies.some(needsAttention) } : {}) }
  const calendar: Output[] = []
  if (options.ics !== undefined) {
    const { renderCalendar } = await import('../render/calendar/index.js')
    calendar.push({ path: outputPath(context, options.ics, names), bytes: renderCalendar(calendarOf(policies, setting)) })
  }
  if (isPrinted(format) && options.output === undefined) {
    const { text, messages: found } = await print(report, format, assets)
    const messages = [...selected.messages, ...found]
    if (calendar.length === 0) return { ...concluded, messages, text, written: [] }
    const published = publish(context, { outputs: calendar, messages })
    return { ...published, ...concluded, text: (paint, say) => `${text(paint)}\n\n${published.text(paint, say)}` }
  }
  const { value: bytes, messages } = await render(report, format, assets)
  const path =
    options.output === undefined
      ? outPath(homeOf(context), `status.${endingOf(format)}`)
      : outputPath(context, options.output, names)
  const making = { outputs: [{ path, bytes }, ...calendar], messages: [...selected.messages, ...messages] }
  return { ...publish(context, making), ...concluded }
}

function statusOfOne(context: Context, loaded: Loaded, today: string): PolicyStatus {
  const { ref, policy, entry } = loaded
  const { releases, keeps } = surroundings(context, loaded)
  const standing = standingOf({ policy, releases, ...(keeps ? { keeps } : {}) })
  const { now, coming } = standing.kind === 'withdrawn' ? {} : inForceOn(releases, policy, today)
  const review = now?.release.policy.metadata.review ?? policy.metadata.review
  const folder = policy.metadata.organisation ?? entry?.organisation ?? ''
  const owner = loadOrganisation(requireWorkspace(context), folder).value?.organisation
  return {
    policy: ref,
    title: policy.metadata.title,
    organisation: owner?.name ?? folder,
    version: policy.metadata.version ?? null,
    standing,
    inForce: forceOf(now),
    coming: forceOf(coming),
    template: templateOf(context, loaded),
    undecided: Object.entries(policy.metadata.decisions ?? {}).flatMap(([id, { choice }]) => (choice === 'open' ? [id] : [])),
    superseded: decisions(policy.metadata, hashPolicy(policy), keeps).flatMap(({ standing: on, body, approval }) =>
      isOnOtherWords(on) ? [body ?? approval?.name ?? ''] : [],
    ),
    days: daysOf({ policy, releases, today, ...(keeps ? { keeps } : {}) }),
    review: review === undefined || standing.kind === 'withdrawn' ? null : { date: review, state: reviewState(review, today) },
  }
}

/** The edition a working text was made of, beside the last there is. */
function templateOf(context: Context, { policy }: Loaded): PolicyStatus['template'] {
  const extended = extendedBy(policy.metadata)
  if (!extended) return null
  const { template: name, version = null } = extended
  const latest = latestEdition(context, name) ?? null
  return { name, version, latest, behind: version !== null && latest !== null && compareVersion(latest, version) > 0 }
}

const forceOf = (dated: Dated | undefined): PolicyStatus['inForce'] =>
  dated ? { version: dated.release.version, since: dated.since ?? null, proved: dated.proved } : null
