import { resolve } from 'node:path'
import { append, type Message, type Result } from '../model/index.js'
import type { Wording } from '../present/index.js'
import { type Context, filesOf, type Outcome, outputPath, publish, requireWorkspace, UsageError } from '../secretariat/index.js'
import type { Identity } from '../sign/index.js'
import { loadPolicy, loadWording, readNamed } from '../workspace/index.js'
import { judgePaper } from './verify-paper.js'

/** A certificate with its key (PKCS#12), and what opens it. */
export interface Certificate {
  /** A path, from where the operator stands. */
  readonly file: string
  readonly password: string
  /** What is in it, where it was sent and stands in no file; `file` is then only what it is called. */
  readonly bytes?: Uint8Array
}

export interface SignReport {
  readonly schema: 'clausule/sign@1'
  /** The release whose paper was signed, and by whom; null when nothing was. */
  readonly release: string | null
  readonly by: string | null
  readonly written: readonly string[]
  readonly messages: readonly Message[]
}

/** How a signed paper is called beside the one that can be made again: `social-media-1.0.0.signed.pdf`. */
export const signedPath = (path: string): string => path.replace(/\.pdf$/i, '.signed.pdf')

/** Opens a certificate. One that is not valid on this day is refused: what it signed would be no signature. */
export async function identityOf(
  context: Context,
  { file, password, bytes: sent }: Certificate,
): Promise<Result<Identity | undefined>> {
  const place = { file, line: 1, column: 1 }
  const bytes = sent ?? readNamed(filesOf(context), resolve(context.cwd, file))
  const refused = (message: Message): Result<undefined> => ({ value: undefined, messages: [message] })
  if (!(bytes instanceof Uint8Array)) return refused({ rule: 'file/missing', ...bytes, severity: 'error', place })
  const { notValidAt, openIdentity } = await import('../sign/index.js')
  const identity = await openIdentity(bytes, password)
  if (typeof identity === 'string')
    return refused({ rule: 'certificate/refused', form: identity, values: { file }, severity: 'error', place })
  const { signatory } = identity
  const wrong = notValidAt(signatory, filesOf(context).now())
  if (!wrong) return { value: identity, messages: [] }
  const { form, date } = wrong
  return refused({ rule: 'certificate/refused', form, values: { name: signatory.name, date }, severity: 'error', place })
}

/** A paper of a release with a signature behind it. */
export async function withSignature(
  context: Context,
  bytes: Uint8Array,
  identity: Identity,
  release: string,
  wording: Wording,
): Promise<Uint8Array> {
  const { signPdf } = await import('../sign/index.js')
  const label = wording('signature.label', { name: identity.signatory.name })
  return signPdf(bytes, identity, { moment: filesOf(context).now(), reason: release, label })
}

/** Signs a paper of a release, one that is byte for byte what the release makes, into a file beside it. */
export async function signPaper(
  context: Context,
  file: string,
  { certificate, output }: { readonly certificate: Certificate; readonly output?: string },
): Promise<Outcome<SignReport>> {
  requireWorkspace(context)
  if (!/\.pdf$/i.test(file)) throw new UsageError({ phrase: 'usage.only-pdf', values: { file } })
  const path = output === undefined ? signedPath(resolve(context.cwd, file)) : outputPath(context, output, [file])
  const { value: paper, messages: found } = await judgePaper(context, file)
  const messages: Message[] = [...found]
  const place = { file: paper.file, line: 1, column: 1 }
  const { release, verdict, signature } = paper
  if (signature !== null) messages.push({ rule: 'step/refused', form: 'sign-already', severity: 'error', place })
  else if (verdict === 'same-words') messages.push({ rule: 'step/refused', form: 'sign-other', severity: 'error', place })
  const { value: identity, messages: refused } =
    messages.length === 0 ? await identityOf(context, certificate) : { value: undefined, messages: [] }
  append(messages, refused)
  const lang = release === null ? undefined : loadPolicy(context.workspace, release, context.cwd).value?.policy.metadata.lang
  const outputs = []
  if (identity && release !== null && lang !== undefined) {
    const bytes = filesOf(context).read(resolve(context.cwd, file))
    const wording = loadWording(context.workspace, lang)
    outputs.push({ path, bytes: await withSignature(context, bytes, identity, release, wording) })
  }
  const published = publish(context, { outputs, messages })
  const by = published.written.length > 0 && identity ? identity.signatory.name : null
  return {
    ...published,
    ...(lang === undefined ? {} : { lang }),
    text: (paint, say) =>
      [
        ...(by === null ? [] : [say({ phrase: 'done.signed', values: { file: published.shown[0] ?? '', name: by } })]),
        published.text(paint, say),
      ].join('\n'),
    data: {
      schema: 'clausule/sign@1',
      release: by === null ? null : release,
      by,
      written: published.shown,
      messages: published.messages,
    },
  }
}
