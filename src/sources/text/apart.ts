import { endsPart, isControlName, isTime, readDate, readMarker, toVersion } from '../../blocks/index.js'
import { isBlank, type TextLine } from './lines.js'

/** Lines put together again that a program copied apart, and how many. */
export interface PutTogether {
  readonly lines: readonly TextLine[]
  /** Labels put in front of their words. */
  readonly labels: number
  /** Values put beside their names. */
  readonly values: number
}

// One name above one value is also how a title stands above a line. A name of a field is short.
const FEWEST_NAMES = 2
const LONGEST_NAME = 40

/**
 * Some programs copy the columns of a page one by one: the labels of a list above all its words, the names of a table about the document
 * above all its values. Where as many words follow as there are labels, they belong to each other in that order.
 */
export function putTogether(source: readonly TextLine[], isMargin: (line: TextLine) => boolean): PutTogether {
  const lines: (TextLine | undefined)[] = [...source]
  const values = joinValues(lines)
  const labels = joinLabels(lines, isMargin) + joinNumbers(lines, isMargin)
  return { lines: lines.filter((line) => line !== undefined), labels, values }
}

/** "Versie", "Status" above "2.1", "vastgesteld": becomes lines of two cells. */
function joinValues(lines: (TextLine | undefined)[]): number {
  let count = 0
  for (let i = 0; i < lines.length; i++) {
    const block = blockFrom(lines, i)
    const end = block.at(-1) ?? i
    const names = block.filter((at) => isName(lines[at]))
    if (names.length < FEWEST_NAMES) {
      i = end
      continue
    }
    // The last names of the block, down to the empty line below it.
    const below = blockFrom(lines, nextWritten(lines, end + 1))
    const own = names.slice(-below.length).filter((at, n, last) => last.length - n === end - at + 1)
    const first = own[0]
    const words = below.map((at) => lines[at]?.text.trim() ?? '')
    const isAbout = words.some((word) => readDate(word) !== undefined || toVersion(word) !== undefined || isTime(word))
    if (first !== undefined && own.length >= FEWEST_NAMES && below.length === own.length && isAbout) {
      for (const [n, at] of own.entries())
        lines[at] = { ...(lines[at] as TextLine), text: `${lines[at]?.text.trim()}\t${words[n]}` }
      for (const at of below) lines[at] = undefined
      count += own.length
    }
    i = end
  }
  return count
}

const isName = (line: TextLine | undefined): boolean => {
  const text = line?.text.trim() ?? ''
  return text !== '' && text.length <= LONGEST_NAME && !/[.;,]$/.test(text) && isControlName(text)
}

/** The labels of lists that stand alone on their lines go in front of their words, the last first: a list may stand in another. */
function joinLabels(lines: (TextLine | undefined)[], isMargin: (line: TextLine) => boolean): number {
  let count = 0
  for (let i = lines.length - 1; i >= 0; i--) {
    if (!isLone(lines[i], isMargin)) continue
    const run = [i]
    for (let before = i - 1; before >= 0; before--) {
      const line = lines[before]
      if (line === undefined || isBlank(line)) continue
      if (!isLone(line, isMargin)) break
      run.push(before)
    }
    run.reverse()
    const words = entriesBelow(lines, i + 1, run.length, isMargin)
    const above = previousWritten(lines, i - 1)
    if (words.length >= run.length) for (const [n, at] of run.entries()) label(lines, at, words[n] as number)
    else if (run.length === 1 && words.length === 0 && isRest(lines[above])) label(lines, i, above)
    else {
      i = run[0] as number
      continue
    }
    count += run.length
    i = run[0] as number
  }
  return count
}

// One number alone may be a page's. A title fits a line.
const FEWEST_NUMBERS = 2
const LONGEST_TITLE = 80

// Lines of a page's head may stand between a number and its title.
const MOST_BETWEEN = 3

