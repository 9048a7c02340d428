import { phrasesOf, statusWords } from '../../language/index.js'
import { findDate } from '../dates.js'
import { isDecision } from './deciding.js'
import { readField } from './fields.js'
import type { Facts } from './known.js'
import { BODY_WORDS, FINITE, KIND } from './vocabulary.js'

/** What a line says is still to be decided: "Ter vaststelling door de ledenvergadering van 12 mei", "PROPOSED – for decision by the Board". */

const AWAITS = new RegExp(`^(?:${statusWords().proposed})(?!\\p{L})`, 'iu')
// A line of a cover, or two.
const LONGEST = 200
/** "Proposed policy of the Board" is what a document is called. */
const isCalled = (rest: string): boolean =>
  !/^\s*(?:[–—:,;(.-]|$)/u.test(rest) &&
  (KIND.test(rest) || (!DECIDES.test(rest) && rest.search(BODY_WORDS) < 0)) &&
  findDate(rest) === undefined
const DECIDES = new RegExp(`^\\s+(?:${phrasesOf('by')}|${phrasesOf('beforeBody')})(?!\\p{L})`, 'iu')

/** Keeps such a line, and that the text awaits a decision; false for any other, of which nothing is taken. */
export function addAwaited(line: string, facts: Facts): boolean {
  const [words = ''] = AWAITS.exec(line) ?? []
  if (words === '' || line.length > LONGEST || FINITE.test(line) || isCalled(line.slice(words.length))) return false
  // "Proposed start date: 1 July 2026" tells a day of its own.
  const field = readField(line)
  if (field !== undefined && !isDecision(field.key) && field.key !== 'otherDay') return false
  // "Recommended by: the Staff Forum, 12 April 2024" was done.
  if (field?.key === 'advice' && findDate(field.value) !== undefined) return false
  facts.awaits = true
  facts.remarks.push(line)
  return true
}
