import type { PdfFault } from './faults.js'
import { PdfFile } from './file.js'
import { attachments, destinations, PDF_RULES } from './rules.js'
import { type PdfElement, readTree, wordsOf } from './tree.js'

/** Something a PDF should not have, and the rule that says so. */
export type PdfProblem = PdfFault & { readonly rule: string }

/** What a PDF holds, seen from outside. */
export interface PdfReport {
  readonly pages: number
  /** The structure tree with its texts, in reading order. */
  readonly root: PdfElement
  /** All words a reader is given, in order. */
  readonly words: string
  readonly destinations: readonly string[]
  readonly problems: readonly PdfProblem[]
  /** The files that travel with it, by their names. */
  readonly attachments: ReadonlyMap<string, Uint8Array>
  /** Its keywords, as the file has them. */
  readonly keywords: string
}

/**
 * Reads a PDF the press made and checks what validators miss besides what they look at: that everything drawn belongs to an element
 * or is decoration, that the tree is in order, that links and bookmarks lead somewhere, that every glyph has its text. Throws an Error
 * that says why when the file is not such a PDF.
 */
export function checkPdf(bytes: Uint8Array): PdfReport {
  const file = new PdfFile(bytes)
  const tree = readTree(file)
  const problems = Object.entries(PDF_RULES).flatMap(([rule, check]) =>
    [...check(file, tree)].map((fault): PdfProblem => ({ ...fault, rule })),
  )
  return {
    pages: file.pages().length,
    root: tree.root,
    words: wordsOf(tree.root),
    destinations: destinations(file).map(([name]) => name),
    problems,
    attachments: attachments(file),
    keywords: file.text(file.dictionary(file.trailer.get('Info')).get('Keywords')) ?? '',
  }
}
