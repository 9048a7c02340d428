import { isFunctionWord, leadInWords } from '../../language/index.js'
import { type Piece, words } from '../../pieces/index.js'

const whole = (kind: Parameters<typeof leadInWords>[0]): string => `(?<!\\p{L})(?:${leadInWords(kind)})(?!\\p{L})`
const ENDS = new RegExp(`${whole('ends')}$`, 'iu')
const TELLS = new RegExp(whole('tells'), 'iu')
const ASKS = new RegExp(`^${whole('asks')}`, 'iu')
const GOES_ON = new RegExp(`^${whole('goesOn')}`, 'u')
// "Kosten en" is no title, "Over ons" and "Op schoolreis" are short ones.
const FEWEST = 2
// "Wie niet op tijd kan betalen, kan vragen om" asks nothing.
const LONGEST_QUESTION = 5
const FEWEST_BEFORE = 3

/** Whether a piece is the first of a list below another: "•", "a." or "1.", but no "Artikel 1" and no "2.1". */
const opensList = ({ label }: Piece): boolean =>
  label !== undefined &&
  label.word === undefined &&
  label.path.length < 2 &&
  (label.bullet !== undefined || label.readings.some(({ count }) => count === 1))

/**
 * Whether a line without a colon leads in the list that begins below it: "Members may book the hall for" above "• rehearsals". What asks
 * is a title, "Wat niet mag"; so is what only names what stands below it.
 */
export function leadsIn(text: string, next: Piece | undefined): boolean {
  if (next === undefined || !opensList(next) || words(text) < FEWEST || asks(text) || /[.?!]$/.test(text)) return false
  const goesOn = /^\p{Ll}/u.test(next.text)
  if (ENDS.test(text) || !goesOn) return ENDS.test(text)
  return TELLS.test(text) || isFunctionWord(lastWord(text)) || (words(text) >= FEWEST_BEFORE && GOES_ON.test(next.text))
}

const asks = (text: string): boolean => ASKS.test(text) && words(text) <= LONGEST_QUESTION

const lastWord = (text: string): string => text.slice(text.lastIndexOf(' ') + 1).toLowerCase()
