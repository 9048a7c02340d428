import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Language } from '../../../src/model/index.js'
import { createWording, type DocBlock, type DocInline, type DocItem, type Document } from '../../../src/present/index.js'
import { type Layout, type PageOptions, renderHtml } from '../../../src/render/html/index.js'

/** Short ways to write document trees in tests. */

const templates = new URL('../../../templates/', import.meta.url)
const file = (path: string): string => readFileSync(new URL(path, templates), 'utf8')
/** The files of the page with this ending, in order of name, as one text. */
const files = (ending: string): string =>
  readdirSync(new URL('page/', templates))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => file(`page/${name}`))
    .join('')

export const wording = (lang: Language) => createWording((key) => parse(file(`wording/page.${lang}.yaml`))[key])
export const layout: Layout = { page: file('page.hbs'), style: files('.css'), script: files('.js') }

/** Words in which `[was/wordt]` is a deletion and an insertion. */
export function words(source: string): DocInline[] {
  return source.split(/(\[[^\]]*\/[^\]]*\])/).flatMap((part): DocInline[] => {
    const change = /^\[([^\]]*)\/([^\]]*)\]$/.exec(part)
    if (!change) return part === '' ? [] : [text(part)]
    const [, was = '', becomes = ''] = change
    return [
      ...(was === '' ? [] : [{ type: 'deletion', children: [text(was)] } as const]),
      ...(becomes === '' ? [] : [{ type: 'insertion', children: [text(becomes)] } as const]),
    ]
  })
}

export const text = (value: string): DocInline => ({ type: 'text', value })
export const paragraph = (source: string | DocInline[], fields: object = {}): DocBlock => ({
  type: 'paragraph',
  content: typeof source === 'string' ? words(source) : source,
  ...fields,
})
export const heading = (
  level: number,
  label: string | undefined,
  source: string,
  id?: string,
  fields: object = {},
): DocBlock => ({
  type: 'heading',
  level,
  content: words(source),
  listed: true,
  ...(label === undefined ? {} : { label }),
  ...(id === undefined ? {} : { id }),
  ...fields,
})
export const item = (label: string, source: string | readonly DocBlock[], fields: object = {}): DocItem => ({
  type: 'item',
  label,
  children: typeof source === 'string' ? [paragraph(source)] : source,
  ...fields,
})
export const list = (...items: DocItem[]): DocBlock => ({ type: 'list', ordered: items[0]?.label !== '•', items })

export function doc(children: readonly DocBlock[], fields: Partial<Document> = {}): Document {
  return {
    type: 'document',
    title: 'Regeling schoolreizen',
    lang: 'nl',
    properties: { author: 'De Voorbeeldschool', date: '2025-03-01' },
    brand: {
      primary: '#00656b',
      accent: '#f0a202',
      text: '#00656b',
      typeface: 'source-sans',
      scale: 1,
      cover: 'plain',
      page: 'A4',
      margins: { top: 22, right: 20, bottom: 22, left: 22 },
    },
    header: 'De Voorbeeldschool',
    footer: 'Regeling schoolreizen',
    pageNumber: 'Pagina {page} van {pages}',
    orientation: 'portrait',
    attachments: [],
    children,
    ...fields,
  }
}

export const render = (document: Document, options: Partial<PageOptions> = {}) =>
  renderHtml(document, { layout, wording: wording(document.lang), ...options })
