import { SaxesParser } from 'saxes'
import { Damaged, MOST_ELEMENTS, MOST_LETTERS, TOO_MANY_LETTERS, TooLarge } from '../../blocks/index.js'

/** An element with its prefixed name, as Office files write them: `w:p`. Text stands between elements as strings. */
export interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Xml | string)[]
}

// Programs nest far less, and what reads the tree goes down it by calls, which end at some thousands.
const DEEPEST = 400

/**
 * Parses XML. Document types are refused, so no entity can grow and nothing outside can be named. Throws on anything not
 * well-formed, and `TooLarge` on more than any document holds.
 */
export function parseXml(source: string): Xml {
  const parser = new SaxesParser({ fragment: false })
  const root: Xml = { name: '', attributes: {}, children: [] }
  const stack: Xml[] = [root]
  let count = 0
  let letters = 0
  parser.on('doctype', () => {
    throw new Damaged({ phrase: 'damage.document-type' })
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length > DEEPEST) throw new Damaged({ phrase: 'damage.depth', values: { most: DEEPEST } })
    count++
    if (count > MOST_ELEMENTS) throw new TooLarge({ phrase: 'limit.elements', values: { most: MOST_ELEMENTS } })
    const element: Xml = { name, attributes: attributes as Record<string, string>, children: [] }
    stack.at(-1)?.children.push(element)
    stack.push(element)
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  const addText = (value: string) => {
    letters += value.length
    if (letters > MOST_LETTERS) throw new TooLarge(TOO_MANY_LETTERS)
    stack.at(-1)?.children.push(value)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(source).close()
  return elements(root)[0] ?? root
}

export const elements = (parent: Xml | undefined): Xml[] =>
  (parent?.children.filter((child) => typeof child !== 'string') ?? []) as Xml[]
export const child = (parent: Xml | undefined, name: string): Xml | undefined =>
  elements(parent).find((element) => element.name === name)
export const all = (parent: Xml | undefined, name: string): Xml[] => elements(parent).filter((element) => element.name === name)

/** Every element of a name, at any depth, in order. */
export function descendants(parent: Xml | undefined, name: string): Xml[] {
  return elements(parent).flatMap((element) => [...(element.name === name ? [element] : []), ...descendants(element, name)])
}

/** All text inside an element. */
export const innerText = (parent: Xml | undefined): string =>
  parent?.children.map((part) => (typeof part === 'string' ? part : innerText(part))).join('') ?? ''
