import type { Finding, ImportOptions, Source } from '../types.js'
import { markOwnPages } from './own-pages.js'
import { Body } from './word/body.js'
import { Labels } from './word/numbering.js'
import { readStyles } from './word/styles.js'
import { all, child, descendants, innerText, parseXml, type Xml } from './xml.js'
import { unzip } from './zip.js'

export interface ReadDocx {
  readonly source: Source
  readonly findings: readonly Finding[]
}

const decoder = new TextDecoder()

/** A Word file: paragraphs with their styles and numbers, tables, footnotes, tracked changes. Throws for a file that is not whole. */
export function readDocx(bytes: Uint8Array, options: ImportOptions): ReadDocx {
  const { parts, names } = unzip(bytes, (name) =>
    /^(?:word\/[^/]+\.xml|word\/_rels\/document\.xml\.rels|docProps\/core\.xml)$/.test(name),
  )
  const part = (name: string): Xml | undefined => {
    const found = parts.get(name)
    return found && parseXml(decoder.decode(found))
  }
  const document = part('word/document.xml')
  if (!document) throw new Error('no text part (word/document.xml)')
  const relations = all(part('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => attributes)
  const changes = options.changes ?? 'accept'
  const body = new Body({
    styles: readStyles(part('word/styles.xml')),
    labels: new Labels(part('word/numbering.xml')),
    changes,
    bookmarks: options.bookmarks ?? new Map(),
    links: new Map(relations.map((relation) => [relation.Id ?? '', relation.Target ?? ''])),
  })
  body.read(child(document, 'w:body'))
  body.readNotes({ footnote: part('word/footnotes.xml'), endnote: part('word/endnotes.xml') })
  const margins = names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name)).sort()
  for (const name of margins) body.readMargin(part(name), name.includes('header') ? 'running header' : 'running footer')

  const findings: Finding[] = []
  const find = (rule: string, message: string) => findings.push({ rule, line: 1, message })
  if (body.changes > 0) find('import/changes', `${body.changes} tracked changes were ${changes}ed`)
  for (const comment of all(part('word/comments.xml'), 'w:comment')) {
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
