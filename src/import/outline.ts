import { type Facts, type Finding, noFacts, type Source } from '../blocks/index.js'
import { joinStacked, letterFindings, spacedFindings, takeCover, takeLetter } from '../cover/index.js'
import { guessLanguage } from '../language/index.js'
import { type Declaration, type Language, maximum } from '../model/index.js'
import { copyOf, lineOf, type Piece, toPieces } from '../pieces/index.js'
import { asideFindings, tableFindings } from './outline/asides.js'
import { keepBraces } from './outline/braces.js'
import { cellFindings, keepCells } from './outline/cells.js'
import { type Contents, type ContentsEntry, dropContents, headingKeys, titleKey } from './outline/contents.js'
import { setDepths } from './outline/depths.js'
import { findFootnotes, footnoteFindings, placeUnmarked } from './outline/footnotes.js'
import { dropFrameTitles } from './outline/frames.js'
import { findHeadings } from './outline/headings.js'
import { enumerationFindings, splitEnumerations } from './outline/inline.js'
import { rowFindings, spreadLayouts } from './outline/layout.js'
import { dropListed } from './outline/listed.js'
import { findLists } from './outline/lists.js'
import { keepLabels, type Numbered, type Plan, planNumbering } from './outline/numbering.js'
import { findDefinitions, findTables } from './outline/tables.js'
import { joinTitles } from './outline/titles.js'
import { findChoices, findGuidance, findParameters } from './template/index.js'

/** A source understood: every piece has a role, and what the document says about itself is apart. */
export interface Outline {
  readonly pieces: readonly Piece[]
  readonly facts: Facts
  readonly plan: Plan
  readonly numbers: readonly Numbered[]
  readonly parameters: Readonly<Record<string, Declaration>>
  readonly findings: readonly Finding[]
}

/** What is known of a source after a step. Plain values: `JSON.stringify` shows all there is. */
export interface Draft {
  readonly pieces: Piece[]
  readonly facts: Facts
  /** What a printed table of contents says. */
  readonly contents: Contents
  /** Index of the first piece of the text itself, behind the cover. */
  readonly start: number
  readonly plan: Plan
  readonly numbers: readonly Numbered[]
  /** What a model asks of who adapts it. */
  readonly parameters: Readonly<Record<string, Declaration>>
}

/** What every step may look at besides the draft. */
interface Given {
  readonly names: readonly string[]
  readonly marksHeadings: boolean
  readonly kind: Source['kind']
  /** The title that the file has among its properties. */
  readonly title: string
}

/** One step to an outline: it changes the pieces it is given, which are its own, and tells what else it found. */
interface Step {
  readonly name: string
  /** Only where a model that others fill in is read. */
  readonly models?: true
  readonly run: (draft: Draft, given: Given) => Partial<Draft>
}

/** A step that finds out about the pieces alone. */
const among =
  (change: (pieces: Piece[]) => void): Step['run'] =>
  ({ pieces }) => {
    change(pieces)
    return {}
  }

