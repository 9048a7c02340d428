import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { attribute, elementsIn, findTitle } from './tree.js'

/** What a page says of itself outside its text: its title, the site it is of and its keywords, each where it is there. */
export function propertiesOf(document: Tree.Document): Readonly<Record<string, string>> {
  const title = findTitle(document)
  const said = (key: string, name: string) =>
    elementsIn(document)
      .filter((node) => node.tagName === 'meta' && attribute(node, key) === name)
      .map((node) => (attribute(node, 'content') ?? '').trim())
      .find((content) => content !== '')
  const [site, keywords] = [said('property', 'og:site_name'), said('name', 'keywords')]
  return {
    ...(title === '' ? {} : { title }),
    ...(site === undefined ? {} : { site }),
    ...(keywords === undefined ? {} : { keywords }),
  }
}
