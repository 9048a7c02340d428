import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Finding } from '../../blocks/index.js'
import { attribute, elementsIn, isHidden } from './tree.js'

type Element = Tree.Element

/** Where each element that shows another file names it. */
const ADDRESSES: Readonly<Record<string, string>> = { iframe: 'src', object: 'data', embed: 'src', video: 'src', audio: 'src' }

/** A picture that says nothing: a blank of a few points, or one that its author says is decoration. */
const isDecoration = (node: Element): boolean =>
  attribute(node, 'alt')?.trim() === '' ||
  /^(?:presentation|none)$/.test(attribute(node, 'role') ?? '') ||
  ['width', 'height'].some((side) => Number(attribute(node, side) ?? Number.NaN) < 3)

/** What a page shows in the middle of its document and this program does not read: pictures, and files in a frame. */
export function embeddedIn(document: Tree.Document, outside: ReadonlySet<Element>): readonly Finding[] {
  const shown = elementsIn(document, (node) => outside.has(node) || isHidden(node) || node.tagName === 'head')
  const pictures = shown.filter((node) => node.tagName === 'img' && !isDecoration(node)).length
  const framed = shown.flatMap((node): Finding[] => {
    const name = ADDRESSES[node.tagName]
    const part = name === undefined ? undefined : attribute(node, name) || node.tagName
    const line = node.sourceCodeLocation?.startLine ?? 1
    return part === undefined ? [] : [{ rule: 'import/words', form: 'unread', values: { part }, line }]
  })
  const told: Finding[] = pictures > 0 ? [{ rule: 'markdown/image', form: 'pictures', values: { count: pictures }, line: 1 }] : []
  return [...told, ...framed]
}
