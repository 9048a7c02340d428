import { hashFile, hashPolicy, release, withdraw } from '../decide/index.js'
import { isDay } from '../language/index.js'
import { append, encoded, errorsIn, hasErrors, type Message, type Phrase, type Result } from '../model/index.js'
import {
  type Context,
  filesOf,
  gitHindrance,
  type KeptStep,
  keepInGit,
  type Outcome,
  type Published,
  publish,
  type Ready,
  ready,
  UsageError,
  withWritten,
  writing,
} from '../secretariat/index.js'
import { loadWording, type Output, releasePath } from '../workspace/index.js'
import { papersOf } from './build.js'
import { papersAgain } from './papers-again.js'
import { type Certificate, identityOf, signedPath, withSignature } from './sign.js'

export interface ReleaseReport {
  readonly schema: 'clausule/release@1'
  readonly policy: string
  /** Null when nothing was released. */
  readonly version: string | null
  /** The commit that keeps it; null without a repository or a release. */
  readonly git: KeptStep | null
  readonly written: readonly string[]
  readonly messages: readonly Message[]
}

export interface ReleaseOptions {
  /** Signs the PDF, into a file of its own beside the one that can be made again. */
  readonly certificate?: Certificate
  /** The text is, word for word, what was adopted before it came here: nothing proves it, and the release is shown so. */
  readonly unproved?: boolean
  /** Commit and tag it in git; without, the outcome says how. */
  readonly git?: boolean
}

/**
 * Freezes the words that were decided on as a release, makes its final papers, and opens the next draft: all of it or nothing. A release
 * names the hash of the one before it, and is never written to again.
 */
export async function releasePolicy(
  context: Context,
  name: string,
  { certificate, unproved = false, git = false }: ReleaseOptions = {},
): Promise<Outcome<ReleaseReport>> {
  const { value: text, messages: found } = ready(context, name)
  const { value: step, messages: refused } =
    text && !hasErrors(found) ? release(text.dossier, { unproved }) : { value: undefined, messages: [] }
  const messages: Message[] = [...errorsIn(found), ...refused]
  const outputs: Output[] = []
  if (text && step) {
    const { loaded, entry } = text
    if (git) append(messages, gitHindrance(context, `${loaded.ref}@${step.version}`))
    const frozen = writing(loaded, step.frozen, releasePath(entry, step.version))
    outputs.push(frozen, writing(loaded, step.next(hashFile(encoded(frozen.bytes)))))
    const [after, ref] = [withWritten(context, outputs), `${loaded.ref}@${step.version}`]
    const papers = await papersOf(after, [ref], ['pdf', 'html', 'docx'])
    const notice = await papersOf(after, [ref], ['pdf', 'html'], 'notice')
    append(outputs, [...papers.outputs, ...notice.outputs])
    append(messages, errorsIn(hasErrors(papers.messages) ? papers.messages : notice.messages))
    const again = await papersAgain(context, after, text, ref)
    append(outputs, again.outputs)
    append(messages, again.messages)
    if (certificate) {
      const { value: signed, messages: unsigned } = await signedPaper(context, text, papers.outputs, step.version, certificate)
      append(messages, unsigned)
      if (signed) outputs.push(signed)
    }
    const place = { file: loaded.policy.file, line: 1, column: 1 }
    for (const who of step.unbound)
      messages.push({ rule: 'decision/unbound', form: 'released', severity: 'warning', values: { who }, place })
  }
  const published = publish(context, { outputs, messages })
  const done = step && !hasErrors(published.messages) ? step.version : undefined
  const named = `${text?.loaded.ref ?? name}@${done ?? ''}`
  const details =
    text && outputs[0] ? [`text ${hashPolicy(text.loaded.policy)}`, `file ${hashFile(encoded(outputs[0].bytes))}`] : []
  const keeping = { said: { phrase: 'kept.release', values: { release: named } }, details, tag: named } as const
  const kept = keepInGit(context, published, keeping, git, langOf(text))
  const head = { schema: 'clausule/release@1', version: done ?? null, git: kept?.step ?? null } as const
  return concluded(published, text, name, done, head, () => ({ phrase: 'done.released', values: { release: named } }), kept)
}

/** The signed twin of the PDF among the papers of a release. */
async function signedPaper(
  context: Context,
  { loaded }: Ready,
  papers: readonly Output[],
  version: string,
  certificate: Certificate,
): Promise<Result<Output | undefined>> {
  const { value: identity, messages } = await identityOf(context, certificate)
  const pdf = papers.find(({ path }) => path.endsWith('.pdf'))
  if (!identity || !pdf) return { value: undefined, messages }
  const wording = loadWording(context.workspace, loaded.policy.metadata.lang)
  const bytes = await withSignature(context, pdf.bytes as Uint8Array, identity, `${loaded.ref}@${version}`, wording)
  return { value: { path: signedPath(pdf.path), bytes }, messages }
}

export interface WithdrawReport extends Omit<ReleaseReport, 'schema' | 'version'> {
  readonly schema: 'clausule/withdraw@1'
  /** YYYY-MM-DD; null when nothing was withdrawn. */
  readonly date: string | null
}

/** A policy is no longer in force, from a day on; its releases stay. */
export function withdrawPolicy(
  context: Context,
  name: string,
  { date, git = false }: { readonly date?: string; readonly git?: boolean } = {},
): Outcome<WithdrawReport> {
  const day = date ?? filesOf(context).today
  if (!isDay(day)) throw new UsageError({ phrase: 'usage.date', values: { date: day } })
  const { value: text, messages: found } = ready(context, name)
  const { value: step, messages: refused } =
    text && !hasErrors(found) ? withdraw(text.dossier, day) : { value: undefined, messages: [] }
  const outputs = text && step ? [writing(text.loaded, step.edits)] : []
  const hindrance = git && step ? gitHindrance(context) : []
  const published = publish(context, { outputs, messages: [...errorsIn(found), ...refused, ...hindrance] })
  const done = step && !hasErrors(published.messages) ? day : undefined
  const ref = text?.loaded.ref ?? name
  const kept = git
    ? keepInGit(context, published, { said: { phrase: 'kept.withdrawal', values: { name: ref } } }, true, langOf(text))
    : undefined
  const head = { schema: 'clausule/withdraw@1', date: done ?? null, git: kept?.step ?? null } as const
  const said: Phrase = { phrase: 'done.withdrawn', values: { name: ref, date: day } }
  return concluded(published, text, name, done, head, () => said, kept)
}

const langOf = (text: Ready | undefined) => text?.loaded.policy.metadata.lang ?? 'en'

/** What came of a step, with the line that says it where it was taken. */
function concluded<Head extends object>(
  published: Published,
  text: Ready | undefined,
  name: string,
  done: string | undefined,
  head: Head,
  said: () => Phrase,
  kept: ReturnType<typeof keepInGit>,
) {
  const messages = [...published.messages, ...(kept?.messages ?? [])]
  return {
    ...published,
    messages,
    ...(text ? { lang: text.loaded.policy.metadata.lang } : {}),
    text: (...words: Parameters<typeof published.text>) =>
      [...(done === undefined ? [] : [words[1](said())]), published.text(...words), ...(kept?.lines(words[1]) ?? [])].join('\n'),
    data: { ...head, policy: text?.loaded.ref ?? name, written: published.shown, messages },
  }
}
