import type { Sent } from '../../types.js'

/** The most rows or pairs of one page. */
export const MOST = 500

/**
 * The number at which a form that was sent has these names. What was judged meanwhile may have put others at it: what was said of one row or pair
 * is never shown at another.
 */
export function sentAt(sent: Sent | undefined, key: string, names: readonly string[]): number | undefined {
  if (!sent) return undefined
  const isThis = (shown: readonly string[]) => shown.length === names.length && names.every((name) => shown.includes(name))
  for (let at = 0; at < MOST; at++) if (isThis(sent.all(`${key}-${at}`))) return at
  return undefined
}
