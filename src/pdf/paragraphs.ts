import {
  type Artefact,
  closedLeaders,
  emphasised,
  endsPart,
  isInnerMark,
  LEADERS,
  linked,
  readMarker,
  type SourceBlock,
  startsInRows,
  text,
  tidy,
  withoutStart,
} from '../blocks/index.js'
import { endsSentence } from '../language/index.js'
import type { Inline } from '../model/index.js'
import { isLong, type LinePart, type PageLine } from './lines.js'
import { Tables } from './tables.js'
import type { Tag } from './tags.js'
import { joinedParts, type PageWords, wordsIn } from './words.js'

interface Open {
  readonly lines: PageLine[]
  readonly gap: number
  readonly note?: string
}

/** What is known of lines before they are joined: why they are no text, and the ids of the clauses they begin. */
export interface LineMarks {
  readonly margins: ReadonlyMap<PageLine, Artefact>
  readonly ids: ReadonlyMap<PageLine, string>
}

/** Joins lines to the paragraphs they were broken from. `size` is the size of running text, `spacing` the usual distance of its lines. */
export function toBlocks(lines: readonly PageLine[], { margins, ids }: LineMarks, size: number, spacing: number): SourceBlock[] {
  const blocks: SourceBlock[] = []
  const words = wordsIn(lines)
  const notes = noteLines(lines, margins, size)
  const tables = new Tables(blocks, ids)
  const counted = startsInRows(lines.map((line) => line.text))
  let open: Open | undefined
  // A note at the foot of a page does not end the paragraph that goes on after it.
  let aside: Open | undefined
  let before: PageLine | undefined
  const add = (finished: Open | undefined) => {
    const id = finished?.lines[0] && ids.get(finished.lines[0])
    if (finished) blocks.push({ ...block(finished, size, words, notes), ...(id === undefined ? {} : { id }) })
  }
  for (const [i, line] of lines.entries()) {
    const artefact = margins.get(line)
    const note = notes.byLine.get(line)
    const below = aside?.lines.at(-1)
    if (artefact !== undefined) {
      blocks.push({ line: 0, page: line.page, content: [text(line.text)], gap: 0, indent: line.x, artefact })
    } else if (note !== undefined) {
      add(aside)
      aside = { lines: [line], gap: 1, note }
    } else if (aside && below?.page === line.page && isOpenNote(aside, line, size) && goesOn(below, line, 0, false, aside)) {
      aside.lines.push(line)
    } else {
      add(aside)
      aside = undefined
      const gap = gapBetween(before, line, size, spacing)
      const last: PageLine | undefined = open?.lines.at(-1)
      if (line.tag?.cell) {
        add(open)
        open = undefined
        if (lines[i - 1]?.tag?.key !== line.tag.key) {
          const used = new Set<string>()
          const inlines = (own: PageLine[]) =>
            joinedParts(own, words).flatMap(({ part, line: at }) => noted(part, at, notes, used) ?? [marked(part, false)])
          tables.add(line, paragraphsOf(cellOf(lines, i)).map(inlines))
        }
      } else if (open && last && !ids.has(line) && !counted.has(i) && goesOn(last, line, gap ?? 1, gap === undefined, open))
        open.lines.push(line)
      else {
        add(open)
        open = { lines: [line], gap: gap ?? 1 }
      }
      before = line
    }
  }
  add(open)
  add(aside)
  tables.finish()
  return blocks
}

/** Empty lines between two lines, as far as distance tells; undefined on another page or in another column. */
function gapBetween(before: PageLine | undefined, line: PageLine, size: number, spacing: number): number | undefined {
  if (!before || before.page !== line.page || before.column[0] !== line.column[0]) return undefined
  const distance = before.y - line.y
  if (before.text.includes('\t') && line.text.includes('\t') && distance < 3 * spacing) return 0
  const scale = Math.max(1, Math.min(before.size, line.size) / size)
  return distance > 2.3 * spacing * scale ? 2 : distance > 1.3 * spacing * Math.max(1, line.size / size) ? 1 : 0
}

// What sums up may end without a point: on the next page something else begins, unless in small letters.
const ENUMERATED = /\betc[)\]]*$/i

