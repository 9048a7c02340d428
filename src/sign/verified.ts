import type { Message, Phrase } from '../model/index.js'
import { dayOf } from './days.js'
import { examine } from './pdf.js'

/** A signature, and what is proved of it. Days are YYYY-MM-DD. */
export type VerifiedSignature =
  | { readonly holds: false }
  | {
      /** Every byte of the file is as it was when it was signed. */
      readonly holds: true
      /** Who signed, as the certificate says. */
      readonly by: string
      readonly issuer: string
      /** Nobody but the signatory says who they are. */
      readonly selfSigned: boolean
      /** A certificate in the file proves that the issuer gave out that of the signatory. Whether the issuer can be trusted is not judged. */
      readonly issuerProved: boolean
      /** By the clock of the signatory. */
      readonly date: string
      readonly validFrom: string
      readonly validUntil: string
      /** The certificate was valid then; and it is today. */
      readonly validThen: boolean
      readonly validNow: boolean
    }

/** The signature under a file as it stands at a moment, what is wrong with it, and the file before it was signed. */
export function verifySignature(
  bytes: Uint8Array,
  now: Date,
  place: Message['place'],
): { readonly value: VerifiedSignature | null; readonly base: Uint8Array; readonly messages: readonly Message[] } {
  const found = examine(bytes)
  const at = { severity: 'error' as const, ...(place ? { place } : {}) }
  if (found === undefined) return { value: null, base: bytes, messages: [] }
  if (found === 'broken') {
    return { value: { holds: false }, base: bytes, messages: [{ rule: 'paper/signature', form: 'broken', ...at }] }
  }
  const { by, moment, issuerProved, base } = found
  const isValid = (day: Date) => day >= by.validFrom && day <= by.validUntil
  const value = {
    holds: true,
    by: by.name,
    issuer: by.issuer,
    selfSigned: by.selfSigned,
    issuerProved,
    date: dayOf(moment),
    validFrom: dayOf(by.validFrom),
    validUntil: dayOf(by.validUntil),
    validThen: isValid(moment),
    validNow: isValid(now),
  } as const
  const { by: name, date, validFrom: from, validUntil: until } = value
  const outside: Message[] = value.validThen
    ? []
    : [{ rule: 'paper/signature', form: 'outside', values: { name, date, from, until }, ...at }]
  return { value, base, messages: outside }
}

/** What is said of a signature that holds. */
export function signatureLines(signature: VerifiedSignature | null): readonly Phrase[] {
  if (!signature?.holds) return []
  const { by: name, issuer, date, selfSigned, issuerProved, validUntil: until, validThen, validNow } = signature
  const who: Phrase = selfSigned
    ? { phrase: 'verified.signed-alone', values: { name, date } }
    : { phrase: issuerProved ? 'verified.signed' : 'verified.signed-claimed', values: { name, issuer, date } }
  return [who, ...(validThen && !validNow ? [{ phrase: 'verified.signed-since-expired', values: { until } } as const] : [])]
}
