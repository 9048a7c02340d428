import { isContact, isFact, organisationIn, readDate, text, textOf, tidy } from '../blocks/index.js'
import { fold, isFunctionWord } from '../language/index.js'
import { type Inline, maximum } from '../model/index.js'
import { gapOf, isOpen, join, lookOf, type Piece, words } from '../pieces/index.js'
import { isOrganisation, namesKind, recursIn, runningLines } from './title.js'

// A cover and the page behind it; further on lines that a format holds together are the text.
const MOST_PIECES = 40

/**
 * Splits blocks near the beginning whose lines a format holds together: a version, below it the name and address of a school. Each line is
 * judged by itself. Running text broken over lines stays whole.
 */
export function splitLines(pieces: Piece[]): void {
  for (let i = Math.min(pieces.length, MOST_PIECES) - 1; i >= 0; i--) {
    const lines = linesOf(pieces[i] as Piece)
    if (lines.length > 1) pieces.splice(i, 1, ...lines)
  }
}

function linesOf(piece: Piece): Piece[] {
  const [block, ...more] = piece.blocks
  if (!block || more.length > 0 || !isOpen(piece) || piece.label || piece.rows || block.role || block.heading !== undefined)
    return []
  const broken = cut(block.content)
  const lines = areApart(broken.map((line) => textOf(line))) ? broken.map((line) => [line, line] as const) : beside(block.content)
  return lines.map(([content, whole], i) => ({
    ...piece,
    blocks: [{ ...block, content: whole, gap: i === 0 ? block.gap : 0 }],
    content,
    text: textOf(content),
  }))
}

// Words of a part that stands beside others on one line of a cover.
const MOST_WORDS = 8
const APART = /(\s+[|·•]\s+|\t+|\s{3,})/u
// "Status: definitief Versie: 2.0": names with a colon, in front of each a blank; "Approved by the Governing Body on: 3 May 2024" is one.
const NAMED = /(\s+[|·•]\s+|\t+|\s{3,}|\s+(?=\p{Lu}\p{L}*(?: \p{Ll}+){0,2}:\s))/u
/** "VV Sparta | Kleedkamerreglement | 12 juli 2023": whose a document is and what it is called, or parts with strokes between them. */
function areNames(split: readonly string[]): boolean {
  const parts = split.filter((_, i) => i % 2 === 0)
  const isWhose = parts.some((part) => organisationIn(part) !== undefined)
  const areParted = split.every((part, i) => i % 2 === 0 || /[|·•]/.test(part))
  return (isWhose && parts.some(namesKind)) || (areParted && (isWhose || parts.some((part) => readDate(part) !== undefined)))
}

const EMPHASIS: ReadonlySet<Inline['type']> = new Set(['text', 'strong', 'emphasis'])

/** The parts of one line of plain words, or with names set bold before tabs, without and with what parts them: one at least says something about the document, none is a sentence. */
function beside(content: readonly Inline[]): (readonly [Inline[], Inline[]])[] {
  const isTabbed = textOf(content).includes('\t') && content.every(({ type }) => EMPHASIS.has(type))
  if (!isTabbed && !content.every(({ type }) => type === 'text')) return []
  const line = textOf(content).trim()
  const named = line.split(NAMED)
  const split = named.every((part, i) => i % 2 === 1 || part.includes(':')) ? named : withValues(line.split(APART))
  const parts = split.filter((_, i) => i % 2 === 0)
  const isPart = (part: string) => part.split(/\s+/).length <= MOST_WORDS && !/[.;,]$/.test(part)
  // "Approved by the Board of" / "Trustees: 3 May 2024" is one.
  if (parts.slice(0, -1).some(endsOpen)) return []
  if (parts.length < 2 || !parts.every(isPart) || !(parts.some(isFact) || areNames(split))) return []
  return parts.map((part, i) => [[text(part)], [text(`${part}${split[2 * i + 1] ?? ''}`)]] as const)
}

/** A name and what stands behind it in columns of its own are one: "Approved by:", the board, 25 June 2025. */
function withValues(split: readonly string[]): readonly string[] {
  const found: string[] = []
  let isValued = false
  for (let i = 0; i < split.length; i += 2) {
    const [part = '', before = ''] = [split[i], split[i - 1]]
    const last = found.at(-1) ?? ''
    const goesOn: boolean = last.endsWith(':') || part.startsWith(':') || (isValued && readDate(part) !== undefined)
    if (goesOn) found.push(`${found.pop()}${before}${part}`)
    else if (i === 0) found.push(part)
    else found.push(before, part)
    isValued = goesOn
  }
  return found
}

// What is larger than this beside running text is a title, whatever its format calls it.
const LARGE = 1.3
const LONGEST = 120

/** Joins the lines of a title that was set on more than one: of one look, and the second goes on where the first stopped. */
export function joinTitle(pieces: Piece[], names: readonly string[]): void {
  const running = runningLines(pieces)
  const plain = pieces.findIndex((piece, i) => {
    const next = pieces[i + 1]
    return (
      i < MOST_PLAIN &&
      next !== undefined &&
      areLines(piece, next) &&
      (isPlainRest(piece, next) || recursIn(`${piece.text} ${next.text}`, running))
    )
  })
  if (plain >= 0) joinNext(pieces, plain)
  // Above a title may stand a name set large, but not as large.
  const largest = maximum(pieces.slice(0, MOST_PIECES).map((piece) => (isTitleLine(piece) ? sizeOf(piece) : 0)))
  const isTitle = (piece: Piece): boolean =>
    isTitleLine(piece) && !names.includes(piece.text) && (piece.blocks[0]?.role === 'title' || sizeOf(piece) > largest - 0.02)
  const at = pieces.findIndex((piece, i) => i < MOST_PIECES && isTitle(piece))
  const piece = pieces[at]
  if (!piece) return
  for (let next = pieces[at + 1]; next && isRest(piece, next); next = pieces[at + 1]) joinNext(pieces, at)
}

