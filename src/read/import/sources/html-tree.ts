import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { STYLES } from '../../../model/index.js'

export const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node
export const children = (node: Tree.ParentNode): Tree.ChildNode[] => node.childNodes
export const attribute = (node: Tree.Element, name: string): string | undefined =>
  node.attrs.find((attr) => attr.name === name)?.value

export const isHidden = (node: Tree.Element): boolean =>
  attribute(node, 'hidden') !== undefined ||
  /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(node, 'style') ?? '')

const LIST_STYLES: Readonly<Record<string, keyof typeof STYLES>> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
  'lower-alpha': 'lower-alpha',
  'lower-latin': 'lower-alpha',
  'upper-alpha': 'upper-alpha',
  'upper-latin': 'upper-alpha',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
}

/** The label a browser prints in front of an item. */
export function listLabel(item: Tree.Element, list: Tree.Element): string | undefined {
  const style = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attribute(list, 'style') ?? '')?.[1]
  if (list.tagName !== 'ol') return '•'
  let count = Number.parseInt(attribute(list, 'start') ?? '1', 10) - 1
  for (const child of children(list)) {
    if (!isElement(child) || child.tagName !== 'li') continue
    const value = Number.parseInt(attribute(child, 'value') ?? '', 10)
    count = Number.isNaN(value) ? count + 1 : value
    if (child === item) break
  }
  return `${STYLES[LIST_STYLES[style ?? attribute(list, 'type') ?? ''] ?? 'decimal'].format(count)}.`
}
