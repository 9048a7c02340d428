import { hashFile, release, withdraw } from '../decide/index.js'
import { hasErrors, type Message, type Phrase, type Result } from '../model/index.js'
import { loadWording, type Output, releasePath } from '../workspace/index.js'
import { papersOf } from './build.js'
import { type Context, filesOf, type Outcome, UsageError } from './context.js'
import { isDate } from './dates.js'
import { publish } from './publish.js'
import { type Certificate, identityOf, signedPath, withSignature } from './sign.js'
import { errorsIn, type Ready, ready, withWritten, writing } from './step.js'

export interface ReleaseReport {
  readonly schema: 'clausule/release@1'
  readonly policy: string
  /** Null when nothing was released. */
  readonly version: string | null
  readonly written: readonly string[]
  readonly messages: readonly Message[]
}

export interface ReleaseOptions {
  /** Signs the PDF, into a file of its own beside the one that can be made again. */
  readonly certificate?: Certificate
}

/**
 * Freezes the words that were decided on as a release, makes its final papers, and opens the next draft: all of it or nothing. A release
 * names the hash of the one before it, and is never written to again.
 */
export async function releasePolicy(
  context: Context,
  name: string,
  { certificate }: ReleaseOptions = {},
): Promise<Outcome<ReleaseReport>> {
  const { value: text, messages: found } = ready(context, name)
  const { value: step, messages: refused } =
    text && !hasErrors(found) ? release(text.dossier) : { value: undefined, messages: [] }
  const messages: Message[] = [...errorsIn(found), ...refused]
  const outputs: Output[] = []
  if (text && step) {
    const { loaded, entry } = text
    const frozen = writing(loaded, step.frozen, releasePath(entry, step.version))
    outputs.push(frozen, writing(loaded, step.next(hashFile(frozen.bytes))))
    const papers = await papersOf(withWritten(context, outputs), [`${loaded.ref}@${step.version}`], ['pdf', 'html', 'docx'])
    outputs.push(...papers.outputs)
    messages.push(...errorsIn(papers.messages))
    if (certificate) {
      const { value: signed, messages: unsigned } = await signedPaper(context, text, papers.outputs, step.version, certificate)
      messages.push(...unsigned)
      if (signed) outputs.push(signed)
    }
    const place = { file: loaded.policy.file, line: 1, column: 1 }
    for (const who of step.unbound) messages.push({ rule: 'decision/unbound', severity: 'warning', values: { who }, place })
  }
  const published = publish(context, { outputs, messages })
  const done = step && !hasErrors(published.messages) ? step.version : undefined
  return concluded(published, text, name, done, { schema: 'clausule/release@1', version: done ?? null }, (ref) => ({
    phrase: 'done.released',
    values: { release: `${ref}@${done ?? ''}` },
  }))
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
  { date }: { readonly date?: string } = {},
): Outcome<WithdrawReport> {
  const day = date ?? filesOf(context).today
  if (!isDate(day)) throw new UsageError({ phrase: 'usage.date', values: { date: day } })
  const { value: text, messages: found } = ready(context, name)
  const { value: step, messages: refused } =
    text && !hasErrors(found) ? withdraw(text.dossier, day) : { value: undefined, messages: [] }
  const outputs = text && step ? [writing(text.loaded, step.edits)] : []
  const published = publish(context, { outputs, messages: [...errorsIn(found), ...refused] })
  const done = step && !hasErrors(published.messages) ? day : undefined
  return concluded(published, text, name, done, { schema: 'clausule/withdraw@1', date: done ?? null }, (ref) => ({
    phrase: 'done.withdrawn',
    values: { name: ref, date: day },
  }))
}

/** What came of a step, with the line that says it where it was taken. */
function concluded<Head extends object>(
  published: ReturnType<typeof publish>,
  text: Ready | undefined,
  name: string,
  done: string | undefined,
  head: Head,
  said: (ref: string) => Phrase,
) {
  const policy = text?.loaded.ref ?? name
  return {
    ...published,
    ...(text ? { lang: text.loaded.policy.metadata.lang } : {}),
    text: (...words: Parameters<typeof published.text>) =>
      [...(done === undefined ? [] : [words[1](said(policy))]), published.text(...words)].join('\n'),
    data: { ...head, policy, written: published.shown, messages: published.messages },
  }
}
