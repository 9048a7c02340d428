import forge from 'node-forge'

/** Bytes that look random and are the same each time. */
const bytesFrom = (seed: number) => {
  let state = seed
  return {
    getBytesSync(count: number): string {
      let bytes = ''
      for (let i = 0; i < count; i++) {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0
        bytes += String.fromCharCode((state >>> 16) & 255)
      }
      return bytes
    },
  }
}

type Pair = forge.pki.rsa.KeyPair

const keys = new Map<number, Pair>()
/** A key of RSA, as short as those who check signatures still take. */
function keyOf(seed: number): Pair {
  const known = keys.get(seed) ?? forge.pki.rsa.generateKeyPair({ bits: 1024, prng: bytesFrom(seed), algorithm: 'PRIMEINC' })
  keys.set(seed, known)
  return known
}

export interface Wanted {
  readonly name?: string
  /** Who gives it out; itself when absent. */
  readonly issuer?: string
  /** YYYY-MM-DD */
  readonly from?: string
  readonly until?: string
  /** Whether the certificate of who gives it out goes with it. */
  readonly withIssuer?: boolean
}

function certificate(name: string, key: Pair, by: { name: string; key: Pair }, from: string, until: string) {
  const made = forge.pki.createCertificate()
  made.publicKey = key.publicKey
  made.serialNumber = '01'
  made.validity.notBefore = new Date(`${from}T00:00:00Z`)
  made.validity.notAfter = new Date(`${until}T00:00:00Z`)
  const named = (value: string) => [
    { name: 'commonName', value, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class },
  ]
  made.setSubject(named(name))
  made.setIssuer(named(by.name))
  made.setExtensions([{ name: 'basicConstraints', cA: by.key === key }])
  made.sign(by.key.privateKey, forge.md.sha256.create())
  return made
}

/** A certificate with its key, as a PKCS#12 file. The same wish gives the same certificate. */
export function pkcs12(
  password: string,
  { name = 'A. Bos', issuer, from = '2026-01-01', until = '2027-01-01', withIssuer = false }: Wanted = {},
): Uint8Array {
  const key = keyOf(1)
  const by = issuer === undefined ? { name, key } : { name: issuer, key: keyOf(2) }
  const own = certificate(name, key, by, from, until)
  const chain = withIssuer ? [own, certificate(by.name, by.key, by, '2020-01-01', '2040-01-01')] : [own]
  const file = forge.pkcs12.toPkcs12Asn1(key.privateKey, chain, password, {
    algorithm: '3des',
    count: 1,
  })
  return Buffer.from(forge.asn1.toDer(file).getBytes(), 'latin1')
}
