import { strToU8, zipSync } from 'fflate'
import type { Result } from '../../model/index.js'
import { type Document, namesOf } from '../../present/index.js'
import { blocks } from './blocks.js'
import { WordContext } from './context.js'
import { fullIdParts } from './full-ids.js'
import { markFiles } from './mark.js'
import {
  contentTypes,
  coreProperties,
  documentRelationships,
  footer,
  footnoteRelationships,
  footnotes,
  header,
  measure,
  packageRelationships,
  section,
  settings,
} from './parts.js'
import { filled } from './story.js'
import { styles } from './styles.js'
import { NAMESPACES, part, w } from './xml.js'

interface DocxOptions {
  /** Who the tracked changes are by. */
  readonly author: string
  /** The day they were made on: an ISO date. */
  readonly date?: string
}

/** The earliest date a zip file can hold. Zip knows no time zones, so it is this date wherever the program runs. */
const epoch = (): Date => new Date(1980, 0, 1)

/**
 * The document as a Word file. Insertions, deletions and moves are tracked changes: accepting all gives the words without what is
 * deleted, rejecting all those without what is inserted. Blocks with an id are bookmarks of that name. Equal input gives equal bytes.
 */
export async function renderDocx(document: Document, { author, date }: DocxOptions): Promise<Result<Uint8Array>> {
  const context = new WordContext(document, author, date, namesOf(document.children))
  const { text } = measure(document)
  const body = context.inStory(() => blocks(document.children, context, { indent: 0, style: 'Normal', width: text }))
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(context),
    '_rels/.rels': packageRelationships(),
    'docProps/core.xml': coreProperties(document),
    'word/document.xml': part(w('document', NAMESPACES, w('body', {}, body, section(document)))),
    'word/_rels/document.xml.rels': documentRelationships(context),
    'word/styles.xml': styles(document, text, context.numbering.headings.depths),
    'word/numbering.xml': context.numbering.part(),
    'word/settings.xml': settings(context),
    'word/footnotes.xml': footnotes(context),
    'word/_rels/footnotes.xml.rels': footnoteRelationships(context),
    'word/header.xml': header(document),
    'word/footer.xml': footer(document),
    ...fullIdParts(context.fullIds),
  }
  const entries = Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(filled(xml, context.properties))]))
  const { mark } = document.brand
  if (mark) Object.assign(entries, markFiles(mark))
  return { value: zipSync(entries, { mtime: epoch(), level: 6 }), messages: context.messages }
}
