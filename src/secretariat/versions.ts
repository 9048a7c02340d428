import { basename } from 'node:path'
import { verifyPolicy } from '../decide/index.js'
import { isDay } from '../language/index.js'
import { unknownLanguage } from '../lint/index.js'
import { append, type Language, type Message, type Organisation } from '../model/index.js'
import { presentConcordance, presentMemo, presentRedline, sideOf, type Version, type VersionSetting } from '../papers/index.js'
import type { Document, Form, Report } from '../present/index.js'
import { readPolicy } from '../read/index.js'
import type { Assets } from '../render/index.js'
import { placeOf, resolve } from '../resolve/index.js'
import { type Comparison, compareVersions, SIGNIFICANCES, toComparisonJson } from '../versions/index.js'
import { brandOf, dictionaryOf, type Loaded, lastRelease, loadOrganisation, loadPolicy, loadWording } from '../workspace/index.js'
import { brokenReleases } from './broken-releases.js'
import { type Context, filesOf, UsageError } from './context.js'
import { correctedSince } from './corrected/index.js'
import { forWhom } from './select.js'
import { surroundings } from './surroundings.js'

/** Two versions, compared and ready to be presented. */
export interface ComparedVersions {
  readonly comparison: Comparison
  readonly setting: VersionSetting
  readonly organisation?: Organisation
  /** The folder-safe names of organisation and policy; no organisation for a text that names none. */
  readonly owner?: string
  readonly name: string
  /** The new text, where it is there. */
  readonly next?: Loaded
}

export interface Compared {
  /** Absent when one of the two cannot be had. */
  readonly value?: ComparedVersions
  readonly messages: readonly Message[]
}

/** A text on one side: one that is loaded, or none at all (a file that is new or gone). */
type Given = Loaded | { readonly ref: string; readonly path: string }

/** Compares the versions two names mean; with one name, its latest release and the working text. */
export function compareNamed(context: Context, names: readonly string[]): Compared {
  const [first, second, ...others] = names
  if (first === undefined || others.length > 0) {
    throw new UsageError({ phrase: 'usage.two-versions' })
  }
  const messages: Message[] = []
  const load = (name: string) => {
    const { value, messages: found } = loadPolicy(context.workspace, name, context.cwd, filesOf(context))
    append(messages, value ? forWhom(value, found) : found)
    return value
  }
  const named = load(first)
  const [old, next] =
    second === undefined
      ? [named && latestRelease(context, named, load), named]
      : [named, second === first ? named : load(second)]
  // A text that could not be read is no empty text: compared, it would seem that everything was removed.
  const unread = messages.some(({ rule, severity }) => severity === 'error' && rule.startsWith('file/'))
  return old && next && !unread ? { value: compareGiven(context, old, next, messages), messages } : { messages }
}

function latestRelease(
  { workspace, cwd }: Context,
  { entry, ref }: Loaded,
  load: (name: string) => Loaded | undefined,
): Loaded | undefined {
  const release = lastRelease(workspace, entry, cwd)
  if (!release)
    throw new UsageError({ phrase: workspace ? 'usage.no-release' : 'usage.no-release-outside', values: { name: ref } })
  return load(release.ref)
}

/** Compares two texts. What a reader would stumble over in either, an unknown parameter or a reference to nowhere, is a message. */
export function compareGiven(context: Context, old: Given, next: Given, messages: Message[]): ComparedVersions {
  const version = versionOf(old, messages)
  const versions = { old: version, next: next === old ? version : versionOf(next, messages) }
  const { value: comparison, messages: found } = compareVersions(versions.old.side, versions.next.side, dictionaryOf)
  append(messages, found)

  const { metadata } = versions.next.side.policy
  const owner = metadata.organisation ?? ('entry' in next ? next.entry?.organisation : undefined)
  const { workspace } = context
  const owned = workspace && owner !== undefined ? loadOrganisation(workspace, owner) : undefined
  const organisation = owned?.value
  if ('entry' in next && next.entry) append(messages, owned?.messages ?? [])
  const brand = brandOf(organisation)
  append(messages, brand.messages)
  const entry = 'entry' in next ? next.entry : undefined
  const setting: VersionSetting = {
    ...versions,
    ...(organisation ? { organisation: organisation.organisation.name } : {}),
    brand: brand.value,
    ...(entry?.kind === 'template' ? { template: true } : {}),
    wording: loadWording(workspace, metadata.lang),
  }
  // What a release says that was changed since was never adopted, whatever a paper calls it.
  const loaded = [old, next].filter((given): given is Loaded => 'policy' in given)
  append(messages, brokenReleases(context, old === next ? loaded.slice(1) : loaded))
  // Papers say of a consent that it stood after a correction: not where nothing proves it.
  if ('policy' in next && entry && next.policy.metadata.approvals?.some(({ kept }) => kept !== undefined))
    append(
      messages,
      verifyPolicy(next.policy, surroundings(context, next, correctedSince)).filter(({ rule }) => rule === 'decision/kept'),
    )
  return {
    comparison,
    setting,
    ...(organisation ? { organisation: organisation.organisation } : {}),
    ...(owner === undefined ? {} : { owner }),
    name: entry?.policy ?? basename(next.path, '.md'),
    ...('policy' in next ? { next } : {}),
  }
}

