import { type Dated, inForceOn, reviewState, standingOf } from '../decide/index.js'
import type { Message } from '../model/index.js'
import { needsAttention, type PolicyStatus, reportStatus } from '../papers/index.js'
import { render } from '../render/index.js'
import { type Loaded, loadOrganisation, outPath } from '../workspace/index.js'
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

export interface StatusOptions {
  /** What `output` ends as, when absent; without either `text`. */
  readonly format?: FormatName
  readonly output?: string
  /** Exit with 1 when a policy needs somebody: its review is late, or what it says of itself is not proved. */
  readonly check?: boolean
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
  const report = reportStatus(policies, { wording: assets.wording, lang, brand: brandOf(undefined).value, today })
  const data: StatusReport = { schema: 'clausule/status@1', date: today, policies, messages: selected.messages }
  const concluded = { ...shared, data, ...(options.check ? { fails: policies.some(needsAttention) } : {}) }
  if (isPrinted(format) && options.output === undefined) {
    const { text, messages } = await print(report, format, assets)
    return { ...concluded, messages: [...selected.messages, ...messages], text, written: [] }
  }
  const { value: bytes, messages } = await render(report, format, assets)
  const path =
    options.output === undefined
      ? outPath(homeOf(context), `status.${endingOf(format)}`)
      : outputPath(context, options.output, names)
  return { ...publish(context, { outputs: [{ path, bytes }], messages: [...selected.messages, ...messages] }), ...concluded }
}

function statusOfOne(context: Context, loaded: Loaded, today: string): PolicyStatus {
  const { ref, policy, entry } = loaded
  const { releases } = surroundings(context, loaded)
  const standing = standingOf({ policy, releases })
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
    review: review === undefined || standing.kind === 'withdrawn' ? null : { date: review, state: reviewState(review, today) },
  }
}

const forceOf = (dated: Dated | undefined): PolicyStatus['inForce'] =>
  dated ? { version: dated.release.version, since: dated.since ?? null, proved: dated.proved } : null
