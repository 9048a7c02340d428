import { type Dictionary, Name, Reference, type Value } from '../pdf/index.js'
import type { PdfFault } from './faults.js'
import type { PdfFile } from './file.js'
import { HIDING, limits, PRINTED } from './limits.js'
import { metadata } from './metadata.js'
import { INLINE, isElement, isText, type PdfElement, type PdfTree, wordsOf } from './tree.js'

/** One rule: looks at an open file and says what is wrong, for the operator. */
type Rule = (file: PdfFile, tree: PdfTree) => Iterable<PdfFault>

function* elements(root: PdfElement, ancestors: readonly PdfElement[] = []): Generator<[PdfElement, readonly PdfElement[]]> {
  yield [root, ancestors]
  for (const kid of root.kids) if (isElement(kid)) yield* elements(kid, [...ancestors, root])
}

const catalogue = (file: PdfFile): Dictionary => file.dictionary(file.trailer.get('Root'))

/** Roles of PDF 1.7 (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead ' +
    'TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form'
  ).split(' '),
)

/** Which roles may stand directly in which. Roles that are not named may stand anywhere. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI', 'Note'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TOCI: ['TOC'],
}
const KIDS: Readonly<Record<string, readonly string[]>> = {
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['Caption', 'THead', 'TBody', 'TFoot', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOC', 'TOCI', 'Caption'],
}

const nesting: Rule = function* (_file, tree) {
  for (const [element, ancestors] of elements(tree.root)) {
    const { standard, role } = element
    if (!STANDARD.has(standard)) yield { phrase: 'pdf.role', values: { role } }
    const parent = ancestors.at(-1)?.standard ?? ''
    if (PARENTS[standard] && !PARENTS[standard].includes(parent))
      yield { phrase: 'pdf.stands-in', values: { role: standard, parent } }
    const allowed = KIDS[standard]
    for (const kid of allowed ? element.kids : []) {
      if (!isElement(kid)) yield { phrase: 'pdf.holds-content', values: { role: standard } }
      else if (!allowed?.includes(kid.standard)) yield { phrase: 'pdf.holds', values: { role: standard, kid: kid.standard } }
    }
  }
}

const headings: Rule = function* (_file, tree) {
  let level = 0
  for (const [element] of elements(tree.root)) {
    const own = Number(/^H([1-6])$/.exec(element.standard)?.[1] ?? 0)
    if (own === 0) continue
    if (own > level + 1) yield { phrase: 'pdf.heading-level', values: { heading: wordsOf(element), level: own, above: level } }
    if (wordsOf(element) === '') yield { phrase: 'pdf.heading-empty' }
    level = own
  }
}

/** What a head can be of: ISO 32000-1, 14.8.5.7. Another name is none to whoever reads the table aloud. */
const SCOPES: ReadonlySet<string | undefined> = new Set(['Row', 'Column', 'Both'])

/** The rows of a table, and not those of a table in one of its cells. */
function* rowsOf(table: PdfElement): Generator<PdfElement> {
  for (const kid of table.kids) {
    if (!isElement(kid)) continue
    if (kid.standard === 'TR') yield kid
    else if (kid.standard !== 'Table') yield* rowsOf(kid)
  }
}

const tables: Rule = function* (file, tree) {
  for (const [element] of elements(tree.root)) {
    if (element.standard === 'TH' && !SCOPES.has(file.name(file.dictionary(element.dictionary.get('A')).get('Scope'))))
      yield { phrase: 'pdf.head-scope', values: { head: wordsOf(element) } }
    if (element.standard !== 'Table') continue
    const kids = element.kids.filter(isElement)
    const count = (role: string) => kids.filter(({ standard }) => standard === role).length
    if (count('THead') > 0 && count('TBody') === 0) yield { phrase: 'pdf.table-bodiless', values: { head: wordsOf(element) } }
    for (const role of ['THead', 'TFoot']) if (count(role) > 1) yield { phrase: 'pdf.table-twice', values: { role } }
    if (kids.slice(1, -1).some(({ standard }) => standard === 'Caption')) yield { phrase: 'pdf.caption' }
    const widths = new Set<number>()
    // Cells of rows above that reach into this one.
    let above: { readonly columns: number; readonly rows: number }[] = []
    for (const row of rowsOf(element)) {
      const span = (cell: PdfElement, key: string) => Number(file.dictionary(cell.dictionary.get('A')).get(key) ?? 1)
      const cells = row.kids.filter(isElement).map((cell) => ({ columns: span(cell, 'ColSpan'), rows: span(cell, 'RowSpan') }))
      widths.add([...above, ...cells].reduce((sum, { columns }) => sum + columns, 0))
      above = [...above, ...cells].flatMap(({ columns, rows }) => (rows > 1 ? [{ columns, rows: rows - 1 }] : []))
    }
    if (above.length > 0) widths.add(above.reduce((sum, { columns }) => sum + columns, 0))
    if (widths.size > 1) yield { phrase: 'pdf.row-widths', values: { widths: [...widths].sort((a, b) => a - b).map(String) } }
  }
}

