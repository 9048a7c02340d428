import { phrasesOf, wordsOfAll } from '../language/index.js'
import { readMarker } from './labels.js'
import { addTo, countedLines, headOfFirst, interrupting, keyOf, recurringKey } from './recurring.js'
import type { Artefact } from './types.js'

/** A line as it was copied, and its page where that is known. */
export interface CopiedLine {
  readonly text: string
  readonly page?: number
}

const PAGE = `(?:${phrasesOf('pages')})`
const OF = wordsOfAll('of')
const NAMED = new RegExp(String.raw`^[-–—]?\s*(?:${PAGE}\s*(?::\s*)?)(\d{1,4})(?:\s*(?:${OF}|\/|-)\s*(\d{1,4}))?\s*[-–—]?$`, 'i')
// Not four figures: that is a year.
const LONE = /^(?:(\d{1,3})|[-–—]\s*(\d{1,3})\s*[-–—])$/
const NUMBER_LAST = new RegExp(
  String.raw`^(\S.{0,200}?)(?:\s{3,200}|\t\s{0,200}|\s{1,9}[|–—]\s{1,9}|\s{1,9}(?=${PAGE}))(?:${PAGE}\s{0,9}(?::\s{0,9})?)?(\d{1,4})(?:\s{0,9}(?:${OF}|\/)\s{0,9}\d{1,4})?$`,
  'i',
)
const NUMBER_FIRST = /^(\d{1,4})(?:\s{3,}|\t\s*|\s+[|–—]\s+)(\S.*)$/

/** A written line with what stands around it. */
interface Spot {
  readonly line: CopiedLine
  readonly text: string
  readonly before: Spot | undefined
  readonly after: Spot | undefined
  readonly startsPage: boolean
  readonly endsPage: boolean
  /** An empty line, or the edge of a page. */
  readonly openAbove: boolean
  readonly openBelow: boolean
}

/**
 * The lines that a text copied from pages has over: page numbers, and headers and footers that recur. A figure alone on its line is a
 * page number only where such figures count up through the text and what follows shows that they number nothing in it.
 */
export function findMargins(lines: readonly CopiedLine[]): ReadonlyMap<CopiedLine, Artefact> {
  const spots = spotsOf(lines)
  const found = new Map<CopiedLine, Artefact>()
  for (const { line } of [...namedNumbers(spots), ...loneNumbers(spots)]) found.set(line, 'page number')
  for (const { line } of numberedLines(spots)) found.set(line, 'running line')
  const counted = countedLines(spots)
  for (const { line } of counted.keys()) found.set(line, 'running line')
  for (const { line } of repeatedLines(spots, found)) found.set(line, 'running line')
  const numberOf = (spot: Spot | undefined) => numberIn(spot) ?? (spot && counted.get(spot))
  for (const [{ line }, artefact] of [...besideNumbers(spots, numberOf), ...atEdges(spots)])
    if (!found.has(line)) found.set(line, artefact)
  for (const { line } of interrupting(spots, ({ line }) => found.has(line))) found.set(line, 'running line')
  const head = headOfFirst(spots, ({ line }) => found.has(line))
  if (head) found.set(head.line, 'running line')
  return found
}

function spotsOf(lines: readonly CopiedLine[]): Spot[] {
  const spots: { -readonly [K in keyof Spot]: Spot[K] }[] = []
  let open = true
  for (const line of lines) {
    const before = spots.at(-1)
    if (line.text.trim() === '') {
      open = true
      if (before) before.openBelow = true
      continue
    }
    const turns = before !== undefined && before.line.page !== line.page
    const spot = {
      line,
      text: line.text.trim(),
      before,
      after: undefined,
      startsPage: turns,
      endsPage: false,
      openAbove: open || turns,
      openBelow: true,
    }
    if (before) {
      before.after = spot
      before.endsPage = turns
      before.openBelow = open || turns
    }
    spots.push(spot)
    open = false
  }
  return spots
}

/** "Pagina 2 van 3"; without a total only where such lines count up. */
function namedNumbers(spots: readonly Spot[]): Spot[] {
  const read = spots.flatMap((spot) => {
    const match = NAMED.exec(spot.text)
    return match ? [{ spot, number: Number(match[1]), total: match[2] === undefined ? undefined : Number(match[2]) }] : []
  })
  const counting = isRising(read.map(({ number }) => number))
  return read.filter(({ number, total }) => counting || (total !== undefined && number <= total)).map(({ spot }) => spot)
}

// Header and footer of one page may print the same.
const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, i) => i === 0 || number >= (numbers[i - 1] as number)) && (numbers[0] ?? 0) < (numbers.at(-1) ?? 0)

