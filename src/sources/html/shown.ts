import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { children, isElement } from './tree.js'

/** What a browser shows none of. */
const UNSHOWN = new Set('head script style template noscript iframe title metadata'.split(' '))
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** All text of a page: what is hidden by its style or its script, too, and what only serves the page. */
export function shownWords(document: Tree.ParentNode): string {
  const shown: string[] = []
  // A page may be nested deeper than calls can be.
  const stack: (Tree.ChildNode | '\n')[] = [...children(document)].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node === '\n') shown.push(node)
    else if (node.nodeName === '#text') shown.push((node as Tree.TextNode).value)
    else if (isElement(node) && !UNSHOWN.has(node.tagName)) {
      const isInline = INLINE.has(node.tagName)
      if (!isInline) {
        shown.push('\n')
        stack.push('\n')
      }
      const inside = children(node)
      for (let i = inside.length - 1; i >= 0; i--) stack.push(inside[i] as Tree.ChildNode)
    }
  }
  return shown.join('')
}
