import { child, descendants, elements, innerText, type Xml } from '../files/xml.js'
import type { WordParts } from './package.js'
import { signsIn } from './signs.js'

/** What parts words within one; everything else that is no text ends a word. */
const INLINE = new Set([
  'w:r',
  'w:t',
  'm:r',
  'm:t',
  'w:delText',
  'w:rPr',
  'w:hyperlink',
  'w:smartTag',
  'w:ins',
  'w:del',
  'w:moveTo',
  'w:moveFrom',
])
const MARKS = /^w:(?:proofErr|bookmark(?:Start|End)|lastRenderedPageBreak|softHyphen|commentRange(?:Start|End))$/
/** What holds text, words and formulas. */
const TEXT = new Set(['w:t', 'w:delText', 'm:t'])
const GONE = { accept: /^w:(?:del|moveFrom)$/, reject: /^w:(?:ins|moveTo)$/ } as const
const NOTES = ['footnote', 'endnote'] as const

/** All text that a word processor shows of the file: body with its text boxes, notes that have a mark, headers and footers, charts and diagrams. */
export function shownWords({ document, one, every, drawings }: WordParts, changes: 'accept' | 'reject'): string {
  const shown: string[] = []
  const visit = (node: Xml, run?: Xml): void => {
    if (TEXT.has(node.name)) shown.push(signsIn(innerText(node), run))
    if (node.name === 'v:textpath') shown.push('\n', node.attributes.string ?? '', '\n')
    if (GONE[changes].test(node.name)) return
    const isInline = INLINE.has(node.name) || MARKS.test(node.name)
    if (!isInline) shown.push('\n')
    // Of two branches programs of today show the first.
    const inside = elements(node)
    const look = node.name === 'w:r' ? child(node, 'w:rPr') : run
    for (const part of node.name === 'mc:AlternateContent' ? inside.slice(0, 1) : inside) visit(part, look)
    if (!isInline) shown.push('\n')
  }
  visit(document)
  for (const kind of NOTES) {
    const marked = new Set(descendants(document, `w:${kind}Reference`).map(({ attributes }) => attributes['w:id']))
    for (const note of descendants(one(`${kind}s`), `w:${kind}`)) if (marked.has(note.attributes['w:id'])) visit(note)
  }
  for (const margin of ['header', 'footer']) for (const part of every(margin)) visit(part)
  for (const drawing of drawings) for (const words of descendants(drawing, 'a:t')) shown.push('\n', innerText(words))
  return shown.join('')
}
