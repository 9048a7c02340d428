import { type Finding, readMarker, text, textOf, tidy, withoutStart } from '../../blocks/index.js'
import { wordsOfAll } from '../../language/index.js'
import type { Inline } from '../../model/index.js'
import { isOpen, lineOf, type Piece } from '../../pieces/index.js'

/** "(a)", "b)", "(2)", "c.": what may count the parts of a sentence. */
const MARK = /(?<=^|\s)(?:\((?:[a-z]|\d{1,2}|[ivx]{1,4})\)|(?:[a-z]|\d{1,2})\)|[a-z]\.)(?=\s)/gu
// One mark counts nothing.
const FEWEST = 2
// So many parts are an enumeration for certain; two may be a choice.
const CERTAIN = 3

/** Makes items of what one paragraph counts: a lead-in with a colon, and parts that each but the last end in a semicolon. */
export function splitEnumerations(pieces: Piece[]): void {
  for (let i = pieces.length - 1; i >= 0; i--) {
    const parts = partsOf(pieces[i] as Piece)
    if (parts.length > FEWEST) pieces.splice(i, 1, ...parts)
  }
}

/** Enumerations that stay in their paragraph, because more than the enumeration is said in it. */
export function enumerationFindings(pieces: readonly Piece[]): Finding[] {
  return pieces.flatMap((piece): Finding[] => {
    if (piece.role !== 'paragraph' && piece.role !== 'item') return []
    const marks = counted(piece.text)
    if (marks.length < CERTAIN) return []
    const words = piece.text.slice(marks[0]?.at, (marks[0]?.at ?? 0) + LONGEST)
    return [{ rule: 'import/structure', form: 'enumeration', values: { count: marks.length, words }, line: lineOf(piece) }]
  })
}

// Enough to find the place by.
const LONGEST = 60

interface Mark {
  readonly at: number
  readonly words: string
}

/** The marks of a text that count on from one. */
function counted(source: string): readonly Mark[] {
  const found: Mark[] = []
  let last: { style: string; count: number; end: string } | undefined
  for (const { index, 0: words } of source.matchAll(MARK)) {
    const wanted = (last?.count ?? 0) + 1
    const reading = readMarker(`${words} `)?.label.readings.find(
      ({ style, count }) => count === wanted && (last === undefined || style === last.style),
    )
    if (!reading || (last && !words.endsWith(last.end))) continue
    last = { ...reading, end: words.slice(-1) }
    found.push({ at: index, words })
  }
  return found
}

function partsOf(piece: Piece): Piece[] {
  const [block, ...more] = piece.blocks
  const isPlain = piece.content.every(({ type }) => type === 'text')
  if (!block || more.length > 0 || !isOpen(piece) || piece.rows || piece.label || block.heading !== undefined || !isPlain)
    return []
  const source = textOf(piece.content)
  const marks = counted(source)
  if (marks.length < FEWEST) return []
  const lead = source.slice(0, marks[0]?.at).trim()
  const parts = marks.map(({ at, words }, i) => source.slice(at + words.length, marks[i + 1]?.at).trim())
  const last = parts.at(-1) ?? ''
  const areItems = parts.every((part, i) => i === parts.length - 1 || OPEN_ITEM.test(part))
  if (!/:$/.test(lead) || !areItems || /[.;]\s/.test(last)) return []
  const cut = (from: number, to: number | undefined): Inline[] => tidy([text(source.slice(from, to).trim())])
  return [
    { ...piece, blocks: [{ ...block, content: cut(0, marks[0]?.at) }], content: [text(lead)], text: lead },
    ...marks.map(({ at, words }, i): Piece => {
      const whole = cut(at, marks[i + 1]?.at)
      const label = readMarker(`${words} `)?.label
      const content = withoutStart(whole, words.length + 1)
      return {
        ...piece,
        blocks: [{ ...block, content: whole, gap: 0 }],
        content,
        text: textOf(content),
        ...(label ? { label } : {}),
      }
    }),
  ]
}

/** An item of a list in a line: it ends with a semicolon, the last but one with the word that joins the last. */
const OPEN_ITEM = new RegExp(`;(?: (?:${wordsOfAll('and', 'or')}))?$`)
