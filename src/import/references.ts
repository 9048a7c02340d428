import { type Finding, text, textOf, tidy } from '../blocks/index.js'
import { numberKey, ordinalWords, type PrintedReference, printedReferences } from '../language/index.js'
import { append, type Inline } from '../model/index.js'
import { lineOf, type Piece } from '../pieces/index.js'
import type { Numbered } from './outline/numbering.js'

const ANNEX = /^(?:bijlage|aanhangsel|addendum|annex)$/i
const ORDINALS = ordinalWords('nl', 10)
// ", tweede lid", " lid 2", ", onder a": a part of the clause just named.
const MEMBER = new RegExp(
  String.raw`^(?<comma>,?\s+)(?<words>lid\s+(?<count>\d{1,2})|(?:(?<ordinal>${ORDINALS.join('|')})|(?<th>\d{1,2})e)\s+lid|(?:onder|sub)\s+(?<letter>[a-z]))(?![\p{L}\p{N}])`,
  'iu',
)
// "2", "1.2.a": what a program that does not count typed for the clause it leads to.
const NUMBER = /^\d{1,3}(?:\.[\da-z]{1,4}){0,5}$/i

type Cells = readonly (readonly Inline[])[]

interface Linked {
  readonly findings: readonly Finding[]
  /** Words of a piece with printed references as links. */
  readonly content: (piece: Piece) => readonly Inline[]
  /** Cells of a table with the links that its source has. */
  readonly rows: (piece: Piece) => readonly Cells[]
  /** What stood at each reference without words of its own, in order, per piece. */
  readonly printed: ReadonlyMap<Piece, readonly string[]>
}

/**
 * Turns printed references ("zie artikel 4.a") into links to the clause with that number; those that lead nowhere are findings. `prints`
 * tells what a link without words to a piece prints: where that is not what stands in the source, the link keeps the words it had.
 */
export function linkReferences(
  pieces: readonly Piece[],
  numbers: readonly Numbered[],
  own: ReadonlyMap<Piece, readonly Inline[]>,
  prints: (piece: Piece) => string | undefined,
): Linked {
  const targets = new Map<string, Piece | null>()
  const numberOf = new Map<Piece, string>()
  for (const { number, piece } of numbers) {
    numberOf.set(piece, number)
    const word = piece.label?.word
    const key = word === undefined ? numberKey(number) : unitKey(word, number.replace(/^.*\s/, ''))
    const { prefix, path = [] } = piece.label ?? {}
    // "Artikel 3" in front of a sentence is named as the heading "Artikel 3" is.
    for (const each of [key, ...(prefix === undefined ? [] : [unitKey(prefix, path.join('.'))])])
      targets.set(each, targets.has(each) ? null : piece)
  }
  // Names of places in a file that is not ours are no ids.
  const byId = new Map(
    pieces.flatMap((piece) => {
      const id = piece.blocks[0]?.id
      return id !== undefined && id === piece.id ? [[id, piece] as const] : []
    }),
  )
  const findings: Finding[] = ambiguousHeadings(numbers)
  const printed = new Map<Piece, string[]>()
  const linked = new Map<Piece, readonly Inline[]>()
  const cells = new Map<Piece, readonly Cells[]>()
  for (const piece of pieces) {
    const content = withoutPlaces(own.get(piece) ?? piece.content, byId)
    if (piece.role === 'metadata' || piece.role === 'dropped') continue
    const marks: string[] = []
    // A link that the source has itself leads to the clause it names: as a reference where that prints the same, else with its words.
    const ownLink = (inline: Inline & { type: 'link' }): readonly Inline[] => {
      const target = byId.get(inline.url.slice(1))
      if (!target || piece.role === 'heading') return inline.children as Inline[]
      const words = textOf(inline.children as Inline[])
      const now = prints(target)
      if (now === words) {
        marks.push(words)
        return [{ ...inline, children: [] }]
      }
      if (now !== undefined && NUMBER.test(words))
        findings.push({ rule: 'reference/printed', form: 'renumbered', values: { text: words, now }, line: lineOf(piece) })
      return [inline]
    }
    const printedLinks = (inline: Inline): readonly Inline[] => {
      if (inline.type !== 'text' || piece.role === 'heading') return [inline]
      const parts = split(inline.value, (reference) => {
        const { unit, blank, number, isCertain } = reference
        const own = isCertain ? targets.get(unitKey(unit, number)) : undefined
        // A clause that only has the number is no annex.
        const target = own === undefined && !(isCertain && ANNEX.test(unit)) ? targets.get(numberKey(number)) : own
        if (!target) {
          // A capital or a numeral that names no clause here is more often a name: "deel A van de reeks".
          if (!isCertain || !/^\d/.test(number) || piece.text === `${unit}${blank}${number}`) return undefined
          const form = target === null ? 'ambiguous' : 'nowhere'
          findings.push({ rule: 'reference/printed', form, values: { unit, number }, line: lineOf(piece) })
          return undefined
        }
        if (target.id === undefined) return undefined
        const url = `#${target.id}`
        const parts = members(reference.rest, numberOf.get(target) ?? '', targets)
        if (target.label?.word !== undefined)
          return { inlines: [link(url, `${unit}${blank}${number}`), ...parts.inlines], length: parts.length }
        if (prints(target) !== number)
          return { inlines: [text(`${unit}${blank}`), link(url, number), ...parts.inlines], length: parts.length }
        marks.push(number)
        return {
          inlines: [text(`${unit}${blank}`), { type: 'link', url, title: null, children: [] }, ...parts.inlines],
          length: parts.length,
        }
      })
      return parts ?? [inline]
    }
    /** Own links as references, and what `rest` makes of inlines that are none. */
    const withLinks = (inline: Inline, rest: (inline: Inline) => readonly Inline[]): readonly Inline[] => {
      if (inline.type === 'link') return inline.url.startsWith('#') ? ownLink(inline) : [inline]
      if (!('children' in inline)) return rest(inline)
      return [
        {
          ...inline,
          children: wholeReferences(inline.children as Inline[]).flatMap((child) => withLinks(child, rest)),
        } as Inline,
      ]
    }
    linked.set(
      piece,
      wholeReferences(content).flatMap((inline) => withLinks(inline, printedLinks)),
    )
    if (piece.rows) {
      const inCell = (inline: Inline): readonly Inline[] => withLinks(inline, (other) => [other])
      cells.set(
        piece,
        piece.rows.map((row) => row.map((cell) => wholeReferences(cell).flatMap(inCell))),
      )
    }
    if (marks.length > 0) printed.set(piece, marks)
  }
  return {
    findings,
    printed,
    content: (piece) => linked.get(piece) ?? own.get(piece) ?? piece.content,
    rows: (piece) => cells.get(piece) ?? piece.rows ?? [],
  }
}

