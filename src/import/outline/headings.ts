import { FINITE, findDate } from '../../blocks/index.js'
import type { Inline } from '../../model/index.js'
import { gapOf, isOpen, isSentence, isTitle, type Piece, startsUpper, words } from '../../pieces/index.js'
import { type Contents, headingKeys, titleKey } from './contents.js'
import { findKinds, type Kinds, looksLikeHeading } from './kinds.js'
import { leadsIn } from './lead-ins.js'

interface Run {
  style: string
  count: number
  headings: boolean
}

/** Finds the headings among the pieces from `start` on and gives them the role; their depth is decided later. */
export function findHeadings(pieces: Piece[], start: number, marksHeadings: boolean, contents: Contents): void {
  const listed = new Set(contents.entries.map(({ title }) => titleKey(title)).filter(Boolean))
  const body = pieces.slice(start).filter((piece) => isOpen(piece) || piece.role === 'table')
  // Runs of labels in one style: once its first member is an item or a heading, the others are the same.
  const runs = new Map<string, Run>()
  const kinds = findKinds(body)

  for (const [i, piece] of body.entries()) {
    if (!isOpen(piece)) continue
    const next = body[i + 1]
    const before = body[i - 1]
    const isHeading = judge(piece, { before, next, runs, kinds, marksHeadings, listed })
    noteRun(piece, isHeading, runs)
    if (isHeading) {
      piece.role = 'heading'
      piece.content = plainHeading(piece.content)
      if (piece.label?.word === undefined) for (const [key, run] of runs) if (!run.headings) runs.delete(key)
    }
  }
}

// Headings are bold by themselves.
function plainHeading(content: readonly Inline[]): Inline[] {
  const isBold = content.every((inline) => inline.type === 'strong' || (inline.type === 'text' && inline.value.trim() === ''))
  return isBold
    ? content.flatMap((inline) => (inline.type === 'strong' ? (inline.children as Inline[]) : [inline]))
    : [...content]
}

// A heading by its style or size; more is a text set as one.
const MOST_WORDS = 40

interface Context {
  readonly before: Piece | undefined
  readonly next: Piece | undefined
  readonly runs: ReadonlyMap<string, Run>
  readonly kinds: Kinds
  readonly marksHeadings: boolean
  readonly listed: ReadonlySet<string>
}

function judge(piece: Piece, context: Context): boolean {
  const [block] = piece.blocks
  const { label, text } = piece
  if (block?.role === 'quote' || block?.role === 'verbatim' || piece.rows) return false
  if (block?.heading !== undefined) return words(text) <= MOST_WORDS
  // "Artikel 1" is a heading in a list of the format, too.
  if (label?.bullet !== undefined || (block?.level !== undefined && label?.word === undefined)) return false
  // A file this tool wrote says which of its clauses are headings.
  if (block?.id !== undefined && context.marksHeadings) return false
  const isListed = headingKeys(piece).some((key) => context.listed.has(key))
  if (!context.next && !isListed) return false
  if (isListed && isShort(text)) return true
  if (context.kinds.titles.has(piece)) return true
  if (label) return judgeLabelled(piece, context)
  if (context.marksHeadings && leadsIn(text, context.next)) return false
  if (context.marksHeadings) return looksLikeHeading(piece) && (isTitle(text) || isSetLarge(piece)) && hasBody(context.next)
  return judgePlain(piece, context)
}

/** Set as running text is, where the headings of a document are not: what stands above bullets leads them in. */
const isAsText = (piece: Piece): boolean =>
  piece.blocks.every(({ look }) => look !== undefined && look.italic === undefined) && !looksLikeHeading(piece)
const leadsBullets = ({ label }: Piece): boolean => label?.bullet !== undefined

const isShort = (text: string): boolean => words(text) <= 20 && text.length <= 160

// Beside running text.
const LARGE = 1.2

/** A heading that takes several lines: set as large as no text is, and no sentence. */
const isSetLarge = ({ blocks, text }: Piece): boolean =>
  blocks.every(({ look }) => look !== undefined && look.size >= LARGE) &&
  words(text) <= MOST_WORDS &&
  !/(?:[^.]\.|[,;:])$/u.test(text)

