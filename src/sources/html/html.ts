import { parse } from 'parse5'
import type { Source } from '../../blocks/index.js'
import { PAGE } from './around.js'
import { bound } from './bound.js'
import { openSections } from './collapsed.js'
import { findAround } from './main.js'
import { findNotes } from './notes.js'
import { findOwnPage, NO_MARKS, readOwnMarks } from './own.js'
import { readOwnPage } from './own-page.js'
import { Reader } from './reader.js'
import { shownWords } from './shown.js'
import { findTitle } from './tree.js'

/** A page: its headings, paragraphs, lists and tables. Nothing in it is run, and nothing outside it is fetched. */
export function readHtml(source: string): Source {
  bound(source)
  const document = parse(source, { sourceCodeLocationInfo: true })
  const own = findOwnPage(document)
  if (!own) openSections(document)
  const marks = own ? readOwnMarks([own.body, ...own.notes]) : NO_MARKS
  const reader = new Reader(findNotes(document), marks, own ? new Set() : findAround(document))
  if (own) readOwnPage(own, reader.asBlockReader())
  else reader.blocks(document, PAGE, 0)
  const title = findTitle(document)
  return {
    kind: 'html',
    blocks: reader.found,
    marksHeadings: reader.found.some(({ heading }) => heading !== undefined),
    words: shownWords(document),
    ...(title === '' ? {} : { properties: { title } }),
  }
}