/** Whether a line goes on with the paragraph that is open. `elsewhere`: it stands on another page or in another column. */
function goesOn(last: PageLine, line: PageLine, gap: number, elsewhere: boolean, open: Open): boolean {
  // A tagged page says itself what belongs together, but every page only for itself.
  if (line.tag && last.tag && last.page === line.page) return last.tag.key === line.tag.key
  if (line.tag?.heading !== last.tag?.heading) return false
  if (Math.abs(last.size - line.size) > 0.6 || last.bold !== line.bold || LEADERS.test(closedLeaders(last.text))) return false
  if (last.text.includes('\t') && !readMarker(last.text)) return false
  if (line.text.includes('\t') || (readMarker(line.text)?.label.bare === false && !isInSentence(last, line, gap, open)))
    return false
  if (countsOn(open, last, line)) return false
  // Below a label, the words of the item stand in line under each other, on the next page too.
  const [first] = open.lines
  const hangs = open.lines.length > 1 && first !== undefined && last.x > first.x + 2 && Math.abs(line.x - last.x) < 1
  if (elsewhere && hangs && readMarker(first.text)) return true
  // A paragraph stands at one edge from its second line on.
  if (!elsewhere && open.lines.length > 1 && Math.abs(line.x - last.x) > 0.4 * line.size) return false
  if (elsewhere && /^\p{Ll}/u.test(line.text) && !endsSentence(last.text)) return isLong(last)
  const isBroken = /\p{L}[-\u00AD\u2010]$/u.test(last.text) && /^\p{Ll}/u.test(line.text)
  if (isBroken && (elsewhere || gap === 0)) return true
  if (!isFull(last, line)) return false
  return elsewhere ? !endsSentence(last.text) && !ENUMERATED.test(last.text) : gap === 0
}

/**
 * Whether the mark with which a line begins stands in a sentence: "een professionele redactie / – informatie". The sentence filled the line
 * before and goes on in small letters; below a dash the line hangs where the words do, not where the dashes of the list stand.
 */
function isInSentence(last: PageLine, line: PageLine, gap: number, open: Open): boolean {
  const before = open.lines.map(({ text: words }) => words).join(' ')
  if (gap > 0 || !isInnerMark(line.text, before) || !isFull(last, line)) return false
  if (endsPart(last.text) && !/^\(/.test(line.text)) return false
  const [first = last] = open.lines
  return /^[\p{L}\p{N}(]/u.test(line.text) || !readMarker(first.text) || line.x > first.x + 0.4 * line.size
}

/** "2 De docent …" behind "1 De rector …": a number without a point that counts on from the one the paragraph began with. */
function countsOn({ lines: [first] }: Open, last: PageLine, line: PageLine): boolean {
  const [one, other] = [first, line].map((each) => each && readMarker(each.text)?.label)
  if (!one?.bare || !other?.bare || !endsPart(last.text)) return false
  return other.path[0] === (one.path[0] ?? 0) + 1 && Math.abs((first?.x ?? 0) - line.x) < 1
}

/** Whether the first word of the next line would not have fitted at the end of this one. */
function isFull(line: PageLine, next: PageLine): boolean {
  const [word = ''] = next.text.split(/\s/, 1)
  const perLetter = (next.right - next.x) / Math.max(next.text.length, 1)
  const width = word.length * perLetter + 0.3 * line.size
  return line.right + width > line.column[1] - 1.5 * line.size
}

interface Notes {
  readonly byLine: ReadonlyMap<PageLine, string>
  /** Page and printed figure to the name of the note. */
  readonly names: ReadonlyMap<string, string>
}

// The figure before a note, and the sign behind one that leads back to its mark.
const FIGURE = /^\s*(\d{1,3})(?:[.)]\s|\s|(?=\p{L}))/u
const BACK = /\s*[↩↑]\uFE0E?\s*$/u
// Notes at the end of a page are shorter, and the search stays linear.
const MOST_LINES = 12

/** Whether a line begins a note as sites print them, in a list at the end: the sign stands before another figure does. */
function leadsBack(lines: readonly PageLine[], start: number): boolean {
  const near = lines.slice(start, start + MOST_LINES).map(({ text: words }) => words)
  const next = near.findIndex((words, i) => i > 0 && FIGURE.test(words))
  return near.slice(0, next < 0 ? undefined : next).some((words) => BACK.test(words))
}

/** Whether a note may go on: it is set small, or its sign is still to come. */
const isOpenNote = ({ lines }: Open, line: PageLine, size: number): boolean =>
  line.size < size * 0.97 ||
  line.tag?.note === true ||
  (lines[0] !== undefined && lines[0].size > size * 0.93 && !lines.some(({ text: words }) => BACK.test(words)))

/** Small lines low on a page that begin with the figure of a mark. */
function noteLines(lines: readonly PageLine[], margins: ReadonlyMap<PageLine, Artefact>, size: number): Notes {
  const marks: { page: number; figure: string }[] = []
  const byLine = new Map<PageLine, string>()
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const line of lines) {
    for (const [i, part] of line.parts.entries())
      if (part.mark && i > 0) marks.push({ page: line.page, figure: part.text.trim() })
  }
  for (const [i, line] of lines.entries()) {
    const figure = FIGURE.exec(line.text)?.[1]
    const isSmall = line.size <= size * 0.93 || line.parts[0]?.mark === true || line.tag?.note === true
    if (figure === undefined || margins.has(line) || !(isSmall ? /^\s*\d+(?![.)\d])/.test(line.text) : leadsBack(lines, i)))
      continue
    // A note at the foot of its page, or after the text.
    const mark = marks.findLast(
      (other) => other.figure === figure && other.page <= line.page && !names.has(`${other.page}/${figure}`),
    )
    if (!mark) continue
    const name = taken.has(figure) ? nextFree(taken) : figure
    taken.add(name)
    names.set(`${mark.page}/${figure}`, name)
    byLine.set(line, name)
  }
  return { byLine, names }
}

