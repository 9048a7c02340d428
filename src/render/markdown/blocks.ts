import type { BlockContent, ListItem, PhrasingContent, RootContent } from 'mdast'
import { type DocBlock, type DocInline, type DocItem, plainWords } from '../../present/index.js'
import type { MarkdownContext } from './context.js'
import { inlines } from './inlines.js'
import { before, marked, paragraph } from './marks.js'
import { facts, table } from './tables.js'

type Of<T extends DocBlock['type']> = Extract<DocBlock, { type: T }>
type Handlers = { readonly [T in DocBlock['type']]: (block: Of<T>, context: MarkdownContext) => RootContent[] }

const handlers: Handlers = {
  // The title of the document is the only heading of the first rank.
  heading: (block, context) => [
    {
      type: 'heading',
      depth: Math.min(block.level + 1, 6) as 2,
      children: marked(block, context, [...lead(block.label), ...words(block.content, context)]),
    },
  ],
  paragraph: (block, context) => {
    const content = marked(block, context, words(block.content, context))
    return [block.tone === 'warning' ? { type: 'blockquote', children: [paragraph(content)] } : paragraph(content)]
  },
  list: (block, context) => [...before(block, context), ...list(block, context)],
  table: (block, context) => [
    ...before(block, context),
    ...(block.look === 'facts' ? facts(block, context, blocks) : table(block, context, blocks)),
  ],
  quote: (block, context) => [
    ...before(block, context),
    { type: 'blockquote', children: blocks(block.children, context) as BlockContent[] },
  ],
  verbatim: (block, context) => [...before(block, context), { type: 'code', value: block.value }],
  rule: (block, context) => [...before(block, context), { type: 'thematicBreak' }],
  cover: (block, context) => [
    ...before(block, context),
    { type: 'heading', depth: 1, children: [{ type: 'text', value: block.title }] },
    ...(block.subtitle === undefined
      ? []
      : [paragraph([{ type: 'emphasis', children: [{ type: 'text', value: block.subtitle }] }])]),
    paragraph([{ type: 'text', value: block.organisation }]),
    ...factList(block.facts),
  ],
  contents(block, context) {
    const listed = context.headings.filter(({ listed, level }) => listed && level <= block.depth)
    if (listed.length === 0) return []
    return [paragraph([{ type: 'strong', children: [{ type: 'text', value: block.title }] }]), nested(listed)]
  },
  division: (block, context) => [...before(block, context), ...blocks(block.children, context)],
  disclosure: (block, context) => [
    ...before(block, context),
    paragraph([{ type: 'emphasis', children: words(block.summary, context) }]),
    ...blocks(block.children, context),
  ],
}

/** Blocks as mdast, in order. */
export function blocks(list: readonly DocBlock[], context: MarkdownContext): RootContent[] {
  return list.flatMap((block) =>
    (handlers[block.type] as (block: DocBlock, context: MarkdownContext) => RootContent[])(block, context),
  )
}

const words = (nodes: readonly DocInline[], context: MarkdownContext): PhrasingContent[] => inlines(nodes, context, blocks)

/** A printed number in front of its words; a bullet is the list's own. */
const lead = (label: string | undefined): PhrasingContent[] =>
  label !== undefined && /[\p{L}\p{N}]/u.test(label) ? [{ type: 'text', value: `${label} ` }] : []

function list({ items, ordered }: Of<'list'>, context: MarkdownContext): RootContent[] {
  // Markdown has only numbers of its own: any other label stands in the words of its item.
  const first = Number.parseInt(items[0]?.label ?? '', 10)
  const counted = ordered && items.every(({ label }, index) => label === `${first + index}.`)
  const children = items.map((entry) => item(entry, counted ? undefined : entry.label, context))
  return [{ type: 'list', ordered: counted, start: counted ? first : null, spread: false, children }]
}

function item(entry: DocItem, label: string | undefined, context: MarkdownContext): ListItem {
  const [first, ...rest] = entry.children
  const opening = first?.type === 'paragraph' ? first : undefined
  const own = opening ? marked(opening, context, words(opening.content, context)) : []
  const children = [
    paragraph(marked(entry, context, [...lead(label), ...own])),
    ...blocks(opening ? rest : entry.children, context),
  ]
  return { type: 'listItem', spread: false, children: children as BlockContent[] }
}

function factList(entries: Of<'cover'>['facts']): RootContent[] {
  if (entries.length === 0) return []
  const children = entries.map(({ name, value }): ListItem => {
    const content: PhrasingContent[] = [
      { type: 'strong', children: [{ type: 'text', value: `${name}:` }] },
      { type: 'text', value: ` ${value}` },
    ]
    return { type: 'listItem', spread: false, children: [paragraph(content)] }
  })
  return [{ type: 'list', ordered: false, spread: false, children }]
}

function nested(headings: MarkdownContext['headings']): RootContent & { type: 'list' } {
  const groups: { readonly head: (typeof headings)[number]; readonly below: (typeof headings)[number][] }[] = []
  for (const heading of headings) {
    const group = groups.at(-1)
    if (group && heading.level > group.head.level) group.below.push(heading)
    else groups.push({ head: heading, below: [] })
  }
  const children = groups.map(({ head, below }): ListItem => {
    const text: PhrasingContent[] = [{ type: 'text', value: [head.label, plainWords(head.content)].filter(Boolean).join(' ') }]
    const line =
      head.id === undefined ? text : [{ type: 'link' as const, url: `#${encodeURIComponent(head.id)}`, children: text }]
    return {
      type: 'listItem',
      spread: false,
      children: [paragraph(line as PhrasingContent[]), ...(below.length > 0 ? [nested(below)] : [])],
    }
  })
  return { type: 'list', ordered: false, spread: false, children }
}
