import type { Artefact } from '../../blocks/index.js'
import { clipped, maximum } from '../../model/index.js'
import { isOpen, type Piece, words } from '../../pieces/index.js'
import { cut, isNow, partOf } from './cut.js'
import { optionalEnd, optionalMark, orLine, variantMark } from './words.js'

const MARK = 'the mark of a choice' satisfies Artefact
// "Variant A: streng" is the name of what follows; more words than these are what it says.
const NAME_WORDS = 6

interface Mark {
  readonly at: number
  readonly word: string
  readonly count: string
  /** It stands on a line of its own. */
  readonly alone: boolean
  readonly length: number
  readonly closed: boolean
}

/** Finds wordings to choose from and provisions that may be left out, and takes the words that say so out of the text. */
export function findChoices(pieces: Piece[]): void {
  const open = pieces.filter((piece) => isOpen(piece) && !piece.rows && piece.blocks[0]?.role === undefined)
  let group = 0
  for (const marks of runsOf(open)) if (takeVariants(open, marks, group + 1)) group++
  for (const [i, piece] of open.entries()) if (isOpen(piece) && takeEither(open, i, group + 1)) group++
  for (const [i, piece] of open.entries()) if (isOpen(piece)) takeOptional(piece, open[i + 1])
}

/** Marks that count on: "Variant A", "Variant B". */
function runsOf(open: readonly Piece[]): Mark[][] {
  const runs: Mark[][] = []
  for (const [at, { text }] of open.entries()) {
    const { 0: whole = '', groups } = variantMark().exec(text) ?? {}
    if (!groups) continue
    const rest = text.slice(whole.length)
    const alone = rest === '' || (words(rest) <= NAME_WORDS && !/[.;:]$/.test(rest))
    const mark = {
      at,
      alone,
      word: (groups.word ?? '').toLowerCase(),
      count: (groups.count ?? '').toLowerCase(),
      length: whole.length,
      closed: groups.open === '' || !/[)\]>]\s*(?:[:.–—-]\s*)?$/.test(whole),
    }
    const last = runs.at(-1)
    const before = last?.at(-1)
    const between = before ? open.slice(before.at + 1, at) : []
    const goesOn = before !== undefined && before.word === mark.word && follows(before.count, mark.count)
    if (last && goesOn && !between.some(({ blocks }) => blocks[0]?.heading !== undefined)) last.push(mark)
    else runs.push([mark])
  }
  return runs.filter(({ length }) => length > 1)
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi']
function follows(before: string, next: string): boolean {
  if (/^\d+$/.test(before)) return Number(next) === Number(before) + 1
  const roman = ROMAN.indexOf(before)
  return (
    (roman >= 0 && ROMAN[roman + 1] === next) ||
    (before.length === 1 && next.length === 1 && before.charCodeAt(0) + 1 === next.charCodeAt(0))
  )
}

function takeVariants(open: readonly Piece[], marks: readonly Mark[], group: number): boolean {
  const from = ({ at, alone }: Mark) => (alone ? at + 1 : at)
  const isText = (piece: Piece) => isOpen(piece) && !orLine().test(piece.text)
  const extents = marks.slice(0, -1).map((mark, i) => open.slice(from(mark), marks[i + 1]?.at).filter(isText))
  // Nothing tells where the last one ends: it has as many clauses as the longest of the others.
  const last = marks.at(-1) as Mark
  const most = maximum(extents.map(({ length }) => length))
  const behind = open.slice(from(last), from(last) + most)
  const end = behind.findIndex((piece, i) => !isText(piece) || (i > 0 && piece.blocks[0]?.heading !== undefined))
  extents.push(end < 0 ? behind : behind.slice(0, end))
  if (extents.some(({ length }) => length === 0)) return false
  for (const piece of open.slice(marks[0]?.at, last.at)) if (orLine().test(piece.text)) drop(piece)
  for (const [i, mark] of marks.entries()) {
    const piece = open[mark.at] as Piece
    if (mark.alone) drop(piece)
    else cutMark(piece, mark.length, mark.closed)
    for (const member of extents[i] ?? []) isNow(member, { group, variant: mark.count, signs: { variant: 'word' } })
  }
  return true
}

