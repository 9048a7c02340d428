import { BODY_WORDS, FINITE, PERSON, readDate, timeIn } from '../blocks/index.js'
import { phrasesOf, wordsOfAll } from '../language/index.js'

/** Who signed a document, as its last lines tell it. */

/** "Namens het bestuur,", "Signed: H. Okafor" */
const SIGNED = new RegExp(`^(?:${phrasesOf('signed')})(?=[\\s:,.]|$)`, 'iu')
const AS = `(?:${phrasesOf('signsAs')})`
/** "J. Terpstra, voorzitter" */
const ROLE = new RegExp(`^(?:[^,]{3,50},\\s${AS}\\.?(?:\\s|$)){1,4}$`, 'iu')
/** "de voorzitter, de secretaris" */
const SIGNS_AS = new RegExp(`^(?:(?:(?:${wordsOfAll('the')}) )?${AS}(?:[,.]?\\s+|[,.]?$)){1,3}$`, 'iu')
// A line of a page has some 90 letters.
const LONGEST = 80
const LONGEST_BODY = 60
// Letters of a name with titles, and of a function beside it.
const MOST_NAME = 40

/** Whether a line is a name with a function, several of them in columns, or what stands before a name. */
export const isSigned = (text: string): boolean => {
  const parts = text.split(/,\s+/)
  const columns = text.split(/\t|\s{3,}/)
  const areNames = columns.length > 1 && columns.every((column) => PERSON.test(column.trim()))
  const isNamed = parts.length <= 2 && parts.some((part) => PERSON.test(part)) && parts.every((part) => part.length <= MOST_NAME)
  return (
    text.length <= LONGEST &&
    !FINITE.test(text) &&
    (SIGNED.test(text) || ROLE.test(text) || SIGNS_AS.test(text) || areNames || isNamed)
  )
}

/** A cell of a table of those who signed: a name, a function, a line to sign on. */
export const isSignature = (cell: string): boolean =>
  PERSON.test(cell) || isSigned(cell) || SIGNS_AS.test(cell) || /^[._…\s-]+$/u.test(cell)

/** "The trustees, May 2024", "Burgemeester en wethouders voornoemd,": who signs, in whose name. */
export const isSignatory = (text: string): boolean => {
  const [, who = '', when = ''] = SIGNATORY.exec(text) ?? []
  const isDated = when !== '' && (readDate(when) !== undefined || timeIn(when) !== undefined)
  const isWho = text.length <= LONGEST_BODY && !FINITE.test(text) && /^\P{Nd}+$/u.test(who) && who.search(BODY_WORDS) >= 0
  return isWho && (isDated || ABOVE_NAMED.test(text))
}
const SIGNATORY = /^(\p{L}[^,.:;]{2,60}?)(?:,\s?(\S.*)?)?$/u
const ABOVE_NAMED = new RegExp(`(?<!\\p{L})(?:${phrasesOf('aboveNamed')})[,.]?$`, 'iu')
