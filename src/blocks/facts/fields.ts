import { phrasesOf, wordsOfAll } from '../../language/index.js'
import type { Approval, Language, Metadata } from '../../model/index.js'
import { findDate, readDate } from '../dates.js'
import { addSaid } from './approvals.js'
import { bodyOf, decisionsIn, rightOf } from './decisions.js'
import { readNamed, UNTIL } from './named.js'
import { AFTER_RIGHT, COMPUTED_STATUS, FIELDS, FINITE, type FieldKey, STATUS_WORDS, TIME } from './vocabulary.js'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** What a document says about itself, as far as found; the shape of front matter. */
export type Facts = Writable<Partial<Omit<Metadata, 'approvals' | 'sources' | 'editors' | 'contact' | 'history'>>> & {
  approvals: Approval[]
  sources: string[]
  editors: string[]
  contact: string[]
  history: NonNullable<Metadata['history']>[number][]
  /** What it says in a way that no key can hold: a month without a day, a reference of the office. */
  remarks: string[]
  /** What it says of itself twice, and not alike: the value that was not taken. */
  others: { readonly key: OnceKey; readonly value: string }[]
  /** Words say that it was adopted. */
  adopted?: boolean
  /** Nothing but its place says that the title is one. */
  titleGuessed?: boolean
  /** The organisation's name as printed. */
  printedOrganisation?: string
}

/** What a document has one of. */
export type OnceKey = 'version' | 'effective' | 'review'

/** Nothing known yet of a document in a language; of a line alone it is not known. */
export const noFacts = (lang?: Language): Facts => ({
  ...(lang === undefined ? {} : { lang }),
  approvals: [],
  sources: [],
  editors: [],
  contact: [],
  history: [],
  remarks: [],
  others: [],
})

/** Takes a value of which a document has one; another than it has is kept among the others. */
export function addOnce(key: OnceKey, value: string | undefined, facts: Facts): boolean {
  const known = facts[key]
  if (value === undefined) return false
  if (known === undefined) facts[key] = value
  else if (known !== value && !facts.others.some((other) => other.key === key && other.value === value))
    facts.others.push({ key, value })
  return known === undefined
}

/** "Versie: 1.0", cut at its name. `value` is empty when the line only announces what follows. */
interface Field {
  readonly key: FieldKey
  /** As it is printed. */
  readonly name: string
  readonly value: string
  /** Who decided, where the name says it. */
  readonly body?: string
  /** The value is who decided. */
  readonly isBody?: true
}

/** The field a line begins with, by a name that is known, or else by words in its name. */
export function readField(text: string): Field | undefined {
  const listed = readListed(text)
  const isWhole = listed !== undefined && (listed.key === 'remark' || listed.value === '' || addField(listed, noFacts()))
  return isWhole ? listed : (readNamed(text) ?? listed)
}

/** The field a line begins with: of several names the longest, "review cycle" rather than "review". */
export function readListed(text: string): Field | undefined {
  const found = FIELDS.flatMap(({ key, name }) => {
    const match = name.exec(text)
    return match ? [{ key, name: match[0] }] : []
  }).sort((a, b) => b.name.length - a.name.length)[0]
  if (!found) return undefined
  const value = text
    .slice(found.name.length)
    .replace(/^(?:[\s:.]|[-–—](?=\s))+/u, '')
    .trim()
  return { key: found.key, name: found.name.trim(), value }
}

/** Keys whose value is a list that may stand below its name. */
export const isListKey = (key: FieldKey): key is 'sources' | 'editors' => key === 'sources' || key === 'editors'