function versionOf(given: Given, messages: Message[]): Version {
  const policy = 'policy' in given ? given.policy : readPolicy('', given.path).value
  const { value: resolved, messages: found } = resolve(policy)
  // Any Markdown may link to what only its own program knows; a policy may not.
  if ('entry' in given && given.entry) append(messages, found)
  append(messages, unknownLanguage(policy))
  return { side: sideOf(resolved, given.ref), resolved }
}

/** One of the papers about two versions. */
export type Paper = (comparison: Comparison, setting: VersionSetting, form: Form) => Document

/** The redline; where every change can be accepted and rejected, both texts in full. */
export const presentTracked: Paper = (comparison, setting, form) =>
  presentRedline(comparison, setting, form === 'tracked' ? 'complete' : undefined)

/**
 * What shows all that changed is printed up to so many pages, which is more than the longest policy has. Of two texts that differ everywhere it would have
 * more than a thousand.
 */
const MOST_PAGES = 500
/** What says it in a line for each clause. */
const SHORT: ReadonlySet<Paper> = new Set([presentMemo, presentConcordance])

/** A comparison as one of its papers, with the names of what its page can be filtered by. */
export function reportOn({ comparison, setting }: ComparedVersions, paper: Paper): Report {
  const { wording } = setting
  return {
    document: (form) => paper(comparison, setting, form),
    ...(SHORT.has(paper) ? {} : { mostPages: MOST_PAGES }),
    data: () => toComparisonJson(comparison),
    labels: () => {
      const values = Object.fromEntries(SIGNIFICANCES.map((level) => [level, wording(`versions.significance.${level}`)]))
      return { significance: { name: wording('versions.significance'), values, beside: true } }
    },
    placeOf: (id) => placeOf(id, setting.next.resolved, setting.old.resolved),
  }
}

/** The language of the papers: that of the new text. */
export const langOf = ({ setting }: ComparedVersions): Language => setting.next.side.policy.metadata.lang

/**
 * Who tracked changes are by and when. When nobody says, the organisation's, or the program's where there is none, which wrote them; of
 * the day the new text is dated, or of today.
 */
export interface Signature {
  readonly author?: string
  readonly date?: string
}

const PROGRAM = 'Clausule'

/** How the tracked changes of a Word file are signed. */
export function signatureOf(
  context: Context,
  { setting }: ComparedVersions,
  { author, date }: Signature,
): NonNullable<Assets['signature']> {
  if (date !== undefined && !isDay(date)) throw new UsageError({ phrase: 'usage.date', values: { date } })
  const { today } = filesOf(context)
  const dated = setting.next.side.policy.metadata.date
  // A text may be dated ahead; what has been changed was not changed on a day to come.
  return {
    author: author ?? setting.organisation ?? PROGRAM,
    date: date ?? (dated !== undefined && dated <= today ? dated : today),
  }
}

/** The two versions as part of a file name: `1.0.0--1.1.0`; by their references where the numbers do not tell them apart. */
export function versionsInName({ comparison: { old, next } }: ComparedVersions): string {
  const suffix = (ref: string) => ref.replace(/^[^@]*@/, '')
  const [a, b] = [old.version, next.version]
  return a !== undefined && b !== undefined && a !== b ? `${a}--${b}` : `${suffix(old.ref)}--${suffix(next.ref)}`
}
