import { namedRoots, phrasesOf, rootsIn, wordsOfFacts } from '../../language/index.js'
import { findDate, readDate } from '../dates.js'
import { isReached } from './asides.js'
import { organisationIn } from './organisations.js'
import {
  BODY_WORDS,
  FINITE,
  type FieldKey,
  KIND,
  NOT_YET,
  namesDocument,
  PERSON,
  RIGHT_WORDS,
  TIME,
  TO_COME,
} from './vocabulary.js'

/** What a line says about its document under a name that stands in no list: told by words in the name and by what stands behind it. */

const ROOTS = namedRoots() as readonly { readonly key: FieldKey; readonly words: RegExp }[]
const PAST = rootsIn('past')
const BESIDE = rootsIn('beside')

// "Datum waarop deze regeling in werking treedt" has seven; what stands before a colon with more is a lead-in.
const MOST_NAME_WORDS = 7
// "Naam organisatie", "Uitgegeven door"
const MOST_OF_KIND = 3
const MOST_VALUE_WORDS = 14
const LONGEST = 200
// In letters: half a line of a page.
const LONGEST_NAME = 60
/** Keys whose value is a day, a version, or words; in the order in which a name is asked for them. */
const DAYS: readonly FieldKey[] = ['otherDay', 'review', 'effective', 'consent', 'advice', 'approved', 'adopted', 'date']
/** Those that may name a time without its day. */
const AHEAD: readonly FieldKey[] = ['review', 'effective']
/** Those whose value is a number; that of a file is kept word for word. */
const NUMBERS: readonly FieldKey[] = ['version', 'remark']
const WHO: readonly FieldKey[] = ['status', 'approved', 'adopted', 'editors', 'remark', 'organisation', 'contact']
/** Where the value has an address or a number, which is where somebody is reached. */
const REACHED: readonly FieldKey[] = ['contact', ...WHO]
const DECISIONS: ReadonlySet<FieldKey> = new Set(['consent', 'advice', 'approved', 'adopted'])

/** "Approval pending: the board", "To trustees for approval: 4 December" */
const isToCome = (name: string): boolean =>
  PENDING.test(name) || RIGHT_WORDS.some(({ words }) => TO_COME.test(name.slice(0, Math.max(name.search(words), 0))))
const PENDING = new RegExp(`\\s(?:${phrasesOf('toCome')})$`, 'iu')
/** "Looptijd: vanaf 1 oktober 2024" */
const SINCE = new RegExp(`^(?:${wordsOfFacts('from').replace(/\\./g, '\\\\.')})\\s+(\\S.*)$`, 'iu')
/** Who was asked, one by one. */
const ASKED: readonly FieldKey[] = ['otherDay', 'consent', 'advice']
/** "Joint Staff Committee, 20 April 2023; Matrons’ Forum, 3 May 2023" */
const tellsWhoWhen = (value: string): boolean =>
  value.split(/;\s+/).every((part) => {
    const day = findDate(part)
    return day !== undefined && part.endsWith(day.words) && /^\p{Lu}[^\d:;]{2,60},\s*$/u.test(part.slice(0, -day.words.length))
  })
const OF_FORMER = new RegExp(`(?<!\\p{L})(?:${wordsOfFacts('others')})\\s(?=\\p{L})`, 'iu')

export interface Named {
  readonly key: FieldKey
  readonly name: string
  readonly value: string
  /** Who decided, where the name says it: "Besluit CvB: 3 mei 2024". */
  readonly body?: string
  /** The value is who decided: "Vaststellend orgaan: het bestuur". */
  readonly isBody?: true
}

interface Cut {
  readonly name: string
  readonly value: string
  readonly by: 'colon' | 'day' | 'preposition'
}

