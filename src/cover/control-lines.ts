import {
  type Artefact,
  addLine,
  addOrganisation,
  CONTROL_TITLE,
  type Facts,
  FINITE,
  isContact,
  isControlName,
  isFact,
  organisationIn,
  readField,
} from '../blocks/index.js'
import { isOpen, lookOf, type Piece, words } from '../pieces/index.js'
import { markAs } from './mark.js'

/** Lines "Name: value" about a document, one below the other: where most names are known, the others tell of the document too. */

// The cover and the page behind it, and the last page.
const MOST_PIECES = 60
const MOST_LAST = 30
// Two may stand together by chance.
const FEWEST = 3
const FEWEST_FACTS = 2
// "Datum waarop deze regeling in werking treedt" has seven.
const MOST_NAME_WORDS = 7
const MOST_VALUE_WORDS = 14
const LONGEST = 160
// Beside running text.
const LARGE = 1.3

const NAMED = /^([^:]{2,70}?)\s*:\s+(\S.*)$/su

/** Takes such lines from the beginning and the end of a text, and those below "Documentgegevens" wherever they stand, with that heading. */
export function takeControlLines(pieces: readonly Piece[], facts: Facts): void {
  const open = pieces.filter(({ role }) => role !== 'dropped' && role !== 'note' && role !== 'metadata')
  for (let i = 0; i < open.length; i++) {
    const above = open[i - 1]
    const isTitled = above !== undefined && isOpen(above) && above.label === undefined && CONTROL_TITLE.test(above.text)
    if (i >= MOST_PIECES && i < open.length - MOST_LAST && !isTitled) continue
    const run = runFrom(open, i)
    if (areFacts(run) || (isTitled && run.length > 1 && run.every((piece) => tells(piece) || isNamedValue(piece.text)))) {
      for (const piece of run) take(piece, facts)
      if (isTitled) {
        above.role = 'dropped'
        above.reason = 'heading of front matter' satisfies Artefact
      }
    }
    i += Math.max(run.length - 1, 0)
  }
}

// A table about a document has some twenty rows.
const MOST_LINES = 40

function runFrom(open: readonly Piece[], from: number): readonly Piece[] {
  // What stands above the first fact may be the title.
  if (!open[from] || !tells(open[from])) return []
  const lines = open.slice(from, from + MOST_LINES + 1)
  const end = lines.findIndex((piece) => !mayTell(piece))
  return end < 0 && lines.length > MOST_LINES ? [] : lines.slice(0, end < 0 ? undefined : end)
}

const mayTell = (piece: Piece): boolean =>
  isOpen(piece) &&
  (piece.label === undefined || piece.label.bullet !== undefined) &&
  piece.rows === undefined &&
  piece.blocks.every(({ heading, role, id }) => heading === undefined && role === undefined && id === undefined) &&
  (lookOf(piece)?.size ?? 1) < LARGE &&
  piece.text.length <= LONGEST &&
  // "Bronnen:", below it one by one.
  readField(piece.text)?.value !== '' &&
  (isFact(piece.text) || isContact(piece.text) || isNamedValue(piece.text) || organisationIn(piece.text) !== undefined)

/** "Onderwijssoort: vmbo-t, havo": a name and a value, and no sentence. */
function isNamedValue(text: string): boolean {
  const [, name = '', value = ''] = NAMED.exec(text) ?? []
  return (
    name !== '' &&
    words(name) <= MOST_NAME_WORDS &&
    words(value) <= MOST_VALUE_WORDS &&
    ![name, value].some((part) => FINITE.test(part)) &&
    !/[,;?!]/.test(name) &&
    !/\p{Ll}{3}\.$|[;:,]$/u.test(value)
  )
}

const nameIn = (text: string): string | undefined => NAMED.exec(text)?.[1]

/** Whether a line says something about the document under a name that is known. */
const tells = ({ text }: Piece): boolean => text.length <= LONGEST && (isFact(text) || isControlName(nameIn(text) ?? ''))

function areFacts(run: readonly Piece[]): boolean {
  const told = run.filter(tells)
  return run.length >= FEWEST && told.length * 2 >= run.length && run.filter(({ text }) => isFact(text)).length >= FEWEST_FACTS
}

/** What no key holds is kept word for word. */
function take(piece: Piece, facts: Facts): void {
  const { text } = piece
  const key = addLine(text, facts)
  if (key !== undefined) return markAs(piece, key)
  if (isContact(text)) {
    facts.contact.push(text)
    return markAs(piece, 'contact')
  }
  if (nameIn(text) === undefined && addOrganisation(text, facts)) return markAs(piece, 'organisation')
  facts.remarks.push(text)
  markAs(piece, 'remarks')
}