const PICTURED = new Set(['Figure', 'Formula'])

const alternatives: Rule = function* (file, tree) {
  const ids = new Set<string>()
  for (const [element] of elements(tree.root)) {
    if (PICTURED.has(element.standard) && !file.text(element.dictionary.get('Alt'))) yield { phrase: 'pdf.figure' }
    if (element.standard !== 'Note') continue
    const id = file.text(element.dictionary.get('ID'))
    if (!id) yield { phrase: 'pdf.note-id' }
    else if (ids.has(id)) yield { phrase: 'pdf.note-ids', values: { id } }
    else ids.add(id)
  }
}

/** What Java reads as an address, by its protocol: the way veraPDF judges the words of links (WCAG 2.4.9). */
const ADDRESS = /^\s*(?:url:)?(?:https?|ftp|file|jar|mailto):/i

const links: Rule = function* (file, tree) {
  const names = new Set(destinations(file).map(([name]) => name))
  for (const [element] of elements(tree.root)) {
    if (element.standard !== 'Link') continue
    const annotations = element.kids.filter((kid) => 'annotation' in kid)
    const words = wordsOf(element)
    if (annotations.length === 0) yield { phrase: 'pdf.link-dead', values: { words } }
    if (words === '') yield { phrase: 'pdf.link-wordless' }
    for (const { annotation, page, found } of annotations) {
      if (page !== found) yield { phrase: 'pdf.link-page', values: { words, said: page + 1, found: found + 1 } }
      const said = file.text(annotation.get('Contents')) ?? ''
      if (said === '') yield { phrase: 'pdf.link-silent', values: { words } }
      else if (ADDRESS.test(said) && ADDRESS.test(words)) yield { phrase: 'pdf.link-address', values: { words } }
      const action = file.dictionary(annotation.get('A'))
      const kind = file.name(action.get('S'))
      const target = file.text(action.get(kind === 'URI' ? 'URI' : 'D'))
      if (!target) yield { phrase: 'pdf.link-nowhere', values: { words } }
      else if (kind === 'GoTo' && !names.has(target)) yield { phrase: 'pdf.link-lost', values: { words, target } }
    }
  }
}

/** Named destinations in the order of the file. */
export function destinations(file: PdfFile): [string, Value][] {
  const entries = file.array(file.dictionary(file.dictionary(catalogue(file).get('Names')).get('Dests')).get('Names'))
  const found: [string, Value][] = []
  for (let i = 0; i + 1 < entries.length; i += 2) found.push([file.text(entries[i]) ?? '', entries[i + 1] as Value])
  return found
}

const jumps: Rule = function* (file) {
  const pages = new Set(file.pages().map(({ number }) => number))
  const leads = (value: Value | undefined): boolean => {
    const page = file.array(value)[0]
    return page instanceof Reference && pages.has(page.number)
  }
  const names = destinations(file)
  for (const [index, [name, target]] of names.entries()) {
    if (!leads(target)) yield { phrase: 'pdf.destination', values: { name } }
    const before = names[index - 1]?.[0]
    if (before !== undefined && before >= name) yield { phrase: 'pdf.destinations', values: { before, name } }
  }
  const seen = new Set<Dictionary>()
  const visit = function* (item: Value | undefined): Generator<PdfFault> {
    for (let at = item; at !== undefined; at = file.dictionary(at).get('Next')) {
      const entry = file.dictionary(at)
      if (seen.has(entry)) throw new Error('a circle of bookmarks')
      seen.add(entry)
      if (!leads(entry.get('Dest'))) yield { phrase: 'pdf.bookmark', values: { title: file.text(entry.get('Title')) ?? '' } }
      yield* visit(entry.get('First'))
    }
  }
  yield* visit(file.dictionary(catalogue(file).get('Outlines')).get('First'))
}

const fonts: Rule = function* (file) {
  for (const number of file.numbers) {
    const font = file.dictionary(new Reference(number))
    if (file.name(font.get('Type')) !== 'Font' || file.name(font.get('Subtype')) !== 'Type0') continue
    const descendant = file.dictionary(file.array(font.get('DescendantFonts'))[0])
    const descriptor = file.dictionary(descendant.get('FontDescriptor'))
    const name = file.name(font.get('BaseFont')) ?? ''
    if (!descriptor.has('FontFile2') && !descriptor.has('FontFile3')) yield { phrase: 'pdf.font-outside', values: { font: name } }
    if (file.name(font.get('Encoding')) !== 'Identity-H' || !descendant.has('CIDToGIDMap'))
      yield { phrase: 'pdf.font-glyphs', values: { font: name } }
    if (!font.has('ToUnicode')) yield { phrase: 'pdf.font-mute', values: { font: name } }
  }
}