/** What a line says under such a name; undefined where nothing tells. */
export function readNamed(line: string): Named | undefined {
  if (line.length > LONGEST) return undefined
  for (const { name, value, by } of cuts(line)) {
    const words = name.split(/\s+/).filter((word) => word !== '')
    if (by === 'colon' && /[,;|?!\d]/.test(name)) continue
    if (words.length > MOST_NAME_WORDS || (by !== 'day' && FINITE.test(name) && !isToldName(name)) || value === '') continue
    const since = by === 'colon' ? SINCE.exec(value)?.[1] : undefined
    if (since !== undefined && isDay(since) && keyOf(name, ['effective']))
      return { key: 'effective', name: name.trim(), value: since }
    if (by === 'colon' && tellsWhoWhen(value)) {
      const key = keyOf(name, ASKED)
      if (key !== undefined && !NOT_YET.test(name)) return { key, name: name.trim(), value, isBody: true }
    }
    const day = isDay(value)
    if (by === 'day' && !isKnown(name)) continue
    const keys = day
      ? DAYS
      : by === 'colon' && (isSeason(value) || (YEAR.test(value) && keyOf(name, AHEAD) !== undefined))
        ? AHEAD
        : /^v?\d{1,4}(?:\.\d{1,3}){0,2}$/iu.test(value)
          ? NUMBERS
          : isReached(value)
            ? REACHED
            : WHO
    if (!day && (keys === WHO || keys === REACHED) && !isWho(value, by)) continue
    // "Date of issue: 2" names a day, whatever stands behind it.
    if (!day && keys === NUMBERS && (keyOf(name, ['date']) !== undefined || DAY.test(name))) continue
    const key = keyOf(name, keys)
    if (key === undefined) continue
    if (DECISIONS.has(key) && (NOT_YET.test(name) || isToCome(name))) return { key: 'otherDay', name: name.trim(), value }
    // "Vorige versie vastgesteld op 3 mei 2019": of the one before.
    if ((DECISIONS.has(key) || key === 'effective') && OF_FORMER.test(name)) return { key: 'remark', name: name.trim(), value }
    if (key === 'editors' && /\d/.test(value)) continue
    // "Kestrel Trust – Admission Arrangements": a name, and none of a field.
    if (key === 'organisation' && organisationIn(name.trim()) !== undefined) continue
    if (key === 'organisation' && (by === 'day' || words.length > MOST_OF_KIND || !/^[\p{Lu}'’]/u.test(value))) continue
    if (!day && DECISIONS.has(key)) {
      if (!matches(BODY_WORDS, value) && !PERSON.test(value)) continue
      return { key, name: name.trim(), value, isBody: true }
    }
    const body = day && DECISIONS.has(key) ? (WITH_RIGHT.exec(name)?.[1] ?? bodyIn(name)) : undefined
    return { key, name: name.trim(), value, ...(body === undefined ? {} : { body }) }
  }
  return undefined
}

/** What the name of a day ends with: revisiedatum. */
const DAY = new RegExp(`(?:${phrasesOf('dayNames')})$`, 'iu')
const COLON = /^([^:]{2,70}?)\s*(?::|\s[-–—](?=\s))\s*(\S.*)$/su
const PREPOSITION = new RegExp(`^((?:\\p{L}+\\s){1,4})(?:${phrasesOf('by')})\\s+(\\p{L}.*)$`, 'iu')

/** "Corporation (adoption)": a body with its right. */
const WITH_RIGHT = /^(\p{Lu}[^()]{1,60})\s\(\p{L}+\)$/u

/** How a line may fall into a name and its value. */
function cuts(line: string): Cut[] {
  const [, name, value] = COLON.exec(line) ?? []
  if (name !== undefined && value !== undefined) return [{ name, value: value.trim(), by: 'colon' }]
  const found = findDate(line)
  if (found) {
    const at = line.indexOf(found.words)
    return [{ name: line.slice(0, at).replace(/[\s,(]+$/u, ''), value: line.slice(at).replace(/\)$/, ''), by: 'day' }]
  }
  const [, before, who] = PREPOSITION.exec(line) ?? []
  return before === undefined || who === undefined ? [] : [{ name: before.trim(), value: who, by: 'preposition' }]
}

/** A day, or two that a word or a dash joins. */
const isDay = (value: string): boolean => {
  const first = findDate(value)
  if (readDate(value) !== undefined) return true
  const rest = first ? value.slice(value.indexOf(first.words) + first.words.length) : ''
  return (
    first !== undefined && value.startsWith(first.words) && UNTIL.test(rest) && readDate(rest.replace(UNTIL, '')) !== undefined
  )
}

const YEAR = /^20\d{2}$/
const isSeason = (value: string): boolean => TIME.test(value) && value.replace(TIME, '').replace(/[\s.()]+/g, '') === ''

/** What stands between the day from which a text holds and the one until which. */
export const UNTIL = new RegExp(`^\\s*(?:${phrasesOf('until', '\\s+')}|[-–—])\\s*`, 'iu')

/** Who, or what it is called: short, and no sentence. */
const isWho = (value: string, by: Cut['by']): boolean =>
  value.split(/\s+/).length <= MOST_VALUE_WORDS &&
  !FINITE.test(value) &&
  !/\p{Ll}{3}\.$/u.test(value) &&
  !/[;:]$/.test(value) &&
  (by === 'colon' || !/\d{4}/.test(value))

function keyOf(name: string, keys: readonly FieldKey[]): FieldKey | undefined {
  const told = keys.find((key) => ROOTS.some((roots) => roots.key === key && matches(roots.words, name)))
  // "Laatste controle" was; a decision stands.
  return told === 'review' && matches(PAST, name) && keys.includes('date') ? 'date' : told
}

/** Whether every word of a name tells what it names, or may stand beside such: "Documentversie", "Datum instemming". */
export const isToldName = (name: string): boolean =>
  name.length <= LONGEST_NAME &&
  ROOTS.some(({ words }) => matches(words, name)) &&
  isKnownBy(
    name,
    ROOTS.map(({ words }) => words),
  )

/** Whether a word is one by which such a name tells what it names. */
export const isNamingWord = (word: string): boolean =>
  [...ROOTS.map(({ words }) => words), PAST, BESIDE].some((words) => word.replace(words, '') === '')

const matches = (words: RegExp, text: string): boolean => text.match(words) !== null

/** Whether every word of a name in front of a day tells what the day is, or may stand beside such. */
const isKnown = (name: string): boolean =>
  isKnownBy(
    name,
    ROOTS.filter(({ key }) => DAYS.includes(key)).map(({ words }) => words),
  )

const isKnownBy = (name: string, roots: readonly RegExp[]): boolean =>
  [...roots, PAST, BESIDE, BODY_WORDS]
    .reduce((rest, words) => rest.replace(words, ' '), name)
    .split(/\s+/)
    .every((word) => word.replace(/[^\p{L}\p{N}]/gu, '') === '' || KIND.test(word) || namesDocument(word))

/** Who a name says it was that decided: what is left of it without the words for a decision. */
function bodyIn(name: string): string | undefined {
  const rest = ROOTS.filter(({ key }) => DECISIONS.has(key) || key === 'date')
    .reduce((left, { words }) => left.replace(words, '\n'), name)
    .replace(PAST, '\n')
    .split('\n')
    .map((part) => part.replace(AROUND, '').replace(AROUND, '').trim())
    .find((part) => part !== '' && matches(BODY_WORDS, part))
  return rest === undefined || TIME.test(rest) ? undefined : rest
}

const AROUND = new RegExp(
  `^[\\s:,(-]*(?:(?:${phrasesOf('beforeBodyInName')})(?=\\s)\\s*)*|(?:\\s(?:${phrasesOf('behindBodyInName')}))*[\\s:,).-]*$`,
  'giu',
)
