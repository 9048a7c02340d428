import { isOrganisation } from '../../cover/index.js'
import { append, ID } from '../../model/index.js'
import {
  gapOf,
  isOpen,
  isSentence,
  isTitle,
  join,
  lookOf,
  MOST_TITLE_WORDS,
  type Piece,
  startsUpper,
  unlabel,
  words,
} from '../../pieces/index.js'

const ARTICLE = /^(?:art\.|artikel|article|paragraaf|section|§)$/i
const ANNEX = /^(?:bijlage|aanhangsel|addendum|annex|appendix|schedule)$/i

interface Lone {
  readonly piece: Piece
  readonly title: Piece | undefined
  readonly after: Piece | undefined
}

/**
 * Gives labels that stand alone on their line the title on the next line: "Artikel 1" above "Begripsbepalingen". A unit without a title
 * is a heading by itself; a number without one is no label.
 */
export function joinTitles(pieces: Piece[]): void {
  const body = pieces.filter(({ role }) => role !== 'dropped' && role !== 'note')
  const lone = body.flatMap((piece, i): Lone[] =>
    isOpen(piece) && piece.label && piece.text === '' ? [{ piece, title: body[i + 1], after: body[i + 2] }] : [],
  )
  const units = new Map<string, boolean>()
  const areTitled = (line: Lone): boolean => {
    const key = unitOf(line)
    const known = units.get(key) ?? lone.every((other) => unitOf(other) !== key || hasTitle(other))
    units.set(key, known)
    return known
  }
  const numbers = lone.filter(({ piece }) => isNumber(piece))
  const areNumbers =
    numbers.length >= FEWEST_NUMBERS && numbers.every((line) => line.title && isWords(line.title) && !hasTitle(line))
  const joined = new Set<Piece>()
  for (const line of lone) {
    const { piece, title } = line
    // What a document is the annex of stands above its title.
    const isCover = piece === body[0] && ANNEX.test(piece.label?.word ?? '')
    const isNamed = hasTitle(line) && (isDirect(line) || areTitled(line))
    if (title && !isCover && (isNamed || (areNumbers && isNumber(piece)))) {
      joined.add(title)
      append(piece.blocks, title.blocks)
      piece.content = title.content
      piece.text = title.text
    } else if (isCover || piece.label?.word === undefined) unlabel(piece)
  }
  let above: Piece | undefined
  for (const piece of body.filter((line) => !joined.has(line))) {
    if (above && isBroken(above, piece)) {
      joined.add(piece)
      join(above, piece)
    } else above = piece
  }
  const rest = pieces.filter((piece) => !joined.has(piece))
  for (const [i, piece] of rest.entries()) pieces[i] = piece
  pieces.length = rest.length
  nameUnits(pieces)
}

// One number on a line of its own may be a page's.
const FEWEST_NUMBERS = 2

/** "1.1" in a column or line of its own, as web pages set the number of a paragraph. */
const isNumber = ({ label }: Piece): boolean => label?.word === undefined && (label?.path.length ?? 0) > 1

const isWords = (piece: Piece): boolean => isOpen(piece) && !piece.label && !piece.rows && piece.text !== ''

/** A unit without words is known by its label: "artikel-1". */
function nameUnits(pieces: readonly Piece[]): void {
  const taken = new Set(pieces.flatMap(({ blocks }) => blocks[0]?.id ?? []))
  for (const piece of pieces) {
    if (!isOpen(piece) || piece.label === undefined || piece.text !== '' || piece.blocks[0]?.id !== undefined) continue
    const id = piece.label.printed.toLowerCase().replace(/[^a-z0-9]+/g, '-')
    if (taken.has(id) || !ID.test(id)) continue
    taken.add(id)
    piece.id = id
  }
}

/** Two lines of a heading whose words a break parts; the name above a title is a line of its own. */
function isBroken(above: Piece, piece: Piece): boolean {
  const [block, other] = [above.blocks.at(-1), piece.blocks[0]]
  const areOne = block?.heading !== undefined && block.heading === other?.heading && block.line === other.line && other.gap === 0
  return areOne && [above, piece].every(isOpen) && above.text !== '' && !piece.label && !isOrganisation(above.text, '')
}

// Below an empty line a title may as well head a part of the unit: then all units of the kind must be set so.
const isDirect = ({ piece, title }: Lone): boolean =>
  gapOf(title as Piece) === 0 || (headingOf(piece) !== undefined && headingOf(piece) === headingOf(title as Piece))

const wordOf = ({ label }: Piece): string | undefined => label?.word?.toLowerCase()
const headingOf = ({ blocks }: Piece): number | undefined => blocks[0]?.heading

/** The kind of unit a label names: its word and how many numbers it has. */
const unitOf = ({ piece }: Lone): string => `${wordOf(piece)}/${piece.label?.path.length}`

function hasTitle({ piece, title, after }: Lone): boolean {
  if (!title || !after || !isOpen(title) || title.label || title.rows || title.blocks[0]?.role) return false
  const { text } = title
  if (!isTitle(text) || words(text) > MOST_TITLE_WORDS || !startsUpper(text) || /[:?!]$/.test(text)) return false
  if (headingOf(piece) !== headingOf(title) || !looksAlike(piece, title)) return false
  // "De commissie kan" above "a. een lid horen;" is half a sentence.
  if (after.label?.readings.some(({ style, count }) => style === 'lower-alpha' && count === 1) && !startsUpper(after.text))
    return false
  if (!after.label && after.role !== 'table' && !isSentence(after.text)) return false
  // Directly above the next unit it is all the text there is.
  const next = wordOf(after)
  return next === undefined || (ARTICLE.test(next) && next !== wordOf(piece) && !ARTICLE.test(wordOf(piece) ?? ''))
}

function looksAlike(piece: Piece, title: Piece): boolean {
  const [one, other] = [lookOf(piece), lookOf(title)]
  return !one || !other || (one.bold === other.bold && Math.abs(one.size - other.size) < 0.1)
}
