import { readMarker } from '../blocks/index.js'
import { isFunctionWord, keepsHyphen, wordsOfAll } from '../language/index.js'
import type { LinePart, PageLine } from './lines.js'

/** The words of a document, and whether it breaks words at the ends of its lines. */
export interface PageWords {
  readonly all: ReadonlySet<string>
  /** Those that stand in it once. */
  readonly rare: ReadonlySet<string>
  /** How many of them begin and end in two letters: "^sc", "ol$". */
  readonly edges: ReadonlyMap<string, number>
  readonly broken: boolean
  /** Whether a blank stands behind the stroke between two words. */
  readonly apart: boolean
}

// Where words are broken, one line in some twenty ends in a hyphen; hyphens of the words themselves come there far less often.
const BROKEN = 0.04

export function wordsIn(lines: readonly Pick<PageLine, 'text'>[]): PageWords {
  const all = new Set<string>()
  const rare = new Set<string>()
  for (const word of lines.flatMap((line) => line.text.toLowerCase().split(/[^\p{L}\p{N}-]+/u))) {
    if (all.has(word)) rare.delete(word)
    else rare.add(word)
    all.add(word)
  }
  const breaks = lines.flatMap((line, i): { readonly whole: boolean; readonly hyphened: boolean }[] => {
    const first = /(\p{L}+)[-\u2010]$/u.exec(line.text)?.[1]?.toLowerCase()
    const rest = /^\p{Ll}+/u.exec(lines[i + 1]?.text ?? '')?.[0]
    return first && rest ? [{ whole: all.has(first + rest), hyphened: all.has(`${first}-${rest}`) }] : []
  })
  const known = (form: 'whole' | 'hyphened') => breaks.filter((found) => found[form]).length
  const edges = new Map<string, number>()
  for (const word of all) for (const edge of edgesOf(word)) edges.set(edge, (edges.get(edge) ?? 0) + 1)
  const strokes = (form: RegExp) => lines.reduce((sum, { text }) => sum + (text.match(form)?.length ?? 0), 0)
  return {
    all,
    rare,
    edges,
    broken: breaks.length > lines.length * BROKEN || known('whole') > known('hyphened'),
    apart: strokes(/\p{L}\/ \p{L}/gu) > strokes(/\p{L}\/\p{L}/gu),
  }
}

const edgesOf = (word: string): readonly [string, string] => [`^${word.slice(0, 2)}`, `${word.slice(-2)}$`]

/** The parts of lines in a row, words that were broken at the end of a line whole again. */
export function joinedParts(lines: readonly PageLine[], words: PageWords): { part: LinePart; line: PageLine }[] {
  const joined: { part: LinePart; line: PageLine }[] = []
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    for (const [j, part] of line.parts.entries()) {
      const isLast = j === line.parts.length - 1 && next !== undefined
      joined.push({
        line,
        part: isLast ? { ...part, text: withEnd(part.text, line, next, words) } : part,
      })
    }
  }
  return joined
}

const isOneCell = ({ tag }: PageLine, next: PageLine): boolean => tag?.cell !== undefined && tag.key === next.tag?.key

const withEnd = (value: string, line: PageLine, next: PageLine, words: PageWords): string =>
  isOneCell(line, next) && isCut(cutAt(line, next, words)) ? value : lineEnd(value, line, next, words)

// Between the words of a cell and its rule, in points; the width of a letter, in sizes.
const PADDING = 5.5
const LETTER = 0.55

// A word of a cell that is too narrow for it, and what is left of it for another line.
const FEWEST_LETTERS = 4
const MOST_LEFT = 4

/** In a word: `no such halves` when no other word of the document ends or begins so, `perhaps` when they may be two words. */
type Cut = 'sure' | 'no such halves' | 'perhaps'

/**
 * Whether a word is cut where its cell is too narrow for it: alone on its line and up to the edge, it goes on in small letters below. The whole
 * stands elsewhere, or neither half does, and what is left is too short to be a word beside it, or no other word ends or begins so.
 */
function cutAt(line: PageLine, next: PageLine, words: PageWords): Cut | undefined {
  const [first, rest] = halves(line, next)
  if (!line.tag?.cell || rest === '' || !/^\p{L}+$/u.test(first)) return undefined
  const isShort = rest.length <= MOST_LEFT
  const isRare = words.rare.has(first)
  if (words.all.has(first + rest)) return isRare || (isFull(line) && isShort) ? 'sure' : undefined
  if (!mayBeHalves(first, rest, words) || !isFull(line)) return undefined
  if (isShort) return 'sure'
  const once = (edge: string) => (words.edges.get(edge) ?? 0) <= 1
  return once(edgesOf(first)[1]) || once(edgesOf(rest)[0]) ? 'no such halves' : 'perhaps'
}

