import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { attribute, elementsIn, findTitle } from './tree.js'

/** What a page says of itself outside its text: its title, and the site it is of, each where it is there. */
export function propertiesOf(document: Tree.Document): Readonly<Record<string, string>> {
  const title = findTitle(document)
  const site = elementsIn(document)
    .filter((node) => node.tagName === 'meta' && attribute(node, 'property') === 'og:site_name')
    .map((node) => (attribute(node, 'content') ?? '').trim())
    .find((name) => name !== '')
  return { ...(title === '' ? {} : { title }), ...(site === undefined ? {} : { site }) }
}
