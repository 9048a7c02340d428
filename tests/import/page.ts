import type { Imported } from '../../src/import/index.js'
import type { Block, Inline, List } from '../../src/model/index.js'
import { type Resolved, resolve } from '../../src/resolve/index.js'

const TYPES: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/^\d/, '1'],
  [/^[ivx]+$/, 'i'],
  [/^[IVX]+$/, 'I'],
  [/^[A-Z]$/, 'A'],
  [/^[a-z]$/, 'a'],
]
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A document as a page: what it says about itself, then its clauses, its numbers typed or counted as sites do. Its notes are left out. */
export function pageOf({ policy, receipt }: Imported): string {
  const { value } = resolve(policy)
  const first = receipt.fragments.findIndex(({ clause }) => clause !== undefined)
  const last = receipt.fragments.findLastIndex(({ clause }) => clause !== undefined)
  const facts = (fragments: typeof receipt.fragments): string =>
    fragments
      .filter(({ fate }) => fate === 'metadata')
      .map(({ text, reason }) => {
        if (reason === 'title') return `<h1>${escape(text)}</h1>`
        if (reason !== 'approvals') return `<p>${escape(text)}</p>`
        const rows = text.split('\n').map(
          (row) =>
            `<tr>${row
              .split('\t')
              .map((cell) => `<td>${escape(cell)}</td>`)
              .join('')}</tr>`,
        )
        return `<table border="1">${rows.join('')}</table>`
      })
      .join('\n')
      .replace(/<\/table>\n<table[^>]*>/g, '')
  const body = policy.children.map((block) => toPage(block, value)).join('\n')
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${escape(policy.metadata.title)}</title><style>body{font:11pt/1.35 "Liberation Sans",sans-serif} table{border-collapse:collapse} td{padding:3pt} @page{size:A4;margin:25mm}</style></head><body>
${facts(receipt.fragments.slice(0, first))}\n${body}\n${facts(receipt.fragments.slice(last + 1))}</body></html>`
}

function toPage(block: Block, policy: Resolved): string {
  const words = (content: readonly Inline[]) => escape(printed(content, policy))
  const inside = (blocks: readonly Block[]) => blocks.map((child) => toPage(child, policy)).join('\n')
  switch (block.type) {
    case 'section': {
      const label = policy.byId.get(block.attributes.id ?? '')?.label
      const level = block.depth + 1
      return `<h${level}>${label === undefined ? '' : `${label}. `}${words(block.content)}</h${level}>\n${inside(block.children)}`
    }
    case 'paragraph':
      return `<p>${words(block.content)}</p>`
    case 'list': {
      const items = block.items.map(
        (item) => `<li${valueOf(block, item, policy)}>${words(item.content)}${inside(item.children)}</li>`,
      )
      return block.ordered ? `<ol type="${typeOf(block, policy)}">${items.join('\n')}</ol>` : `<ul>${items.join('\n')}</ul>`
    }
    case 'table':
      return `<table border="1">${block.rows.map(({ cells }) => `<tr>${cells.map((cell) => `<td>${words(cell)}</td>`).join('')}</tr>`).join('\n')}</table>`
    default:
      throw new Error(`A ${block.type} is written by no original`)
  }
}

const labelOf = (item: List['items'][number] | undefined, policy: Resolved): string =>
  policy.byId.get(item?.attributes.id ?? '')?.label ?? ''

const typeOf = (list: List, policy: Resolved): string => {
  const label = labelOf(list.items[0], policy)
  return TYPES.find(([pattern]) => pattern.test(label))?.[1] ?? '1'
}

/** The place of a letter that the list skips to. */
function valueOf(list: List, item: List['items'][number], policy: Resolved): string {
  const label = labelOf(item, policy)
  return list.ordered && typeOf(list, policy) === 'a' ? ` value="${label.charCodeAt(0) - 96}"` : ''
}

/** Words as a reader sees them: a reference is the number it leads to. */
function printed(content: readonly Inline[], policy: Resolved): string {
  return content
    .map((inline): string => {
      if (inline.type === 'link' && inline.children.length === 0) return policy.byId.get(inline.url.slice(1))?.number ?? ''
      if ('children' in inline) return printed(inline.children as Inline[], policy)
      return 'value' in inline ? inline.value : ''
    })
    .join('')
}
