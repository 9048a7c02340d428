import type { Signatory } from './signatory.js'

/** The day of a moment, YYYY-MM-DD, by universal time: the one certificates are in. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/** Why nothing can be signed at a moment, and the day from or until which it could; undefined where it can. */
export function notValidAt(
  { validFrom, validUntil }: Signatory,
  moment: Date,
): { readonly form: 'not-yet' | 'expired'; readonly date: string } | undefined {
  if (moment < validFrom) return { form: 'not-yet', date: dayOf(validFrom) }
  return moment > validUntil ? { form: 'expired', date: dayOf(validUntil) } : undefined
}
