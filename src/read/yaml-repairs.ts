import { type Document, isScalar } from 'yaml'
import type * as z from 'zod'
import type { Phrase } from '../model/index.js'

/** What the author of a wrong value meant, as far as its form says. */
interface Repair {
  readonly value: string
  readonly expected: Phrase
}

/** Dutch words for values that the format has in English. One word may stand for values of several keys; only those of its own count. */
const DUTCH: Readonly<Record<string, readonly string[]>> = {
  instemming: ['consent'],
  advies: ['advice'],
  informatie: ['information'],
  goedkeuring: ['approval'],
  vaststelling: ['adoption'],
  vastgesteld: ['adopted', 'adoption'],
  concept: ['draft'],
  voorstel: ['proposed'],
  voorgesteld: ['proposed'],
  ingetrokken: ['withdrawn'],
  gelijk: ['same'],
  verwant: ['related'],
  geen: ['none'],
}

/**
 * The value meant where a text was written as a number, a version too short, or an English word in Dutch. `accepts` says whether the
 * schema takes a value in that place.
 */
export function repairOf(
  document: Document,
  path: readonly (string | number)[],
  issue: z.core.$ZodIssue,
  accepts: (value: string) => boolean,
): Repair | undefined {
  const node = document.getIn(path, true)
  if (!isScalar(node)) return undefined
  if (issue.code === 'invalid_value' && typeof node.value === 'string') {
    const value = DUTCH[node.value.trim().toLowerCase()]?.find((word) => issue.values.some((known) => known === word))
    return value === undefined
      ? undefined
      : { value, expected: { phrase: 'expected.english', values: { value, written: node.value.trim() } } }
  }
  const written = typeof node.value === 'number' ? (node.source ?? String(node.value)) : node.value
  if (typeof written !== 'string' || !/^\d/.test(written)) return undefined
  if (typeof node.value === 'number' && accepts(written))
    return { value: written, expected: { phrase: 'expected.quotes', values: { written } } }
  const value = [`${written}.0`, `${written}.0.0`].find(accepts)
  return value === undefined ? undefined : { value, expected: { phrase: 'expected.version-written', values: { version: value } } }
}
