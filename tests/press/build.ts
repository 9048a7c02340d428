import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Brand, DocBlock, DocCell, DocInline, DocItem, DocTable, Document, Heading } from '../../src/present/index.js'
import { type FontFiles, renderPdf } from '../../src/press/index.js'
import { inEnglish } from '../support/words.js'

const family = join(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'), '..')
const load = (style: string): Uint8Array => readFileSync(join(family, style, `SourceSans3_${style}.ttf`))
export const fonts: FontFiles = {
  regular: load('400Regular'),
  bold: load('700Bold'),
  italic: load('400Regular_Italic'),
  boldItalic: load('700Bold_Italic'),
}

export const BRAND: Brand = {
  primary: '#0b4f6c',
  accent: '#e07a1f',
  text: '#0b4f6c',
  cover: 'band',
  typeface: 'source-sans',
  scale: 1,
  page: 'A4',
  margins: { top: 28, right: 26, bottom: 26, left: 26 },
}

export const text = (value: string): DocInline => ({ type: 'text', value })
const inlines = (content: readonly (string | DocInline)[]): DocInline[] =>
  content.map((part) => (typeof part === 'string' ? text(part) : part))
export const p = (...content: (string | DocInline)[]): DocBlock => ({ type: 'paragraph', content: inlines(content) })
export const h = (level: number, title: string, over: Partial<Heading> = {}): Heading => ({
  type: 'heading',
  level,
  content: [text(title)],
  listed: true,
  ...over,
})
export const item = (label: string, children: DocBlock[], over: Partial<DocItem> = {}): DocItem => ({
  type: 'item',
  label,
  children,
  ...over,
})
export const ol = (...items: DocItem[]): DocBlock => ({ type: 'list', ordered: true, items })
export const note = (number: number, ...children: DocBlock[]): DocInline => ({ type: 'footnote', number, children })
export const cell = (...children: (string | DocBlock)[]): DocCell => ({
  children: children.map((child) => (typeof child === 'string' ? p(child) : child)),
})
export const table = (head: string[], body: (string | DocCell)[][], over: Partial<DocTable> = {}): DocTable => ({
  type: 'table',
  look: 'grid',
  columns: (head.length > 0 ? head : (body[0] ?? [])).map(() => ({ weight: 1 })),
  head: head.length > 0 ? [{ cells: head.map((name) => ({ ...cell(name), header: 'column' as const })) }] : [],
  body: body.map((cells) => ({ cells: cells.map((each) => (typeof each === 'string' ? cell(each) : each)) })),
  ...over,
})

export const document = (children: readonly DocBlock[], over: Partial<Document> = {}): Document => ({
  type: 'document',
  title: 'Protocol',
  lang: 'nl',
  properties: { author: 'Stichting Voorbeeld', date: '2025-03-01' },
  brand: BRAND,
  header: '',
  footer: '',
  pageNumber: '{page}/{pages}',
  orientation: 'portrait',
  attachments: [],
  children,
  ...over,
})

/** The PDF of a document of which nothing needed saying. */
export async function pdf(source: Document): Promise<Uint8Array> {
  const { value, messages } = await renderPdf(source, { fonts })
  if (messages.length > 0) throw new Error(messages.map(inEnglish).join('\n'))
  return value
}

/** The words of a document as a reader should meet them: labels before their texts, a note right after its mark. */
export function wordsOf(blocks: readonly DocBlock[]): string {
  return blocks.map(blockWords).join(' ').replace(/\s+/g, ' ').trim()
}

function blockWords(block: DocBlock): string {
  switch (block.type) {
    case 'heading':
      return `${block.label ?? ''} ${inlineWords(block.content)}`
    case 'paragraph':
      return inlineWords(block.content)
    case 'list':
      return block.items.map(({ label, children }) => `${label} ${wordsOf(children)}`).join(' ')
    case 'table':
      return [
        inlineWords(block.caption ?? []),
        ...[...block.head, ...block.body].flatMap(({ cells }) => cells.map(({ children }) => wordsOf(children))),
      ].join(' ')
    case 'quote':
    case 'division':
      return wordsOf(block.children)
    case 'verbatim':
      return block.value
    case 'cover':
      return [block.title, block.subtitle, block.organisation, ...block.facts.map(({ name, value }) => `${name} ${value}`)].join(
        ' ',
      )
    default:
      return ''
  }
}

function inlineWords(content: readonly DocInline[]): string {
  return content
    .map((node) => {
      if (node.type === 'text' || node.type === 'code') return node.value
      if (node.type === 'break') return ' '
      if (node.type === 'footnote') return `${node.number} ${node.number} ${wordsOf(node.children)} `
      return inlineWords(node.children)
    })
    .join('')
}

/** Words without meaning, the same for the same number. */
export function prose(words: number, seed = 1): string {
  const vocabulary =
    'de school legt aan ouders uit hoe zij gegevens van leerlingen bewaart en wanneer toestemming nodig is'.split(' ')
  let state = seed
  const next = (): string => {
    state = (state * 48271) % 2147483647
    return vocabulary[state % vocabulary.length] as string
  }
  return Array.from({ length: words }, next).join(' ')
}
