import type { Attributes, Block, Inline, Item, Note, Policy } from './policy.js'

type Json = string | number | boolean | null | readonly Json[]

/**
 * The one encoding of what a policy says: title, parameter values, structure, ids, words. Status, approvals, numbering and every
 * other matter of layout or procedure are outside it. Equality, hashes and decisions look at nothing else. The form is JSON of
 * nested arrays, `[type, …]`, with text in NFC (see `read`) and adjacent texts joined, so that equal policies give equal strings.
 */
export function canonicalPolicy(policy: Pick<Policy, 'metadata' | 'children' | 'notes'>): string {
  const { title, subtitle, parameters = {} } = policy.metadata
  const values = Object.keys(parameters)
    .sort()
    .map((name): Json => [name, JSON.stringify(parameters[name])])
  return JSON.stringify([
    'clausule/canonical@1',
    title,
    subtitle ?? null,
    values,
    policy.children.map(block),
    policy.notes.map(block),
  ])
}

/** The same encoding for one clause without what stands inside it: its kind, id and own words. */
export function canonicalClause(node: Block | Item | Note): string {
  return JSON.stringify(block('items' in node ? { ...node, items: [] } : 'children' in node ? { ...node, children: [] } : node))
}

/** The words of one clause alone, whatever its kind, id and attributes: what a reason is given for. Of no clause, no words. */
export function canonicalWords(node: Block | Item | Note | undefined): string {
  const content = node === undefined ? [] : 'content' in node ? inlines(node.content) : block(node)
  if (node?.type === 'table') return JSON.stringify(node.rows.map((row) => row.cells.map(inlines)))
  if (node?.type === 'verbatim') return JSON.stringify(node.value)
  return JSON.stringify(content)
}

function block(node: Block | Item | Note): Json {
  switch (node.type) {
    case 'section':
      return ['section', node.depth, attributes(node.attributes), inlines(node.content), node.children.map(block)]
    case 'paragraph':
      return ['paragraph', attributes(node.attributes), inlines(node.content)]
    case 'list':
      return ['list', node.ordered, node.start, node.items.map(block)]
    case 'item':
      return ['item', attributes(node.attributes), inlines(node.content), node.children.map(block)]
    case 'table':
      return ['table', attributes(node.attributes), node.rows.map((row) => row.cells.map(inlines))]
    case 'quote':
      return ['quote', node.children.map(block)]
    case 'verbatim':
      return ['verbatim', node.format, attributes(node.attributes), node.value]
    case 'rule':
      return ['rule']
    case 'note':
      return ['note', node.name, node.children.map(block)]
  }
}

function attributes({ id, classes, values }: Attributes): Json {
  return [
    id ?? null,
    [...classes].sort(),
    Object.keys(values)
      .sort()
      .map((key): Json => [key, values[key] ?? '']),
  ]
}

function inlines(content: readonly Inline[]): Json {
  const encoded: Json[] = []
  for (const inline of content) {
    const next = encode(inline)
    const last = encoded.at(-1)
    if (typeof next === 'string' && typeof last === 'string') encoded[encoded.length - 1] = last + next
    else encoded.push(next)
  }
  return encoded
}

function encode(inline: Inline): Json {
  switch (inline.type) {
    case 'text':
      return inline.value
    case 'link':
      return ['link', inline.url, inlines(inline.children)]
    case 'image':
      return ['image', inline.url, inline.alt ?? '']
    case 'footnoteReference':
      return ['note', inline.identifier]
    case 'break':
      return ['break']
    default:
      if ('children' in inline) return [inline.type, inlines(inline.children as Inline[])]
      return [inline.type, 'value' in inline ? inline.value : '']
  }
}
