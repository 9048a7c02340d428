import {
  type Artefact,
  holdsHash,
  linesAtBreaks,
  type MarkFacts,
  marksIn,
  type Sized,
  type SourceBlock,
  tabbed,
  textOf,
  tidy,
  withSizes,
} from '../../blocks/index.js'
import { append, ID, type Inline } from '../../model/index.js'
import { all, child, elements, type Xml } from '../files/xml.js'
import { paragraphField } from './fields.js'
import { shortened } from './full-ids.js'
import type { Labels } from './numbering.js'
import { fieldDepth, largest, type Run, type RunContext, readRuns } from './runs.js'
import { indentOf, isBoxed, type Style, value } from './styles.js'
import { isSentence, typedLabel } from './typed-label.js'
import { unbold, wrapped } from './wrapped.js'

interface BodyContext {
  readonly styles: (id: string | undefined) => Style
  readonly labels: Labels
  readonly changes: 'accept' | 'reject'
  readonly links: ReadonlyMap<string, string>
  /** Ids by the bookmarks that stand for them. */
  readonly bookmarks: ReadonlyMap<string, string>
}

type Found = Sized & { readonly letters: number; readonly sameParagraph?: boolean }

/** What stands around a part of the document. */
interface Around {
  readonly contents?: boolean
  readonly note?: string
  readonly artefact?: Artefact
  readonly box?: true
  readonly field?: MarkFacts
}

/** What stands in the cells of a table and is none of their words. */
interface Aside {
  readonly hidden: Inline[]
  readonly boxes: Xml[]
}

/** The blocks of a Word document, gathered paragraph by paragraph. */
export class WordBody {
  readonly #context: BodyContext
  readonly #found: Found[] = []
  readonly #met = { notes: [] as string[], formulas: [] as string[], count: { changes: 0 }, marked: new Map<Inline, MarkFacts>() }
  #line = 0
  #page = 1
  #empty = 0
  #paragraphs = 0
  #blank = 0
  // A paragraph whose mark was deleted goes on in the next one.
  #carried: readonly Run[] = []
  #contentsDepth = 0
  // Bookmarks between paragraphs: of the table that follows.
  #bookmarks: string[] = []

  constructor(context: BodyContext) {
    this.#context = context
  }

  /** Tracked changes, and formulas each on one line. */
  get met(): { readonly changes: number; readonly formulas: readonly string[] } {
    return { changes: this.#met.count.changes, formulas: this.#met.formulas }
  }

  read(parent: Xml | undefined, around: Around = {}): void {
    const nodes = elements(parent)
    const last = nodes.findLastIndex(({ name }) => name === 'w:p')
    for (const [i, node] of nodes.entries()) {
      if (node.name === 'w:p') this.#paragraph(node, around, i < last)
      else if (node.name === 'w:bookmarkStart') this.#bookmarks.push(node.attributes['w:name'] ?? '')
      else if (node.name === 'w:tbl') this.#table(node, around)
      else if (node.name === 'w:sdt') {
        const properties = child(node, 'w:sdtPr')
        const gallery = value(child(properties, 'w:docPartObj'), 'w:docPartGallery') ?? ''
        const field = paragraphField(properties)
        const inside = { ...around, ...(/contents/i.test(gallery) ? { contents: true } : {}), ...(field ? { field } : {}) }
        this.read(child(node, 'w:sdtContent'), inside)
      } else if (node.name === 'w:ins' || node.name === 'w:customXml' || node.name === 'w:smartTag') this.read(node, around)
    }
  }

  /** Texts of the notes that were marked, in the order of their marks. */
  readNotes(parts: Readonly<Record<'footnote' | 'endnote', Xml | undefined>>): void {
    for (const [i, id] of [...this.#met.notes].entries()) {
      const [kind, number] = id.split('/') as ['footnote' | 'endnote', string]
      const note = all(parts[kind], `w:${kind}`).find((element) => element.attributes['w:id'] === number)
      const before = this.#found.length
      this.read(note, { note: String(i + 1) })
      // A note of several paragraphs is one text.
      const [first, ...rest] = this.#found.slice(before)
      if (first && rest.length > 0) {
        const content = [first, ...rest].flatMap((block) => [{ type: 'text', value: ' ' } as const, ...block.content])
        this.#found.splice(before, this.#found.length - before, { ...first, content: tidy(content) })
      }
    }
  }

  readMargin(part: Xml | undefined, artefact: Artefact): void {
    this.read(part, { artefact })
  }

  marksHeadings(): boolean {
    return this.#found.some(({ heading, look, letters }) => heading !== undefined || (look?.bold === true && letters < 100))
  }

  blocks(): SourceBlock[] {
    // Empty paragraphs set blocks apart only where people use them for it; elsewhere the style does.
    const byEmpty = this.#blank > this.#paragraphs * 0.2
    return withSizes(this.#found, ({ letters }) => letters).map(({ letters, sameParagraph, ...block }) => ({
      ...block,
      gap: sameParagraph ? 0 : byEmpty ? block.gap : 1,
    }))
  }

