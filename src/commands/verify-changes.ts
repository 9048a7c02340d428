import { basename } from 'node:path'
import { alikeFor, contentOfPaper, type PaperContent, paperDifferences } from '../check/index.js'
import { hashPolicy, isProved } from '../decide/index.js'
import { encoded, errorsIn, type Message, type Phrase } from '../model/index.js'
import { render } from '../render/index.js'
import { correctedSince } from '../secretariat/corrected/index.js'
import {
  assetsOf,
  type ComparedVersions,
  type Context,
  compareGiven,
  type FormatName,
  langOf,
  type Paper,
  reportOn,
  requireWorkspace,
  signatureOf,
  surroundings,
} from '../secretariat/index.js'
import { type Loaded, listPolicies, listTemplates, loadPolicy, type PolicyEntry, proposals } from '../workspace/index.js'
import { resolution } from './board-pack.js'
import { PAPERS } from './diff.js'

/** One of the texts that a paper about two of them names by its content hash. */
export interface VerifiedText {
  readonly hash: string
  /** As it is named: a release, or the policy for what is none; null where no text of the workspace has this hash. */
  readonly text: string | null
  /**
   * `recorded`: a release, the decisions its route asks bound to its words. `unproved`: a release without. `proposed`: words that were put before
   * the bodies. `draft`: the working text. `unknown`: none of these.
   */
  readonly standing: 'recorded' | 'unproved' | 'proposed' | 'draft' | 'unknown'
}

/** What a paper about two texts was found to be; the verdict as of any published file. */
export interface VerifiedChanges {
  readonly verdict: 'untouched' | 'same-words' | 'other' | 'unknown'
  readonly about: readonly VerifiedText[]
  /** The policy both are texts of; absent where one of them is not known. */
  readonly policy?: string
  readonly messages: readonly Message[]
}

/** Each paper about two texts, the resolution on the second among them. */
const PAPERS_OF_TWO: readonly ((of: ComparedVersions, context: Context) => Paper)[] = [
  ...Object.values(PAPERS).map((paper) => () => paper),
  resolution,
]

/** Holds a file that says it is about two texts against each paper that is made of them. `base` is the file without its signature. */
export async function judgeChanges(
  context: Context,
  {
    base,
    found,
    format,
    place,
  }: { base: Uint8Array; found: PaperContent; format: FormatName; place: NonNullable<Message['place']> },
): Promise<VerifiedChanges | undefined> {
  const [former, latter] = found.about
  if (former === undefined || latter === undefined) return undefined
  const texts = textsOf(context)
  const [olds, nexts] = [former, latter].map((hash) => texts.filter((text) => text.hash === hash).map(({ loaded }) => loaded))
  const pairs = (nexts ?? []).flatMap((next) => {
    const old = olds?.find(({ entry }) => entry?.name === next.entry?.name)
    return old ? [[old, next] as const] : []
  })
  const [pair] = pairs
  if (!pair) {
    const about = [textOf(context, former, olds?.[0]), textOf(context, latter, nexts?.[0])]
    return { verdict: 'unknown', about, messages: [{ rule: 'paper/unknown', form: 'texts', severity: 'error', place }] }
  }
  let nearest: { readonly content: PaperContent; readonly pair: typeof pair } | undefined
  const judged = (of: typeof pair, verdict: VerifiedChanges['verdict'], messages: readonly Message[]): VerifiedChanges => {
    const about = [textOf(context, former, of[0]), textOf(context, latter, of[1])]
    return { verdict, about, policy: of[1].entry?.name ?? of[1].ref, messages }
  }
  for (const each of pairs) {
    const messages: Message[] = []
    const versions = compareGiven(context, ...each, messages)
    const assets = assetsOf(context, langOf(versions), signatureOf(context, versions, {}))
    for (const paper of PAPERS_OF_TWO) {
      const { value: made } = await render(reportOn(versions, paper(versions, context)), format, assets)
      const wanted = encoded(made)
      // What is wrong with either text is wrong with its paper.
      if (Buffer.compare(wanted, base) === 0) return judged(each, 'untouched', errorsIn(messages))
      const content = await contentOfPaper(wanted, format, basename(place.file ?? ''))
      if (!content) continue
      const differs = paperDifferences(content, found, each[1].ref, place)
      if (differs.every(({ form }) => form === 'beside')) return judged(each, 'same-words', [...errorsIn(messages), ...differs])
      if (!nearest || alikeFor(content, found) > alikeFor(nearest.content, found)) nearest = { content, pair: each }
      // As data the comparison has one form.
      if (format === 'json') break
    }
  }
  if (!nearest) return undefined
  const [old = '', next = ''] = nearest.pair.map((each, i) => textOf(context, found.about[i] ?? '', each).text ?? '')
  const messages = paperDifferences(nearest.content, found, next, place).map((message): Message => {
    if (message.rule !== 'paper/other-words' || message.form !== 'words') return message
    const { paper, text } = message.values
    return { ...message, form: 'changes', values: { old, next, paper, text } }
  })
  return judged(nearest.pair, 'other', messages)
}

/** Every text of the workspace that a paper may be about: releases, what was put before bodies, working texts. */
export function textsOf(context: Context): readonly { readonly hash: string; readonly loaded: Loaded }[] {
  const workspace = requireWorkspace(context)
  return [...listPolicies(workspace), ...listTemplates(workspace)].flatMap((entry: PolicyEntry) => {
    const load = (name: string) => loadPolicy(workspace, name, context.cwd).value ?? []
    const releases = entry.releases.flatMap(({ version }) => load(`${entry.name}@${version}`))
    const working = [load(entry.name)].flat()
    const kept = proposals(workspace.files, entry).map(
      ({ path, policy }): Loaded => ({
        ref: entry.name,
        path,
        policy,
        entry,
        origin: 'revision',
        bytes: workspace.files.read(path),
      }),
    )
    return [...releases, ...kept, ...working].map((loaded) => ({ hash: hashPolicy(loaded.policy), loaded }))
  })
}

/** How a text stands that has this hash: as a release where there is one of its words and version, however the paper came to be. */
export function textOf(context: Context, hash: string, loaded: Loaded | undefined): VerifiedText {
  if (!loaded) return { hash, text: null, standing: 'unknown' }
  const { entry, policy, ref } = loaded
  const { version } = policy.metadata
  const working = entry && loadPolicy(context.workspace, entry.name, context.cwd).value
  const { releases } = surroundings(context, working ?? loaded, correctedSince)
  const at = releases.findIndex((release) => release.version === version && hashPolicy(release.policy) === hash)
  const release = releases[at]
  if (release) {
    const successor = releases[at + 1]?.policy ?? working?.policy
    return { hash, text: `${entry?.name}@${version}`, standing: isProved(release, successor) ? 'recorded' : 'unproved' }
  }
  // That a text says it was proposed proves nothing: `propose` keeps the words.
  const isKept = entry && proposals(requireWorkspace(context).files, entry).some((kept) => hashPolicy(kept.policy) === hash)
  return { hash, text: ref, standing: isKept ? 'proposed' : 'draft' }
}

/** What was found of the two texts. */
export const textLines = (about: readonly VerifiedText[]): readonly Phrase[] =>
  about.map(({ hash, text, standing }) =>
    standing === 'unknown' || text === null
      ? { phrase: 'verified.text-unknown', values: { hash } }
      : { phrase: `verified.text-${standing}`, values: { text } },
  )
