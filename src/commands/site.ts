import { once } from '../language/index.js'
import { append, type Message } from '../model/index.js'
import { tooLong } from '../schools/index.js'
import { type Context, filesOf, type Outcome, outputPath, requireWorkspace } from '../secretariat/index.js'
import {
  type Counterpart,
  currentFiles,
  hashOf,
  heavyPages,
  isOver,
  type Made,
  type MadePolicy,
  nameProblems,
  policyFiles,
  type SiteCache,
  shownOf,
} from '../site/index.js'
import { listPolicies, loadSiteLayout, orphanReleases, outPath, type PolicyEntry, showPath } from '../workspace/index.js'
import { cacheFile, historiesFile, isWhole, readCache, readHistories } from './site-cache.js'
import { type ComparedGroup, compareGroup, groupsOf } from './site-groups.js'
import { knownPolicy, type Published, readForSite, readShown, sitePolicy } from './site-policies.js'
import { organisationFiles, organisationsOf, type SiteOptions, settingHash, settingOf } from './site-setting.js'
import { makeShared } from './site-shared.js'
import { inBytes, type Looked, type Seen, type Work } from './site-work.js'
import { type SiteReport, sizesOf, writeSite } from './site-write.js'

/**
 * Makes a site of the workspace: a page for every policy, version and comparison, at addresses that never change. What did not change is
 * not made again; all is written as one step. A link that leads nowhere keeps the site from being written.
 */
export async function makeSite(context: Context, options: SiteOptions = {}): Promise<Outcome<SiteReport>> {
  const workspace = requireWorkspace(context)
  const files = filesOf(context)
  const folder = options.output === undefined ? outPath(workspace, 'site') : outputPath(context, options.output, [])
  const entries = listPolicies(workspace)
  // What is gone by an oversight is not taken off a site.
  const messages: Message[] = [...nameProblems(entries), ...orphanReleases(workspace)]
  const { owners, shared: names } = organisationsOf(workspace, entries)
  const layout = loadSiteLayout(workspace)
  const settingKey = settingHash(workspace, layout, options, names)
  const before = readCache(files, folder)
  const known = before?.setting === settingKey ? before.policies : {}
  const seen = { context, workspace, drafts: options.drafts ?? false, shared: names, messages }
  const found = entries.flatMap((entry) => lookAt(seen, entry, known[entry.name]) ?? [])
  const setting = settingOf(
    context,
    owners,
    found.map(({ lang }) => lang),
    layout,
    options,
  )
  // Pages in another language, or under another name, are other pages.
  const isSame = before?.setting === settingKey && before.title === setting.title && before.lang === setting.lang
  const cache = isSame ? before : undefined
  const looked = isSame ? found : found.map(({ known: _, ...policy }): Looked => policy)
  const work: Work = { ...seen, folder, setting, before, cache, made: [] }

  const groups = groupsOf(looked)
  const compared = groups.map((group) => compareGroup(work, group))
  const policies: Record<string, MadePolicy> = {}
  for (const policy of looked) {
    const group = compared.find(({ subject, names }) => subject === policy.subject && names.includes(policy.entry.name))
    policies[policy.entry.name] = await makePolicy(work, policy, group)
  }

  const summaries = Object.values(policies).map(({ summary }) => summary)
  const parts: readonly (readonly [string, Made])[] = [
    ...Object.entries(policies),
    ...compared.flatMap(({ subject, made }): [string, Made][] => [[`compare ${subject}`, made]]),
  ]
  const sharedKey = hashOf(setting.today, ...parts.flatMap(([name, { key }]) => [name, key]))
  const kept = work.made.length === 0 && cache?.shared.key === sharedKey && isWhole(files, folder, cache.shared)
  const isKnown = kept && looked.every(({ entry, texts }) => cache.policies[entry.name]?.texts === texts)
  const shared = kept
    ? { files: [], messages: [], made: cache.shared }
    : makeShared(workspace, setting, { key: sharedKey, owners, layout, summaries, compared, parts })
  append(messages, [...shared.messages, ...heavyPages([...parts.flatMap(([, { files: all }]) => all), ...shared.made.files])])
  if (options.strict) for (const [at, message] of messages.entries()) if (isLeftOut(message)) messages[at] = asError(message)
  const next: SiteCache = {
    schema: 'clausule/site-cache@1',
    setting: settingKey,
    title: setting.title,
    lang: setting.lang,
    policies,
    groups: Object.fromEntries(compared.map(({ subject, made }) => [subject, made])),
    shared: shared.made,
  }
  return writeSite(
    { ...work, lang: setting.lang, fails: messages.some(isLeftOut) },
    [...work.made, ...shared.files.map(inBytes), ...(isKnown ? [] : [cacheFile(next)])],
    next,
    summaries.length,
  )
}

