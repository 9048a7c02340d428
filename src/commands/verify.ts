import { basename, extname, resolve } from 'node:path'
import { checkPdf } from '../check/index.js'
import { decisions, hashPolicy, isProved, verifyPolicy } from '../decide/index.js'
import { importDocument } from '../import/index.js'
import { clauses, type Message, type Phrase, type Policy, plainText } from '../model/index.js'
import { FORMATS } from '../render/index.js'
import { exists, type Loaded, listPolicies, loadPolicy, readNamed, showPath } from '../workspace/index.js'
import { papersOf } from './build.js'
import { type Context, filesOf, type Outcome, requireWorkspace, sharedLanguage } from './context.js'
import { DOCUMENT_FORMATS, type FormatName } from './formats.js'
import { selectPolicies } from './select.js'
import { surroundings } from './surroundings.js'

/** A release, and what is proved of it. */
export interface VerifiedRelease {
  readonly version: string
  /** Whether the decisions its route asks are bound to its words. */
  readonly proved: boolean
  readonly decisions: readonly { readonly body: string | null; readonly date: string | null; readonly name: string | null }[]
}

export interface VerifiedPolicy {
  readonly policy: string
  /** Oldest first. */
  readonly releases: readonly VerifiedRelease[]
}

/** A published file, and what it was found to be. */
export interface VerifiedPaper {
  readonly file: string
  /**
   * `untouched`: byte for byte what the release makes. `same-words`: its words and what travels with it are the release's, its bytes are not,
   * as of another brand or another edition of the program. `other`: they are not. `unknown`: it is of no release.
   */
  readonly verdict: 'untouched' | 'same-words' | 'other' | 'unknown'
  /** The release it is of; null when there is none. */
  readonly release: string | null
  /** A later release of the same policy; null when it is the last. */
  readonly newer: string | null
}

export interface VerifyReport {
  readonly schema: 'clausule/verify@1'
  readonly policies: readonly VerifiedPolicy[]
  readonly papers: readonly VerifiedPaper[]
  readonly messages: readonly Message[]
}

/**
 * Whether releases are what was decided on, in an unbroken chain, and published files what their releases say: names of policies, all when none
 * is given, or files. Offline: everything is held against the workspace.
 */
export async function verify(context: Context, names: readonly string[]): Promise<Outcome<VerifyReport>> {
  const { cwd } = requireWorkspace(context)
  const isPaper = (name: string) =>
    formatOf(name) !== undefined && extname(name) !== '.md' && exists(filesOf(context), resolve(cwd, name))
  const papers = names.filter(isPaper)
  const wanted = names.filter((name) => !isPaper(name))
  const selected =
    papers.length > 0 && wanted.length === 0 ? { value: [], messages: [] } : selectPolicies(context, wanted, { own: true })
  const messages: Message[] = [...selected.messages]
  const policies = selected.value.map((loaded) => {
    messages.push(...broken(context, loaded))
    return { policy: loaded.ref, releases: releasesOf(context, loaded) }
  })
  const judged: VerifiedPaper[] = []
  for (const file of papers) {
    context.progress?.({ phrase: 'doing.checking', values: { file } })
    const { value, messages: found } = await judgePaper(context, file)
    messages.push(...found)
    judged.push(value)
  }
  return {
    messages,
    ...sharedLanguage(selected.value.map(({ policy }) => policy)),
    fails: policies.some(({ releases }) => releases.at(-1)?.proved === false),
    data: { schema: 'clausule/verify@1', policies, papers: judged, messages },
    text: (_paint, say) => [...policies.flatMap(linesOf), ...judged.map(lineOf)].map(say).join('\n'),
    written: [],
  }
}

