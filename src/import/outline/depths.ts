import type { LabelReading } from '../../blocks/index.js'
import { minimum, type NumberStyle } from '../../model/index.js'
import { lookOf, type Piece } from '../../pieces/index.js'

interface Open {
  readonly depth: number
  readonly piece: Piece
  readonly reading?: LabelReading
  readonly path: readonly number[]
  /** Its depth follows from standing directly below another heading, not from a number or a style. */
  readonly guessed: boolean
}

// Which unit usually holds which: parts in Roman numerals, then capitals, then numbers.
const RANK: Readonly<Partial<Record<NumberStyle, number>>> = { 'upper-roman': 1, 'upper-alpha': 2, decimal: 3 }
const WORD_RANK: readonly RegExp[] = [
  /^(deel|titel|part)$/i,
  /^(hoofdstuk|chapter|afdeling)$/i,
  /^(paragraaf|section|§)$/i,
  /^(art\.|artikel|article)$/i,
]
const SMALL_UNIT = /^(?:art\.|artikel|article)$/i
// Sections that close a document stand beside its chapters.
const CLOSING =
  /^(?:bijlagen?|aanhangsels?|addenda|addendum|colofon|ondertekening|slot|nawoord|appendix|annex|contact|literatuur|bronnen|versiebeheer)\b/i

/** Gives every heading its depth, from styles where the format has them, otherwise from its numbers and its neighbours. */
export function setDepths(pieces: readonly Piece[]): void {
  const headings = pieces.filter((piece) => piece.role === 'heading')
  const styled = headings.map(({ blocks }) => blocks[0]?.heading).filter((level) => level !== undefined)
  const shallowest = minimum(styled)
  const body = pieces.filter(({ role }) => role !== 'dropped' && role !== 'metadata' && role !== 'note')
  const places = new Map(body.map((piece, i) => [piece, i]))
  const stack: Open[] = []
  for (const piece of headings) {
    const around = { before: body[(places.get(piece) ?? 0) - 1], next: (heading: Piece) => body[(places.get(heading) ?? -2) + 1] }
    const level = piece.blocks[0]?.heading
    const place = level === undefined ? guess(piece, stack, around) : styledPlace(piece, level - shallowest + 1, stack)
    piece.depth = Math.min(Math.max(place.depth, 1), 6)
    while (stack.length > 0 && (stack.at(-1)?.depth ?? 0) >= piece.depth) stack.pop()
    stack.push({ ...place, depth: piece.depth, piece, path: piece.label?.path ?? [] })
    if (place.reading) piece.reading = place.reading
  }
  if (styled.length > 0 && headings.every(({ blocks }) => blocks[0]?.id === undefined)) closeGaps(headings)
}

/** A depth that no heading has is none: styles of the levels 1 and 3 mean two. A file of ours has the depths its author gave. */
function closeGaps(headings: readonly Piece[]): void {
  const used = [...new Set(headings.map(({ depth = 1 }) => depth))].sort((a, b) => a - b)
  for (const piece of headings) piece.depth = used.indexOf(piece.depth ?? 1) + 1
}

/** The depth a style says, and the reading that goes on from the heading before it of that depth. */
function styledPlace(piece: Piece, depth: number, stack: readonly Open[]): Place {
  const readings = piece.label?.readings ?? []
  const before = stack.find((open) => open.depth === depth)?.reading
  const reading =
    readings.find(({ style, count }) => style === before?.style && count > before.count) ??
    readings.find(({ count }) => count === 1) ??
    readings[0]
  return { depth, guessed: false, ...(reading ? { reading } : {}) }
}

interface Place {
  readonly depth: number
  readonly reading?: LabelReading
  readonly guessed: boolean
}

/** What stands before a heading, and what follows one. */
interface Around {
  readonly before: Piece | undefined
  readonly next: (heading: Piece) => Piece | undefined
}

function guess(piece: Piece, stack: readonly Open[], around: Around): Place {
  const direct = around.before?.role === 'heading'
  return piece.label && piece.label.readings.length > 0
    ? byLabel(piece, stack, direct)
    : byNeighbours(piece, stack, around.next, direct)
}

