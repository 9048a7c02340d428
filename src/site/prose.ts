import { type DocBlock, type DocInline, text } from '../present/index.js'
import { relativeTo } from './addresses.js'

/** Links of a page to addresses of the site. */
export const linksFrom =
  (page: string) =>
  (target: string, words: string): DocInline => ({ type: 'link', url: relativeTo(page, target), children: [text(words)] })

/** A list of a line each. */
export const listOf = (lines: readonly (readonly DocInline[])[]): DocBlock => ({
  type: 'list',
  ordered: false,
  items: lines.map((content) => ({ type: 'item', label: '•', children: [{ type: 'paragraph', content }] })),
})

/** Several links or words in one line. */
export const inLine = (parts: readonly DocInline[]): readonly DocInline[] =>
  parts.flatMap((each, index) => (index === 0 ? [each] : [text(' · '), each]))
