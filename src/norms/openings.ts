import type { Role } from './parts.js'
import { has, isModal, isVerbAt } from './verbs.js'
import { isMark, type Word } from './words.js'

export function opensAs(word: Word): Role | undefined {
  if (has(word, 'exception')) return 'exception'
  if (has(word, 'condition')) return 'condition'
  return has(word, 'aside') ? 'aside' : undefined
}

/** What a word opens, if anything. */
export function opens(words: readonly Word[], at: number, started: number): Role | undefined {
  const word = words[at] as Word
  const before = words.slice(started, at)
  // "Zonder vordering geven wij niets": it stands before what is denied.
  if (has(word, 'unless') && at === 0 && word.to - word.from < 8 && words.some((one) => has(one, 'negation'))) return 'exception'
  if (has(word, 'unless'))
    return before.some((one) => has(one, 'negation') || has(one, 'forbidden'))
      ? 'exception'
      : consentAfter(words, at)
        ? 'exception'
        : undefined
  if (has(word, 'with') && !has(word, 'condition') && consentAfter(words, at)) return 'condition'
  // "Leerlingen van wie de bijdrage niet is voldaan".
  if (word.key === 'wie' && at > 1 && (has(words[at - 1], 'concerning') || has(words[at - 1], 'of'))) return 'aside'
  const role = opensAs(word)
  if (word.key === 'provided' && has(words[at - 1], 'copula')) return undefined
  if (role === 'condition' && word.key === 'als')
    return words.slice(Math.max(0, at - 4), at).some((one) => has(one, 'like')) ||
      !(beginsClause(words[at + 1], words[at + 2]) || (before.length === 0 && !has(words[at + 1], 'actor')))
      ? undefined
      : role
  // "Open until nine": only what is denied is so no longer from then on.
  if (word.key === 'until' && !before.some((one) => has(one, 'negation') || has(one, 'forbidden'))) return undefined
  if (role === 'exception' && word.key === 'uitgezonderd' && before.some((one) => has(one, 'copula'))) return undefined
  if (role === 'aside') return relative(words, at) ? role : undefined
  // "After five" and "after five o'clock" are a time of the day, and "after five months" is not.
  if (role === 'condition' && word.key === 'after' && isHour(words[at + 1], words[at + 2])) return undefined
  // "May extend this once, by a week" counts; "once it is paid" is a condition.
  if (
    role === 'condition' &&
    word.key === 'once' &&
    (words[at + 1] === undefined || isMark(words[at + 1] as Word) || COUNTING.test(words[at + 1]?.key ?? ''))
  )
    return undefined
  if (role === 'condition' && (word.key === 'when' || word.key === 'where') && has(words[at - 1], 'like')) return undefined
  return role
}

const HOUR = /^(?:\d[\d.:]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/
const isHour = (number: Word | undefined, next: Word | undefined): boolean =>
  HOUR.test(number?.key ?? '') &&
  (next === undefined || isMark(next) || has(next, 'only') || /^(?:o'clock|am|pm|and|or)$/.test(next.key))

/** What stands behind "once" where it counts. */
const COUNTING = /^(?:an?|per|every|each|only|more|by|for|in|and|or)$/

export const consentAfter = (words: readonly Word[], at: number): boolean =>
  words.slice(at + 1, at + 1 + REACH).some((word) => has(word, 'consent'))

/** Whether what follows "als" can be a clause: it begins with an article, a pronoun or a plural. "Als medewerker", "als straf" cannot. */
const beginsClause = (next: Word | undefined, after: Word | undefined): boolean =>
  next !== undefined &&
  (has(next, 'determiner') ||
    PRONOUN.test(next.key) ||
    (/(?:en|s)$/.test(next.key) && !(after && isMark(after)) && after !== undefined))
export const PRONOUN = /^(?:je|jij|u|hij|zij|ze|we|wij|men|er|dat|dit|iemand|niemand|daar\p{L}*|hier\p{L}*|niet|geen)$/u

/** Whether a pronoun or conjunction opens a subordinate part: "die" and "that" can also stand before a noun. */
function relative(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at] as Word, words[at + 1]]
  if (before === undefined)
    return /^(?:om|omdat|hoewel|terwijl|doordat|aangezien|alvorens|voordat|totdat|opdat|zodat|because|although|though|since|before|while)$/.test(
      word.key,
    )
  // "Er vertrouwen in dat", "eraan hechten dat".
  if (word.key === 'dat' && words.slice(Math.max(0, at - 5), at - 1).some(({ key }) => key === 'er') && ABOUT.test(before.key))
    return true
  // "In die dagen", "meldt die zich", "kan dat": what points to something opens nothing.
  if ((word.key === 'die' || word.key === 'dat') && (POINTING.test(before.key) || isModal(before) || points(words, at)))
    return false
  // "Wij doen dat alleen op verzoek", "medewerkers nemen die taak niet over".
  if (
    (word.key === 'die' || word.key === 'dat') &&
    isVerbAt(words, at - 1) &&
    !has(before, 'actor') &&
    has(words[at - 2], 'actor')
  )
    return false
  if (word.key === 'die' || word.key === 'dat' || word.key === 'that')
    return !(isMark(before) && before.key !== ',') && next !== undefined && !isMark(next)
  if (word.key === 'om') {
    const to = words.findIndex((one, n) => n > at && one.key === 'te')
    return to > 0 && !words.slice(at, to).some((one) => isModal(one) || isMark(one))
  }
  if (word.key === 'so' || word.key === 'as' || word.key === 'how' || word.key === 'what')
    return word.key !== 'as' && word.key !== 'so'
  return true
}

const ABOUT = /^(?:in|op|aan|van|over|voor|tegen|mee|bij|uit|naar|toe)$/

/** What stands before a "die" or "dat" that points to what was named. */
const POINTING =
  /^(?:aan|bij|binnen|buiten|door|in|na|naar|om|op|over|tegen|tijdens|tot|tussen|uit|van|vanaf|via|voor|u|je|we|wij|ik|dan|en|of|maar)$/u

/** Whether the verb of a main part stands right before: "dan meldt die zich", "laat u dat weten". */
const points = (words: readonly Word[], at: number): boolean => {
  const [verb, opener] = [words[at - 1], words[at - 2]]
  return verb !== undefined && isVerbAt(words, at - 1) && (has(opener, 'then') || opener?.key === ',')
}

/** How far before a word of consent its preposition may stand: "met uitdrukkelijke schriftelijke toestemming". */
export const REACH = 5
