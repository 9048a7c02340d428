import { basename, extname, resolve } from 'node:path'
import { contentOfPaper, paperDifferences } from '../check/index.js'
import { claimedOn, inForceOn, isProved, isWithdrawn } from '../decide/index.js'
import { append, encoded, errorsIn, type Message, type Phrase } from '../model/index.js'
import { FORMATS } from '../render/index.js'
import { correctedSince } from '../secretariat/corrected/index.js'
import { type Context, DOCUMENT_FORMATS, type FormatName, filesOf, requireWorkspace, surroundings } from '../secretariat/index.js'
import { signatureLines, type VerifiedSignature, verifySignature } from '../sign/index.js'
import { type Loaded, listPolicies, listTemplates, loadPolicy, orphanReleases, readNamed, showPath } from '../workspace/index.js'
import { papersOf } from './build.js'
import { judgeChanges, textLines, type VerifiedText } from './verify-changes.js'
import { judgeUnreleased } from './verify-unreleased.js'

/** A published file, and what it was found to be. */
export interface VerifiedPaper {
  readonly file: string
  /**
   * `untouched`: byte for byte what the release makes. `same-words`: its words and what travels with it are the release's, its bytes are not,
   * as of another brand or another edition of the program. `other`: they are not. `unknown`: it is of no release, and of no two texts.
   */
  readonly verdict: 'untouched' | 'same-words' | 'other' | 'unknown'
  /** The release it is of; null when there is none. */
  readonly release: string | null
  /** What it is, where it is of a release: the policy itself, or a paper about it. */
  readonly paper: 'policy' | 'notice' | 'resolution' | null
  /** Whether it is proved who decided on the words of that release; null where it is of none. */
  readonly proved: boolean | null
  /**
   * The two texts it is about, the former first, where it is a paper about what two texts of a policy differ in; the one text it is of, where that
   * was never released; else none.
   */
  readonly about: readonly VerifiedText[]
  /** A later release of the same policy; null when it is the last. */
  readonly newer: string | null
  /** The release of that policy that is in force today; null where none is, where it is not known, and for a template. */
  readonly inForce: string | null
  /** The policy that it is a release of was withdrawn since. */
  readonly withdrawn: boolean
  /** The signature under it; null where there is none. */
  readonly signature: VerifiedSignature | null
}

/** The format of a document that a name ends as. */
export const formatOf = (name: string): FormatName | undefined =>
  DOCUMENT_FORMATS.find((format) => FORMATS[format].endings.some((ending) => `.${ending}` === extname(name).toLowerCase()))

/** What a file is beside what the releases make, and whether the policy it is of still holds; with the working text of that policy. */
export async function judgePaper(
  context: Context,
  name: string,
): Promise<{ readonly value: VerifiedPaper; readonly messages: readonly Message[]; readonly working?: Loaded }> {
  const { value, messages, of } = await held(context, name)
  const policy = of ?? value.release?.replace(/@[^@]*$/, '')
  const working = policy === undefined ? undefined : loadPolicy(requireWorkspace(context), policy, context.cwd).value
  if (!working) return { value: { ...value, proved: null, inForce: null, withdrawn: false }, messages }
  return { value: { ...value, ...standingToday(context, working, value.release) }, messages, working }
}

/** What is so of a policy today, and of one of its releases. */
function standingToday(context: Context, working: Loaded, release: string | null) {
  const { today } = filesOf(context)
  const { policy, entry } = working
  const { releases } = surroundings(context, working, correctedSince)
  const at = releases.findIndex(({ version }) => release === `${entry?.name}@${version}`)
  const own = releases[at]
  const withdrawn = isWithdrawn(policy.metadata, today)
  const isKnown = entry?.kind === 'policy' && !withdrawn && !claimedOn(releases, policy, today)
  const { now }: ReturnType<typeof inForceOn> = isKnown ? inForceOn(releases, policy, today) : {}
  return {
    proved: own ? isProved(own, releases[at + 1]?.policy ?? policy) : null,
    inForce: now ? `${entry?.name}@${now.release.version}` : null,
    withdrawn,
  }
}

interface Held {
  readonly value: Omit<VerifiedPaper, 'withdrawn' | 'inForce' | 'proved'>
  readonly messages: readonly Message[]
  /** The policy that a paper about two texts is of. */
  readonly of?: string | undefined
}

