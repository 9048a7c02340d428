import type { PdfFile } from './file.js'
import { INLINE, isElement, isText, type PdfElement, type PdfTree, wordsOf } from './tree.js'
import { type Dictionary, Name, Reference, type Value } from './values.js'

/** One rule: looks at an open file and says what is wrong, in sentences for the operator. */
type Rule = (file: PdfFile, tree: PdfTree) => Iterable<string>

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
    if (!STANDARD.has(standard)) yield `the role ${role} is neither standard nor mapped`
    const parent = ancestors.at(-1)?.standard ?? ''
    if (PARENTS[standard] && !PARENTS[standard].includes(parent)) yield `${standard} stands in ${parent}`
    const allowed = KIDS[standard]
    for (const kid of allowed ? element.kids : []) {
      if (!isElement(kid)) yield `${standard} holds content of its own`
      else if (!allowed?.includes(kid.standard)) yield `${standard} holds ${kid.standard}`
    }
  }
}

const headings: Rule = function* (_file, tree) {
  let level = 0
  for (const [element] of elements(tree.root)) {
    const own = Number(/^H([1-6])$/.exec(element.standard)?.[1] ?? 0)
    if (own === 0) continue
    if (own > level + 1) yield `the heading "${wordsOf(element)}" of level ${own} follows level ${level}`
    if (wordsOf(element) === '') yield 'a heading is empty'
    level = own
  }
}

const tables: Rule = function* (file, tree) {
  for (const [element] of elements(tree.root)) {
    if (element.standard === 'TH' && !file.dictionary(element.dictionary.get('A')).has('Scope'))
      yield `the table head "${wordsOf(element)}" has no scope`
    if (element.standard !== 'Table') continue
    const kids = element.kids.filter(isElement)
    const count = (role: string) => kids.filter(({ standard }) => standard === role).length
    if (count('THead') > 0 && count('TBody') === 0) yield `a table has a head and no body: "${wordsOf(element)}"`
    for (const role of ['THead', 'TFoot']) if (count(role) > 1) yield `a table has more than one ${role}`
    if (kids.slice(1, -1).some(({ standard }) => standard === 'Caption')) yield 'the caption of a table is in the midst of it'
    const widths = new Set<number>()
    for (const [row] of elements(element)) {
      if (row.standard !== 'TR') continue
      const cells = row.kids.filter(isElement)
      widths.add(cells.reduce((sum, cell) => sum + Number(file.dictionary(cell.dictionary.get('A')).get('ColSpan') ?? 1), 0))
    }
    if (widths.size > 1) yield `the rows of a table are ${[...widths].sort((a, b) => a - b).join(' and ')} columns wide`
  }
}