const sizeOf = (piece: Piece): number => lookOf(piece)?.size ?? 1

/** Joins what goes on in small letters below a fact: "Vastgesteld door het bestuur op 3 mei 2022," / "na advies van de ouders". */
export function joinFacts(pieces: Piece[]): void {
  for (let i = 0; i < Math.min(pieces.length, MOST_PIECES) - 1; i++) {
    const [piece, next] = [pieces[i] as Piece, pieces[i + 1] as Piece]
    const areOpen = [piece, next].every((line) => isOpen(line) && !line.label && !line.rows)
    const goesOn = /,$/.test(piece.text) && gapOf(next) === 0 && /^\p{Ll}/u.test(next.text)
    // "in operation from 1 June" / "2019"
    const isCut = gapOf(next) === 0 && readDate(cutDay(piece.text, next.text)) !== undefined
    if (areOpen && (isCut || (goesOn && isFact(piece.text.replace(/,$/, ''))))) joinNext(pieces, i)
  }
}

/** The last two words of a line with the first of the next. */
const cutDay = (line: string, next: string): string => `${line.split(/\s+/).slice(-2).join(' ')} ${next.split(/[\s.,;]/)[0]}`

function joinNext(pieces: Piece[], at: number): void {
  const [piece, next] = pieces.slice(at, at + 2) as [Piece, Piece]
  join(piece, next)
  pieces.splice(at + 1, 1)
}

// A title stands among the first lines of a text.
const MOST_PLAIN = 8

/** Two lines directly below each other in a text without looks. */
const areLines = (piece: Piece, next: Piece): boolean =>
  gapOf(next) === 0 &&
  [piece, next].every(
    (line) => lookOf(line) === undefined && isOpen(line) && !line.label && !line.rows && line.text.length <= LONGEST_LINE,
  )

// Two thirds of a line: running text, broken over lines, fills them.
const LONGEST_LINE = 60

/** Of such lines: a title that stops in the middle, and its rest. */
const isPlainRest = (piece: Piece, next: Piece): boolean =>
  /^\p{Ll}[^.:;]*$/u.test(next.text)
    ? namesKind(piece.text) || namesKind(`${piece.text} ${next.text}`) || endsOpen(piece.text)
    : isCapitals(piece.text) && isCapitals(next.text) && !isOrganisation(piece.text, '')

/** "Toelating, schorsing en": more follows. */
const endsOpen = (text: string): boolean => /[,&–-]$/.test(text) || isFunctionWord(fold(/(\S+)$/.exec(text)?.[1] ?? ''))

export const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{3}/u.test(text)

const isTitleLine = (piece: Piece): boolean =>
  isOpen(piece) && !piece.label && !piece.rows && (piece.blocks[0]?.role === 'title' || (lookOf(piece)?.size ?? 1) >= LARGE)

function isRest(piece: Piece, next: Piece): boolean {
  const [block, other] = [piece.blocks.at(-1), next.blocks[0]]
  if (!isTitleLine(next) || !block || !other || block.role !== other.role || block.page !== other.page) return false
  if (Math.abs((block.look?.size ?? 1) - (other.look?.size ?? 1)) > 0.02 || block.look?.bold !== other.look?.bold) return false
  // Lines of one paragraph are one title; others where the second does not stand by itself.
  const isOne = block.line === other.line && other.gap === 0 && !isOrganisation(piece.text, '')
  // "Using AI:" goes on where what is below it is no title of its own.
  const stops = /[.;]$/.test(piece.text) || (!isOne && /:$/.test(piece.text) && !/^\p{Ll}/u.test(next.text))
  if (piece.text.length + next.text.length > LONGEST || stops) return false
  // "Flexible Working" / "Policy"
  const isKind = words(next.text) === 1 && namesKind(next.text) && !namesKind(piece.text) && !isOrganisation(piece.text, '')
  return isOne || isKind || /^[\p{Ll}\d(]/u.test(next.text) || endsOpen(piece.text)
}

/** The lines of plain words: a reader of pages keeps each as a text of its own that ends in a blank. */
function cut(content: readonly Inline[]): Inline[][] {
  if (!content.every(({ type }) => type === 'text' || type === 'break')) return []
  const lines: Inline[][] = [[]]
  for (const inline of content) {
    lines.at(-1)?.push(inline)
    if (inline.type === 'break' || (inline.type === 'text' && /\s$/.test(inline.value))) lines.push([])
  }
  return lines.map(tidy).filter((line) => line.length > 0)
}

/** Whether at least half of the lines say something about the document by themselves, and none reads on in the next. */
function areApart(lines: readonly string[]): boolean {
  const said = lines.filter((line) => isFact(line) || isContact(line))
  const readsOn = lines.some((line, i) => i < lines.length - 1 && (/[,;–-]$|\bd\.?d\.?$/i.test(line) || endsOpen(line)))
  // "Toestemming" / "gemeente Oudeveen: 21/1/'25." is one, whatever its rest says alone.
  const begin = lines.every(
    (line, i) => /^[^\p{Ll}]/u.test(line) || (said.includes(line) && (i === 0 || said.includes(lines[i - 1] ?? ''))),
  )
  return (
    lines.length > 1 && said.length * 2 >= lines.length && !readsOn && begin && !lines.some((line) => /\p{Ll}{3}\.$/u.test(line))
  )
}
