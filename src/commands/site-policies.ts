import { hashPolicy } from '../decide/index.js'
import { append, encoded, errorsIn, type Message } from '../model/index.js'
import { type PolicyData, policyData } from '../present/index.js'
import { render } from '../render/index.js'
import { resolve } from '../resolve/index.js'
import { correctedSince } from '../secretariat/corrected/index.js'
import { assetsOf, type Context, compareGiven, endingOf, filesOf, judge, requireWorkspace } from '../secretariat/index.js'
import {
  type Counterpart,
  type Forced,
  forcesOf,
  keptOff,
  type PolicyStanding,
  type PolicySummary,
  type ShownVersion,
  type SiteChange,
  type SiteOrganisation,
  type SitePolicy,
  type SiteVersion,
} from '../site/index.js'
import {
  brandOf,
  type Loaded,
  type LoadedOrganisation,
  loadOrganisation,
  loadPolicy,
  type PolicyEntry,
  subjectIn,
} from '../workspace/index.js'
import { policyReport } from './build.js'
import { organisationIn } from './site-setting.js'

/** A policy that goes on the site, read. */
export interface Published {
  readonly entry: PolicyEntry
  readonly working: Loaded
  readonly owner: LoadedOrganisation
  readonly organisation: SiteOrganisation
  readonly subject?: string
  /** Oldest first; at least one. */
  readonly versions: readonly (Forced & { readonly loaded: Loaded })[]
  /** Its working text has errors and is not among them. */
  readonly partly: boolean
}

/** What a policy is read for a site with. */
export interface SiteReading {
  readonly context: Context
  readonly drafts: boolean
  /** Names that several organisations have. */
  readonly shared: ReadonlySet<string>
}

/** The text that the address of a policy shows, and whose it is. */
export interface Shown {
  readonly loaded: Loaded
  readonly organisation: SiteOrganisation
}

/** Reads the text that the address of a policy shows, of a policy that was read for a site before. */
export function readShown(
  { context, shared }: Pick<SiteReading, 'context' | 'shared'>,
  { organisation: folder }: PolicyEntry,
  ref: string,
): Shown {
  const workspace = requireWorkspace(context)
  const loaded = loadPolicy(workspace, ref, context.cwd).value as Loaded
  const owner = loadOrganisation(workspace, loaded.policy.metadata.organisation ?? folder).value as LoadedOrganisation
  return { loaded, organisation: organisationIn(folder, owner, shared) }
}

/** The forms of the text in force that stand beside its page. */
const PAPERS = ['pdf', 'docx'] as const

/** Reads a policy and its releases. Without a value it is left out, and a message says why. What was `judged` before, in the same words, is not judged again. */
export function readForSite(
  { context, drafts, shared }: SiteReading,
  entry: PolicyEntry,
  judged = false,
): { readonly value?: Published; readonly messages: readonly Message[] } {
  const workspace = requireWorkspace(context)
  const { today } = filesOf(context)
  const names = [entry.name, ...entry.releases.map(({ version }) => `${entry.name}@${version}`)]
  const read = names.map((name) => loadPolicy(workspace, name, context.cwd))
  const [working, ...releases] = read.map(({ value }) => value)
  const [ofWorking, ...ofReleases] = read.map(({ messages }) => messages)
  if (!working) return { messages: read.flatMap(({ messages }) => messages) }
  const judgements = judged ? [] : judge(context, working, correctedSince).messages
  const owner = loadOrganisation(workspace, working.policy.metadata.organisation ?? entry.organisation)
  const brand = brandOf(owner.value)
  const own = errorsIn([...(ofWorking ?? []), ...judgements])
  const errors = [...own, ...errorsIn([...ofReleases.flat(), ...owner.messages, ...brand.messages])]
  const place = { file: working.policy.file, line: 1, column: 1 }
  const off = keptOff(working.policy, own)
  const leftOut = (form: 'errors' | 'working', [first, ...others]: readonly Message[]): Message => ({
    rule: 'site/left-out',
    form,
    values: { name: entry.name, count: first ? others.length + 1 : 0 },
    severity: 'warning',
    place,
    ...(first?.place ? { related: [{ place: first.place, phrase: 'error.first', values: { rule: first.rule } }] } : {}),
  })
  if (errors.length > own.length || off === 'all' || !owner.value) return { messages: [leftOut('errors', errors)] }
  const known = releases.flatMap((loaded) => (loaded ? [loaded] : []))
  const versions = forcesOf(
    known.map(({ ref, policy, bytes }) => ({ version: ref.replace(/^.*@/, ''), policy, file: bytes })),
    working.policy,
    today,
    drafts,
  )
    .filter((forced) => off === 'nothing' || !forced.working)
    .map((forced) => ({
      ...forced,
      loaded: forced.working ? working : (known.find(({ policy }) => policy === forced.policy) as Loaded),
    }))
  if (versions.length === 0) {
    if (off === 'working') return { messages: [leftOut('errors', own)] }
    return {
      messages: [{ rule: 'site/left-out', form: 'undecided', values: { name: entry.name }, severity: 'info', place }],
    }
  }
  const { subject } = subjectIn(workspace, known.findLast(() => off === 'working') ?? working)
  return {
    value: {
      entry,
      working,
      owner: owner.value,
      organisation: organisationIn(entry.organisation, owner.value, shared),
      ...(subject === undefined ? {} : { subject }),
      versions,
      partly: off === 'working',
    },
    messages: [...brand.messages, ...(off === 'working' ? [leftOut('working', own)] : [])],
  }
}