/** Puts a field where it belongs; false when its value is not what such a field holds, and nothing changed. */
export function addField({ key, name, value, body, isBody }: Field, facts: Facts): boolean {
  if (value === '') return isListKey(key)
  switch (key) {
    case 'sources':
    case 'editors':
      // "Redactie en ouders maken samen de krant." is a sentence of the text.
      if (key === 'editors' && (FINITE.test(value) || /^\p{Ll}\S*\s\S*\s.*\.$/u.test(value))) return false
      facts[key].push(value)
      return true
    case 'version': {
      const version = toVersion(value)
      return addOnce('version', version, facts)
    }
    case 'date':
    case 'effective':
    case 'review': {
      const until = lastDay(value)
      const date = until === undefined ? readDate(value.replace(BY_WHOM, '')) : findDate(value)?.date
      if (date === undefined) return false
      if (key !== 'date' && !addOnce(key, date, facts)) return false
      if (key === 'date' && facts.date !== undefined) return false
      facts[key] = date
      if (until !== undefined && key === 'effective') facts.review ??= until
      else if (until !== undefined) facts.remarks.push(`${name} ${value}`)
      if (BY_WHOM.test(value)) facts.remarks.push(`${name} ${value}`)
      return true
    }
    case 'status': {
      const own = value.replace(COMPUTED_STATUS, '')
      if (own !== value) return addField({ key, name, value: own }, facts)
      const found = STATUS_WORDS.find(({ words }) => words.test(value))
      if (!found || value.length > LONGEST || /[^.]\.$/.test(value)) return false
      facts.status = found.status
      // "concept 0.9, ter instemming aan de MR": what is more than a status is kept as it stands.
      const version = toVersion(/^\p{L}+\s+v?(\d[\d.]*\d)(?=[\s,]|$)/u.exec(value)?.[1] ?? '')
      if (version !== undefined) facts.version ??= version
      addStatusDecisions(value, facts)
      if (/\s/.test(value)) facts.remarks.push(`Status: ${value}`)
      return true
    }
    case 'adopted':
    case 'consent':
    case 'advice':
    case 'approved':
    case 'informed':
    case 'discussed':
      return addDecision(
        { key, name, value: body === undefined ? value : `${body} ${value}`, ...(isBody ? { isBody } : {}) },
        facts,
      )
    case 'organisation':
      if (facts.printedOrganisation !== undefined) return false
      facts.printedOrganisation = value
      return true
    case 'contact':
      facts.contact.push(CONTACT.test(name) && !PERSON_OF.test(name) ? value : `${name}: ${value}`)
      return true
    case 'remark':
      return false
    case 'partOf':
      if (facts.partOf !== undefined || FINITE.test(value)) return false
      facts.partOf = value
      return true
    case 'title':
    case 'citation':
      if (facts[key] !== undefined) return false
      facts[key] = value
      return true
  }
}

/** "Status: vastgesteld door het bestuur op 3 mei 2024" */
function addStatusDecisions(value: string, facts: Facts): void {
  for (const part of value.split(/[,;]\s+/)) {
    const field = readListed(part)
    if (field && isDecision(field.key) && field.value !== '') addField(field, facts)
  }
}

const isDecision = (key: FieldKey): key is Decision => key in RIGHTS

/** The day until which a text holds, of two with a word or a dash between: "1 augustus 2024 tot en met 31 juli 2027". */
function lastDay(value: string): string | undefined {
  const first = findDate(value)
  const rest = first ? value.slice(value.indexOf(first.words) + first.words.length) : ''
  return UNTIL.test(rest) ? readDate(rest.replace(UNTIL, '')) : undefined
}

/** "1.0" as 1.0.0; undefined for anything that is more than a number. */
export function toVersion(value: string): string | undefined {
  const match = /^v?(\d{1,4})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?$/i.exec(value.trim())
  return match ? [match[1], match[2] ?? '0', match[3] ?? '0'].map(Number).join('.') : undefined
}

type Decision = 'adopted' | 'consent' | 'advice' | 'approved' | 'informed' | 'discussed'
const RIGHTS: Readonly<Record<Decision, Approval['right']>> = {
  adopted: 'adoption',
  consent: 'consent',
  advice: 'advice',
  approved: 'approval',
  informed: 'information',
  discussed: undefined,
}

/** Words of what stands beside a version at most. More is a text. */
export const MOST_VALUE_WORDS = 6
/** "het bevoegd gezag van de Stichting Voortgezet Onderwijs Oostwal" */
const MOST_BODY_WORDS = 9
const LONGEST = 200
/** Where a sentence about a document ends: behind a word, a number or a bracket. */
export const SENTENCES = /(?<=\p{Ll}{2}[.;]|[\d)][.;])\s+(?=\p{Lu})/u
const CONTACT = new RegExp(`^(?:${phrasesOf('contactWords')})`, 'i')
const PERSON_OF = new RegExp(phrasesOf('contactPersons'), 'i')
const BY = new RegExp(`^\\s*(?:${phrasesOf('by')})\\b`, 'i')
/** "1 september 2025 door de webmaster" */
const BY_WHOM = new RegExp(`\\s+(?:${phrasesOf('by')})\\s+\\S+(?:\\s\\S+){0,4}$`, 'iu')
/** "Senate (minute S24/61)": what stands behind a body and is none of its name. */
const ASIDE = /\(([^()]{1,80})\)\.?$/u

