import type { Element } from 'hast'
import type { Brand, Cover, DocBlock, Document } from '../../present/index.js'
import { attributes, type PageContext } from './context.js'
import { type Child, h } from './element.js'
import type { PageFiles } from './page-files.js'

/** The head of the page: mark, organisation, title, facts. Of the document's cover where it has one, else of the document itself. */
export function masthead(document: Document, cover: Cover | undefined, context: PageContext, files: PageFiles): Element {
  const { brand } = document
  const properties = cover ? attributes(cover, context) : {}
  return h(
    'header',
    { ...properties, className: ['masthead', brand.cover] },
    h(
      'div',
      { className: ['inner'] },
      h(
        'div',
        { className: ['sender'] },
        brand.mark && markImage(brand.mark, files.mark),
        h('p', { className: ['organisation'] }, cover?.organisation ?? document.properties.author),
        document.mark === undefined ? undefined : h('p', { className: ['status'] }, document.mark),
      ),
      h('h1', {}, cover?.title ?? document.title),
      ...titleBlock(cover),
    ),
  )
}

/** A cover inside the document, such as that of a second part. */
export function coverBlock(cover: Cover, context: PageContext): Element {
  const depth = context.depthOf(1)
  return h(
    'section',
    { ...attributes(cover, context), className: ['cover', 'new-page'] },
    h('p', { className: ['organisation'] }, cover.organisation),
    h(`h${depth + 1}`, { className: ['level-1'] }, cover.title),
    ...titleBlock(cover),
  )
}

/** The cover that heads the page: the first of the document, if nothing but grouping stands around it. */
export function firstCover(list: readonly DocBlock[]): Cover | undefined {
  for (const block of list) {
    if (block.type === 'cover') return block
    const inside = block.type === 'division' ? firstCover(block.children) : undefined
    if (inside) return inside
  }
  return undefined
}

function titleBlock(cover: Cover | undefined): Child[] {
  if (!cover) return []
  const facts = cover.facts.map(({ name, value }) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))
  return [
    cover.subtitle === undefined ? undefined : h('p', { className: ['subtitle'] }, cover.subtitle),
    facts.length > 0 ? h('dl', { className: ['facts'] }, ...facts) : undefined,
  ]
}

function markImage(mark: NonNullable<Brand['mark']>, address: string | undefined): Element {
  const type = mark.format === 'svg' ? 'image/svg+xml' : 'image/png'
  return h('img', {
    src: address ?? `data:${type};base64,${Buffer.from(mark.bytes).toString('base64')}`,
    alt: mark.alt,
    className: ['mark'],
    // How wide it is for its height is known before it is there: what stands beside it does not move.
    width: Math.round(100 * mark.ratio),
    height: 100,
  })
}
