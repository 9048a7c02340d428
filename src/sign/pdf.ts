import { PdfFile } from '../check/index.js'
import { sha256, signDigest, verifyDigest } from './cms.js'
import { readDer } from './der.js'
import type { Identity } from './identity.js'
import { type Claim, momentIn, type Prepared, prepare } from './revision.js'
import { isIssuedBy, type Signatory, signatoryOf } from './signatory.js'

/** A signature that holds: every byte of the file is as it was when it was put under it. */
interface Signed {
  readonly by: Signatory
  /** A certificate that travels with it proves that its issuer gave out that of the signatory. Whether the issuer can be trusted is not judged. */
  readonly issuerProved: boolean
  readonly reason: string
  /** By the clock of whoever signed. */
  readonly moment: Date
  /** The file before it was signed. */
  readonly base: Uint8Array
}

/** `broken`: there is a signature, and the file is not what was signed, or it is one of another make than ours. */
type Examined = Signed | 'broken'

/** Bytes kept free beside the certificates: what is signed, and the longest signature there is. */
const ROOM = 2048

/** Puts a signature behind a file of the press. The same file, key and moment give the same bytes, where the key is of RSA. */
export function signPdf(
  bytes: Uint8Array,
  identity: Identity,
  { moment, reason, label }: Pick<Claim, 'moment' | 'reason' | 'label'>,
): Uint8Array {
  const room = ROOM + identity.certificates.reduce((sum, { raw }) => sum + raw.length, 0)
  const seconds = new Date(Math.floor(moment.getTime() / 1000) * 1000)
  const prepared = prepare(bytes, { name: identity.signatory.name, reason, label, moment: seconds, room })
  const cms = signDigest(digestOf(prepared), identity, seconds)
  return fill(prepared, cms, room)
}

const digestOf = ({ bytes, from, to }: Prepared): Buffer => sha256(bytes.subarray(0, from), bytes.subarray(to))

function fill({ bytes, from }: Prepared, cms: Buffer, room: number): Buffer {
  const whole = Buffer.from(bytes)
  whole.write(`<${cms.toString('hex').padEnd(2 * room, '0')}>`, from, 'latin1')
  return whole
}

/** Where the parts of a signed file say they are. */
const RANGE = '/ByteRange'

/** What there is of a signature in a file; undefined where there is none. */
export function examine(bytes: Uint8Array): Examined | undefined {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(RANGE)) return undefined
  try {
    return examined(Buffer.from(bytes)) ?? 'broken'
  } catch (error) {
    // What its readers stumble over is the file's fault; a mistake of our own is not.
    if (error instanceof ReferenceError) throw error
    return 'broken'
  }
}

/** Makes the file anew of what stood before the signature and of what it says: where that is not the file, something changed. */
function examined(bytes: Buffer): Signed | undefined {
  const file = new PdfFile(bytes)
  const previous = Number(file.trailer.get('Prev'))
  const end = bytes.indexOf('%%EOF', previous) + '%%EOF'.length
  const field = file.dictionary(
    file.array(file.dictionary(file.dictionary(file.trailer.get('Root')).get('AcroForm')).get('Fields'))[0],
  )
  const signature = file.dictionary(field.get('V'))
  const [said, name, reason] = ['M', 'Name', 'Reason'].map((key) => file.text(signature.get(key)) ?? '') as [
    string,
    string,
    string,
  ]
  const contents = Buffer.from(String((signature.get('Contents') as { bytes?: string }).bytes), 'latin1')
  const moment = momentIn(said)
  const claim = { name, reason, label: file.text(field.get('TU')) ?? '', moment, room: contents.length }
  const cms = readDer(contents).bytes
  // The press ends a file with or without a line's end.
  for (const base of [bytes.subarray(0, end), bytes.subarray(0, end + 1)]) {
    const prepared = prepare(base, claim)
    if (!fill(prepared, cms, claim.room).equals(bytes)) continue
    const certificates = verifyDigest(cms, digestOf(prepared), moment)
    const [own, issuer] = certificates ?? []
    if (!own) return undefined
    const by = signatoryOf(own)
    return by.name === name
      ? { by, issuerProved: issuer !== undefined && isIssuedBy(own, issuer), reason, moment, base }
      : undefined
  }
  return undefined
}
