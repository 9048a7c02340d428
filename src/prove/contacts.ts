import { meaningsOf } from '../language/index.js'
import { isJoin, type WordTables } from '../rewording/index.js'
import { isRanked } from './lists.js'
import type { ProofContext, Unit } from './unit.js'

/**
 * Ways to reach someone, in another order: "call … or e-mail …". Each stays with its own words, nothing denies or limits one of them, and
 * they are all meant, or any of them, in both.
 */
export function isContactMoved(a: readonly Unit[], b: readonly Unit[], { words }: ProofContext): boolean {
  const lead = leadOf(a)
  const led = lead !== '' && lead === leadOf(b)
  const [x, y] = [partsOf(a, led, words), partsOf(b, led, words)]
  if (x.length !== y.length || x.length < 2 || [...x].sort().join('|') !== [...y].sort().join('|')) return false
  const joins = (units: readonly Unit[]) => units.flatMap(({ value }) => (isJoin(value, words) ? [value] : []))
  if (joins(a).join() !== joins(b).join() || new Set(joins(a)).size > 1) return false
  const [negation, scope] = [meaningsOf('negation', words.lang), meaningsOf('scope', words.lang)]
  if (
    [...a, ...b].some(
      ({ value }) => isRanked(value, words) || value.split(' ').some((word) => negation.has(word) || scope.has(word)),
    )
  )
    return false
  if (!x.some(isContact)) return false
  const [first = ''] = x
  const isOpen = (before: string | undefined) => before === undefined || isContact(before) || (before === first && first === y[0])
  return x.every((part, k) => {
    const [before, other] = [x[k - 1], y[y.indexOf(part) - 1]]
    // What is no contact itself stays behind the part it stood behind.
    return before === other || (isContact(part) && isOpen(before) && isOpen(other))
  })
}

/** Whether a part names a mailbox, a page or a telephone. */
const isContact = (part: string): boolean => /@|www|http|\d[\d ]{5,}\d/.test(part.replaceAll('number ', ''))

/** What stands before the first colon. */
function leadOf(units: readonly Unit[]): string {
  const colon = units.findIndex(({ value }) => value === ':')
  return units
    .slice(0, Math.max(0, colon))
    .map(({ value }) => value)
    .join(' ')
}

function partsOf(units: readonly Unit[], led: boolean, words: WordTables): readonly string[] {
  const parts: string[][] = [[]]
  let first = led
  for (const { kind, value } of units) {
    if (first && value === ':') {
      first = false
      parts.push([])
    } else if (kind === 'comma' || kind === 'end' || value === '?' || value === '|' || isJoin(value, words)) parts.push([])
    else parts.at(-1)?.push(value)
  }
  return parts.map((part) => part.join(' ')).filter((part) => part !== '')
}
