import {
  addField,
  addVersionLine,
  type Facts,
  FINITE,
  isContact,
  isCopyright,
  noFacts,
  PERSON,
  readField,
} from '../../blocks/index.js'
import { isOpen, lineOf, type Piece, printed } from '../pieces/pieces.js'

// What stands below a text about it is a line or two.
const LONGEST = 240
const MOST_LINES = 8
const PARTS = /\s*[·|•]\s*|(?<=\p{Ll}{2}[.;])\s+(?=\p{Lu})|(?<=\d[.;])\s+(?=\p{Lu})/u
/** "Namens het bestuur,", "Signed: H. Okafor", "J. Terpstra, voorzitter": who signed. */
const SIGNED =
  /^(?:namens|w\.?g\.?|(?:was )?getekend|ondertekend|ondertekening|handtekening|voor akkoord|signed|on behalf of)(?=[\s:,.]|$)/iu
const ROLE =
  /^[^,]{3,50},\s(?:(?:vice-?|plaatsvervangend |acting )?(?:voorzitter|secretaris|penningmeester|directeur|rector|bestuurder|directeur-bestuurder|locatieleider|chair(?:man|woman|person)?|secretary|treasurer|head(?:teacher)?|principal|director|vicar|clerk))\.?$/iu

/** Takes what the last lines say about the document: address, copyright, version, date and decision, and who signed it. */
export function takeLastLines(pieces: readonly Piece[], facts: Facts): void {
  const open = pieces.filter((piece) => piece.role !== 'dropped')
  let lines: Piece[] = []
  for (const group of byLine(open).toReversed().slice(0, MOST_LINES)) {
    // Parts of one line were set apart before: one of them tells what the others are.
    if (!group.every(isOpen) || !group.some(isLast) || !group.every(isShort)) break
    lines = [...group, ...lines]
  }
  for (const piece of lines) take(piece, facts)
  const notice = open.filter((piece) => isOpen(piece) && isCopyright(piece.text))
  if (notice.length === 1 && notice[0] && facts.copyright === undefined) {
    facts.copyright = notice[0].text
    markAs(notice[0], 'copyright')
  }
}

const markAs = (piece: Piece, key: string): void => {
  piece.role = 'metadata'
  piece.reason = key
}

/** The pieces of each line of the source. */
function byLine(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last?.[0] && lineOf(last[0]) === lineOf(piece)) last.push(piece)
    else groups.push([piece])
  }
  return groups
}

// "J. de Wit" has no label.
const isPlain = (piece: Piece): boolean =>
  (piece.label === undefined || isSigned(printed(piece))) &&
  piece.blocks.every(({ heading, id }) => heading === undefined && id === undefined)

const wordsOf = (piece: Piece): string => (piece.label === undefined ? piece.text : printed(piece))

const isShort = (piece: Piece): boolean => isPlain(piece) && wordsOf(piece).length <= LONGEST && !FINITE.test(wordsOf(piece))

function isLast(piece: Piece): boolean {
  const text = wordsOf(piece)
  return isPlain(piece) && (isContact(text) || isCopyright(text) || isAbout(text) || isSigned(text))
}

const isSigned = (text: string): boolean =>
  text.length <= LONGEST / 3 && !FINITE.test(text) && (SIGNED.test(text) || ROLE.test(text) || PERSON.test(text))

/** Whether a line tells of the document and nothing else: no sentence, and one of its parts has a key of its own. "Aldus vastgesteld …" is text. */
const isAbout = (text: string): boolean =>
  text.length <= LONGEST && !FINITE.test(text) && text.split(PARTS).some((part) => addPart(part, noFacts()))

function addPart(part: string, facts: Facts): boolean {
  const said = part.replace(/\.$/, '')
  const field = readField(said)
  return (field !== undefined && field.value !== '' && addField(field, facts)) || addVersionLine(said, facts)
}

function take(piece: Piece, facts: Facts): void {
  const text = wordsOf(piece)
  delete piece.label
  if (isCopyright(text)) return
  if (isContact(text)) {
    facts.contact.push(text)
    return markAs(piece, 'contact')
  }
  const left = text.split(PARTS).filter((part) => part !== '' && !addPart(part, facts))
  // What no key holds is kept with the line it stands in.
  if (left.length > 0) facts.remarks.push(text)
  markAs(piece, left.length > 0 ? 'remarks' : 'front matter')
}