function byLabel(piece: Piece, stack: readonly Open[], direct: boolean): Place {
  const { label } = piece
  const readings = label?.readings ?? []
  const path = label?.path ?? []
  if (label?.word !== undefined && CLOSING.test(label.word)) return { depth: 1, guessed: false, ...first(readings) }
  if (path.length > 1) {
    const parent = stack.findLast((open) => open.path.length > 0 && open.path.length < path.length && isPrefix(open.path, path))
    const sibling = stack.find((open) => open.path.length === path.length)
    return {
      depth: parent ? parent.depth + path.length - parent.path.length : (sibling?.depth ?? path.length),
      guessed: false,
      ...first(readings),
    }
  }
  const word = wordRank(label?.word)
  const same = (open: Open) => wordRank(open.piece.label?.word) === word && open.path.length === path.length
  // The next of a row that is open.
  for (const open of [...stack].reverse()) {
    const next = readings.find(({ style, count }) => open.reading?.style === style && count === open.reading.count + 1)
    if (next && same(open)) return { depth: open.depth, reading: next, guessed: false }
  }
  const [likely] = readings
  const reading = readings.find(({ count }) => count === 1) ?? likely
  const rank = word ?? RANK[reading?.style ?? 'decimal'] ?? 4
  const rankOf = (open: Open) => wordRank(open.piece.label?.word) ?? RANK[open.reading?.style ?? 'decimal'] ?? 4
  if (reading?.count !== 1) {
    const skipped = stack.findLast((open) => open.reading?.style === reading?.style && same(open))
    if (skipped) return { depth: skipped.depth, guessed: false, ...(reading ? { reading } : {}) }
  }
  // A larger unit than one that is open ends it; anything else starts below what is open, and articles below chapters that have a numeral.
  const holds = (open: Open) => SMALL_UNIT.test(label?.word ?? '') && open.piece.label?.word === undefined
  const lower = stack.find((open) => open.reading !== undefined && rankOf(open) > rank && !holds(open))
  const depth = lower?.depth ?? (stack.at(-1)?.depth ?? 0) + (isAbove(stack.at(-1), reading, direct) ? 1 : 0)
  return { depth: Math.max(depth, 1), guessed: false, ...(reading ? { reading } : {}) }
}

// "Voorwoord" with its text is the neighbour of "1 Uitvoering"; "Regels" directly above "A. Leerlingen" holds it.
function isAbove(top: Open | undefined, reading: LabelReading | undefined, direct: boolean): boolean {
  return top === undefined || top.reading !== undefined || direct || reading?.style !== 'decimal'
}

const first = (readings: readonly LabelReading[]): { reading?: LabelReading } => (readings[0] ? { reading: readings[0] } : {})
const isPrefix = (short: readonly number[], long: readonly number[]): boolean => short.every((number, i) => long[i] === number)

function wordRank(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  const rank = WORD_RANK.findIndex((pattern) => pattern.test(word))
  return rank < 0 ? undefined : rank - 10
}

function byNeighbours(piece: Piece, stack: readonly Open[], next: Around['next'], direct: boolean): Place {
  const top = stack.at(-1)
  if (CLOSING.test(piece.text) || !top) return { depth: 1, guessed: false }
  if (direct) return { depth: top.depth + 1, guessed: true }
  const bySize = likeLook(piece, stack)
  if (bySize !== undefined) return { depth: bySize, guessed: false }
  const sibling = stack.findLast((open) => open.reading === undefined)
  if (!sibling) return { depth: top.depth + 1, guessed: false }
  if (sibling.guessed && form(next(sibling.piece)) !== form(next(piece))) return { depth: sibling.depth - 1, guessed: false }
  return { depth: sibling.depth, guessed: sibling.guessed }
}

/** The depth of an open heading that looks the same, where headings differ in size. */
function likeLook(piece: Piece, stack: readonly Open[]): number | undefined {
  const size = lookOf(piece)?.size
  if (size === undefined || !stack.some((open) => Math.abs((lookOf(open.piece)?.size ?? size) - size) > 0.06)) return undefined
  return stack.find((open) => (lookOf(open.piece)?.size ?? 0) <= size + 0.03)?.depth
}

/** What stands below a heading: items or running text. */
const form = (next: Piece | undefined): string => (next?.label ? 'items' : (next?.role ?? 'text'))
