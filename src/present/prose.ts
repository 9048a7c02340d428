import type { Language } from '../model/index.js'
import type { Brand, DocBlock, DocInline, DocParagraph, Document, Heading, Tone } from './document.js'

export const text = (value: string): DocInline => ({ type: 'text', value })
export const muted = (value: string): DocInline => ({ type: 'span', role: 'muted', children: [text(value)] })
export const strong = (value: string): DocInline => ({ type: 'strong', children: [text(value)] })
export const paragraph = (content: string | readonly DocInline[], tone?: Tone): DocParagraph => ({
  type: 'paragraph',
  content: typeof content === 'string' ? [text(content)] : content,
  ...(tone === undefined ? {} : { tone }),
})
export const heading = (level: number, value: string): Heading => ({
  type: 'heading',
  level,
  content: [text(value)],
  listed: true,
})

/** Names and values, one to a line. */
export const factTable = (
  facts: readonly { readonly name: string; readonly value: string /** In small print below it. */; readonly more?: string }[],
): DocBlock => ({
  type: 'table',
  look: 'facts',
  columns: [{ weight: 1 }, { weight: 4 }],
  head: [],
  body: facts.map(({ name, value, more }) => ({
    cells: [
      { header: 'row', children: [paragraph(name)] },
      { children: [paragraph(value), ...(more === undefined ? [] : [paragraph(more, 'small')])] },
    ],
  })),
})

/** A document that is its title alone: a page adds what it has to show. */
export const plainDocument = (title: string, lang: Language, brand: Brand): Document => ({
  type: 'document',
  title,
  lang,
  properties: { author: '' },
  brand,
  header: '',
  footer: '',
  pageNumber: '',
  orientation: 'portrait',
  attachments: [],
  children: [{ type: 'cover', head: true, title, organisation: '', facts: [] }],
})
