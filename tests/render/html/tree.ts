import { parse } from 'parse5'

/** The page as a browser's parser sees it. */
export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Tag | string)[]
}

interface ParsedNode {
  readonly nodeName: string
  readonly value?: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly ParsedNode[]
}

export const parsePage = (html: string): Tag => convert(parse(html) as unknown as ParsedNode)

function convert(node: ParsedNode): Tag {
  return {
    name: node.nodeName,
    attributes: Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value])),
    children: (node.childNodes ?? [])
      .filter(({ nodeName }) => nodeName !== '#comment' && nodeName !== '#documentType')
      .map((child) => (child.nodeName === '#text' ? (child.value ?? '') : convert(child))),
  }
}

/** Every element for which the test holds, in order. */
export function find(tag: Tag, test: (tag: Tag) => boolean): Tag[] {
  const inside = tag.children.flatMap((child) => (typeof child === 'string' ? [] : find(child, test)))
  return test(tag) ? [tag, ...inside] : inside
}

export const named = (tag: Tag, ...names: string[]): Tag[] => find(tag, ({ name }) => names.includes(name))
export const byId = (tag: Tag, id: string): Tag | undefined => find(tag, ({ attributes }) => attributes.id === id)[0]

export const textOf = (tag: Tag): string =>
  tag.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')

/** Words as a reader sees them: without those for assistive technology only. */
export const wordsOf = (tag: Tag): string =>
  tag.children
    .map((child) => (typeof child === 'string' ? child : child.attributes.class === 'unseen' ? '' : wordsOf(child)))
    .join('')
    .replace(/\s+/g, ' ')

/** Names of elements and attributes, nested as they stand: equal for two pages that differ in values only. */
export const skeleton = (tag: Tag): unknown => [
  tag.name,
  Object.keys(tag.attributes),
  tag.children.filter((child) => typeof child !== 'string').map((child) => skeleton(child)),
]
