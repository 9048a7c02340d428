import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import type { asn1 as Asn1 } from 'node-forge'
import { isIssuedBy, type Signatory, signatoryOf } from './signatory.js'

/** A key with the certificate that says whose it is, and those that say who gave it out. */
export interface Identity {
  readonly key: KeyObject
  /** That of the key first. */
  readonly certificates: readonly X509Certificate[]
  readonly signatory: Signatory
}

/** Why nothing can be signed with a file. */
type NoIdentity = 'damaged' | 'password' | 'no-key' | 'no-certificate' | 'key-kind'

/** Opens a PKCS#12 file: `.p12`, `.pfx`. */
export async function openIdentity(bytes: Uint8Array, password: string): Promise<Identity | NoIdentity> {
  const bags = await bagsOf(bytes, password)
  if (typeof bags === 'string') return bags
  const [key] = bags.keys
  if (!key) return 'no-key'
  if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'ec') return 'key-kind'
  const own = bags.certificates.find((certificate) => certificate.checkPrivateKey(key))
  if (!own) return 'no-certificate'
  const certificates = [own, ...chainOf(own, bags.certificates)]
  return { key, certificates, signatory: signatoryOf(own) }
}

async function bagsOf(bytes: Uint8Array, password: string): Promise<Bags | NoIdentity> {
  const { asn1, pkcs12, pki } = (await import('node-forge')).default
  try {
    const file = pkcs12.pkcs12FromAsn1(asn1.fromDer(Buffer.from(bytes).toString('latin1'), false), false, password)
    const der = (value: Asn1.Asn1) => Buffer.from(asn1.toDer(value).getBytes(), 'latin1')
    const of = (type: string) => file.getBags({ bagType: type })[type] ?? []
    const { keyBag = '', pkcs8ShroudedKeyBag = '', certBag = '' } = pki.oids
    return {
      keys: [...of(pkcs8ShroudedKeyBag), ...of(keyBag)].map(({ key, asn1: other }) => {
        const wrapped = key ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key)) : other
        return createPrivateKey({ key: der(wrapped), format: 'der', type: 'pkcs8' })
      }),
      certificates: of(certBag).map(
        ({ cert, asn1: other }) => new X509Certificate(der(cert ? pki.certificateToAsn1(cert) : other)),
      ),
    }
  } catch (error) {
    return /password|MAC/i.test((error as Error).message) ? 'password' : 'damaged'
  }
}

interface Bags {
  readonly keys: readonly KeyObject[]
  readonly certificates: readonly X509Certificate[]
}

/** Who gave a certificate out, who gave out theirs, and so on, as far as they are there. */
function chainOf(of: X509Certificate, among: readonly X509Certificate[]): readonly X509Certificate[] {
  const others = among.filter((other) => !other.raw.equals(of.raw))
  const issuer = isIssuedBy(of, of) ? undefined : others.find((other) => isIssuedBy(of, other))
  return issuer ? [issuer, ...chainOf(issuer, others)] : []
}
