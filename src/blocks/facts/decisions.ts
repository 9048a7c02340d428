import type { Approval } from '../../model/index.js'
import { findDate } from '../dates.js'
import { FINITE, RIGHT_WORDS, ROLE_BEFORE_BODY } from './vocabulary.js'

const MOST_WORDS = 6
// What leads from a body to the day of its decision, and what stands between two decisions.
const TO_DATE = /(?:\s|,|\(|\b(?:d\.?\s?d\.?|dated|op|per|on|van|of|in|haar|zijn|de|het|the|vergadering|meeting)(?![\p{L}]))+$/iu
const BY = /(?:^|\s)(?:door|van|by|of|from)\s+(?:(?:het|de|the)\s+)?(\S.*)$/iu
// "door de rector vastgesteld": the last who, and "raad van toezicht" is one.
const BEFORE =
  /.*(?:^|\s)(?<!(?:^|\s)(?:raad|college|commissie|vergadering|bestuur|board|council|committee|head|chair)\s)(?:door|van|by|of|from)\s+(?:(?:het|de|the)\s+)?(\S.*)$/iu

/**
 * The decisions a sentence tells of, each with its day: "Vastgesteld door de rector d.d. 18 december 2017, na instemming van de
 * leerlingenraad d.d. 27 november 2017 en van de medezeggenschapsraad d.d. 11 december 2017". A body without a word for its right has
 * that of the one before it, the first that of `given`; days of which nobody says what was decided on them are none.
 */
export function decisionsIn(sentence: string, given?: Approval['right']): Approval[] {
  const found: Approval[] = []
  let rest = sentence
  let right = given
  for (let date = findDate(rest); date; date = findDate(rest)) {
    const at = rest.indexOf(date.words)
    const before = rest.slice(0, at)
    rest = rest.slice(at + date.words.length)
    const said = lastRight(before)
    if (said !== undefined) right = said
    const body = whoIn(before.replace(TO_DATE, ''))
    const isBody = body !== undefined && body.split(/\s+/).length <= MOST_WORDS && !FINITE.test(body) && !/[\d:;,]/.test(body)
    if (right === undefined || (said === undefined && !isBody)) continue
    found.push({ date: date.date, ...(isBody ? { body: bodyOf(body) } : {}), right })
  }
  return found
}

/** Who stands behind the word for a right, "vastgesteld door de raad van bestuur", or else before it. */
function whoIn(words: string): string | undefined {
  const each = words.split(/(?<=\s)/)
  const right = each.findLastIndex((word) => rightOf(word.trim()) !== undefined)
  const behind = each.slice(right + 1).join('')
  return (BY.exec(` ${behind}`) ?? BEFORE.exec(right < 0 ? words : each.slice(0, right).join('')))?.[1]?.trim()
}

/** The deciding body in somebody's role: "Vz. GMR" speaks for the GMR. */
export const bodyOf = (role: string): string => role.replace(ROLE_BEFORE_BODY, '').trim() || role

export const rightOf = (words: string): Approval['right'] => RIGHT_WORDS.find((entry) => entry.words.test(words))?.right

/** The right that the last word for one names: "na instemming van". */
function lastRight(words: string): Approval['right'] {
  const each = words.split(/\s+/)
  const at = each.findLastIndex((word) => RIGHT_WORDS.some(({ words: names }) => names.test(word)))
  return at < 0 ? undefined : rightOf(each[at] as string)
}