/** Notes may be counted anew on every page. */
function nextFree(taken: ReadonlySet<string>): string {
  let count = taken.size + 1
  while (taken.has(String(count))) count++
  return String(count)
}

// A letter or numeral that hangs in front of its heading without a point.
const GUTTERED = /^([A-Za-z]|[IVXLC]{2,7})\t/

function block({ lines, gap, note }: Open, size: number, words: PageWords, notes: Notes): SourceBlock {
  const [first] = lines as [PageLine]
  const used = new Set<string>()
  const bold = lines.every((line) => line.bold)
  const content = joinedParts(lines, words).flatMap(({ part, line }, i): Inline[] => {
    // The figure a note begins with is its mark.
    if (note !== undefined && i === 0) {
      const value = part.text.replace(/^\s*\d{1,3}(?:[.)]\s)?\s*/, '').replace(BACK, '')
      return value === '' ? [] : [marked({ ...part, text: value }, bold)]
    }
    if (note !== undefined) return [marked({ ...part, text: part.text.replace(BACK, '') }, bold)]
    return noted(part, line, notes, used) ?? [marked(part, bold)]
  })
  const label = first.tag?.heading === undefined ? undefined : GUTTERED.exec(first.text)?.[1]
  const cells = label === undefined && lines.length === 1 && first.text.includes('\t') ? first.text.split(/\t+/) : []
  const tag = first.tag
  const isItem = note === undefined && tag?.level !== undefined && isLeveled(tag, first)
  return {
    line: 0,
    page: first.page,
    content: label === undefined ? content : withoutStart(content, label.length),
    gap,
    indent: first.x,
    look: { bold, size: Math.round((first.size / size) * 50) / 50 },
    ...(note === undefined ? {} : { note }),
    ...(tag?.heading === undefined ? {} : { heading: tag.heading }),
    ...(isItem ? { level: tag.level } : {}),
    // A bullet that was drawn instead of written.
    ...(isItem && tag.startsItem && !readMarker(first.text) ? { label: '•' } : {}),
    ...(label === undefined ? {} : { label }),
    ...(cells.length > 1 ? { rows: [cells.map((cell) => tidy([text(cell)]))] } : {}),
  }
}

/** The mark of a note, once for each. */
function noted({ mark, text: figure }: LinePart, { page }: PageLine, { names }: Notes, used: Set<string>): Inline[] | undefined {
  const name = mark ? names.get(`${page}/${figure.trim()}`) : undefined
  if (name === undefined || used.has(name)) return undefined
  used.add(name)
  return [{ type: 'footnoteReference', identifier: name, label: name }, ...(figure.endsWith(' ') ? [text(' ')] : [])]
}

/** Some programs write lists inside lists as lists beside each other: there the labels and indents say how deep an item is. */
const isLeveled = (tag: Tag, first: PageLine): boolean => !tag.unlabelled || (tag.startsItem === true && !readMarker(first.text))

/** The line at an index and those after it that stand in the same cell. */
function cellOf(lines: readonly PageLine[], at: number): PageLine[] {
  const end = lines.findIndex((line, i) => i > at && line.tag?.key !== lines[at]?.tag?.key)
  return lines.slice(at, end < 0 ? undefined : end)
}

/** Lines of a cell by the paragraphs it has. */
function paragraphsOf(lines: readonly PageLine[]): PageLine[][] {
  const found: PageLine[][] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (last && last[0]?.tag?.paragraph === line.tag?.paragraph) last.push(line)
    else found.push([line])
  }
  return found
}

function marked(part: LinePart, plainBold: boolean): Inline {
  if (part.text.trim() === '') return text(part.text)
  const own = part.italic ? emphasised('emphasis', [text(part.text)]) : text(part.text)
  const strong = part.bold && !plainBold ? emphasised('strong', [own]) : own
  const inner = part.struck ? emphasised('delete', [strong]) : strong
  return part.link === undefined ? inner : linked(part.link, [inner])
}
