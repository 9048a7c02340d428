import { isFunctionWord } from '../../language/index.js'
import type { Line, Part } from './lines.js'

/** The words of a document, and whether it breaks words at the ends of its lines. */
export interface Words {
  readonly all: ReadonlySet<string>
  /** Those that stand in it once. */
  readonly rare: ReadonlySet<string>
  readonly broken: boolean
}

// Where words are broken, one line in some twenty ends in a hyphen; hyphens of the words themselves come there far less often.
const BROKEN = 0.04

export function wordsIn(lines: readonly Line[]): Words {
  const all = new Set<string>()
  const rare = new Set<string>()
  for (const word of lines.flatMap((line) => line.text.toLowerCase().split(/[^\p{L}\p{N}-]+/u))) {
    if (all.has(word)) rare.delete(word)
    else rare.add(word)
    all.add(word)
  }
  const hyphens = lines.filter(
    (line, i) => /\p{L}[-\u2010]$/u.test(line.text) && /^\p{Ll}/u.test(lines[i + 1]?.text ?? ''),
  ).length
  return { all, rare, broken: hyphens > lines.length * BROKEN }
}

/** The parts of lines in a row, words that were broken at the end of a line whole again. */
export function joinedParts(lines: readonly Line[], words: Words): { part: Part; line: Line }[] {
  const joined: { part: Part; line: Line }[] = []
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    for (const [j, part] of line.parts.entries()) {
      const isLast = j === line.parts.length - 1 && next !== undefined
      joined.push({
        line,
        part: isLast ? { ...part, text: isCut(line, next, words) ? part.text : lineEnd(part.text, next, words) } : part,
      })
    }
  }
  return joined
}

// Between the words of a cell and its rule; points.
const PADDING = 8

/**
 * Whether a word is cut where its cell is too narrow for it: alone on its line and up to the edge, it goes on in small letters below, and
 * neither half stands anywhere else, or the whole does.
 */
function isCut({ text, right, tag }: Line, next: Line, { all, rare }: Words): boolean {
  const [first, rest] = [text, /^\p{Ll}+/u.exec(next.text)?.[0] ?? ''].map((word) => word.toLowerCase()) as [string, string]
  if (
    !tag?.cell ||
    tag.key !== next.tag?.key ||
    rest === '' ||
    isFunctionWord(rest) ||
    !/^\p{L}+$/u.test(first) ||
    !rare.has(first)
  )
    return false
  const edge = tag.cell.edges?.[tag.cell.column + 1]
  return all.has(first + rest) || (edge !== undefined && right > edge - PADDING && rare.has(rest))
}

/** A hyphen at the end of a line is taken out unless the word is written with it elsewhere, or it stands for a left-out part. */
function lineEnd(value: string, next: Line, words: Words): string {
  const start = /^[\p{L}\p{N}]+/u.exec(next.text)?.[0] ?? ''
  const end = /([\p{L}\p{N}]+)([-\u00AD\u2010])\s*$/u.exec(value)
  // "school- en werktijd", "beeld-, auteurs- of citaatrecht": a part left out, and a blank after it; "domeinen of -pagina's" has none.
  if (!end && /(?:^|\s)(?:en|of|and|or) -$/.test(value) && /^\p{Ll}/u.test(start)) return value
  if (!end || start === '' || /^(?:en|of|and|or)$/.test(start) || next.text.startsWith(`${start}-`)) return `${value} `
  const first = end[1] ?? ''
  if (!/^\p{Ll}/u.test(start) && !/^\p{Lu}{2,} \p{Lu}{2,}$/u.test(`${first} ${start}`)) return value.trimEnd()
  const whole = `${first}${start}`.toLowerCase()
  const hyphened = `${first}-${start}`.toLowerCase()
  // "EU-wetgeving", "A4-vel", "WhatsApp-groep": behind an abbreviation or a name the hyphen is its own.
  const isShort = /^\p{Ll}/u.test(start) && /^(?:\p{Lu}{2,}|.*\d|.*\p{Ll}\p{Lu}.*)$/u.test(first)
  const known = words.all.has(hyphened) !== words.all.has(whole)
  const keeps = end[2] !== '\u00AD' && (isShort || (known ? words.all.has(hyphened) : !words.broken))
  return keeps ? value.trimEnd() : value.slice(0, end.index + first.length)
}
