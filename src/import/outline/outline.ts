import { takeCover } from '../facts/cover.js'
import { type Facts, noFacts } from '../facts/facts.js'
import type { Finding, Source } from '../types.js'
import { dropContents, type Entry, headingKeys, titleKey } from './contents.js'
import { setDepths } from './depths.js'
import { findFootnotes } from './footnotes.js'
import { findHeadings } from './headings.js'
import { dropListed } from './listed.js'
import { findLists } from './lists.js'
import { keepLabels, type Numbered, type Plan, planNumbering } from './numbering.js'
import { lineOf, type Piece, toPieces } from './pieces.js'
import { findDefinitions, findTables } from './tables.js'
import { joinTitles } from './titles.js'

/** A source understood: every piece has a role, and what the document says about itself is apart. */
export interface Outline {
  readonly pieces: readonly Piece[]
  readonly facts: Facts
  readonly plan: Plan
  readonly numbers: readonly Numbered[]
  readonly findings: readonly Finding[]
}

export function outline(source: Source, names: readonly string[]): Outline {
  const pieces = toPieces(source)
  const facts = noFacts()
  dropListed(pieces)
  const contents = dropContents(pieces)
  findFootnotes(pieces)
  findTables(pieces)
  joinTitles(pieces)
  const start = takeCover(pieces, facts, names)
  findHeadings(pieces, start, source.marksHeadings, contents)
  findDefinitions(pieces)
  findLists(pieces, start)
  setDepths(pieces)
  const plan = planNumbering(pieces)
  const numbers = keepLabels(pieces, plan)
  return { pieces, facts, plan, numbers, findings: [...labelFindings(pieces), ...contentsFindings(pieces, contents)] }
}

/** Labels that skip or repeat, heading by heading and item by item. */
function labelFindings(pieces: readonly Piece[]): Finding[] {
  const last = new Map<string, Piece>()
  return pieces.flatMap((piece): Finding[] => {
    if (!piece.reading) return []
    const row = [piece.role, piece.depth, piece.reading.style, piece.label?.word?.toLowerCase()].join('/')
    const before = last.get(row)
    last.set(row, piece)
    if (piece.keep === undefined || !before?.reading) return []
    const line = lineOf(piece)
    if (piece.reading.count > before.reading.count + 1) {
      const values = { label: piece.keep, before: before.label?.printed ?? '' }
      return [{ rule: 'label/skipped', form: 'source', values, line }]
    }
    return piece.reading.count === before.reading.count
      ? [{ rule: 'label/repeated', form: 'label', values: { label: piece.keep }, line }]
      : []
  })
}

function contentsFindings(pieces: readonly Piece[], contents: ReturnType<typeof dropContents>): Finding[] {
  const headings = pieces.filter(({ role }) => role === 'heading')
  const found = new Set(headings.flatMap(headingKeys))
  const isFound = ({ title, whole }: Entry) => found.has(titleKey(title)) || found.has(titleKey(whole))
  const missing = contents.entries
    .filter((entry) => entry.title !== '' && !isFound(entry))
    .map(({ line, title }): Finding => ({ rule: 'contents/differs', form: 'no-heading', values: { title }, line }))
  if (contents.entries.length === 0) return missing
  // Headings less deep than the deepest listed one should be listed.
  const listed = new Set(contents.entries.flatMap(({ title, whole }) => [titleKey(title), titleKey(whole)]))
  const isListed = (piece: Piece) => headingKeys(piece).some((key) => listed.has(key))
  const depth = Math.max(0, ...headings.filter(isListed).map((piece) => piece.depth ?? 0))
  const unlisted = headings
    .filter((piece) => (piece.depth ?? 0) <= depth && lineOf(piece) > (contents.line ?? 0) && !isListed(piece))
    .map(
      (piece): Finding => ({
        rule: 'contents/differs',
        form: 'unlisted',
        values: { heading: piece.text },
        line: lineOf(piece),
      }),
    )
  return [...missing, ...unlisted]
}