/** The numbers of chapters that stand alone above their titles, counting up: "1", below it "Inleiding", as the contents say where it has them. */
function joinNumbers(lines: (TextLine | undefined)[], isMargin: (line: TextLine) => boolean): number {
  const listed = new Map(lines.flatMap((line) => listedTitle(line?.text ?? '')))
  const chapters: { readonly at: number; readonly title: number }[] = []
  for (const [at, line] of lines.entries()) {
    const next = chapters.length + 1
    // What the contents name is a chapter, though figures of pages look the same.
    if (!line || line.text.trim() !== `${next}` || (listed.size === 0 && isMargin(line))) continue
    const below = writtenFrom(lines, at + 1, listed.size === 0 ? 1 : MOST_BETWEEN)
    const title = below.find((i) => {
      const words = lines[i]?.text.trim() ?? ''
      return listed.size === 0 ? !isMargin(lines[i] as TextLine) && isTitle(words) : listed.get(next) === words.toLowerCase()
    })
    if (title !== undefined) chapters.push({ at, title })
  }
  const titles = new Set(chapters.map(({ title }) => lines[title]?.text.trim()))
  if (chapters.length < FEWEST_NUMBERS || titles.size < chapters.length) return 0
  for (const { at, title } of chapters) label(lines, at, title)
  return chapters.length
}

/** "1 Inleiding ....... 3" */
function listedTitle(line: string): (readonly [number, string])[] {
  const match = /^\s*(\d{1,2})\.?\s+(\p{L}[^.]*)\.{4,}/u.exec(line)
  return match ? [[Number(match[1]), match[2]?.trim().toLowerCase() ?? ''] as const] : []
}

function writtenFrom(lines: readonly (TextLine | undefined)[], start: number, most: number): number[] {
  const found: number[] = []
  for (let at = nextWritten(lines, start); at < lines.length && found.length < most; at = nextWritten(lines, at + 1))
    found.push(at)
  return found
}

const isTitle = (text: string): boolean =>
  /^\p{Lu}.*[^.,:;]$/u.test(text) && text.length <= LONGEST_TITLE && readMarker(`${text} `) === undefined

function label(lines: (TextLine | undefined)[], from: number, to: number): void {
  const [mark, words] = [lines[from] as TextLine, lines[to] as TextLine]
  lines[to] = { ...words, text: `${mark.text.trimEnd()} ${/^\s*o\s*$/.test(mark.text) ? ' ' : ''}${words.text.trim()}` }
  lines[from] = undefined
}

/** A bullet, "a.", "1.)" and nothing else; a figure without a sign may number a page or a chapter. */
function isLone(line: TextLine | undefined, isMargin: (line: TextLine) => boolean): boolean {
  const text = line?.text.trim() ?? ''
  if (!line || isMargin(line)) return false
  if (text === 'o') return true
  const marker = readMarker(`${text} `)
  return (
    marker !== undefined &&
    marker.length >= text.length &&
    !marker.label.bare &&
    marker.label.word === undefined &&
    marker.label.path.length < 2
  )
}

// Nobody writes an entry of a list longer than a page.
const MOST_LINES = 60

/** The first lines of so many entries without a label in the lines below, up to an empty one: where the line above ended a part. */
function entriesBelow(
  lines: readonly (TextLine | undefined)[],
  start: number,
  most: number,
  isMargin: (line: TextLine) => boolean,
): number[] {
  const found: number[] = []
  let before = ''
  for (const at of blockFrom(lines, nextWritten(lines, start), most * MOST_LINES)) {
    const line = lines[at] as TextLine
    if (isMargin(line) || found.length === most) break
    const isFirst = before === '' || endsPart(before)
    if (isFirst && readMarker(line.text.trim())?.label.bare !== false) found.push(at)
    else if (found.length === 0) break
    before = line.text
  }
  return found
}

const isRest = (line: TextLine | undefined): boolean =>
  line !== undefined && /^\s*\p{Ll}/u.test(line.text) && endsPart(line.text) && readMarker(line.text.trim()) === undefined

const previousWritten = (lines: readonly (TextLine | undefined)[], from: number): number => {
  let at = from
  while (at >= 0 && (lines[at] === undefined || isBlank(lines[at] as TextLine))) at--
  return at
}

const nextWritten = (lines: readonly (TextLine | undefined)[], from: number): number => {
  let at = from
  while (at < lines.length && (lines[at] === undefined || isBlank(lines[at] as TextLine))) at++
  return at
}

/** The written lines from a place on, so many at most, up to an empty one. */
function blockFrom(lines: readonly (TextLine | undefined)[], start: number, most = Number.POSITIVE_INFINITY): number[] {
  const found: number[] = []
  for (let at = start; at < lines.length && found.length < most; at++) {
    const line = lines[at]
    if (line === undefined) continue
    if (isBlank(line)) break
    found.push(at)
  }
  return found
}