// "Vastgesteld door het bestuur op 1 juni 2020", "Instemming MR: 3-4-2021", "Approved by - Governing Body".
function addDecision({ key, name, value, isBody }: Field & { readonly key: Decision }, facts: Facts): boolean {
  if (value.length > LONGEST) return false
  const told = decisionsIn(value, facts.lang, RIGHTS[key])
  // "Approved by Senate on 18 June 2024. In force from 1 September 2024." says more than one thing.
  if (value.split(SENTENCES).length > Math.max(told.length, 1)) return false
  const found = findDate(value)
  const time = found ? undefined : TIME.exec(value)?.[0]
  const aside = [ASIDE.exec(value)?.[1]].find((words) => words !== undefined && /\d/.test(words))
  const bodies = bodyIn(aside === undefined ? value : value.replace(ASIDE, ''), found?.words ?? time)
  const after = AFTER_RIGHT.exec(bodies)
  if (told.length > 1 || (told.length === 1 && told[0]?.body !== undefined && !after)) {
    if (told.some(({ right }) => right === 'adoption')) facts.adopted = true
    addSaid(aside === undefined ? told : told.map((each, i) => (i === 0 ? { ...each, remarks: aside } : each)), facts)
    return true
  }
  const said = after ? bodies.slice(0, after.index).replace(/[,;]$/, '') : bodies
  // "Adopted 3 May 2024, amended 12 March 2025": what goes on behind the day is nobody.
  const rest = /^[,;]/.test(said) ? '' : said
  const first = after ? { body: bodyOf(after[2] ?? ''), right: rightOf(after[1] ?? '') } : undefined
  const isLong = [rest, first?.body ?? ''].some((body) => body.split(/\s+/).length > MOST_BODY_WORDS || FINITE.test(body))
  // Without a date only a body named as such: "Vastgesteld beleid" is none.
  const isNamed =
    (isBody || BY.test(value) || (time !== undefined && /^\p{Lu}/u.test(rest))) && /^(?!.*[\d:…_[\]]).*\p{L}{2}/su.test(rest)
  if (isLong || (!found && !isNamed)) return false
  const right = RIGHTS[key]
  if (key === 'adopted') facts.adopted = true
  addSaid(
    [
      {
        ...(found ? { date: found.date } : {}),
        ...(rest === '' ? {} : { body: bodyOf(rest) }),
        ...(right ? { right } : {}),
        ...(aside === undefined ? {} : { remarks: aside }),
      },
      ...(first ? [{ body: first.body, ...(first.right ? { right: first.right } : {}) }] : []),
    ],
    facts,
  )
  // A month has no key, nor has what goes on behind the day.
  if (time !== undefined || rest !== said) facts.remarks.push(`${name}${/^[:–-]/.test(value) ? '' : ' '}${value}`)
  return true
}

const BEFORE_DAY = new RegExp(`\\b(?!(?:${phrasesOf('onBehalf')})\\b)(?:${phrasesOf('dayWords')})(?=[\\s:.,]|$)[.:]?`, 'gi')
const BEFORE_BODY = new RegExp(
  `^\\s{0,9}(?:${phrasesOf('beforeBody')})?(?:\\s{1,9}[-–—]|:)?\\s{0,9}(?:${phrasesOf('onBehalf')})?\\s{0,9}(?:${wordsOfAll('the')})?\\s{1,9}`,
  'i',
)
const BEHIND_BODY = new RegExp(
  `(?:\\s+(?:${wordsOfAll('of')}|${phrasesOf('gathered')}))?[\\s:,.()/–—-]+$|^[\\s/]+(?=\\p{L})`,
  'giu',
)

const bodyIn = (value: string, date: string | undefined): string =>
  (date === undefined ? value : value.replace(date, ''))
    .replace(BEFORE_DAY, ' ')
    .replace(BEFORE_BODY, '')
    .replace(BEHIND_BODY, '')
    .replace(/\s+/g, ' ')
    .trim()

/** "maart 2014", "voorjaar 2026", "schooljaar 2024-2025": a date that lacks its day. */
export const isTime = (text: string): boolean => text.replace(TIME, '').replace(/[\s.()]+/g, '') === '' && TIME.test(text)