/** Whether two words in small letters may be one: neither stands elsewhere, and the second is none that joins others. */
export const mayBeHalves = (first: string, rest: string, { rare }: PageWords): boolean =>
  first.length >= FEWEST_LETTERS && rare.has(first) && rare.has(rest) && !isFunctionWord(rest)

const isCut = (cut: Cut | undefined): boolean => cut !== undefined && cut !== 'perhaps'

/** What was taken for a word that its narrow cell had cut without being sure, and what was left apart though it may be one. */
export function doubtfulCuts(lines: readonly PageLine[]): string[] {
  const words = wordsIn(lines)
  return lines.flatMap((line, i) => {
    const next = lines[i + 1]
    const cut = next && isOneCell(line, next) ? cutAt(line, next, words) : undefined
    return next && cut && cut !== 'sure' ? [halves(line, next).join(isCut(cut) ? '' : ' ')] : []
  })
}

const halves = ({ text }: PageLine, next: PageLine): readonly [string, string] => [
  text.slice(readMarker(text)?.length ?? 0).toLowerCase(),
  (/^\p{Ll}+/u.exec(next.text)?.[0] ?? '').toLowerCase(),
]

/** Whether a line reaches so near to the edge of its cell that no letter fits behind it. */
function isFull({ right, size, tag }: PageLine): boolean {
  const edge = tag?.cell?.edges?.[tag.cell.column + 1]
  return edge !== undefined && edge - right < PADDING + LETTER * size
}

/** Whether the words of a link go on with the address it leads to, which has no blanks. */
const isAddress = (end: LinePart | undefined, start: LinePart | undefined): boolean =>
  end?.link !== undefined &&
  end.link === start?.link &&
  end.link.includes((/\S+$/.exec(end.text)?.[0] ?? '') + (/^\S+/.exec(start.text)?.[0] ?? ''))

// "selfish" and "nonsens" are no compounds.
const SHORTEST_REST = 5
const JOINS = wordsOfAll('and', 'or')
const JOIN = new RegExp(`^(?:${JOINS})$`)
const LEFT_OUT = new RegExp(`(?:^|\\s)(?:${JOINS}) -$`)

/** A hyphen at the end of a line is taken out unless the word is written with it elsewhere, or it stands for a left-out part. */
function lineEnd(value: string, line: PageLine, next: PageLine, words: PageWords): string {
  return isAddress(line.parts.at(-1), next.parts[0]) ? value : withLineEnd(value, next.text, words)
}

/** The words of a line as they go on with the next: with a blank behind them, or without the hyphen that the end of the line made. */
export function withLineEnd(value: string, next: string, words: PageWords): string {
  const start = /^[\p{L}\p{N}]+/u.exec(next)?.[0] ?? ''
  const end = /([\p{L}\p{N}]+)([-\u00AD\u2010])\s*$/u.exec(value)
  // "school- en werktijd", "beeld-, auteurs- of citaatrecht": a part left out, and a blank after it; "domeinen of -pagina's" has none.
  // "ouders/verzorgers" is parted behind its stroke.
  if (/[\p{L}\p{N}]\/$/u.test(value) && start !== '') return words.apart ? `${value} ` : value
  if (!end && LEFT_OUT.test(value) && /^\p{Ll}/u.test(start)) return value
  if (!end || start === '' || JOIN.test(start) || next.startsWith(`${start}- `)) return `${value} `
  const first = end[1] ?? ''
  if (!/^\p{Ll}/u.test(start) && !/^\p{Lu}{2,} \p{Lu}{2,}$/u.test(`${first} ${start}`)) return value.trimEnd()
  const whole = `${first}${start}`.toLowerCase()
  const hyphened = `${first}-${start}`.toLowerCase()
  // "EU-wetgeving", "A4-vel", "WhatsApp-groep": behind an abbreviation or a name the hyphen is its own.
  const isShort = /^\p{Ll}/u.test(start) && /^(?:\p{Lu}{2,}|.*\d|.*\p{Ll}\p{Lu}.*)$/u.test(first)
  const known = words.all.has(hyphened) !== words.all.has(whole)
  // "niettemin" is broken there too.
  const isCompound =
    keepsHyphen(first.toLowerCase()) && start.length >= SHORTEST_REST && !words.all.has(whole) && !isFunctionWord(whole)
  // A sign for hyphens alone (U+2010) is what browsers draw where a word may break; a typed one is that of the keyboard.
  const mayKeep = known ? words.all.has(hyphened) : end[2] === '-' && !words.broken
  const keeps = end[2] !== '\u00AD' && (isShort || isCompound || mayKeep)
  return keeps ? value.trimEnd() : value.slice(0, end.index + first.length)
}