/** Wordings with a line between them that says "of". */
function takeEither(open: readonly Piece[], at: number, group: number): boolean {
  const [before, line, next] = [open[at - 1], open[at] as Piece, open[at + 1]]
  if (!orLine().test(line.text) || !before || !next) return false
  if (![before, next].every((piece) => isOpen(piece) && piece.blocks[0]?.heading === undefined)) return false
  drop(line)
  const own = partOf(before)
  const [first, count] = own.group === undefined ? [group, 'a'] : [own.group, own.variant ?? 'a']
  if (own.group === undefined) isNow(before, { group: first, variant: count, signs: { variant: 'between' } })
  const variant = String.fromCharCode(count.charCodeAt(0) + 1)
  isNow(next, { group: first, variant, signs: { variant: 'between' } })
  return own.group === undefined
}

function takeOptional(piece: Piece, next: Piece | undefined): void {
  const { 0: front = '', groups } = optionalMark().exec(piece.text) ?? {}
  if (front !== '' && front.length >= piece.text.length) {
    if (!next || !isOpen(next)) return
    drop(piece)
    isNow(next, { optional: true, signs: { optional: 'word' } })
    return
  }
  const end = optionalEnd().exec(piece.text)?.[0] ?? ''
  if (front === '' && end === '') return
  if (front === '') cut(piece, 0, end.length)
  else cutMark(piece, front.length, groups?.open === undefined || /[)\]>]/.test(front) === false)
  isNow(piece, { optional: true, signs: { optional: 'word' } })
}

/** Cuts a mark off the front; a bracket that it left open goes, too. */
function cutMark(piece: Piece, length: number, isOpenBracket: boolean): void {
  const opens = /^\s*[([<]/.test(piece.text.slice(0, length))
  const closing = isOpenBracket && opens ? (/[)\]>]\.?$/.exec(piece.text)?.[0].length ?? 0) : 0
  cut(piece, length, closing)
}

function drop(piece: Piece): void {
  piece.role = 'dropped'
  piece.reason = MARK
}

/** A choice between wordings that cannot stand as variants. */
interface Condition {
  readonly name: string
  readonly values: readonly string[]
  /** The first words it is about. */
  readonly about: string
}

/** What each provision with several wordings becomes: variants where each is one clause beside the other, else conditions on a parameter. */
export function settleChoices(pieces: readonly Piece[]): readonly Condition[] {
  const shown = pieces.filter(({ role }) => role !== 'dropped' && role !== 'metadata' && role !== 'note')
  const groups = new Map<number, Piece[]>()
  for (const piece of shown) {
    const group = piece.part?.group
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), piece])
  }
  const conditions: Condition[] = []
  for (const [group, members] of groups) {
    const first = members[0] as Piece
    // Another wording with the number of the first begins no list of its own.
    for (const piece of members.slice(1)) if (piece.label?.printed === first.label?.printed) delete piece.start
    const variants = [...new Set(members.map(({ part }) => part?.variant ?? ''))]
    const start = shown.indexOf(first)
    const areOne =
      members.length === variants.length &&
      members.every((piece, i) => shown[start + i] === piece && piece.role === first.role && piece.depth === first.depth) &&
      members.slice(1).every((piece) => piece.start === undefined && piece.inItem === first.inItem)
    if (areOne) continue
    const name = `variant-${group}`
    conditions.push({ name, values: variants, about: clipped(first.text, SHOWN) })
    for (const piece of members) isNow(piece, { when: `${name}=${piece.part?.variant ?? ''}` })
  }
  return conditions
}

/** Letters of a text that stand for all of it where it is named. */
const SHOWN = 60
