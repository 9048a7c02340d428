import { sentencesOf } from '../language/index.js'
import type { Language } from '../model/index.js'

/** A stretch of a clause that can hold a rule of its own. */
export interface ClausePart {
  readonly text: string
  /** UTF-16 offset in the clause. */
  readonly from: number
}

/** What stands before an item of a list within a paragraph: a bullet, or a number or letter that counts on. */
const BULLET = /(?<=^|\s)[•▪‣·–](?=\s+\p{L})/gu
const COUNTED = /(?<=^|[\s:;])(?:\((\d{1,2}|[a-z])\)|(\d{1,2}|[a-z])[.)])(?=\s+\p{L})/gu
const MARK = /^(?:[•▪‣·–]|\(?(?:\d{1,2}|[a-z])[.)])\s+/u
/** Fewer marks in a row make no list. */
const LEAST = 2

/** The sentences of a clause, and the items of a list that was written into it: "1. … 2. …", "• … • …". */
export function partsOf(text: string, lang: Language): readonly ClausePart[] {
  const cuts = itemsOf(text)
  const pieces = [...(cuts[0] === 0 ? [] : [0]), ...cuts].map((at, index, all) => {
    const mark = cuts.includes(at) ? (MARK.exec(text.slice(at))?.[0].length ?? 0) : 0
    return { from: at + mark, text: text.slice(at + mark, all[index + 1] ?? text.length) }
  })
  const parts = pieces.flatMap((piece) =>
    sentencesOf(piece.text, lang).map((sentence) => ({ text: sentence.text, from: piece.from + sentence.from })),
  )
  // A mark alone ("2.") or a list marker left behind belongs to what follows it.
  const found: ClausePart[] = []
  let open: number | undefined
  for (const part of parts) {
    if (!/\p{L}{2}/u.test(part.text)) {
      open ??= part.from
      continue
    }
    const from = open ?? part.from
    found.push({ from, text: text.slice(from, part.from + part.text.length) })
    open = undefined
  }
  return found.length === 0 ? [{ text, from: 0 }] : found
}

/** The words before a list within a text that an item of it at a place completes, empty where there are none. */
export function leadWithin(text: string, at: number): string {
  const [first = 0] = itemsOf(text)
  const lead = text.slice(0, first).trim()
  return first > 0 && at >= first && lead.endsWith(':') ? lead : ''
}

/** Where the items of a list within a text begin. */
function itemsOf(text: string): readonly number[] {
  const bullets = [...text.matchAll(BULLET)].map(({ index }) => index)
  if (bullets.length >= LEAST) return bullets
  const marks = [...text.matchAll(COUNTED)].map((match) => ({ at: match.index, mark: match[1] ?? match[2] ?? '' }))
  const counted: number[] = []
  for (const { at, mark } of marks) if (mark === nth(counted.length, marks[0]?.mark ?? '')) counted.push(at)
  return counted.length >= LEAST ? counted : []
}

/** What the item at a place is counted with when the first has "1" or "a"; nothing else begins a list. */
function nth(at: number, first: string): string | undefined {
  if (first === '1') return String(at + 1)
  return first === 'a' ? String.fromCharCode('a'.charCodeAt(0) + at) : undefined
}
