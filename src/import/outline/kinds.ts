import { leadInWords } from '../../language/index.js'
import { gapOf, isOpen, isSentence, isTitle, type Piece, startsUpper, words } from '../../pieces/index.js'

/** Lines that are headings because the document has more of their kind. */
export interface Kinds {
  /** "1. Aanvangstijd.", "2. Pauze.": every number of the row has its text below. */
  readonly titles: ReadonlySet<Piece>
  /** "Doktersverklaring:", set apart from its text. */
  readonly promises: ReadonlySet<Piece>
  /** Its headings are bold, or larger than running text. */
  readonly areSet: boolean
}

// What a text does once says nothing of how it is made.
const FEWEST = 2
const TITLE_WORDS = 4
const LONG = 60

/** Finds them among the pieces of a text that are open or a table. */
export function findKinds(body: readonly Piece[]): Kinds {
  const promises = body.filter((piece, i) => isPromise(piece, body[i + 1], body[i + 2]))
  const set = body.filter((piece) => isOpen(piece) && isTitle(piece.text) && startsUpper(piece.text) && looksLikeHeading(piece))
  return {
    titles: titledRows(body),
    promises: new Set(promises.length < FEWEST ? [] : promises),
    areSet: set.length >= FEWEST,
  }
}

/** Bold all over, or larger than running text. */
export const looksLikeHeading = ({ blocks }: Piece): boolean =>
  blocks.every(({ look }) => look !== undefined && (look.bold || look.size > LARGER))
// Beside running text: 12 points above 11.
const LARGER = 1.08

interface Row {
  count: number
  readonly members: Piece[]
  titled: boolean
}

function titledRows(body: readonly Piece[]): ReadonlySet<Piece> {
  const rows: Row[] = []
  for (const [i, piece] of body.entries()) {
    const { label } = piece
    if (!isOpen(piece) || label?.path.length !== 1 || label.word !== undefined || label.bullet !== undefined) continue
    const count = label.path[0] ?? 0
    const open = count > 1 ? rows.findLast((row) => row.count === count - 1) : undefined
    const row = open ?? { count, members: [], titled: count === 1 }
    if (!open) rows.push(row)
    row.count = count
    row.members.push(piece)
    if (!hasTitle(piece, body[i + 1])) row.titled = false
  }
  return new Set(rows.filter(({ members, titled }) => titled && members.length >= FEWEST).flatMap(({ members }) => members))
}

const hasTitle = ({ text }: Piece, next: Piece | undefined): boolean =>
  /^[^.:;,]+\.$/.test(text) && words(text) <= TITLE_WORDS && startsUpper(text) && isRunning(next)

const isRunning = (piece: Piece | undefined): boolean =>
  piece !== undefined && isOpen(piece) && piece.label === undefined && piece.text.length > LONG && isSentence(piece.text)

// A verb makes it a lead-in: "Wij letten op:", "Signalen kunnen zijn:". So does what sums up.
const LEAD_IN = new RegExp(`(?<!\\p{L})(?:${leadInWords('tells')})(?!\\p{L})`, 'iu')

function isPromise(piece: Piece, next: Piece | undefined, after: Piece | undefined): boolean {
  const { text } = piece
  if (!isOpen(piece) || piece.label || gapOf(piece) === 0 || !next || !isOpen(next) || gapOf(next) === 0) return false
  if (!/^[^:]+:$/.test(text) || words(text) > TITLE_WORDS || !startsUpper(text) || LEAD_IN.test(text)) return false
  if (next.label) return isSentence(next.text)
  return isRunning(next) || isHeading(next, after)
}

/** "Ziekteverzuim", set apart above its own text. */
const isHeading = ({ text }: Piece, next: Piece | undefined): boolean =>
  isTitle(text) &&
  startsUpper(text) &&
  words(text) <= TITLE_WORDS &&
  !/:$/.test(text) &&
  next !== undefined &&
  gapOf(next) > 0 &&
  (next.label ? isSentence(next.text) : isRunning(next))
