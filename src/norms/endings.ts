import type { Lexicon } from './lexicon.js'
import { opensAs, PRONOUN } from './openings.js'
import type { Role } from './parts.js'
import { has, isModal, isVerbAt, isVerbal, looksFinite } from './verbs.js'
import { isMark, type Word } from './words.js'

/** Where a sentence that begins with its verb, and goes on with "dan" or another verb after a comma, ends its condition: "Is een leerling ziek, dan …". */
export function frontedEnd(words: readonly Word[], lexicon: Lexicon): number {
  const [first] = words
  // "Should more time be needed, …": what begins so is a condition.
  if (!lexicon.verbSecond && /^(?:should|had|were)$/.test(first?.key ?? '')) return words.findIndex(({ key }) => key === ',') + 1
  if (!lexicon.verbSecond || !first || isMark(first)) return 0
  const free = has(first, 'asking')
  const asked = PRONOUN.test(words[1]?.key ?? '') || has(words[1], 'determiner')
  if (
    !(
      free ||
      asked ||
      has(first, 'state') ||
      has(first, 'copula') ||
      has(first, 'can') ||
      first.key === 'mocht' ||
      (looksFinite(first) && !has(first, 'order'))
    )
  )
    return 0
  // "Zijn" is his, and also what a condition begins with: "Zijn de ouders niet thuis, dan …".
  const owned = has(first, 'determiner') && !(has(first, 'copula') && asked)
  if (!free && (opensAs(first) || owned || has(first, 'actor'))) return 0
  for (let at = 1; at < words.length - 1; at++) {
    if ((words[at] as Word).key !== ',') continue
    const next = words[at + 1] as Word
    if (has(next, 'then') || has(next, 'order') || (isVerbal(next) && (free || has(words[at + 2], 'actor')))) return at + 1
  }
  return 0
}

/** Where a condition in front of the main part ends: after the comma before the main verb or "dan", else after its first comma. */
export function frontClose(words: readonly Word[], from: number): number {
  let [first, depth] = [0, 0]
  for (let at = from + 1; at < words.length; at++) {
    const { key } = words[at] as Word
    if (key === '(' || key === '[') depth++
    if (key === ')' || key === ']') depth--
    if (depth > 0) continue
    if (key === ';' || key === ':') return at
    if (has(words[at], 'then') && at > from + 2) return at
    if (key !== ',') continue
    first ||= at + 1
    const next = words[at + 1]
    if (next && (has(next, 'then') || has(next, 'order') || isVerbal(next) || has(next, 'actor') || has(next, 'determiner')))
      return at + 1
  }
  if (first > 0) return first
  // Without a comma the main verb follows the verb of the condition: "… worden overschreden neemt de school …".
  for (let at = from + 2; at < words.length - 1; at++) {
    const word = words[at] as Word
    if (isModal(word) || (looksFinite(word) && isVerbAt(words, at - 1) && !has(word, 'passive'))) return at
    if (has(word, 'copula') && /^(?:het|er|dit)$/.test(words[at + 1]?.key ?? '')) return at
  }
  // "Bij twijfel neemt de medewerker contact op": the verb before whoever acts.
  for (let at = from + 1; at < words.length - 1; at++)
    if (looksFinite(words[at] as Word) && (has(words[at + 1], 'actor') || has(words[at + 2], 'actor'))) return at
  return words.length
}

const SUBJECT: ReadonlySet<string> = new Set(['die', 'dat', 'who', 'that', 'which', 'wie', 'anyone'])

/** Where the main verb comes after a relative part that no comma closes: "A coach who sees a breach must report it." */
export function mainVerbAfter(words: readonly Word[], at: number): number | undefined {
  if (!SUBJECT.has(words[at]?.key ?? '')) return undefined
  const stop = words.findIndex((word, n) => n > at && isMark(word) && word.key !== "'" && word.key !== '-')
  const rest = words.slice(at + 1, stop < 0 ? words.length : stop)
  if (words[stop]?.key === ',') return undefined
  // "A party that leaves the road open you do not have to report": a pronoun with its verb begins the main part.
  const pronoun = rest.findIndex(({ key }, n) => n > 2 && SUBJECTS.has(key) && isFinite(rest[n + 1], rest[n]))
  if (pronoun > 0) return at + 1 + pronoun
  const finite = rest.flatMap((word, n) => (isFinite(word, n === 0 ? words[at] : rest[n - 1]) ? [n] : []))
  // "The form that applicants must complete is …": behind its own subject the part has its modal, and that its infinitive.
  const [own, ...others] = finite
  if (own === 1 && has(rest[0], 'actor') && isModal(rest[own])) {
    const main = others.find((n) => n > own + 1)
    return main === undefined ? undefined : at + 1 + main
  }
  // "Who wishes may": the first verb is that of the part.
  const modal = finite.filter((n) => (n > 1 || (n === 1 && has(rest[0], 'state'))) && isModal(rest[n]))
  // "Leerlingen die niet kunnen komen worden gebeld": the modal has its infinitive, and another verb follows.
  const last = modal.at(-1)
  const beyond =
    last !== undefined && /^(?!ge)\p{L}+en$/u.test(rest[last + 1]?.key ?? '')
      ? finite.find((n) => n > last + 1 && has(rest[n], 'copula'))
      : undefined
  const found = beyond ?? last ?? finite.find((n) => n > 1 && n !== own)
  return found === undefined || finite.length < (modal.length > 0 ? 1 : 2) ? undefined : at + 1 + found
}

