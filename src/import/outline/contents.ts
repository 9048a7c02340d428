import { CONTENTS_TITLE, closedLeaders, LEADERS } from '../../blocks/index.js'
import { append } from '../../model/index.js'
import { CONTENTS, gapOf, isOpen, isTitle, lookOf, type Piece, printed } from '../../pieces/index.js'

/** What a printed table of contents says: titles to recognise headings by. */
export interface Contents {
  /** Line of its title; absent without one. */
  readonly line?: number
  readonly entries: readonly ContentsEntry[]
}

export interface ContentsEntry {
  readonly line: number
  readonly label: string
  readonly title: string
  /** The same with the number behind it, which may be no page but the end of the title. */
  readonly whole: string
}

// A title, then leaders or a tab or wide blanks, then a page number.
const ENTRY = /^(.{0,400}?\S)(?:\s*[.…·_]{2,400}\s*|\s+)(\d{1,3}|[ivxl]{1,5})$/u
const LABEL = /^((?:\d{1,3}(?:\.\d{1,3})*\.?)|[A-Za-z][.)]|[IVXL]{1,5}[.)])\s+/

/** Takes a table of contents out of the text, and remembers what it says. */
export function dropContents(pieces: Piece[]): Contents {
  const entries: ContentsEntry[] = []
  const drop = (piece: Piece) => {
    piece.role = 'dropped'
    piece.reason = CONTENTS
  }
  let line: number | undefined
  let known: ReadonlySet<string> | undefined
  const titles = () => {
    known ??= new Set(pieces.filter(isOpen).map(({ text }) => titleKey(text)))
    return known
  }
  for (const piece of pieces) {
    if (piece.role === 'dropped' && piece.reason === CONTENTS) append(entries, readEntry(piece))
  }
  for (const [i, piece] of pieces.entries()) {
    if (!isOpen(piece)) continue
    if (CONTENTS_TITLE.test(piece.text) && line === undefined) {
      const end = endOfEntries(pieces, i + 1)
      if (end === i + 1 && entries.length === 0) continue
      line = piece.blocks[0]?.line ?? 1
      drop(piece)
      for (const entry of pieces.slice(i + 1, end)) {
        if (!isOpen(entry)) continue
        append(entries, readEntry(entry))
        drop(entry)
      }
    } else if (isOneLine(piece, titles)) drop(piece)
    else if (LEADERS.test(led(piece))) {
      append(entries, readEntry(piece))
      drop(piece)
    }
  }
  const own = line === undefined && entries.length >= FEWEST_ENTRIES ? ownTitle(pieces, entries) : undefined
  if (own) {
    line = own.blocks[0]?.line ?? 1
    drop(own)
  }
  return { ...(line === undefined ? {} : { line }), entries }
}

const led = (piece: Piece): string => closedLeaders(printed(piece))

// Two lines that stand again below are a cross-reference; three are contents.
const FEWEST_ENTRIES = 3

/** "Inhoud: 1. Doel 2. Regels 3. Slot": contents on one line, of which every entry stands below it as a line. */
function isOneLine(piece: Piece, lines: () => ReadonlySet<string>): boolean {
  const [, entries] = ONE_LINE.exec(piece.text) ?? []
  if (entries === undefined || piece.text.length > LONGEST_LINE) return false
  const titles = ` ${entries.trim()}`.split(BETWEEN).filter((entry) => entry !== '')
  return titles.length >= FEWEST_ENTRIES && titles.every((title) => lines().has(titleKey(title.replace(LEADERS, ''))))
}

// Contents of a longer line would be no use to a reader; and each is looked for below.
const LONGEST_LINE = 1000
const ONE_LINE = /^(?:inhoud(?:sopgave)?|(?:table of )?contents)[\s:](.*)$/iu
const BETWEEN =
  /(?:[,;|–-]\s+|\s)(?=\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+\p{L})\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+|\s*[,;|•·]\s+|\s+[–-]\s+/u

/** "What is in this guide": a heading above the entries, set smaller than the title of the document, with nothing else below it. */
function ownTitle(pieces: readonly Piece[], [first]: readonly ContentsEntry[]): Piece | undefined {
  const at = pieces.findIndex(({ reason }) => reason === CONTENTS)
  const title = pieces[at - 1]
  const below = pieces.slice(at).find(isOpen)
  const sizeOf = (piece: Piece): number => lookOf(piece)?.size ?? 0
  if (!title || !isOpen(title) || title.label || !isTitle(title.text) || !below) return undefined
  const isSmaller = pieces.slice(0, at - 1).some((piece) => isOpen(piece) && sizeOf(piece) > sizeOf(title))
  return isSmaller && headingKeys(below).includes(titleKey(first?.title ?? '')) ? title : undefined
}

// Entries end in a page number. One line in between that has none is the rest of a long title; two are the text.
function endOfEntries(pieces: readonly Piece[], start: number): number {
  let end = start
  for (let i = start; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) break
    if (!isOpen(piece)) continue
    if (ENTRY.test(led(piece).trim()) && piece.text.length < 200) end = i + 1
    else if (i > start && (gapOf(piece) > 0 || i - end > 0)) break
    else if (i === start) break
  }
  return end
}

function readEntry(piece: Piece): ContentsEntry[] {
  // Of a list on a web page, the bullet is no part of the title.
  const whole = led(piece)
    .trim()
    .replace(/^[•◦▪○●–-]\s+/u, '')
  const title = ENTRY.exec(whole)?.[1] ?? whole
  if (CONTENTS_TITLE.test(title)) return []
  const label = LABEL.exec(title)
  const bare = (text: string) => (label ? text.slice(label[0].length) : text).replace(/[\s.…]+$/u, '')
  const number = (label?.[1] ?? '').replace(/[.)]$/, '')
  return [{ line: piece.blocks[0]?.line ?? 1, label: number, title: bare(title), whole: bare(whole) }]
}

/** Titles as compared: letters and digits only. */
export const titleKey = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** How contents can name a heading: by its words, and with its number in front of them. */
export const headingKeys = (piece: Piece): string[] => [piece.text, printed(piece)].map(titleKey).filter(Boolean)
