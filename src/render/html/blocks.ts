import type { Element, ElementContent } from 'hast'
import type { DocBlock, DocInline, DocItem } from '../../present/index.js'
import { attributes, type Changed, type PageContext } from './context.js'
import { type Child, h } from './element.js'
import { inlines } from './inlines.js'
import { fragment } from './links.js'
import { coverBlock } from './masthead.js'
import { table } from './tables.js'

type Of<T extends DocBlock['type']> = Extract<DocBlock, { type: T }>
type Handlers = { readonly [T in DocBlock['type']]: (block: Of<T>, context: PageContext) => Element[] }

const handlers: Handlers = {
  heading: (block, context) => [heading(block, context)],
  paragraph(block, context) {
    const properties = attributes(block, context)
    if (block.tone) properties.className = [`tone-${block.tone}`]
    const link = typeof properties.id === 'string' ? anchor(properties.id, context) : undefined
    return [h('p', properties, changeTag(block, context), ...words(block.content, context), link)]
  },
  list(block, context) {
    // A list without markers of the browser's loses its role in some of them; our labels are the markers.
    const properties = { ...attributes(block, context), role: 'list', className: ['items'] }
    return [
      ...changeLine(block, context),
      h(
        block.ordered ? 'ol' : 'ul',
        properties,
        block.items.map((entry) => item(entry, context)),
      ),
    ]
  },
  table: (block, context) => [...changeLine(block, context), table(block, context, { blocks, words, changeTag })],
  quote: (block, context) => [
    h('blockquote', attributes(block, context), ...changeLine(block, context), blocks(block.children, context)),
  ],
  verbatim: (block, context) => [...changeLine(block, context), h('pre', attributes(block, context), h('code', {}, block.value))],
  rule: (block, context) => [h('hr', attributes(block, context))],
  cover: (block, context) => [coverBlock(block, context)],
  contents(block, context) {
    // The page has one list of contents, beside the text.
    context.contents ??= { title: block.title, depth: block.depth }
    return []
  },
  division(block, context) {
    const properties = attributes(block, context)
    properties.className = ['division', block.role, ...(block.page === true ? ['new-page'] : [])]
    return [h('section', properties, ...changeLine(block, context), blocks(block.children, context))]
  },
  disclosure: (block, context) => [
    h(
      'details',
      attributes(block, context),
      h('summary', {}, changeTag(block, context), ...words(block.summary, context)),
      blocks(block.children, context),
    ),
  ],
}

/** Blocks as page content, in order. */
export function blocks(list: readonly DocBlock[], context: PageContext): ElementContent[] {
  return list.flatMap((block) => (handlers[block.type] as (block: DocBlock, context: PageContext) => Element[])(block, context))
}

const words = (nodes: readonly DocInline[], context: PageContext): ElementContent[] => inlines(nodes, context, blocks)

function heading(block: Of<'heading'>, context: PageContext): Element {
  const depth = context.depthOf(block.level)
  const properties = attributes(block, context)
  // The contents can only list what they can link to.
  if (block.listed) properties.id ??= context.claim('_heading')
  const id = typeof properties.id === 'string' ? properties.id : undefined
  if (block.listed && id !== undefined) {
    const { level, label, content, lang } = block
    context.entries.push({
      id,
      level,
      content,
      ...(label === undefined ? {} : { label }),
      ...(lang === undefined ? {} : { lang }),
    })
  }
  // The title of the document is the page's h1.
  const rank = depth + 1
  if (rank > 6) properties.ariaLevel = rank
  const labelled = block.label !== undefined
  return h(
    `h${Math.min(rank, 6)}`,
    { ...properties, className: [`level-${Math.min(depth, 6)}`, ...(labelled ? ['labelled'] : [])] },
    labelled ? label(block.label ?? '', id, context) : undefined,
    labelled ? ' ' : undefined,
    h('span', {}, ...words(block.content, context), labelled || id === undefined ? undefined : anchor(id, context)),
    changeTag(block, context),
  )
}

function item(entry: DocItem, context: PageContext): Element {
  const properties = attributes(entry, context)
  const id = typeof properties.id === 'string' ? properties.id : undefined
  const spoken = /[\p{L}\p{N}]/u.test(entry.label)
  const mark = spoken ? label(entry.label, id, context) : h('span', { className: ['label'], ariaHidden: 'true' }, entry.label)
  const children = blocks(entry.children, context)
  const link = spoken || id === undefined ? undefined : anchor(id, context)
  // At the end of its words: on a line of its own it would leave that line empty.
  const words = link && children.find((child) => child.type === 'element' && child.tagName === 'p')
  if (words?.type === 'element') words.children.push(link as Element)
  const body: Child[] = [changeTag(entry, context), ...children, words ? undefined : link]
  return h('li', properties, mark, h('div', { className: ['inside'] }, ...body))
}

/** The printed number, which is also the link to its clause. */
function label(text: string, id: string | undefined, context: PageContext): Element {
  if (id === undefined) return h('span', { className: ['label'] }, text)
  return h('a', { className: ['label'], href: fragment(id), title: context.say('page.anchor') }, text)
}

/** The link to a block that has no number to carry it. Its sign is drawn by the style, so that it is no word of the text. */
function anchor(id: string, context: PageContext): Element {
  const name = context.say('page.anchor')
  return h('a', { className: ['anchor'], href: fragment(id), ariaLabel: name, title: name })
}

/** What became of a block, and what the facets say of it that stand beside a change: "gewijzigd · zelf lezen". */
function changeTag({ change, facets }: Changed, context: PageContext): Element | undefined {
  if (change === undefined) return undefined
  const words = [context.say(`page.change.${change}`), ...context.beside(facets)]
  return h('span', { className: ['change'] }, words.join(' · '))
}

const changeLine = (changed: Changed, context: PageContext): Element[] => {
  const tag = changeTag(changed, context)
  return tag ? [h('p', { className: ['change-line'] }, tag)] : []
}
