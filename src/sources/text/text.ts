import {
  cutFindings,
  emphasised,
  type Finding,
  findMargins,
  type Source,
  type SourceBlock,
  startsInRows,
  text,
  tidy,
} from '../../blocks/index.js'
import { append, type Inline } from '../../model/index.js'
import { mayBeHalves, type PageWords, withLineEnd, wordsIn } from '../../pdf/index.js'
import { putTogether } from './apart.js'
import { partBeside } from './beside.js'
import { type Columns, findColumns } from './columns.js'
import {
  findDashes,
  findRings,
  findWrap,
  goesOn,
  indent,
  isBlank,
  NOTE_LINE,
  splitLines,
  type TextLine,
  withoutRing,
} from './lines.js'
import { findUnderlined, type Underlined } from './underlined.js'

/**
 * Plain text: a line is a block, unless the file is wrapped at a fixed width; empty lines set blocks apart, a form feed is a page. What
 * pages print around their text is set apart.
 */
export function readTextFile(source: string): { readonly source: Source; readonly findings: readonly Finding[] } {
  const printed = partBeside(splitLines(source))
  const margins = new Map(findMargins(printed))
  for (const line of printed) if (BOX.test(line.text)) margins.set(line, 'no words')
  const { lines, labels, values } = putTogether(printed, (line) => margins.has(line))
  const underlined = findUnderlined(lines)
  const body = lines.filter((line) => !margins.has(line) && !underlined.rules.has(line))
  const columns = findColumns(body)
  for (const line of columns.flatMap(({ again }) => again)) margins.set(line, 'running line')
  const marks: Marks = { notes: findNotes(body), rings: findRings(body), ...byLine(columns), underlined }
  const wrapped = findWrap(body)
  const dashes = findDashes(body)
  const counted = startsInRows(lines.map((line) => line.text.trim()))
  const words = wordsIn(body)
  const blocks: SourceBlock[] = []
  let gap = 1
  let open: TextLine[] = []

  const close = () => {
    const [first] = open
    if (first) blocks.push(block(first, joined(open, words), gap, marks))
    if (first) gap = 0
    open = []
  }
  for (const [i, line] of lines.entries()) {
    const artefact = margins.get(line)
    if (artefact !== undefined || isBlank(line) || underlined.rules.has(line)) close()
    if (artefact !== undefined) blocks.push({ ...place(line), content: [text(line.text.trim())], gap, artefact })
    else if (underlined.rules.has(line))
      blocks.push({ ...place(line), content: [text(line.text.trim())], gap, artefact: 'no words' })
    else if (isBlank(line)) gap++
    else if (marks.inTables.has(line)) {
      close()
      const table = marks.tables.get(line)
      if (table) {
        blocks.push(tableBlock(line, table, gap, marks))
        gap = 0
      }
    } else if (marks.inRows.has(line)) open.push(line)
    else {
      const stands = [line, open.at(-1)].some((other) => other && (underlined.levels.has(other) || marks.cells.has(other)))
      if (
        stands ||
        marks.rings.has(line) ||
        dashes.has(line) ||
        counted.has(i) ||
        marks.inRows.has(open.at(-1) ?? line) ||
        !goesOn(open, line, wrapped)
      )
        close()
      open.push(line)
    }
  }
  close()
  const put = (form: 'labels' | 'values', count: number): Finding[] =>
    count === 0 ? [] : [{ rule: 'import/structure', form, values: { count }, line: 1 }]
  return {
    source: { kind: 'text', blocks, marksHeadings: underlined.levels.size >= FEWEST_UNDERLINED, words: source },
    findings: [...put('labels', labels), ...put('values', values), ...cutFindings(doubtfulEnds(columns, body))],
  }
}

/** "+-----+-----+": a line of the box around a table. */
const BOX = /^\s*\+(?:[-=]{2,}\+)+$/

/** The lines of a paragraph, words that were broken at the end of one whole again. */
const joined = (lines: readonly TextLine[], words: PageWords): string =>
  lines
    .map(({ text: value }, i) => {
      const next = lines[i + 1]
      return next ? withLineEnd(value.trim(), next.text.trim(), words) : value.trim()
    })
    .join('')

/** Words that may have been cut where a column was too narrow for them, as they were read. */
function doubtfulEnds(columns: readonly Columns[], lines: readonly TextLine[]): string[] {
  const ends = columns.flatMap((table) => table.ends ?? []).map((halves) => halves.map((half) => half.toLowerCase()))
  const words = wordsIn(ends.length === 0 ? [] : lines)
  return ends.flatMap(([first = '', rest = '']) =>
    words.all.has(first + rest) || mayBeHalves(first, rest, words) ? [`${first} ${rest}`] : [],
  )
}

/** A text without what was found on the way. */
export const readText = (source: string): Source => readTextFile(source).source

/** What was found out about lines before blocks are made of them. */
interface Marks {
  readonly notes: ReadonlySet<string>
  readonly rings: ReadonlySet<TextLine>
  /** The cells of lines of two columns: what they are, is not said by how they stand. */
  readonly cells: ReadonlyMap<TextLine, readonly string[]>
  /** Lines in which such cells go on. */
  readonly inRows: ReadonlySet<TextLine>
  /** Wider tables by their first line. */
  readonly tables: ReadonlyMap<TextLine, Columns>
  readonly inTables: ReadonlySet<TextLine>
  readonly underlined: Underlined
}