/** What is wrong between a text, its releases and the decisions: of the working text and of each release. */
function broken(context: Context, loaded: Loaded): Message[] {
  const load = ({ version }: { version: string }) =>
    loadPolicy(context.workspace, `${loaded.entry?.name}@${version}`, context.cwd).value ?? []
  const all = loaded.origin === 'working' ? [...(loaded.entry?.releases ?? []).flatMap(load), loaded] : [loaded]
  return all
    .flatMap((each) => verifyPolicy(each.policy, surroundings(context, each)))
    .filter(({ rule }) => /^(?:release|decision|proposal|version)\//.test(rule))
}

function releasesOf(context: Context, loaded: Loaded): readonly VerifiedRelease[] {
  const { releases } = surroundings(context, loaded)
  return releases.map((release, i): VerifiedRelease => {
    const { policy, version } = release
    return {
      version,
      proved: isProved(release, releases[i + 1]?.policy ?? loaded.policy),
      decisions: decisions(policy.metadata, hashPolicy(policy)).flatMap(({ approval, body, standing }) =>
        approval && standing !== 'superseded'
          ? [{ body: body ?? null, date: approval.date ?? null, name: approval.name ?? null }]
          : [],
      ),
    }
  })
}

const formatOf = (name: string): FormatName | undefined =>
  DOCUMENT_FORMATS.find((format) => FORMATS[format].endings.some((ending) => `.${ending}` === extname(name).toLowerCase()))

/** Holds a file against what each release makes: those its name speaks of first. */
async function judgePaper(
  context: Context,
  name: string,
): Promise<{ readonly value: VerifiedPaper; readonly messages: readonly Message[] }> {
  const workspace = requireWorkspace(context)
  const path = resolve(context.cwd, name)
  const file = showPath(workspace, path)
  const place = { file, line: 1, column: 1 }
  const bytes = readNamed(filesOf(context), path)
  const none = { file, verdict: 'unknown', release: null, newer: null } as const
  if (!(bytes instanceof Uint8Array))
    return { value: none, messages: [{ rule: 'file/missing', ...bytes, severity: 'error', place }] }
  const format = formatOf(name) as FormatName
  const found = await contentOf(bytes, format, basename(name))
  if (!found) return { value: none, messages: [{ rule: 'paper/unknown', form: 'damaged', severity: 'error', place }] }
  const unmade: Message[] = []
  let nearest: { readonly release: string; readonly newer: string | null; readonly differs: readonly Message[] } | undefined
  for (const { release, newer, speaksOf } of candidates(workspace, basename(name))) {
    const { outputs, messages } = await papersOf(context, [release], [format])
    const made = outputs[0]?.bytes
    // A release nothing can be made of can be held against nothing: that is said, and not that it is another.
    if (made === undefined) {
      unmade.push(...messages.filter(({ severity }) => severity === 'error'))
      continue
    }
    const wanted = typeof made === 'string' ? new TextEncoder().encode(made) : made
    if (Buffer.compare(wanted, bytes) === 0) return { value: { file, verdict: 'untouched', release, newer }, messages: [] }
    const content = await contentOf(wanted, format, basename(name))
    const differs = content ? differences(content, found, release, place) : []
    if (content && differs.length === 0) return { value: { file, verdict: 'same-words', release, newer }, messages: [] }
    // A file that is named after a release claims to be it.
    if (speaksOf) nearest ??= { release, newer, differs }
  }
  if (nearest) {
    const { release, newer, differs } = nearest
    return { value: { file, verdict: 'other', release, newer }, messages: differs }
  }
  const form = unmade.length === 0 ? 'release' : 'not-all'
  return { value: none, messages: [...unmade, { rule: 'paper/unknown', form, severity: 'error', place }] }
}

function* candidates(workspace: ReturnType<typeof requireWorkspace>, file: string) {
  const all = listPolicies(workspace).flatMap(({ name, policy, releases }) =>
    releases.map(({ version }, i) => ({
      release: `${name}@${version}`,
      newer: releases[i + 1] === undefined ? null : `${name}@${releases.at(-1)?.version}`,
      speaksOf: file.startsWith(`${policy}-${version}.`),
    })),
  )
  yield* all.filter(({ speaksOf }) => speaksOf)
  yield* all.filter(({ speaksOf }) => !speaksOf)
}

interface Content {
  readonly words: readonly string[]
  readonly attachments: ReadonlyMap<string, Uint8Array>
}

/** All words of a published file in order, and what travels with it; undefined for one that cannot be read. */
async function contentOf(bytes: Uint8Array, format: FormatName, name: string): Promise<Content | undefined> {
  const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean)
  if (format === 'pdf') {
    try {
      const { words, attachments } = checkPdf(bytes)
      return { words: wordsIn(words), attachments }
    } catch (error) {
      // What its reader stumbles over is the file's fault; a mistake of our own is not.
      if (error instanceof TypeError || error instanceof ReferenceError) throw error
      return undefined
    }
  }
  if (format === 'json' || format === 'markdown')
    return { words: wordsIn(new TextDecoder().decode(bytes)), attachments: new Map() }
  const { value } = await importDocument(bytes, name)
  return value && { words: wordsIn(allWords(value.policy)), attachments: new Map() }
}

const allWords = (policy: Policy): string =>
  [policy.metadata.title, ...clauses(policy).map(({ node }) => plainText(node))].join(' ')

const HASH = /^(?:sha256:)?[0-9a-f]{8,}$/

/** Words around the first difference that are quoted. */
const QUOTED = 6

function differences(wanted: Content, found: Content, release: string, place: Message['place']): readonly Message[] {
  const messages: Message[] = []
  const at = { severity: 'error' as const, ...(place ? { place } : {}) }
  const length = Math.max(wanted.words.length, found.words.length)
  const others = Array.from({ length }, (_, i) => i).filter((i) => wanted.words[i] !== found.words[i])
  // A hash says that words differ; the words themselves say how.
  const first = others.find((i) => !HASH.test(found.words[i] ?? '')) ?? others[0]
  if (first !== undefined) {
    const [text = '', paper = ''] = [wanted, found].map(({ words }) =>
      words.slice(Math.max(0, first - 2), first + QUOTED).join(' '),
    )
    messages.push({ rule: 'paper/other-words', form: 'words', values: { release, paper, text }, ...at })
  }
  for (const name of new Set([...wanted.attachments.keys(), ...found.attachments.keys()])) {
    const [own, its] = [wanted.attachments.get(name), found.attachments.get(name)]
    if (own && its && Buffer.compare(own, its) === 0) continue
    messages.push({ rule: 'paper/other-words', form: 'attachment', values: { release, name }, ...at })
  }
  return messages
}

function linesOf({ policy, releases }: VerifiedPolicy): Phrase[] {
  if (releases.length === 0) return [{ phrase: 'verified.none', values: { name: policy } }]
  return releases.map(({ version, proved, decisions: taken }): Phrase => {
    const by = taken.map(({ body, name, date }) => [body ?? name ?? '', date ?? ''].filter(Boolean).join(' '))
    return { phrase: proved ? 'verified.proved' : 'verified.unproved', values: { release: `${policy}@${version}`, by } }
  })
}

function lineOf({ file, verdict, release, newer }: VerifiedPaper): Phrase {
  if (release === null) return { phrase: 'verified.unknown', values: { file } }
  if (verdict === 'other') return { phrase: 'verified.other', values: { file, release } }
  const phrase = verdict === 'untouched' ? 'verified.untouched' : 'verified.same-words'
  return newer === null
    ? { phrase, values: { file, release } }
    : { phrase: `${phrase}-superseded`, values: { file, release, newer } }
}