const alternatives: Rule = function* (file, tree) {
  const ids = new Set<string>()
  for (const [element] of elements(tree.root)) {
    if (element.standard === 'Figure' && !file.text(element.dictionary.get('Alt'))) yield 'a figure has no text in its place'
    if (element.standard !== 'Note') continue
    const id = file.text(element.dictionary.get('ID'))
    if (!id) yield 'a note has no id'
    else if (ids.has(id)) yield `two notes have the id ${id}`
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
    if (annotations.length === 0) yield `the link "${words}" cannot be followed`
    if (words === '') yield 'a link has no words'
    for (const { annotation, page, found } of annotations) {
      if (page !== found) yield `the link "${words}" is said to be on page ${page + 1} and is on page ${found + 1}`
      const said = file.text(annotation.get('Contents')) ?? ''
      if (said === '') yield `the link "${words}" does not say what it is`
      else if (ADDRESS.test(said) && ADDRESS.test(words)) yield `the link "${words}" says an address and not where it leads`
      const action = file.dictionary(annotation.get('A'))
      const kind = file.name(action.get('S'))
      const target = file.text(action.get(kind === 'URI' ? 'URI' : 'D'))
      if (!target) yield `the link "${words}" leads nowhere`
      else if (kind === 'GoTo' && !names.has(target))
        yield `the link "${words}" leads to "${target}", which is not in the document`
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
    if (!leads(target)) yield `the destination "${name}" is on no page`
    const before = names[index - 1]?.[0]
    if (before !== undefined && before >= name) yield `the destinations "${before}" and "${name}" are out of order`
  }
  const seen = new Set<Dictionary>()
  const visit = function* (item: Value | undefined): Generator<string> {
    for (let at = item; at !== undefined; at = file.dictionary(at).get('Next')) {
      const entry = file.dictionary(at)
      if (seen.has(entry)) throw new Error('Unexpected circle of bookmarks')
      seen.add(entry)
      if (!leads(entry.get('Dest'))) yield `the bookmark "${file.text(entry.get('Title'))}" leads nowhere`
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
    const name = file.name(font.get('BaseFont'))
    if (!descriptor.has('FontFile2') && !descriptor.has('FontFile3')) yield `the font ${name} is not embedded`
    if (!font.has('ToUnicode')) yield `the font ${name} does not say which texts its glyphs stand for`
  }
}

const archive: Rule = function* (file) {
  const root = catalogue(file)
  if (!file.text(root.get('Lang'))) yield 'the document has no language'
  if (file.dictionary(root.get('MarkInfo')).get('Marked') !== true) yield 'the document is not marked as tagged'
  if (file.dictionary(root.get('ViewerPreferences')).get('DisplayDocTitle') !== true)
    yield 'viewers are not asked to show the title'
  if (file.array(root.get('OutputIntents')).length === 0) yield 'the document does not say what its colours mean'
  if (!file.trailer.has('ID')) yield 'the file has no identity'
  if (file.trailer.has('Encrypt')) yield 'the file is encrypted'
  for (const [index, page] of file.pages().entries()) {
    const tabs = file.dictionary(page).get('Tabs')
    if (!(tabs instanceof Name) || tabs.value !== 'S') yield `page ${index + 1}: the order of tabs is not that of the structure`
  }
  for (const item of file.array(root.get('AF'))) {
    const specification = file.dictionary(item)
    const name = file.text(specification.get('UF')) ?? ''
    for (const key of ['F', 'UF', 'AFRelationship', 'EF'])
      if (!specification.has(key)) yield `the attachment ${name} lacks ${key}`
    if (!file.name(file.dictionary(file.dictionary(specification.get('EF')).get('F')).get('Subtype')))
      yield `the attachment ${name} has no type`
  }
}

const metadata: Rule = function* (file) {
  const packet = Buffer.from(file.stream(catalogue(file).get('Metadata')) ?? new Uint8Array()).toString('utf8')
  const wanted: readonly (readonly [RegExp, string])[] = [
    [/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</, 'that it is PDF/A-3a'],
    [/<pdfuaid:part>1</, 'that it is PDF/UA-1'],
    [/<dc:title>/, 'its title'],
  ]
  for (const [pattern, what] of wanted) if (!pattern.test(packet)) yield `the metadata do not say ${what}`
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(packet)) yield 'the metadata are not well-formed XML'
  const title = file.text(file.dictionary(file.trailer.get('Info')).get('Title')) ?? ''
  const escaped = title
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
  if (!packet.includes(`>${escaped}<`)) yield 'the title of the metadata is another than that of the file'
}

/** Text in an element that only groups would be read without a paragraph of its own. */
const grouping: Rule = function* (_file, tree) {
  const groups = new Set(['Document', 'Part', 'Sect', 'Div', 'BlockQuote', 'LBody', 'TOCI', 'TOC'])
  for (const [element] of elements(tree.root)) {
    if (!groups.has(element.standard)) continue
    if (element.kids.some((kid) => isText(kid) && kid.text.trim() !== '')) yield `${element.standard} holds text of its own`
    const inline = element.kids.find((kid) => isElement(kid) && INLINE.has(kid.standard) && kid.standard !== 'Reference')
    if (inline && isElement(inline)) yield `${inline.standard} stands directly in ${element.standard}`
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
  fonts,
  archive,
  metadata,
}
