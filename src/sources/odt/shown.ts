import { formula } from '../files/formula.js'
import { descendants, elements, type Xml } from '../files/xml.js'

/** What is no text of the document, or, a mark of a note, is counted by whoever prints it. */
const UNSHOWN =
  /^(?:text:(?:tracked-changes|note-citation|table-of-content-source)|office:(?:annotation|forms)|table:covered-table-cell|svg:(?:title|desc))$/
const INLINE = /^(?:text:(?:span|a|bookmark\S*|soft-page-break)|text:change\S*|office:annotation-end)$/

/** All text that a word processor shows of the file: the body with its frames and notes, and what its master pages print. */
export function shownWords(body: Xml, styles: Xml | undefined, formulaIn: (object: Xml) => Xml | undefined): string {
  const shown: string[] = []
  const visit = (node: Xml): void => {
    if (UNSHOWN.test(node.name)) return
    const embedded = node.name === 'draw:object' ? formulaIn(node) : undefined
    if (embedded) shown.push(formula(embedded))
    const isInline = INLINE.test(node.name)
    if (!isInline) shown.push('\n')
    for (const part of node.children) {
      if (typeof part === 'string') shown.push(part)
      else visit(part)
    }
    if (!isInline) shown.push('\n')
  }
  visit(body)
  for (const page of descendants(styles, 'style:master-page'))
    for (const part of elements(page)) if (/^style:(?:header|footer)/.test(part.name)) visit(part)
  return shown.join('')
}
