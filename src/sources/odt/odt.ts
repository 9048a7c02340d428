import {
  type Artefact,
  Damaged,
  type Finding,
  linesAtBreaks,
  marksIn,
  type Sized,
  type Source,
  type SourceBlock,
  tabbed,
  text,
  textOf,
  tidy,
  withSizes,
} from '../../blocks/index.js'
import { append, type Inline } from '../../model/index.js'
import { asMath } from '../files/formula.js'
import { all, child, descendants, elements, innerText, parseXml, type Xml } from '../files/xml.js'
import { unzip } from '../files/zip.js'
import { OdtInlines } from './inlines.js'
import { commentsIn, countAt, largest, outermost, outlineLevel, PARAGRAPHS, picturesIn, roleOf, struckIn } from './parts.js'
import { shownWords } from './shown.js'
import { type OdtStyle, OdtStyles } from './styles.js'

/** An OpenDocument text: headings, paragraphs, lists, tables, footnotes. Throws for a file that is not whole or has a password. */
export function readOdt(bytes: Uint8Array): { source: Source; findings: readonly Finding[] } {
  const { parts } = unzip(
    bytes,
    (name) => /^(?:(?:[^/]+\/)?content|styles|meta)\.xml$/.test(name) || name === 'META-INF/manifest.xml',
  )
  const part = (name: string): Xml | undefined => {
    const found = parts.get(name)
    return found && parseXml(new TextDecoder().decode(found))
  }
  if (descendants(part('META-INF/manifest.xml'), 'manifest:encryption-data').length > 0)
    throw new Damaged({ phrase: 'damage.password' })
  const document = part('content.xml')
  const body = child(child(document, 'office:body'), 'office:text')
  if (!document || !body) throw new Damaged({ phrase: 'damage.no-text', values: { part: 'content.xml' } })
  const styles = part('styles.xml')
  const formulaIn = (object: Xml): Xml | undefined => {
    const found = part(`${(object.attributes['xlink:href'] ?? '').replace(/^\.\//, '')}/content.xml`)
    return found && /(?:^|:)math$/.test(found.name) ? asMath(found) : undefined
  }
  const looks = new OdtStyles([styles, document])
  const inlines = new OdtInlines(looks, formulaIn)
  const reader = new Reader(looks, inlines)
  reader.read(body, {})
  for (const at of ['header', 'footer'] as const) {
    for (const pages of ['', '-left', '-first'])
      for (const margin of descendants(styles, `style:${at}${pages}`)) reader.read(margin, { artefact: `running ${at}` })
  }
  const changes = descendants(child(body, 'text:tracked-changes'), 'text:changed-region').length
  const findings = commentsIn(body)
  const formulas = inlines.formulas.filter((line) => line !== '')
  if (formulas.length > 0)
    findings.push({
      rule: 'import/words',
      form: 'formula',
      values: { count: formulas.length, words: formulas[0] ?? '' },
      line: 1,
    })
  const pictures = picturesIn(body)
  if (pictures > 0) findings.push({ rule: 'markdown/image', form: 'pictures', values: { count: pictures }, line: 1 })
  if (changes > 0) findings.unshift({ rule: 'import/changes', form: 'accepted', values: { count: changes }, line: 1 })
  const title = innerText(descendants(part('meta.xml'), 'dc:title')[0]).trim()
  return {
    source: {
      kind: 'odt',
      blocks: reader.blocks(),
      marksHeadings: reader.marksHeadings(),
      words: shownWords(body, styles, formulaIn),
      ...(title === '' ? {} : { properties: { title } }),
    },
    findings,
  }
}

interface Around {
  readonly list?: { readonly style: string; readonly level: number; readonly goesOn: boolean }
  readonly role?: 'contents'
  readonly artefact?: Artefact
  readonly box?: true
}

class Reader {
  readonly #found: Sized[] = []
  readonly #styles: OdtStyles
  readonly #inlines: OdtInlines
  readonly #counts = new Map<string, number[]>()
  readonly #headings: number[] = []
  // The label of an item belongs to its first paragraph only.
  #item: { readonly label: string; readonly indent?: number } | undefined
  #line = 0
  #empty = 0

  constructor(styles: OdtStyles, inlines: OdtInlines) {
    this.#styles = styles
    this.#inlines = inlines
  }

  blocks(): readonly SourceBlock[] {
    return withSizes(this.#found, ({ content }) => textOf(content).length)
  }

  marksHeadings(): boolean {
    return this.#found.some(
      ({ heading, look, content, artefact }) =>
        artefact === undefined && (heading !== undefined || (look?.bold === true && textOf(content).length < 100)),
    )
  }

  read(parent: Xml, around: Around): void {
    for (const node of elements(parent)) {
      switch (node.name) {
        case 'text:h':
        case 'text:p':
          this.#paragraph(node, around)
          break
        case 'text:list':
          this.#list(node, around)
          break
        case 'text:table-of-content':
          this.read(node, { ...around, role: 'contents' })
          break
        case 'table:table':
          this.#table(node, around)
          break
        case 'text:tracked-changes':
          break
        default:
          this.read(node, around)
      }
    }
  }