/** Holds a file against what each release makes: those its name speaks of first. */
async function held(context: Context, name: string): Promise<Held> {
  const workspace = requireWorkspace(context)
  const path = resolve(context.cwd, name)
  const file = showPath(workspace, path)
  const place = { file, line: 1, column: 1 }
  const bytes = readNamed(filesOf(context), path)
  const none = { file, verdict: 'unknown', release: null, paper: null, about: [], newer: null, signature: null } as const
  if (!(bytes instanceof Uint8Array))
    return { value: none, messages: [{ rule: 'file/missing', ...bytes, severity: 'error', place }] }
  const format = formatOf(name) as FormatName
  const found = await contentOfPaper(bytes, format, basename(name))
  if (!found) return { value: none, messages: [{ rule: 'paper/unknown', form: 'damaged', severity: 'error', place }] }
  const { value: signature, base, messages: said } = verifySignature(bytes, filesOf(context).now(), place)
  const unmade: Message[] = []
  let nearest: { readonly release: string; readonly newer: string | null; readonly differs: readonly Message[] } | undefined
  for (const { release, newer, speaksOf, paper } of candidates(workspace, basename(name), format)) {
    const { outputs, messages } = await papersOf(context, [release], [format], paper)
    const made = outputs[0]?.bytes
    // A release nothing can be made of can be held against nothing: that is said, and not that it is another.
    if (made === undefined) {
      if (paper === undefined) append(unmade, errorsIn(messages))
      continue
    }
    const what = paper === undefined ? 'policy' : paper === 'resolution' ? paper : 'notice'
    const of = { ...none, paper: what, release, newer, signature } as const
    const wanted = encoded(made)
    if (Buffer.compare(wanted, base) === 0) return { value: { ...of, verdict: 'untouched' }, messages: said }
    const content = await contentOfPaper(wanted, format, basename(name))
    const differs = content ? paperDifferences(content, found, release, place) : []
    // A page behind its own, or a note over them: the words are those of the release, and something else is there.
    if (content && differs.every(({ form }) => form === 'beside')) {
      const added =
        signature === null && base.length > wanted.length && Buffer.compare(wanted, base.subarray(0, wanted.length)) === 0
      const more: Message[] = added
        ? [{ rule: 'paper/signature', form: 'added', values: { release }, severity: 'error', place }]
        : []
      return { value: { ...of, verdict: 'same-words' }, messages: [...said, ...more, ...differs] }
    }
    // A file that is named after a release claims to be it.
    if (speaksOf) nearest ??= { release, newer, differs }
  }
  const changes = await judgeChanges(context, { base, found, format, place })
  const isOfTwo = changes?.verdict === 'untouched' || changes?.verdict === 'same-words'
  if (nearest && !isOfTwo) {
    const { release, newer, differs } = nearest
    return { value: { ...none, verdict: 'other', release, newer, signature }, messages: [...said, ...differs] }
  }
  if (changes) {
    const { verdict, about, policy } = changes
    return { value: { ...none, verdict, about, signature }, messages: [...said, ...changes.messages], of: policy }
  }
  const unreleased = await judgeUnreleased(context, { base, found, format, place })
  if (unreleased) {
    const { verdict, about, policy, messages } = unreleased
    return { value: { ...none, verdict, about: [about], signature }, messages: [...said, ...messages], of: policy }
  }
  append(unmade, orphanReleases(workspace))
  const form = unmade.length === 0 ? 'release' : 'not-all'
  return {
    value: { ...none, signature },
    messages: [...said, ...unmade, { rule: 'paper/unknown', form, severity: 'error', place }],
  }
}

/** The papers of every release, those the name of the file speaks of first. Only the policy itself is claimed by a name: its notice and its resolution are found or not. */
function* candidates(workspace: ReturnType<typeof requireWorkspace>, file: string, format: FormatName) {
  const all = [...listPolicies(workspace), ...listTemplates(workspace)].flatMap(({ name, policy, releases }) =>
    releases.map(({ version }, i) => ({
      release: `${name}@${version}`,
      newer: releases[i + 1] === undefined ? null : `${name}@${releases.at(-1)?.version}`,
      speaksOf: file.startsWith(`${policy}-${version}.`),
    })),
  )
  const own = (isOwn: boolean) => all.filter(({ speaksOf }) => speaksOf === isOwn)
  for (const each of [...own(true), ...own(false)]) yield { ...each, paper: undefined }
  if (format === 'json') return
  // A notice says what ended its release since, where it was made again after that.
  for (const paper of ['notice-then', 'notice', 'resolution'] as const)
    for (const each of all) yield { ...each, speaksOf: false, paper }
}

/** What was found of a paper, and of the signature under it. */
export const paperLines = (paper: VerifiedPaper): readonly Phrase[] => [
  lineOf(paper),
  ...textLines(paper.about),
  ...(paper.proved === false ? [{ phrase: 'verified.paper-unproved' } as const] : []),
  ...(paper.withdrawn ? [{ phrase: 'verified.withdrawn' } as const] : []),
  // Of several releases it is told which one applies.
  ...(paper.release !== null && paper.inForce !== null && (paper.newer !== null || paper.inForce !== paper.release)
    ? [{ phrase: 'verified.in-force', values: { release: paper.inForce } } as const]
    : []),
  ...signatureLines(paper.signature),
]

function lineOf({ file, verdict, release, newer, about, paper }: VerifiedPaper): Phrase {
  if (about.length > 1) return { phrase: `verified.changes-${verdict}`, values: { file } }
  if (about.length === 1 && (verdict === 'untouched' || verdict === 'same-words'))
    return { phrase: `verified.one-${verdict}`, values: { file } }
  if (release === null) return { phrase: 'verified.unknown', values: { file } }
  if (verdict === 'other') return { phrase: 'verified.other', values: { file, release } }
  const phrase = verdict === 'untouched' ? 'verified.untouched' : 'verified.same-words'
  const what = { phrase: `verified.of-${paper ?? 'policy'}`, values: { release } } as const
  return newer === null ? { phrase, values: { file, what } } : { phrase: `${phrase}-superseded`, values: { file, what, newer } }
}
