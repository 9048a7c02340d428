import { type Inline, mapInlines } from '../../model/index.js'
import type { Numbered } from './outline/numbering.js'
import { lineOf, type Piece } from './outline/pieces.js'
import type { Finding } from './types.js'
import { text } from './words.js'

const UNIT = String.raw`artikel(?:en)?|art\.|hoofdstuk(?:ken)?|hfst\.|paragraaf|paragrafen|onderdeel|afdeling|deel|bijlage|article|chapter|section|part|annex|§`
const NUMBER = String.raw`\d{1,3}(?:\.\d{1,3})*(?:\.?[a-z](?![\p{L}\p{N}]))?|[IVX]{1,5}(?![\p{L}\p{N}])|[A-H](?![\p{L}\p{N}.])`
const REFERENCE = new RegExp(String.raw`(?<![\p{L}])(${UNIT})(\s+)(${NUMBER})(?!\.?\d)`, 'giu')
// "artikel 8 van de Wet …", "artikel 6 AVG": the article of another text.
const ELSEWHERE =
  /^(?:,?\s+(?:(?:eerste|tweede|derde|vierde|\d+e?)\s+lid|lid\s+\d+|onder\s+[a-z]|sub\s+[a-z])\b,?)*\s+(?:(?:van|uit|of)\s+(?:de|het|dit|the|this|onze|ons)\s+(?!(?:dit|deze|this)\b)(?:[\p{L}-]+\s+){0,4}?[\p{L}-]*(?:wet|wetboek|verordening|grondwet|cao|statuut|reglement|besluit|regeling|gedragscode|convenant|verdrag|code|act|regulation)\b|(?:de\s+)?(?:AVG|GDPR|WVO|WPO|WEC|WEB|WMS|BW|Awb|Sr|UAVG|Wbp)\b)/iu

export interface Linked {
  readonly findings: readonly Finding[]
  /** Words of a piece with printed references as links. */
  readonly content: (piece: Piece) => readonly Inline[]
  /** What stood at each reference without words of its own, in order, per piece. */
  readonly printed: ReadonlyMap<Piece, readonly string[]>
}

/** Turns printed references ("zie artikel 4.a") into links to the clause with that number; those that lead nowhere are findings. */
export function linkReferences(
  pieces: readonly Piece[],
  numbers: readonly Numbered[],
  own: ReadonlyMap<Piece, readonly Inline[]>,
): Linked {
  const targets = new Map<string, Piece | null>()
  for (const { number, piece } of numbers) {
    const word = piece.label?.word
    const key = word === undefined ? numberKey(number) : unitKey(word, number.replace(/^.*\s/, ''))
    targets.set(key, targets.has(key) ? null : piece)
  }
  const findings: Finding[] = ambiguousHeadings(numbers)
  const printed = new Map<Piece, string[]>()
  const linked = new Map<Piece, readonly Inline[]>()
  for (const piece of pieces) {
    const content = own.get(piece) ?? piece.content
    if (piece.role === 'metadata' || piece.role === 'dropped' || piece.role === 'heading') continue
    const marks: string[] = []
    const next = mapInlines(content, (inline) => {
      if (inline.type !== 'text') return [inline]
      const parts = split(inline.value, (unit, blank, number) => {
        const target = targets.get(unitKey(unit, number)) ?? targets.get(numberKey(number))
        if (!target) {
          // A capital or a numeral that names no clause here is more often a name: "deel A van de reeks".
          if (!/^\d/.test(number)) return undefined
          const reason = target === null ? 'more than one clause has that number' : 'no clause has that number'
          findings.push({
            rule: 'reference/printed',
            line: lineOf(piece),
            message: `Reference to "${unit} ${number}" leads nowhere: ${reason}`,
          })
          return undefined
        }
        if (target.id === undefined) return undefined
        const url = `#${target.id}`
        // A label that has its word with it would print the word twice.
        if (target.label?.word !== undefined)
          return [{ type: 'link', url, title: null, children: [text(`${unit}${blank}${number}`)] } as Inline]
        marks.push(number)
        return [text(`${unit}${blank}`), { type: 'link', url, title: null, children: [] }]
      })
      return parts ?? [inline]
    })
    if (next !== content) linked.set(piece, next)
    if (marks.length > 0) printed.set(piece, marks)
  }
  return { findings, printed, content: (piece) => linked.get(piece) ?? own.get(piece) ?? piece.content }
}

/** Headings of two depths with the same number: nobody can tell which of them "hoofdstuk 2" means. The first is reported. */
function ambiguousHeadings(numbers: readonly Numbered[]): Finding[] {
  const depths = new Map<string, Piece>()
  for (const { piece } of numbers) {
    const { printed = '', word } = piece.label ?? {}
    if (piece.role !== 'heading' || printed === '' || word !== undefined) continue
    const first = depths.get(printed)
    if (!first) depths.set(printed, piece)
    else if (first.depth !== piece.depth) {
      const message = `Unexpected second heading with the number "${printed}", expected another number than that of line ${lineOf(first)}`
      return [{ rule: 'label/repeated', line: lineOf(piece), message }]
    }
  }
  return []
}

// "artikel 2" and "hoofdstuk 2" are two; "artikel", "artikelen" and "art." are one.
const unitKey = (unit: string, number: string): string => `${unit.slice(0, 3).toLowerCase()} ${numberKey(number)}`

const numberKey = (number: string): string => number.replace(/(\d)([a-z])$/i, '$1.$2')

function split(value: string, link: (unit: string, blank: string, number: string) => Inline[] | undefined): Inline[] | undefined {
  const parts: Inline[] = []
  let at = 0
  for (const match of value.matchAll(REFERENCE)) {
    const [whole, unit = '', blank = ' ', number = ''] = match
    if (ELSEWHERE.test(value.slice(match.index + whole.length))) continue
    const inlines = link(unit, blank, number)
    if (!inlines) continue
    parts.push(text(value.slice(at, match.index)), ...inlines)
    at = match.index + whole.length
  }
  if (parts.length === 0) return undefined
  return [...parts, text(value.slice(at))].filter((inline) => inline.type !== 'text' || inline.value !== '')
}