interface Figure {
  readonly spot: Spot
  readonly number: number
}

// A text of one page has this many letters at least, unless it was cut short.
const SHORT_PAGE = 1000

function loneNumbers(spots: readonly Spot[]): Spot[] {
  const figures = spots.flatMap((spot): Figure[] => {
    const match = spot.openBelow ? LONE.exec(spot.text) : null
    return match ? [{ spot, number: Number(match[1] ?? match[2]) }] : []
  })
  const row = longestRow(figures)
  const shown = row.filter(isBetweenPages).length
  const letters = spots.reduce((sum, { text }) => sum + text.length, 0)
  const enough = shown * 2 >= row.length || (row.length > 2 && shown * 4 >= row.length && letters > row.length * SHORT_PAGE)
  return row.length > 1 && enough ? row.map(({ spot }) => spot) : []
}

interface Row {
  readonly last: Figure
  readonly before: Row | undefined
  readonly length: number
}

/** The longest row that counts up by one, with a page here and there that prints none, and text between its members. */
function longestRow(figures: readonly Figure[]): Figure[] {
  const rows = new Map<number, Row>()
  let longest: Row | undefined
  for (const figure of figures) {
    const next = rows.get(figure.number - 1)
    const skipped = rows.get(figure.number - 2)
    const goesOn = [next, skipped && skipped.length > 2 ? skipped : undefined]
      .filter((row) => row !== undefined && row.last.spot !== figure.spot.before)
      .sort((a, b) => (b?.length ?? 0) - (a?.length ?? 0))[0]
    const row = { last: figure, before: goesOn, length: (goesOn?.length ?? 0) + 1 }
    if (row.length > (rows.get(figure.number)?.length ?? 0)) rows.set(figure.number, row)
    if (row.length > (longest?.length ?? 0)) longest = row
  }
  const members: Figure[] = []
  for (let row = longest; row; row = row.before) members.unshift(row.last)
  return members
}

/** Whether what follows a figure shows that it numbers nothing there: a sentence that goes on, a label of another row, the end. */
function isBetweenPages({ spot, number }: Figure): boolean {
  const { after } = spot
  if (!after || spot.startsPage || spot.endsPage) return true
  if (/^\p{Ll}\p{L}/u.test(after.text)) return true
  const label = readMarker(`${after.text} `)?.label
  if (!label || label.bullet !== undefined || label.bare) return false
  if (label.word !== undefined) return true
  if (label.path.length > 1 && label.path[0] === number) return false
  return label.readings.every(({ count }) => count !== 1)
}

// Longer lines are text.
const LONGEST = 200

/** "Gedragscode      pagina: 3": the same words with a number that counts up, or once the words with which the text begins. */
function numberedLines(spots: readonly Spot[]): Spot[] {
  const groups = new Map<string, Figure[]>()
  for (const spot of spots) {
    if (spot.text.length > LONGEST) continue
    const match = NUMBER_LAST.exec(spot.text)
    const turned = match ? null : NUMBER_FIRST.exec(spot.text)
    const words = match?.[1] ?? turned?.[2]
    if (words === undefined || !(spot.openAbove || spot.openBelow) || readMarker(`${spot.text} `)?.label.word) continue
    const group = groups.get(keyOf(words)) ?? []
    groups.set(keyOf(words), group)
    group.push({ spot, number: Number(match?.[2] ?? turned?.[1]) })
  }
  const opening = new Set(spots.slice(0, 5).map(({ text }) => keyOf(text)))
  return [...groups].flatMap(([words, group]) => {
    const recurs = isRising(group.map(({ number }) => number))
    const isTitle = opening.has(words) && group.every(({ spot }) => spot.openAbove && spot.openBelow)
    return recurs || isTitle ? group.map(({ spot }) => spot) : []
  })
}

// Twice happens by chance ("Toelichting" above two tables); three pages in a row do not.
const FEWEST_REPEATS = 3

/** Lines without a number that stand at the edge of page after page, and nowhere else but perhaps on the cover. */
function repeatedLines(spots: readonly Spot[], margins: ReadonlyMap<CopiedLine, Artefact>): Spot[] {
  const isEdge = ({ startsPage, endsPage, before, after }: Spot) =>
    startsPage || endsPage || (before && margins.has(before.line)) || (after && margins.has(after.line))
  const groups = new Map<string, Spot[]>()
  for (const spot of spots) {
    if (spot.text.length > LONGEST || margins.has(spot.line) || /[.!?:;,]$/.test(spot.text) || readMarker(spot.text)) continue
    const group = groups.get(keyOf(spot.text)) ?? []
    groups.set(keyOf(spot.text), group)
    group.push(spot)
  }
  return [...groups.values()].flatMap((group) => {
    const edges = group.filter(isEdge)
    return edges.length >= FEWEST_REPEATS && group.length - edges.length <= 1 ? edges : []
  })
}

