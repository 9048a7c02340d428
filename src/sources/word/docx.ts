import { commentBy, type Finding, markOwnPages, type ReadOptions, type Source } from '../../blocks/index.js'
import { bookmarkName, type Said } from '../../model/index.js'
import { all, child, descendants, elements, innerText, type Xml } from '../files/xml.js'
import { WordBody } from './body.js'
import { fullIds } from './full-ids.js'
import { Labels } from './numbering.js'
import { openWord } from './package.js'
import { shownWords } from './shown.js'
import { readStyles } from './styles.js'

interface ReadDocx {
  readonly source: Source
  readonly findings: readonly Finding[]
}

/** A Word file: paragraphs with their styles and numbers, tables, footnotes, tracked changes. Throws for a file that is not whole. */
export function readDocx(bytes: Uint8Array, options: ReadOptions): ReadDocx {
  const word = openWord(bytes)
  const { document, names, relations, one, every, part } = word
  const changes = options.changes ?? 'accept'
  const body = new WordBody({
    styles: readStyles(one('styles')),
    labels: new Labels(one('numbering')),
    changes,
    bookmarks: new Map([...fullIds(names, part), ...(options.ids ?? []).map((id) => [bookmarkName(id), id] as const)]),
    links: new Map(relations.map((relation) => [relation.Id ?? '', relation.Target ?? ''])),
  })
  body.read(child(document, 'w:body'))
  body.readNotes({ footnote: one('footnotes'), endnote: one('endnotes') })
  for (const margin of ['footer', 'header'] as const)
    for (const found of every(margin)) body.readMargin(found, `running ${margin}`)

  const findings: Finding[] = []
  const find = (said: Said) => findings.push({ ...said, line: 1 })
  const { met } = body
  if (met.changes > 0) find({ rule: 'import/changes', form: `${changes}ed`, values: { count: met.changes } })
  const formulas = met.formulas.filter((line) => line !== '')
  if (formulas.length > 0)
    find({ rule: 'import/words', form: 'formula', values: { count: formulas.length, words: formulas[0] ?? '' } })
  for (const comment of all(one('comments'), 'w:comment')) {
    find(commentBy(comment.attributes['w:author'], innerText(comment).trim()))
  }
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) find({ rule: 'import/outside', form: 'macros' })
  for (const { attributes } of descendants(document, 'w:altChunk')) {
    const target = relations.find(({ Id }) => Id === attributes['r:id'])?.Target
    find({ rule: 'import/words', form: 'unread', values: { part: target ?? 'altChunk' } })
  }
  const outside = relations.filter(({ TargetMode, Type }) => TargetMode === 'External' && !/\/hyperlink$/.test(Type ?? ''))
  for (const { Target = '' } of outside) find({ rule: 'import/outside', form: 'target', values: { target: Target } })
  // The mark of the organisation, in a file of ours, is in its brand.
  const isMark = (drawing: Xml) => descendants(drawing, 'wp:docPr').some(({ attributes }) => attributes.name === 'Clausule mark')
  const isTextBox = (drawing: Xml) =>
    descendants(drawing, 'w:txbxContent').length > 0 && descendants(drawing, 'a:blip').length === 0
  const drawings = descendants(child(document, 'w:body'), 'w:drawing')
  const pictures =
    drawings.filter((drawing) => !isMark(drawing) && !isTextBox(drawing)).length + olderPictures(child(document, 'w:body'))
  if (pictures > 0) find({ rule: 'markdown/image', form: 'pictures', values: { count: pictures } })

  const core = part('docProps/core.xml')
  const [title = '', keywords = ''] = ['dc:title', 'cp:keywords'].map((name) => innerText(child(core, name)).trim())
  return {
    source: {
      kind: 'docx',
      blocks: markOwnPages(body.blocks()),
      marksHeadings: body.marksHeadings(),
      changes: met.changes,
      words: shownWords(word, changes),
      ...(title + keywords === ''
        ? {}
        : { properties: { ...(title === '' ? {} : { title }), ...(keywords === '' ? {} : { keywords }) } }),
    },
    findings,
  }
}

/** Pictures as older programs draw them, those of embedded tables and formulas among them; not those in the place of a newer drawing. */
const olderPictures = (node: Xml | undefined): number =>
  elements(node).reduce((sum, part) => {
    if (part.name === 'v:imagedata') return sum + 1
    return part.name === 'mc:Fallback' ? sum : sum + olderPictures(part)
  }, 0)