/** Without links to places that are no clauses: their words may name one all the same, "artikel 1". */
function withoutPlaces(content: readonly Inline[], byId: ReadonlyMap<string, Piece>): readonly Inline[] {
  const isPlace = (inline: Inline): inline is Inline & { type: 'link' } =>
    inline.type === 'link' && inline.url.startsWith('#') && !byId.has(inline.url.slice(1))
  if (!content.some(isPlace)) return content
  return tidy(content.flatMap((inline) => (isPlace(inline) ? (inline.children as Inline[]) : [inline])))
}

/** Numbers with full stops between them, each a link of its own, are one reference to the last: Word counts each part of "1.2.a" by itself. */
function wholeReferences(content: readonly Inline[]): readonly Inline[] {
  const whole: Inline[] = []
  for (const inline of content) {
    const [first, stop] = whole.slice(-2)
    if (stop && textOf([stop]) === '.' && isPart(first) && isPart(inline))
      whole.splice(-2, 2, { ...inline, children: [...first.children, stop, ...inline.children] } as Inline)
    else whole.push(inline)
  }
  return whole
}

/** Whether an inline is a link to a clause that may be a part of its number. */
const isPart = (inline: Inline | undefined): inline is Inline & { type: 'link' } =>
  inline?.type === 'link' && inline.url.startsWith('#') && /^[\p{L}\d.]{1,20}$/u.test(textOf(inline.children as Inline[]))

/** Headings of two depths with the same number: nobody can tell which of them "hoofdstuk 2" means. The first is reported. */
function ambiguousHeadings(numbers: readonly Numbered[]): Finding[] {
  const depths = new Map<string, Piece>()
  for (const { piece } of numbers) {
    const { printed = '', word } = piece.label ?? {}
    if (piece.role !== 'heading' || printed === '' || word !== undefined) continue
    const first = depths.get(printed)
    if (!first) depths.set(printed, piece)
    else if (first.depth !== piece.depth) {
      const values = { number: printed, line: lineOf(first) }
      return [{ rule: 'label/repeated', form: 'heading', values, line: lineOf(piece) }]
    }
  }
  return []
}

// "artikel 2" and "hoofdstuk 2" are two; "artikel", "artikelen" and "art." are one, and so are "paragraaf" and "§".
const SHORT: Readonly<Record<string, string>> = { '§': 'paragraaf', 'hfst.': 'hoofdstuk' }
const unitKey = (unit: string, number: string): string => {
  const word = unit.toLowerCase()
  return `${(SHORT[word] ?? word).slice(0, 4).replace(/\.$/, 'i')} ${numberKey(number)}`
}

interface Links {
  readonly inlines: readonly Inline[]
  /** How many characters behind the reference they stand for. */
  readonly length: number
}

const link = (url: string, words: string): Inline => ({ type: 'link', url, title: null, children: [text(words)] }) as Inline

/** Links to the members named behind a reference to `number`, as far as there are such clauses. */
function members(rest: string, number: string, targets: ReadonlyMap<string, Piece | null>): Links {
  const found = MEMBER.exec(rest)
  if (!found?.groups) return { inlines: [], length: 0 }
  const { comma = '', words = '', count, ordinal, th, letter } = found.groups
  const member = ordinal === undefined ? (count ?? th ?? letter ?? '') : `${ORDINALS.indexOf(ordinal.toLowerCase()) + 1}`
  const inside = `${number}.${member.toLowerCase()}`
  const target = targets.get(numberKey(inside))
  if (target?.id === undefined) return { inlines: [], length: 0 }
  const more = members(rest.slice(found[0].length), inside, targets)
  return { inlines: [text(comma), link(`#${target.id}`, words), ...more.inlines], length: found[0].length + more.length }
}

function split(value: string, toLinks: (reference: PrintedReference) => Links | undefined): Inline[] | undefined {
  const parts: Inline[] = []
  let at = 0
  for (const reference of printedReferences(value)) {
    const links = toLinks(reference)
    if (!links) continue
    append(parts, [text(value.slice(at, reference.index)), ...links.inlines])
    at = reference.index + reference.length + links.length
  }
  if (parts.length === 0) return undefined
  return [...parts, text(value.slice(at))].filter((inline) => inline.type !== 'text' || inline.value !== '')
}