  #list(node: Xml, around: Around): void {
    const level = (around.list?.level ?? -1) + 1
    const style = node.attributes['text:style-name'] ?? around.list?.style ?? ''
    const counts = this.#counts.get(style) ?? []
    this.#counts.set(style, counts)
    const goesOn =
      around.list?.goesOn === true ||
      node.attributes['text:continue-numbering'] === 'true' ||
      node.attributes['text:continue-list'] !== undefined
    if (!goesOn) counts.length = Math.min(counts.length, level)
    for (const item of elements(node)) {
      const start = Number(item.attributes['text:start-value'] ?? Number.NaN)
      const isItem = item.name === 'text:list-item'
      const [first] = elements(item)
      const isLabelled = isItem && first?.name !== 'text:list'
      if (isLabelled || (isItem && !Number.isNaN(start))) {
        countAt(counts, level, start)
      }
      this.#item = isLabelled ? this.#styles.item(style, level, counts) : undefined
      // An item without words of its own only holds the list in it, which goes on where this one does.
      this.read(item, { ...around, list: { style, level, goesOn: goesOn && !isLabelled } })
      this.#item = undefined
    }
  }

  /** Counts a heading, and gives the label it prints. */
  #headingLabel(node: Xml, level: number, { unnumbered }: OdtStyle): string | undefined {
    if (unnumbered || node.attributes['text:is-list-header'] === 'true') return undefined
    const start = Number(node.attributes['text:start-value'] ?? Number.NaN)
    const counts = this.#headings
    countAt(counts, level, start)
    return this.#styles.heading(level, counts)
  }

  #paragraph(node: Xml, { list, role, artefact, box }: Around): void {
    this.#line++
    const notes: Xml[] = []
    const style = this.#styles.of(node.attributes['text:style-name'])
    const words = this.#inlines.read(node, notes, style)
    const hidden = tidy([...this.#inlines.takeHidden(), ...(style.hidden ? words : [])])
    if (hidden.length > 0) this.#found.push({ line: this.#line, content: hidden, gap: 1, indent: 0, artefact: 'hidden text' })
    const inlines = style.hidden ? [] : struckIn(words, style)
    const level = node.name === 'text:h' ? outlineLevel(node) : undefined
    const isEmpty = textOf(inlines).trim() === '' && notes.length === 0
    if (isEmpty && level === undefined) {
      this.#empty++
      return
    }
    const given = roleOf(style)
    const item = this.#item
    const label = (level === undefined ? undefined : this.#headingLabel(node, level - 1, style)) ?? item?.label
    // A number with the word for its unit is printed without a title too: "Artikel 1", which stands in the next paragraph.
    if (isEmpty && !/\p{L}{2}/u.test(label ?? '')) {
      this.#empty++
      return
    }
    const lines = isEmpty ? [[]] : linesAtBreaks(inlines, (inline) => inline)
    for (const [i, line] of lines.entries()) {
      const content = tidy(line)
      const areAll = (type: Inline['type']) => content.length > 0 && content.every((inline) => inline.type === type)
      const bold = style.bold || areAll('strong')
      const italic = style.italic || areAll('emphasis')
      this.#found.push({
        line: this.#line,
        content,
        ...(tabbed(line) ?? {}),
        // Styles set paragraphs apart; an empty one only adds to it.
        gap: i === 0 ? this.#empty + 1 : 0,
        indent: item?.indent ?? style.indent ?? 0,
        ...(isEmpty ? {} : { look: { bold, size: 1, ...(italic ? { italic } : {}) } }),
        ...((box ?? style.box) ? { box: true } : {}),
        ...(marksIn(line, this.#inlines.marked) ?? {}),
        ...(style.size === undefined ? {} : { points: largest(node, this.#styles) ?? style.size }),
        ...(level === undefined ? {} : { heading: level }),
        ...(role === undefined ? (given === undefined || level !== undefined ? {} : { role: given }) : { role }),
        ...(artefact === undefined ? {} : { artefact }),
        ...(list && level === undefined ? { level: list.level, list: list.style } : {}),
        ...(i === 0 && label !== undefined ? { label } : {}),
      })
    }
    this.#item = undefined
    this.#empty = 0
    this.#addNotes(notes)
  }

  #addNotes(notes: readonly Xml[]): void {
    for (const [i, note] of notes.entries()) {
      const words = outermost(child(note, 'text:note-body'), PARAGRAPHS).flatMap((part) => [
        text(' '),
        ...this.#inlines.read(part, []),
      ])
      const name = String(this.#inlines.notes - notes.length + i + 1)
      this.#found.push({ line: this.#line, content: tidy(words), gap: 1, indent: 0, note: name })
    }
  }

  #table(node: Xml, around: Around): void {
    const { artefact } = around
    const cells = outermost(node, ['table:table-row']).map((row) => all(row, 'table:table-cell'))
    // A table with one column is a frame: its cells are paragraphs.
    if (cells.every((row) => row.length < 2)) {
      for (const cell of cells.flat()) this.read(cell, { ...around, box: true })
      return
    }
    this.#line++
    const line = this.#line
    const notes: Sized[] = []
    const rows = cells.map((row) => row.map((cell) => this.#cell(cell, notes)))
    this.#line = line
    if (rows.some((row) => row.some((cell) => cell.length > 0))) {
      this.#found.push({
        line: this.#line,
        content: [],
        rows,
        gap: 1,
        indent: 0,
        ...(artefact === undefined ? {} : { artefact }),
      })
    }
    append(this.#found, notes)
  }

  /** The words of a cell, its lists with their labels. What notes say stands behind the table. */
  #cell(cell: Xml, notes: Sized[]): Inline[] {
    const start = this.#found.length
    this.read(cell, {})
    const read = this.#found.splice(start)
    append(
      notes,
      read.filter(({ note }) => note !== undefined),
    )
    return tidy(
      read
        .filter(({ note }) => note === undefined)
        .flatMap(({ label, content, rows }) => [
          text(` ${label === undefined ? '' : `${label} `}`),
          ...content,
          ...(rows && content.length === 0 ? rows.flat().flatMap((inner) => [text(' '), ...inner]) : []),
        ]),
    )
  }
}