/** Whether a word of such a part can be its finite verb, by the word before it. */
const isFinite = (word: Word | undefined, previous: Word | undefined): boolean =>
  word !== undefined &&
  (isModal(word) ||
    has(word, 'copula') ||
    has(word, 'order') ||
    has(word, 'third') ||
    (has(word, 'state') && /s$/.test(word.key)) ||
    has(word, 'happens') ||
    FINITE.has(word.key) ||
    // An English verb of the third person, behind "who" or a noun.
    (/[^s]s$/.test(word.key) && (previous?.key === 'who' || has(previous, 'actor')) && !has(word, 'actor')))
const FINITE: ReadonlySet<string> = new Set(['has', 'have', 'does', 'do', 'takes', 'take', 'gets', 'heeft', 'hebben'])
/** Whether a subordinate part that began at a word ends at another. */
export function closes(words: readonly Word[], at: number, open: Role, from: number): boolean {
  const word = words[at] as Word
  if (word.key === ';' || word.key === ':') return true
  // Two verbs in a row: the first ends the subordinate part, the other is that of the main one. "Een leerling die te laat komt meldt zich."
  const before = words[at - 1]
  if (
    open === 'aside' &&
    RELATIVE.has(words[from]?.key ?? '') &&
    at > from + 2 &&
    isVerbAt(words, at - 1) &&
    (isVerbAt(words, at) || has(word, 'forbidden') || has(word, 'allowed')) &&
    !isCluster(words, at) &&
    !has(before, 'passive') === !has(word, 'forbidden')
  )
    return true
  // "If you are still unhappy you may appeal": a pronoun with its modal begins the main part, comma or not.
  if (open === 'condition' && at > from + 2 && has(word, 'actor') && SUBJECTS.has(word.key) && isModal(words[at + 1]))
    return words.slice(from + 1, at).some((one, n) => isVerbAt(words, from + 1 + n) || has(one, 'copula') || has(one, 'state'))
  if (word.key !== ',' && word.key !== '–' && word.key !== '-') return false
  if (open === 'exception')
    return (
      has(words[at + 1], 'but') ||
      has(words[at + 1], 'and') ||
      // "Dogs, other than guide dogs, are not allowed": nothing was said of them yet.
      (words[from - 1]?.key === ',' && isVerbStart(words[at + 1]) && !words.slice(0, from).some(isVerbStart))
    )
  // A list goes on after its commas until the verb came that ends the part.
  return (
    words.slice(from, at).some((one, n) => isVerbAt(words, from + n) || has(one, 'copula') || has(one, 'order')) ||
    !words.slice(at + 1).some(isVerbal)
  )
}
/** Whether verbs that follow each other end the subordinate part together, or another follows behind the comma: "die vermeden kunnen worden". */
const isCluster = (words: readonly Word[], at: number): boolean =>
  (isModal(words[at - 1]) && !isModal(words[at]) && INFINITIVE_FORM.test(words[at]?.key ?? '')) ||
  (isModal(words[at]) && INFINITIVE_FORM.test(words[at + 1]?.key ?? '') && isEnd(words[at + 2])) ||
  (words[at + 1]?.key === ',' && isVerbAt(words, at + 2))
const INFINITIVE_FORM = /(?:en|gaan|doen|zien|staan|slaan)$/
const isEnd = (word: Word | undefined): boolean => word === undefined || isMark(word)
const isVerbStart = (word: Word | undefined): boolean => isModal(word) || has(word, 'copula')
const RELATIVE: ReadonlySet<string> = new Set(['die', 'dat', 'wie'])
const SUBJECTS: ReadonlySet<string> = new Set(['you', 'we', 'they', 'he', 'she', 'it', 'i'])