function judgeLabelled(piece: Piece, { before, next, runs, marksHeadings }: Context): boolean {
  const { label, text } = piece
  if (!label) return false
  if (label.word !== undefined) return isTitle(text) || text === ''
  if (label.readings.every(({ style }) => style === 'lower-alpha' || style === 'lower-roman')) return false
  if (label.bare) return isTitle(text) && (!marksHeadings || looksLikeHeading(piece))
  if (marksHeadings && label.path.length < 2) return looksLikeHeading(piece) && isTitle(text)
  // "5.1 Alle gebruikers." above its own text: a point at the end does not make a sentence of a few words.
  const title = isTitle(text) || (label.path.length > 1 && words(text) <= 9 && !/[,;]$/.test(text) && !isStatement(text))
  if (!title || !startsUpper(text)) return false
  const run = readRun(piece, runs)
  if (run && !run.headings) return false
  // "1.1 In this code the following words mean:" opens a list.
  const inArticle = before?.role === 'heading' && before.label?.word !== undefined
  const isLeadIn = label.path.length > 1 ? words(text) > 3 : !run && opensList(next) && (words(text) > 3 || inArticle)
  if ((/:$/.test(text) && isLeadIn) || leadsIn(text, next)) return false
  if (before && /:$/.test(before.text) && before.role !== 'heading' && !run) return false
  return hasBody(next) && !followsOn(piece, next)
}

/** "De tijden zijn vermeld in de tabel." */
const isStatement = (text: string): boolean => /[^.]\.$/.test(text) && FINITE.test(text)

function judgePlain(piece: Piece, { before, next, kinds }: Context): boolean {
  const { text } = piece
  if (gapOf(piece) === 0 || !isTitle(text) || !startsUpper(text) || !/\p{L}/u.test(text) || !next) return false
  if (/:$/.test(text)) {
    if (kinds.promises.has(piece)) return true
    return words(text) > 2 && next.label === undefined && /:$/.test(next.text) && next.role !== 'heading'
  }
  if (leadsIn(text, next) || (kinds.areSet && isAsText(piece) && leadsBullets(next))) return false
  // What a line with a colon promises is its text, however short.
  if (before && /:$/.test(before.text) && before.role !== 'heading') return false
  if (words(text) >= SENTENCE_WORDS && isAboveHeading(text, next)) return false
  return next.label !== undefined || gapOf(next) > 0 || isAboveText(text, next)
}

// A line of so many words above a heading is a short sentence without its full stop more often than a title.
const SENTENCE_WORDS = 8

/** A sentence that lost its point stands above the heading of what comes next, and is longer. */
function isAboveHeading(text: string, next: Piece): boolean {
  const title = next.text
  if (!isTitle(title) || !startsUpper(title) || /:$/.test(title)) return false
  if (next.label) return next.label.bullet === undefined && !next.label.readings.some(({ count }) => count === 1)
  return gapOf(next) > 0 && words(title) < words(text)
}

// Titles above a text seldom have more words; lines that wrap do.
const MOST_ABOVE = 6

/** A few words directly above a sentence; a field, a date and an unfinished line are none. */
const isAboveText = (text: string, { text: below, role }: Piece): boolean =>
  role === undefined &&
  words(text) <= MOST_ABOVE &&
  isSentence(below) &&
  below.length > text.length &&
  findDate(text) === undefined &&
  !/\p{L}\s*:\s/u.test(text)

/** Whether a piece is the first of a list. */
const opensList = (next: Piece | undefined): boolean =>
  next?.label !== undefined &&
  (next.label.bullet !== undefined || next.label.readings.some(({ style, count }) => style !== 'decimal' && count === 1))

const hasBody = (next: Piece | undefined): boolean => next !== undefined

/** The run a label continues, or nothing when it starts one. */
function readRun(piece: Piece, runs: ReadonlyMap<string, Run>): Run | undefined {
  for (const { style, count } of piece.label?.readings ?? []) {
    const run = runs.get(key(piece, style))
    // "2.1a" goes on from "2.1".
    const least = run && run.count + (piece.label?.inserted === undefined ? 1 : 0)
    if (run && least !== undefined && count >= least && count <= run.count + 3) return run
  }
  return undefined
}

const key = (piece: Piece, style: string): string => `${style}/${piece.label?.path.slice(0, -1).join('.') ?? ''}`

function noteRun(piece: Piece, headings: boolean, runs: Map<string, Run>): void {
  for (const { style, count } of piece.label?.readings ?? []) {
    const before = runs.get(key(piece, style))
    if (!before || headings === before.headings || count === 1) runs.set(key(piece, style), { style, count, headings })
  }
}

/** Whether the next piece is the next of the same list: then this one has no text of its own below it. */
function followsOn(piece: Piece, next: Piece | undefined): boolean {
  if (!next?.label || next.label.bullet !== undefined) return false
  // "2.1a" was put in between.
  const isInserted = next.label.inserted !== undefined
  return (piece.label?.readings ?? []).some(({ style, count }) =>
    next.label?.readings.some(
      (other) =>
        other.style === style && (other.count === count + 1 || (other.count === count && isInserted)) && sameParent(piece, next),
    ),
  )
}

const sameParent = (a: Piece, b: Piece): boolean =>
  (a.label?.path.slice(0, -1).join('.') ?? '') === (b.label?.path.slice(0, -1).join('.') ?? '')