  #idOf(names: readonly string[]): string | undefined {
    const { bookmarks } = this.#context
    return names.map((name) => bookmarks.get(name) ?? shortened(name)).find((name) => ID.test(name))
  }

  #runContext(): RunContext {
    return { ...this.#context, ...this.#met, idOf: (name) => this.#idOf([name]) }
  }

  #paragraph(node: Xml, around: Around, isFollowed: boolean): void {
    this.#line++
    const { styles, labels, changes } = this.#context
    const properties = child(node, 'w:pPr')
    const styleId = value(properties, 'w:pStyle')
    const style = styles(styleId)
    const read = readRuns(node, style, this.#runContext(), around.field)
    // Some programs move what stands before a table to the end of the paragraph above it.
    this.#bookmarks = read.bookmarks.filter((name) => this.#idOf([name]) !== undefined).slice(1)
    const runs = [...this.#carried, ...read.runs]
    this.#carried = []
    const mark = child(properties, 'w:rPr')
    const gone = child(mark, changes === 'accept' ? 'w:del' : 'w:ins')
    if (gone && runs.length > 0 && isFollowed) {
      for (const box of read.boxes) this.read(box, { ...around, box: true })
      this.#carried = runs
      return
    }
    // A field that builds the contents runs over paragraphs, from where it begins to where it ends.
    if (read.contents) this.#contentsDepth = 1
    const inContents = around.contents === true || this.#contentsDepth > 0
    this.#contentsDepth = this.#contentsDepth > 0 ? fieldDepth(node, read.contents ? 0 : this.#contentsDepth) : 0

    const shown = runs.filter(({ hidden }) => !hidden)
    const hidden = tidy(runs.filter((run) => run.hidden).map(({ inline }) => inline))
    this.#page += read.pageBreaks
    const words = textOf(shown.map(({ inline }) => inline)).trim()
    this.#paragraphs++
    if (words === '') this.#blank++
    const isEmpty = words === '' && !shown.some(({ inline }) => inline.type === 'footnoteReference')
    // What is numbered prints its number without words too.
    if (isEmpty && (value(child(properties, 'w:numPr'), 'w:numId') ?? style.numId ?? '0') === '0') this.#empty++
    else this.#add(shown, { node, style, styleId, properties, labels, inContents, around, bookmarks: read.bookmarks })
    if (hidden.length > 0) this.#push({ content: hidden, artefact: 'hidden text' })
    for (const box of read.boxes) this.read(box, { ...around, box: true })
  }

  #add(
    shown: readonly Run[],
    at: {
      node: Xml
      style: Style
      styleId: string | undefined
      properties: Xml | undefined
      labels: Labels
      inContents: boolean
      around: Around
      bookmarks: readonly string[]
    },
  ): void {
    const { style, properties, labels, around } = at
    const outline = value(properties, 'w:outlineLvl')
    const heading = outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : style.heading
    const role = at.inContents ? 'contents' : heading === undefined ? style.role : undefined
    const numbering = child(properties, 'w:numPr')
    const numId = value(numbering, 'w:numId') ?? style.numId
    const level = Number(value(numbering, 'w:ilvl') ?? labels.levelOfStyle(numId ?? '', at.styleId ?? '') ?? style.level ?? 0)
    const computed = numId === undefined || numId === '0' ? undefined : labels.next(numId, level)
    const typed = heading === undefined || computed !== undefined ? undefined : typedLabel(shown)
    const label = computed ?? typed?.label
    // Lines of a cover or an address are set apart by line breaks; a sentence that goes on over one is not.
    const words = linesAtBreaks(typed?.rest ?? shown, ({ inline }) => inline)
    const lines = words.length > 0 || label === undefined || !/\p{L}{2}/u.test(label) ? words : [[]]
    const id = this.#idOf(at.bookmarks)
    for (const [i, line] of lines.entries()) {
      const full = line.filter(({ inline }) => inline.type !== 'text' || inline.value.trim() !== '')
      const content = line.map(({ inline }) => inline)
      const bold = full.length > 0 && full.every((run) => run.bold)
      const italic = full.length > 0 && full.every((run) => run.italic)
      this.#push({
        content: bold && heading !== undefined ? content.map(unbold) : content,
        ...(tabbed(content) ?? {}),
        ...(i === 0 && label !== undefined ? { label } : {}),
        // Numbering switched off inside a list: a further paragraph of its last item.
        ...((label !== undefined || numId === '0') && heading === undefined
          ? { level, ...(numId === undefined || numId === '0' ? {} : { list: numId }) }
          : {}),
        // A sentence below the break is the text of the heading.
        ...(heading === undefined || (i > 0 && isSentence(textOf(content))) ? {} : { heading }),
        ...(role === undefined ? {} : { role }),
        ...(around.note === undefined ? {} : { note: around.note }),
        ...(around.artefact === undefined ? {} : { artefact: around.artefact }),
        ...(i === 0 && id !== undefined ? { id } : {}),
        indent: indentOf(properties, label === undefined ? undefined : labels.indent(numId ?? '', level)) ?? style.indent,
        ...(full.length === 0 ? {} : { look: { bold, size: 1, ...(italic ? { italic } : {}) }, ...largest(full) }),
        ...((around.box ?? isBoxed(properties) ?? style.box) ? { box: true } : {}),
        ...(marksIn(content, this.#met.marked) ?? {}),
        ...(i > 0 ? { sameParagraph: true } : {}),
      })
    }
  }

  #table(node: Xml, around: Around): void {
    const cells = wrapped(node, 'w:tr').map((row) => wrapped(row, 'w:tc'))
    if (cells.every((row) => row.length < 2)) {
      for (const cell of cells.flat()) this.read(cell, { ...around, box: true })
      return
    }
    // The head of a letter: a name on one side, the title of the document on the other.
    if (cells.flat().some((cell) => this.#isTitled(cell))) {
      for (const cell of cells.flat()) this.read(cell, around)
      return
    }
    const aside: Aside = { hidden: [], boxes: [] }
    const parts = cells.map((row) => row.map((cell) => this.#cell(cell, aside)))
    const whole = parts.map((row) => row.map((paragraphs) => tidy(paragraphs.flat())))
    // In a colophon of ours each paragraph of a cell is a value of its own.
    const rows = holdsHash({ rows: whole }) ? parts.map((row) => row.flatMap((paragraphs) => paragraphs.map(tidy))) : whole
    this.#line++
    const id = this.#idOf(this.#bookmarks)
    this.#bookmarks = []
    if (rows.some((row) => row.some((words) => words.length > 0))) {
      const { artefact } = around
      this.#push({ content: [], rows, ...(artefact === undefined ? {} : { artefact }), ...(id === undefined ? {} : { id }) })
    }
    const hidden = tidy(aside.hidden)
    if (hidden.length > 0) this.#push({ content: hidden, artefact: 'hidden text' })
    for (const box of aside.boxes) this.read(box, around)
  }

  #isTitled(cell: Xml): boolean {
    return elements(cell).some(
      (node) => node.name === 'w:p' && this.#context.styles(value(child(node, 'w:pPr'), 'w:pStyle')).role === 'title',
    )
  }

  /** The words of the paragraphs of a cell. */
  #cell(cell: Xml, aside: Aside): Inline[][] {
    const paragraphs: Inline[][] = []
    const visit = (parent: Xml): void => {
      for (const node of elements(parent)) {
        if (node.name === 'w:p') {
          const style = this.#context.styles(value(child(node, 'w:pPr'), 'w:pStyle'))
          const numbering = child(child(node, 'w:pPr'), 'w:numPr')
          const numId = value(numbering, 'w:numId')
          const label =
            numId === undefined ? undefined : this.#context.labels.next(numId, Number(value(numbering, 'w:ilvl') ?? 0))
          const { runs, boxes } = readRuns(node, style, this.#runContext())
          append(aside.boxes, boxes)
          const unseen = runs.flatMap(({ hidden, inline }) => (hidden ? [inline] : []))
          append(aside.hidden, unseen)
          paragraphs.push([
            { type: 'text', value: ` ${label === undefined ? '' : `${label} `}` },
            ...runs.flatMap(({ hidden, inline }) => (hidden ? [] : [inline])),
          ])
        } else visit(node)
      }
    }
    visit(cell)
    return paragraphs
  }

  #push(block: Partial<Found> & Pick<SourceBlock, 'content'>): void {
    const { points, ...rest } = block
    this.#found.push({
      line: this.#line,
      page: this.#page,
      gap: this.#empty,
      indent: 0,
      ...rest,
      ...(points === undefined ? {} : { points }),
      letters: textOf(block.content).length,
    })
    this.#empty = 0
  }
}