const archive: Rule = function* (file) {
  const root = catalogue(file)
  if (!file.text(root.get('Lang'))) yield { phrase: 'pdf.language' }
  if (file.dictionary(root.get('MarkInfo')).get('Marked') !== true) yield { phrase: 'pdf.tagged' }
  if (file.dictionary(root.get('ViewerPreferences')).get('DisplayDocTitle') !== true) yield { phrase: 'pdf.title-shown' }
  if (file.array(root.get('OutputIntents')).length === 0) yield { phrase: 'pdf.colours' }
  if (!file.trailer.has('ID')) yield { phrase: 'pdf.identity' }
  if (file.trailer.has('Encrypt')) yield { phrase: 'pdf.encrypted' }
  for (const [index, page] of file.pages().entries()) {
    const tabs = file.dictionary(page).get('Tabs')
    if (!(tabs instanceof Name) || tabs.value !== 'S') yield { phrase: 'pdf.tabs', values: { page: index + 1 } }
  }
  for (const item of file.array(root.get('AF'))) {
    const specification = file.dictionary(item)
    const name = file.text(specification.get('UF')) ?? ''
    for (const key of ['F', 'UF', 'AFRelationship', 'EF'])
      if (!specification.has(key)) yield { phrase: 'pdf.attachment-lacks', values: { name, key } }
    if (!file.name(file.dictionary(file.dictionary(specification.get('EF')).get('F')).get('Subtype')))
      yield { phrase: 'pdf.attachment-type', values: { name } }
  }
}

/** The files that travel with the document. */
export function attachments(file: PdfFile): ReadonlyMap<string, Uint8Array> {
  const specifications = file.array(catalogue(file).get('AF')).map((item) => file.dictionary(item))
  return new Map(
    specifications.map((each): [string, Uint8Array] => [
      file.text(each.get('UF')) ?? '',
      file.stream(file.dictionary(each.get('EF')).get('F')) ?? new Uint8Array(),
    ]),
  )
}

/** A field is named for who cannot see it, stands in an element of its own, is printed, and has a picture where it has a size. */
const fields: Rule = function* (file, tree) {
  const inForms = new Set<Dictionary>()
  for (const [element] of elements(tree.root))
    if (element.standard === 'Form') for (const kid of element.kids) if ('annotation' in kid) inForms.add(kid.annotation)
  for (const [index, page] of file.pages().entries()) {
    for (const annotation of file.array(file.dictionary(page).get('Annots'))) {
      const field = file.dictionary(annotation)
      if (file.name(field.get('Subtype')) !== 'Widget') continue
      const values = { page: index + 1 }
      const flags = Number(field.get('F') ?? 0)
      const [left = 0, bottom = 0, right = 0, top = 0] = file.array(field.get('Rect')).map(Number)
      if (!file.text(field.get('TU'))) yield { phrase: 'pdf.field-nameless', values }
      if (!inForms.has(field)) yield { phrase: 'pdf.field-loose', values }
      if ((flags & PRINTED) === 0 || (flags & HIDING) !== 0) yield { phrase: 'pdf.field-hidden', values }
      if ((left !== right || bottom !== top) && !field.has('AP')) yield { phrase: 'pdf.field-bare', values }
    }
  }
}

/** Text in an element that only groups would be read without a paragraph of its own. */
const grouping: Rule = function* (_file, tree) {
  const groups = new Set(['Document', 'Part', 'Sect', 'Div', 'BlockQuote', 'LBody', 'TOCI', 'TOC'])
  for (const [element] of elements(tree.root)) {
    if (!groups.has(element.standard)) continue
    if (element.kids.some((kid) => isText(kid) && kid.text.trim() !== ''))
      yield { phrase: 'pdf.holds-text', values: { role: element.standard } }
    const inline = element.kids.find((kid) => isElement(kid) && INLINE.has(kid.standard) && kid.standard !== 'Reference')
    if (inline && isElement(inline)) yield { phrase: 'pdf.inline', values: { role: inline.standard, parent: element.standard } }
  }
}

export const PDF_RULES: Readonly<Record<string, Rule>> = {
  content: (_file, tree) => tree.problems,
  nesting,
  grouping,
  headings,
  tables,
  alternatives,
  links,
  jumps,
  fields,
  limits,
  fonts,
  archive,
  metadata,
}