// Lines of a header and a footer, and the number between them.
const BESIDE = 3

type Margin = readonly [Spot, Artefact]

/**
 * A line that stands beside a figure wherever it stands, and each time the figure is the next: header or footer, and the number of the
 * page. Only lines that recur, too, may stand between them.
 */
function besideNumbers(spots: readonly Spot[], numberOf: (spot: Spot | undefined) => number | undefined): Margin[] {
  const groups = new Map<string, number[]>()
  for (const [i, { text }] of spots.entries()) if (mayRecur(text)) addTo(groups, keyOf(text), i)
  const recurs = (spot: Spot | undefined) => spot !== undefined && (groups.get(keyOf(spot.text))?.length ?? 0) > 1
  const found = new Map<Spot, Artefact>()
  for (const places of groups.values()) {
    for (const offset of places.length < 2 ? [] : OFFSETS) {
      const between = (at: number) => spots.slice(Math.min(at, at + offset) + 1, Math.max(at, at + offset))
      const beside = places.filter((at) => numberOf(spots[at + offset]) !== undefined && between(at).every(recurs))
      const numbers = beside.map((at) => numberOf(spots[at + offset]) as number)
      const count = numbers.every((number, n) => n === 0 || isNext(number, numbers[n - 1]))
      // Before the first of them is the cover, which says the same, too.
      const later = places.filter((at) => at > (beside[0] ?? 0)).length + 1
      if (beside.length < 2 || beside.length < later - 1 || !count) continue
      for (const at of beside) {
        found.set(spots[at + offset] as Spot, 'page number')
        for (const spot of [spots[at] as Spot, ...between(at)]) found.set(spot, 'running line')
      }
      // Further lines of a header that is set in several.
      const step = offset < 0 ? 1 : -1
      for (let more = step; Math.abs(more) <= BESIDE; more += step) {
        const keys = new Set(beside.map((at) => keyOf(spots[at + more]?.text ?? '')))
        const [only = ''] = keys
        if (keys.size > 1 || only === '' || /[.!?:;,]$/.test(only) || readMarker(only)) break
        for (const at of beside) found.set(spots[at + more] as Spot, 'running line')
      }
    }
  }
  return [...found]
}

/** A few words that are no sentence, no label and no number. */
const mayRecur = (text: string): boolean =>
  text.length <= LONGEST &&
  /\S\s+\S/.test(text) &&
  !/[.!?:;,]$/.test(text) &&
  readMarker(text) === undefined &&
  numberIn({ text }) === undefined

const OFFSETS = Array.from({ length: BESIDE }, (_, n) => [-n - 1, n + 1]).flat()

const numberIn = (spot: Pick<Spot, 'text'> | undefined): number | undefined => {
  const match = spot && (LONE.exec(spot.text) ?? NAMED.exec(spot.text))
  return match ? Number(match[1] ?? match[2]) : undefined
}

// A page here and there prints no number.
const isNext = (number: number, before: number | undefined): boolean =>
  before !== undefined && number > before && number <= before + 2

// Headers and footers have up to three lines and a rule; the lines further in are text.
const MOST_AT_EDGE = 4
const USUAL = 0.6

/** Where pages are known: the lines with which nearly all of them begin or end, but for their numbers. */
function atEdges(spots: readonly Spot[]): Margin[] {
  const pages = new Map<number, Spot[]>()
  for (const spot of spots) if (spot.line.page !== undefined) addTo(pages, spot.line.page, spot)
  const found: Margin[] = []
  if (pages.size < 2) return found
  for (const side of [1, -1] as const) {
    for (let at = 0; at < MOST_AT_EDGE; at++) {
      const row = [...pages.values()].flatMap((page) =>
        at < page.length / 2 ? [page[side === 1 ? at : page.length - 1 - at] as Spot] : [],
      )
      const keys = new Map<string, Spot[]>()
      for (const spot of row) addTo(keys, recurringKey(spot.text), spot)
      const recurring = [...keys.values()].filter((group) => group.length >= 2 && group.length >= pages.size * USUAL)
      if (recurring.length === 0) break
      for (const group of recurring) for (const spot of group) found.push([spot, 'running line'])
    }
  }
  return found
}