function lookAt(seen: Seen, entry: PolicyEntry, before: MadePolicy | undefined): Looked | undefined {
  const { context, workspace, messages: all } = seen
  const files = filesOf(context)
  const { today } = files
  const known = before && before.from <= today && today < before.until ? before : undefined
  const around = organisationFiles(workspace, entry.organisation)
  const texts = hashOf(
    ...[entry.path, ...entry.releases.map(({ path }) => path)].flatMap((path) => [showPath(workspace, path), files.read(path)]),
    ...around,
  )
  if (known?.texts === texts) {
    const { subject, summary, told, compared } = known
    const read = once(() => readForSite(seen, entry, true).value as Published)
    const shown = once(() => readShown(seen, entry, known.shown))
    return { entry, texts, told, compared, lang: summary.lang, known, read, shown, ...(subject === undefined ? {} : { subject }) }
  }
  const { value, messages } = readForSite(seen, entry)
  append(all, messages)
  if (!value) return undefined
  const { subject, versions, organisation, partly } = value
  const shown = () => ({ loaded: shownOf(versions).loaded, organisation })
  const lang = versions.at(-1)?.policy.metadata.lang ?? 'nl'
  const { told, compared } = hashesOf(value, around)
  // What is too long to be compared, or no longer in force, stands on the site all the same, beside no other.
  const isCompared = subject !== undefined && !isOver(shownOf(versions))
  const long = isCompared ? tooLong(shown().loaded) : []
  append(
    all,
    long.map((message) => ({ ...message, severity: 'warning' as const })),
  )
  // What is wrong with a text that is left out is said each time, until it is mended.
  const kept = partly || long.length > 0 ? '' : texts
  const looked = {
    entry,
    texts: kept,
    told,
    compared,
    lang,
    read: () => value,
    shown,
    ...(isCompared && long.length === 0 ? { subject } : {}),
  }
  // A draft that the site does not show changed, or nothing but the place of a file.
  return known?.told === told ? { ...looked, known: { ...known, texts: kept } } : looked
}

/** The hash of all that the site tells of a policy, and of what of it a comparison is made of. */
function hashesOf(
  { subject = '', versions, working }: Published,
  around: readonly (string | Uint8Array)[],
): Pick<Looked, 'told' | 'compared'> {
  const textOf = ({ loaded: { ref, bytes } }: Published['versions'][number]) => [ref, bytes]
  return {
    told: hashOf(
      subject,
      working.policy.metadata.withdrawn ?? '',
      ...versions.flatMap((each) => [
        each.version,
        each.force,
        each.since ?? '',
        each.until ?? '',
        each.next ?? '',
        String(each.proved),
        ...textOf(each),
      ]),
      ...around,
    ),
    compared: hashOf(...textOf(shownOf(versions)), ...around),
  }
}

/** The pages of a policy, as they were or made anew. */
async function makePolicy(work: Work, looked: Looked, group: ComparedGroup | undefined): Promise<MadePolicy> {
  const { context, folder, setting } = work
  const { entry, told, known } = looked
  const files = filesOf(context)
  const lastingKey = hashOf(told, group === undefined ? 'alone' : 'compared')
  const key = hashOf(lastingKey, group?.made.beside[entry.name] ?? '')
  const stands = (part: Made | undefined, wanted: string) => part?.key === wanted && isWhole(files, folder, part)
  if (known && stands(known, key)) return known
  context.progress?.({ phrase: 'doing.building', values: { name: entry.name } })
  const counterparts = new Map(group?.counterparts()[entry.name])
  if (known && stands(known.lasting, lastingKey)) {
    const histories = readHistories(files, folder, entry.name)
    if (histories) {
      const { policy, shown } = knownPolicy(looked.shown(), known.summary, counterparts, group !== undefined)
      const beside = known.lasting.files.map(([path]) => path)
      const { current, messages } = currentFiles(policy, shown, histories, beside, setting)
      append(work.messages, messages)
      append(work.made, current.files.map(inBytes))
      return { ...known, key, ...partsOf(current, known.lasting) }
    }
  }
  return makeAnew(work, looked, counterparts, { key, lastingKey, compared: group !== undefined })
}

/** All pages and files of a policy, and until when they are what they are. */
async function makeAnew(
  work: Work,
  { entry, texts, told, compared, subject, read }: Looked,
  counterparts: ReadonlyMap<string, readonly Counterpart[]>,
  under: { readonly key: string; readonly lastingKey: string; readonly compared: boolean },
): Promise<MadePolicy> {
  const { context, setting } = work
  const published = read()
  const shown = shownOf(published.versions)
  const { value: policy, messages } = await sitePolicy(context, published, shown.version, counterparts, under.compared)
  const made = policyFiles(policy, setting)
  const all = [...made.lasting.files, historiesFile(entry.name, made.histories)]
  append(work.messages, [...messages, ...made.messages])
  append(work.made, [...made.current.files, ...all].map(inBytes))
  const lasting = { key: under.lastingKey, files: sizesOf(all), outside: [...made.lasting.outside] }
  const { today } = setting
  const days = published.versions.flatMap(({ since }) => (since !== undefined && since > today ? [since] : []))
  const { withdrawn } = published.working.policy.metadata
  if (withdrawn !== undefined && withdrawn > today) days.push(withdrawn)
  return {
    key: under.key,
    ...partsOf(made.current, lasting),
    lasting,
    texts,
    told,
    compared,
    from: today,
    until: days.sort()[0] ?? '9999-12-31',
    ...(subject === undefined ? {} : { subject }),
    shown: shown.loaded.ref,
    summary: made.summary,
  }
}

/** The files of a policy and the links that lead out of them: of its pages of today, and of what lasts. */
const partsOf = (current: ReturnType<typeof currentFiles>['current'], lasting: Made): Pick<Made, 'files' | 'outside'> => ({
  files: [...sizesOf(current.files), ...lasting.files],
  outside: [...new Set([...current.outside, ...lasting.outside])],
})

/** That a policy has errors: one that nobody decided on yet is none. */
const isLeftOut = ({ rule, severity }: Message): boolean => rule === 'site/left-out' && severity === 'warning'

const asError = (message: Message): Message => ({ ...message, severity: 'error' })