/** How a source is understood, in this order: each step relies on what those before it found. */
const STEPS: readonly Step[] = [
  { name: 'contents without page numbers', run: among(dropListed) },
  { name: 'contents', run: ({ pieces }) => ({ contents: dropContents(pieces) }) },
  { name: 'footnotes', run: among(findFootnotes) },
  { name: 'tables', run: among(findTables) },
  { name: 'titles of frames', run: among(dropFrameTitles) },
  { name: 'provisions in tables', run: among(spreadLayouts) },
  { name: 'guidance of a model', models: true, run: among(findGuidance) },
  { name: 'choices of a model', models: true, run: among(findChoices) },
  { name: 'titles of units', run: among(joinTitles) },
  {
    name: 'letters',
    run: ({ pieces, facts }) => {
      takeLetter(pieces, facts)
      return {}
    },
  },
  { name: 'names above their values', run: among(joinStacked) },
  { name: 'cover', run: ({ pieces, facts }, { names, title }) => ({ start: takeCover(pieces, facts, names, title) }) },
  {
    name: 'headings',
    run: ({ pieces, start, contents }, { marksHeadings }) => {
      findHeadings(pieces, start, marksHeadings, contents)
      return {}
    },
  },
  { name: 'definitions', run: among(findDefinitions) },
  {
    name: 'cells of plain text',
    run: ({ pieces, start, contents }, { kind }) => {
      if (kind === 'text') keepCells(pieces, start, contents)
      return {}
    },
  },
  { name: 'enumerations in sentences', run: among(splitEnumerations) },
  {
    name: 'lists',
    run: ({ pieces, start }) => {
      findLists(pieces, start)
      return {}
    },
  },
  { name: 'depths', run: among(setDepths) },
  { name: 'notes without a mark', run: among(placeUnmarked) },
  { name: 'braces', run: among(keepBraces) },
  { name: 'parameters of a model', models: true, run: ({ pieces }) => ({ parameters: findParameters(pieces) }) },
  { name: 'numbering', run: ({ pieces }) => ({ plan: planNumbering(pieces) }) },
  { name: 'labels', run: ({ pieces, plan }) => ({ numbers: keepLabels(pieces, plan) }) },
]

/** The drafts of a source, by the step that made each: the first is the source in pieces, the last all that was understood of it. */
export function drafts(
  source: Source,
  names: readonly string[],
  isModel = false,
): readonly { readonly step: string; readonly draft: Draft }[] {
  const pieces = toPieces(source)
  let draft: Draft = {
    pieces,
    facts: noFacts(languageOf(pieces)),
    contents: { entries: [] },
    start: 0,
    plan: { headings: [], items: [], prefixes: [] },
    numbers: [],
    parameters: {},
  }
  const made = [{ step: 'pieces', draft }]
  for (const { name, run } of STEPS.filter(({ models }) => isModel || !models)) {
    const own = { ...draft, pieces: draft.pieces.map(copyOf), facts: structuredClone(draft.facts) }
    draft = { ...own, ...run(own, { names, marksHeadings: source.marksHeadings, kind: source.kind, title: titleOfFile(source) }) }
    made.push({ step: name, draft })
  }
  return made
}

/** The language of the text; undefined for one that is in none that is known. */
function languageOf(pieces: readonly Piece[]): Language | undefined {
  const text = pieces.filter(({ role }) => role === undefined || role === 'table').map((piece) => piece.text)
  const { language } = guessLanguage(text.join('\n'))
  return language === 'other' ? undefined : language
}

/** What the file calls itself, without the name of the program: "Microsoft Word - Protocol.docx". */
export const titleOfFile = ({ properties }: Source): string =>
  (properties?.title ?? '')
    .replace(/^Microsoft (?:Office )?Word\s*[-–]\s*/i, '')
    .replace(/\.(?:docx?|odt|pdf|rtf)$/i, '')
    .trim()

/** Whose site a page is of: as it says, or as stands behind its title ("Library rules | Harrow Libraries"). */
function siteOf(source: Source, title: string | undefined): string | undefined {
  if (source.kind !== 'html') return undefined
  const whole = titleOfFile(source)
  const behind =
    title !== undefined && whole.startsWith(title) ? /^\s+[|–—-]\s+(\S.*)$/u.exec(whole.slice(title.length))?.[1] : undefined
  // "Fire safety - Policies - Kestrel Park Academy": the site comes last.
  return source.properties?.site ?? behind?.split(/\s+[|–—-]\s+/u).at(-1)
}

/** Understands a source. */
export function outline(source: Source, names: readonly string[], isModel = false): Outline {
  const { pieces, facts, plan, numbers, contents, parameters } = drafts(source, names, isModel).at(-1)?.draft as Draft
  const site = siteOf(source, facts.title)
  if (names.length === 0 && site !== undefined) facts.printedOrganisation ??= site
  return {
    pieces,
    facts,
    plan,
    numbers,
    parameters,
    findings: [
      ...labelFindings(pieces),
      ...contentsFindings(pieces, contents),
      ...enumerationFindings(pieces),
      ...lineFindings(source, pieces),
      ...cellFindings(pieces),
      ...letterFindings(pieces),
      ...spacedFindings(pieces),
      ...rowFindings(pieces),
      ...asideFindings(pieces),
      ...tableFindings(pieces),
      ...footnoteFindings(pieces),
    ],
  }
}

