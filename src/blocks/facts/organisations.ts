import { controlNames, organisationWords, phrasesByKey, phrasesOf, wordsOfAll } from '../../language/index.js'
import { findDate } from '../dates.js'
import { FINITE, KIND, ORGANISATION } from './vocabulary.js'

// A line of a page has some 90 letters: a name fits on one.
const LONGEST = 100
// "St Aldhelm's Church, Winterbourne Parva", "De Noordster, Havenstraat 80": where it is.
const PLACE = /,\s+\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?(?:\s\d{1,4}\s?\p{L}?)?$/u

/** What has the name of an organisation, and where it is reached. */
interface Owned {
  printedOrganisation?: string
  contact: string[]
}

interface Named {
  readonly name: string
  readonly place?: string
}

/** The organisation that a line names and nothing else, and where it says that is; undefined for any other line. */
export function organisationIn(line: string): Named | undefined {
  const name = line.replace(PLACE, '').trim()
  const place = line.slice(name.length).replace(/^,\s+/, '').trim()
  if (
    name.length > LONGEST ||
    /[:©]/u.test(name) ||
    FINITE.test(name) ||
    KIND.test(name) ||
    KIND_ALONE.test(name) ||
    OF_CONTROL.test(name) ||
    findDate(name) !== undefined ||
    !isNamed(name)
  )
    return undefined
  return { name, ...(place === '' ? {} : { place }) }
}

const CALLED = phrasesByKey('called')
/** "School", "Stichting": what an organisation is, and no name of one. */
const KIND_ALONE = new RegExp(`^(?:${[CALLED.words, CALLED.kinds, CALLED.compounds, CALLED.ends].join('|')})$`, 'iu')
/** "Site Lower School": a name of a value, with its value. */
const OF_CONTROL = new RegExp(`^(?:${controlNames()})\\s`, 'iu')

/** The organisation named behind the words of a line: "Huishoudelijk reglement van Volkstuinvereniging De Zonnehoek". */
export function organisationWithin(line: string): string | undefined {
  const ends = [...line.matchAll(BEHIND)].map(
    ({ index, 0: words }) => line.slice(index + words.length).split(/\s[·|•–]\s/u)[0] ?? '',
  )
  const parts = line.split(STROKES)
  const all = [...ends, ...(parts.length > 1 ? parts : [])]
  return all.map((part) => organisationIn(part)?.name).find((name) => name !== undefined) ?? organisationBehindKind(line)
}
const STROKES = /\s[·|•/–—-]\s/u

/** "Huishoudelijk reglement korfbalvereniging De Snelle Bal": behind the word for a kind of document, what an organisation is and its name. */
function organisationBehindKind(line: string): string | undefined {
  const words = line.split(/\s+/)
  const kind = words.findIndex((word) => KIND.test(word))
  if (kind < 0) return undefined
  return words
    .map((_, i) => (i > kind ? words.slice(i).join(' ') : ''))
    .find((rest) => /^\p{Lu}/u.test(usual(rest).replace(LEADS, '')) && LEADS.test(rest) && organisationIn(rest) !== undefined)
}
/** What an organisation is, in front of its name. */
const LEADS = new RegExp(`^(?:${CALLED.begins}|${organisationWords('first')})\\s(?:(?:${wordsOfAll('the')})\\s)?`, 'iu')
const BEHIND = new RegExp(`\\s(?:${phrasesOf('ofOrganisation')})\\s(?:(?:${wordsOfAll('the')})\\s)?|\\s[–|-]\\s`, 'giu')

/** Takes the organisation that a line names, where none is known. */
export function addOrganisation(line: string, facts: Owned): boolean {
  const named = facts.printedOrganisation === undefined ? organisationIn(line) : undefined
  if (!named) return false
  facts.printedOrganisation = named.name
  if (named.place !== undefined) facts.contact.push(named.place)
  return true
}

/** Whether words are called like an organisation; a cover may print them in capitals only. */
const isNamed = (name: string): boolean => [name, usual(name)].some((form) => ORGANISATION.some((shape) => shape.test(form)))

const usual = (name: string): string =>
  name === name.toUpperCase() ? name.replace(/\p{L}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase()) : name