// One line drawn below another may part a letter from its head.
const FEWEST_UNDERLINED = 2

function byLine(found: readonly Columns[]): Pick<Marks, 'cells' | 'inRows' | 'tables' | 'inTables'> {
  const isWide = ({ rows: [head], parted }: Columns) => parted || (head?.length ?? 0) > 2
  const [wide, narrow] = [found.filter(isWide), found.filter((table) => !isWide(table))]
  return {
    cells: new Map(narrow.flatMap(({ rows, lines }) => rows.map((row, i) => [lines[i]?.[0] as TextLine, row] as const))),
    inRows: new Set(narrow.flatMap(({ lines }) => lines.flatMap(([, ...more]) => more))),
    tables: new Map(wide.map((table) => [table.lines[0]?.[0] as TextLine, table])),
    inTables: new Set(wide.flatMap(({ lines }) => lines.flat())),
  }
}

function tableBlock(first: TextLine, { rows, lines, parted }: Columns, gap: number, { notes }: Marks): SourceBlock {
  const shown = parted
    ? lines
        .flat()
        .map((line) => line.text.trim())
        .join('\n')
    : undefined
  return {
    ...place(first),
    content: [],
    rows: rows.map((row) => row.map((cell) => tidy(inlines(cell, notes)))),
    ...(shown === undefined ? {} : { shown }),
    gap,
  }
}

const place = (line: TextLine): Pick<SourceBlock, 'line' | 'page' | 'indent'> => ({
  line: line.number,
  ...(line.page === undefined ? {} : { page: line.page }),
  indent: indent(line.text),
})

const MARK = /[¹²³⁴⁵⁶⁷⁸⁹⁰]+/gu

/** The raised figures that stand in the text once and in front of a line once. */
function findNotes(lines: readonly TextLine[]): ReadonlySet<string> {
  const starts = lines.flatMap((line) => NOTE_LINE.exec(line.text)?.[1] ?? [])
  const marks = lines.flatMap((line) => [...line.text.replace(NOTE_LINE, '').matchAll(MARK)].map(([figure]) => figure))
  const inText = once(marks)
  return new Set([...once(starts)].filter((figure) => inText.has(figure)))
}

function once(figures: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>()
  const single = new Set<string>()
  for (const figure of figures) {
    if (all.has(figure)) single.delete(figure)
    else single.add(figure)
    all.add(figure)
  }
  return single
}

function block(first: TextLine, value: string, gap: number, { notes, rings, cells: columns, underlined }: Marks): SourceBlock {
  const figure = NOTE_LINE.exec(value)?.[1]
  const note = figure !== undefined && notes.has(figure) ? figure : undefined
  const isRing = rings.has(first)
  const body = isRing ? withoutRing(value) : note === undefined ? value : value.replace(NOTE_LINE, '')
  const cells = columns.get(first) ?? (body.includes('\t') ? body.split(/\t+/) : undefined)
  return {
    ...place(first),
    content: inlines(body, notes),
    gap,
    ...headed(first, underlined),
    // A blank behind it, for it is a bullet only where it stands apart.
    ...(isRing ? { label: 'o ' } : {}),
    ...(note === undefined ? {} : { note: noteName(note) }),
    ...(cells === undefined ? {} : { rows: [cells.map((cell) => tidy(inlines(cell, notes)))] }),
  }
}

/** Whether a line is a heading, or the title of the document, by the rule drawn below it. */
function headed(line: TextLine, { levels, title }: Underlined): Pick<SourceBlock, 'heading' | 'role'> {
  const level = levels.get(line)
  if (level === undefined || levels.size < FEWEST_UNDERLINED) return {}
  return line === title ? { role: 'title' } : { heading: level }
}

const noteName = (mark: string): string => [...mark].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('')

const EMPHASIS = /(\*{1,2})(?=[^\s*])([^*]*[^\s*])\1(?!\*)/gu

/** Marks of footnotes that have a text, and the emphasis people type as `*words*`. */
function inlines(value: string, notes: ReadonlySet<string>): Inline[] {
  const marked = (part: string): Inline[] => {
    const found: Inline[] = []
    let at = 0
    for (const match of part.matchAll(MARK)) {
      if (!notes.has(match[0])) continue
      const name = noteName(match[0])
      found.push(text(part.slice(at, match.index)), { type: 'footnoteReference', identifier: name, label: name })
      at = match.index + match[0].length
    }
    return [...found, text(part.slice(at))]
  }
  const content: Inline[] = []
  let at = 0
  for (const match of value.matchAll(EMPHASIS)) {
    append(content, marked(value.slice(at, match.index)))
    content.push(emphasised(match[1] === '**' ? 'strong' : 'emphasis', marked(match[2] ?? '')))
    at = match.index + match[0].length
  }
  return [...content, ...marked(value.slice(at))].filter((inline) => inline.type !== 'text' || inline.value !== '')
}
