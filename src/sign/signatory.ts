import type { X509Certificate } from 'node:crypto'

/** Whose signature it is, by a certificate. */
export interface Signatory {
  readonly name: string
  /** Who gave the certificate out. */
  readonly issuer: string
  /** Nobody but the signatory says who they are. */
  readonly selfSigned: boolean
  readonly validFrom: Date
  readonly validUntil: Date
}

export const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)

export const signatoryOf = (certificate: X509Certificate): Signatory => ({
  name: nameIn(certificate.toLegacyObject().subject) ?? certificate.subject,
  issuer: nameIn(certificate.toLegacyObject().issuer) ?? certificate.issuer,
  selfSigned: isIssuedBy(certificate, certificate),
  validFrom: new Date(certificate.validFrom),
  validUntil: new Date(certificate.validTo),
})

function nameIn(names: object): string | undefined {
  const { CN, O: organisation } = names as Readonly<Record<string, string | readonly string[] | undefined>>
  const own = [CN ?? organisation ?? []].flat().join(', ')
  return own === '' ? undefined : own
}