/** What the pages are made of that tell of other organisations, of a policy that is known: nothing but the text that its address shows is read. */
export function knownPolicy(
  { loaded, organisation }: Shown,
  { name, lang, subject, versions, shown }: PolicySummary,
  counterparts: ReadonlyMap<string, readonly Counterpart[]>,
  compared: boolean,
): { readonly policy: PolicyStanding; readonly shown: ShownVersion } {
  const version = versions.find((each) => each.version === shown) as (typeof versions)[number]
  return {
    policy: { name, organisation, lang, ...(subject === undefined ? {} : { subject }), versions, counterparts, compared },
    shown: { ...version, resolved: resolve(loaded.policy).value, papers: PAPERS.map((format) => ({ ending: endingOf(format) })) },
  }
}

/** All that the pages of a policy are made of: versions with their numbers and papers, and what changed between them. */
export async function sitePolicy(
  context: Context,
  { entry, owner, organisation, subject, versions }: Published,
  shown: string,
  counterparts: ReadonlyMap<string, readonly Counterpart[]>,
  compared: boolean,
): Promise<{ readonly value: SitePolicy; readonly messages: readonly Message[] }> {
  const messages: Message[] = []
  const made: SiteVersion[] = []
  for (const { loaded, version, force, since, until, next, proved } of versions) {
    const resolved = resolve(loaded.policy).value
    const papers: SiteVersion['papers'][number][] = []
    let data: PolicyData | undefined
    if (version === shown) {
      const assets = assetsOf(context, loaded.policy.metadata.lang)
      const report = policyReport(loaded, resolved, owner, organisation.brand, assets.wording)
      data = report.data()
      for (const format of PAPERS) {
        const { value: bytes, messages: found } = await render(report, format, assets)
        append(messages, found)
        papers.push({ ending: endingOf(format), bytes: encoded(bytes) })
      }
    }
    made.push({
      version,
      force,
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      ...(next === undefined ? {} : { next }),
      proved,
      resolved,
      data: data ?? policyData(resolved, loaded.ref),
      hash: hashPolicy(loaded.policy),
      source: loaded.bytes,
      papers,
    })
  }
  const changes = versions.slice(1).map((next, i): SiteChange => {
    const old = versions[i] as (typeof versions)[number]
    // What a reader would stumble over in either was reported when it was released.
    const { comparison, setting } = compareGiven(context, old.loaded, next.loaded, [])
    return { from: old.version, to: next.version, comparison, setting }
  })
  const lang = versions.at(-1)?.policy.metadata.lang ?? 'nl'
  return {
    value: {
      name: entry.name,
      organisation,
      lang,
      ...(subject === undefined ? {} : { subject }),
      versions: made,
      changes,
      counterparts,
      compared,
    },
    messages,
  }
}
