import { createHash, sign, verify, X509Certificate } from 'node:crypto'
import { type Der, der, inside, oid, readDer, TAG, tagged, timeOf } from './der.js'
import type { Identity } from './identity.js'

/*
 * A signature as CMS (RFC 5652): who signed, over which digest, and when. What is signed names by its hash every certificate that travels with it
 * (RFC 5035), so that no name in one can become another.
 */

const DATA = oid('1.2.840.113549.1.7.1')
const SIGNED_DATA = oid('1.2.840.113549.1.7.2')
const CONTENT_TYPE = oid('1.2.840.113549.1.9.3')
const MESSAGE_DIGEST = oid('1.2.840.113549.1.9.4')
const SIGNING_TIME = oid('1.2.840.113549.1.9.5')
const SIGNING_CERTIFICATE = oid('1.2.840.113549.1.9.16.2.47')
const NOTHING = der(TAG.null)
const SHA_256 = der(TAG.sequence, oid('2.16.840.1.101.3.4.2.1'), NOTHING)
const RSA = der(TAG.sequence, oid('1.2.840.113549.1.1.1'), NOTHING)
const ECDSA = der(TAG.sequence, oid('1.2.840.10045.4.3.2'))
const ONE = der(TAG.integer, Buffer.from([1]))

export const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Signs a digest (SHA-256) at a moment, which is kept in whole seconds. */
export function signDigest(digest: Uint8Array, { key, certificates }: Identity, moment: Date): Buffer {
  const attributes = attributesOf(digest, certificates, moment)
  return assemble(certificates, attributes, sign('sha256', der(TAG.set, attributes), key))
}

/** What holds of a signature: undefined where it is not one of these, or says another digest or moment, or does not hold. */
export function verifyDigest(cms: Buffer, digest: Uint8Array, moment: Date): readonly X509Certificate[] | undefined {
  const [, body] = inside(readDer(cms))
  const parts = inside(inside(body as Der)[0] as Der)
  const certificates = inside(parts[3] as Der).map(({ bytes }) => new X509Certificate(bytes))
  const [own] = certificates
  const signature = inside(inside(parts[4] as Der)[0] as Der)[5]?.content
  if (!own || !signature) return undefined
  // Made anew of what it says: then nothing stands in it that is not signed or known.
  const attributes = attributesOf(digest, certificates, moment)
  const isSame = assemble(certificates, attributes, signature).equals(cms)
  return isSame && verify('sha256', der(TAG.set, attributes), own.publicKey, signature) ? certificates : undefined
}

function attributesOf(digest: Uint8Array, certificates: readonly X509Certificate[], moment: Date): Buffer {
  const attribute = (type: Buffer, value: Buffer) => der(TAG.sequence, type, der(TAG.set, value))
  const named = certificates.map(({ raw }) => der(TAG.sequence, der(TAG.octets, sha256(raw))))
  const attributes = [
    attribute(CONTENT_TYPE, DATA),
    attribute(MESSAGE_DIGEST, der(TAG.octets, digest)),
    attribute(SIGNING_TIME, timeOf(moment)),
    attribute(SIGNING_CERTIFICATE, der(TAG.sequence, der(TAG.sequence, ...named))),
  ]
  // A set has one order in DER.
  return Buffer.concat(attributes.sort(Buffer.compare))
}

function assemble(certificates: readonly X509Certificate[], attributes: Buffer, signature: Uint8Array): Buffer {
  const own = certificates[0] as X509Certificate
  const fields = inside(inside(readDer(own.raw))[0] as Der)
  // The version stands before the serial number in every certificate that has extensions.
  const from = fields[0]?.tag === tagged(0) ? 1 : 0
  const [serial, , issuer] = fields.slice(from) as [Der, Der, Der]
  const signer = der(
    TAG.sequence,
    ONE,
    der(TAG.sequence, issuer.bytes, serial.bytes),
    SHA_256,
    der(tagged(0), attributes),
    own.publicKey.asymmetricKeyType === 'rsa' ? RSA : ECDSA,
    der(TAG.octets, signature),
  )
  const signed = der(
    TAG.sequence,
    ONE,
    der(TAG.set, SHA_256),
    der(TAG.sequence, DATA),
    der(tagged(0), ...certificates.map(({ raw }) => raw)),
    der(TAG.set, signer),
  )
  return der(TAG.sequence, SIGNED_DATA, der(tagged(0), signed))
}