/** Labels that skip or repeat, heading by heading and item by item. */
function labelFindings(pieces: readonly Piece[]): Finding[] {
  const last = new Map<string, Piece>()
  return pieces.flatMap((piece): Finding[] => {
    if (!piece.reading) return []
    const row = [piece.role, piece.depth, piece.reading.style, piece.label?.word?.toLowerCase()].join('/')
    const before = last.get(row)
    last.set(row, piece)
    if (piece.keep === undefined || !before?.reading) return []
    const line = lineOf(piece)
    if (piece.reading.count > before.reading.count + 1) {
      const values = { label: piece.keep, before: before.label?.printed ?? '' }
      return [{ rule: 'label/skipped', form: 'source', values, line }]
    }
    // "2.3a" behind "2.3" was put in between, and "3.1" is the first of another article than "2.1".
    return piece.label?.printed === before.label?.printed
      ? [{ rule: 'label/repeated', form: 'label', values: { label: piece.keep }, line }]
      : []
  })
}

function contentsFindings(pieces: readonly Piece[], contents: Contents): Finding[] {
  const headings = pieces.filter(({ role }) => role === 'heading')
  const found = new Set(headings.flatMap(headingKeys))
  const isFound = ({ title, whole }: ContentsEntry) => found.has(titleKey(title)) || found.has(titleKey(whole))
  const missing = contents.entries
    .filter((entry) => entry.title !== '' && !isFound(entry))
    .map(({ line, title }): Finding => ({ rule: 'contents/differs', form: 'no-heading', values: { title }, line }))
  if (contents.entries.length === 0) return missing
  // Headings less deep than the deepest listed one should be listed.
  const listed = new Set(contents.entries.flatMap(({ title, whole }) => [titleKey(title), titleKey(whole)]))
  const isListed = (piece: Piece) => headingKeys(piece).some((key) => listed.has(key))
  const depth = Math.max(0, maximum(headings.filter(isListed).map((piece) => piece.depth ?? 0)))
  const units = new Set(headings.filter(isListed).map(({ label }) => label?.word?.toLowerCase()))
  // Contents of chapters need not name the articles.
  const isExpected = ({ label, depth: own = 0 }: Piece) =>
    own <= depth && (label?.path.length !== 1 || label.word === undefined || units.has(label.word.toLowerCase()))
  const unlisted = headings
    .filter((piece) => isExpected(piece) && lineOf(piece) > (contents.line ?? 0) && piece.text !== '' && !isListed(piece))
    .map(
      (piece): Finding => ({
        rule: 'contents/differs',
        form: 'unlisted',
        values: { heading: piece.text },
        line: lineOf(piece),
      }),
    )
  return [...missing, ...unlisted]
}

// Letters of a text that has more than a page, and of a paragraph that is no paragraph any more.
const A_PAGE = 3000
// In letters for a clause on average, about half a page: single clauses are as long, all of a text never.
const UNDIVIDED = 1500

/** A text whose lines do not tell where its paragraphs end: what stands together was guessed, and should be read. */
function lineFindings({ kind, blocks }: Source, pieces: readonly Piece[]): Finding[] {
  const clauses = pieces.filter(({ role }) => role === 'heading' || role === 'paragraph' || role === 'item')
  const letters = clauses.reduce((sum, piece) => sum + piece.text.length, 0)
  if (letters < A_PAGE) return []
  const isUndivided = letters / clauses.length > UNDIVIDED
  const isUnbroken = kind === 'text' && blocks.every(({ gap }, i) => i === 0 || gap === 0)
  return isUndivided || isUnbroken
    ? [
        clauses.length === 1
          ? { rule: 'import/structure', form: 'undivided', line: 1 }
          : { rule: 'import/structure', form: 'lines', values: { count: clauses.length }, line: 1 },
      ]
    : []
}
