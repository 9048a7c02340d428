import type { Finding, ImportOptions, Source } from '../types.js'
import { markOwnPages } from './own-pages.js'
import { Body } from './word/body.js'
import { fullIds } from './word/full-ids.js'
import { Labels } from './word/numbering.js'
import { openWord } from './word/package.js'
import { readStyles } from './word/styles.js'
import { all, child, descendants, innerText } from './xml.js'

interface ReadDocx {
  readonly source: Source
  readonly findings: readonly Finding[]
}

/** A Word file: paragraphs with their styles and numbers, tables, footnotes, tracked changes. Throws for a file that is not whole. */
export function readDocx(bytes: Uint8Array, options: ImportOptions): ReadDocx {
  const { document, names, relations, one, every, part } = openWord(bytes)
  const changes = options.changes ?? 'accept'
  const body = new Body({
    styles: readStyles(one('styles')),
    labels: new Labels(one('numbering')),
    changes,
    bookmarks: new Map([...fullIds(names, part), ...(options.bookmarks ?? [])]),
    links: new Map(relations.map((relation) => [relation.Id ?? '', relation.Target ?? ''])),
  })
  body.read(child(document, 'w:body'))
  body.readNotes({ footnote: one('footnotes'), endnote: one('endnotes') })
  for (const margin of ['footer', 'header']) for (const found of every(margin)) body.readMargin(found, `running ${margin}`)

  const findings: Finding[] = []
  const find = (rule: string, message: string) => findings.push({ rule, line: 1, message })
  if (body.changes > 0) find('import/changes', `${body.changes} tracked changes were ${changes}ed`)
  for (const comment of all(one('comments'), 'w:comment')) {
    find('import/comment', `Comment by ${comment.attributes['w:author'] ?? 'someone'}: "${innerText(comment).trim()}"`)
  }
  if (names.some((name) => /vbaProject\.bin$/i.test(name)))
    find('import/outside', 'The file holds macros; they were not run and are not kept')
  const outside = relations.filter(({ TargetMode, Type }) => TargetMode === 'External' && !/\/hyperlink$/.test(Type ?? ''))
  for (const { Target } of outside) find('import/outside', `The file refers to "${Target}"; it was not fetched`)
  const pictures = descendants(child(document, 'w:body'), 'w:drawing').length
  if (pictures > 0) find('markdown/image', `${pictures} pictures are not kept`)

  const title = innerText(child(part('docProps/core.xml'), 'dc:title')).trim()
  return {
    source: {
      kind: 'docx',
      blocks: markOwnPages(body.blocks()),
      marksHeadings: body.marksHeadings(),
      changes: body.changes,
      ...(title === '' ? {} : { properties: { title } }),
    },
    findings,
  }
}
