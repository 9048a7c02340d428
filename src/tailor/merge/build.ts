import {
  type Block,
  type ClauseNode,
  canonicalClause,
  type Inline,
  type Item,
  type List,
  mapInlines,
  mapWords,
  type Note,
  type Policy,
  type PolicyBody,
  type Section,
} from '../../model/index.js'
import { marksOf } from './content.js'
import { mergeOrder, type Outline, ROOT } from './outline.js'
import { resultOf, type Step, wayOf } from './step.js'

/** The template's old text, its new one, and ours. */
export type Texts = readonly [base: Policy, theirs: Policy, ours: Policy]

type Outlines = readonly [Outline, Outline, Outline]

/** The merged text, and every block of the three texts in its order. */
export function build(
  texts: Texts,
  outlines: Outlines,
  steps: ReadonlyMap<string, Step>,
): { readonly body: PolicyBody; readonly order: readonly string[] } {
  const parents = parentsOf(outlines, steps)
  const inside = new Map<string, string[]>()
  for (const [key, parent] of parents) inside.set(parent, [...(inside.get(parent) ?? []), key])
  const order: string[] = []
  const marked = new Map<string, Step>()

  const childrenOf = (parent: string): readonly (Block | Item)[] => {
    const members = new Set(inside.get(parent))
    const [o, t, u] = outlines.map(({ children }) => (children.get(parent) ?? []).filter((key) => members.has(key)))
    return mergeOrder(o ?? [], t ?? [], u ?? []).flatMap(made)
  }
  const made = (key: string): readonly (Block | Item)[] => {
    order.push(key)
    const step = steps.get(key)
    const children = childrenOf(key)
    if (!step) return group(key, outlines, children)
    const result = resultOf(step)
    // What stood in a clause that goes takes its place.
    if (!result) return children
    for (const name of marksOf(result)) marked.set(name, step)
    return placed(shaped(result, shapeOf(key, outlines, step)), children)
  }
  const children = withDepths(inOrder(childrenOf(ROOT).flatMap(asBlock)), 0)
  const notes = notesOf(texts, marked)
  return { body: withIds({ children, notes }, steps), order }
}

/** On which side a clause stands where it stands, and is what it is: the side that changed that, ours where both did. */
function sideOf(key: string, outlines: Outlines, step: Step | undefined): 1 | 2 {
  const [o, t, u] = outlines.map(({ places }) => places.get(key))
  if (!t || !u) return t ? 1 : 2
  const stays = step && wayOf(step) === 'keep' && (step.decided !== undefined || step.asks)
  if (stays || !o) return 2
  return o.parent === u.parent && o.node.type === u.node.type ? 1 : 2
}

const shapeOf = (key: string, outlines: Outlines, step: Step): Block | Item | undefined =>
  outlines[sideOf(key, outlines, step)].places.get(key)?.node

/** In what each block stands. Where what both sides moved would stand in itself, all stands where we have it. */
function parentsOf(outlines: Outlines, steps: ReadonlyMap<string, Step>): ReadonlyMap<string, string> {
  const keys = new Set(outlines.flatMap(({ places }) => [...places.keys()]))
  const parentsBy = (side: (key: string) => 0 | 1 | 2) =>
    new Map([...keys].map((key) => [key, outlines[side(key)].places.get(key)?.parent ?? ROOT]))
  const has = (side: 0 | 1 | 2, key: string) => outlines[side].places.has(key)
  const merged = parentsBy((key) => (has(1, key) || has(2, key) ? sideOf(key, outlines, steps.get(key)) : 0))
  const isTree = [...keys].every((key) => {
    const seen = new Set<string>()
    for (let up: string | undefined = key; up !== undefined && up !== ROOT; up = merged.get(up)) {
      if (seen.has(up)) return false
      seen.add(up)
    }
    return true
  })
  return isTree ? merged : parentsBy((key) => (has(2, key) ? 2 : has(1, key) ? 1 : 0))
}

/** A list, a quotation or a rule, as the side that changed it has it. */
function group(key: string, outlines: Outlines, children: readonly (Block | Item)[]): readonly (Block | Item)[] {
  const [o, t, u] = outlines.map(({ places }) => places.get(key)?.node)
  const node = t && u ? (o && like(o) === like(u) ? t : u) : (t ?? u)
  if (!node || (!t !== !u && o)) return node && node.type !== 'rule' && children.length > 0 ? filled(node, children) : []
  return node.type === 'rule' ? [node] : children.length > 0 ? filled(node, children) : []
}

const like = (node: Block | Item): string => (node.type === 'list' ? `${node.ordered} ${node.start}` : node.type)

function filled(node: Block | Item, children: readonly (Block | Item)[]): readonly (Block | Item)[] {
  if (node.type === 'list') return [{ ...node, items: children.flatMap(asItem) }]
  return node.type === 'quote' ? [{ ...node, children: children.flatMap(asBlock) }] : children
}

/** A list holds items: what else comes to stand in one becomes an item. */
const asItem = (node: Block | Item): readonly Item[] => {
  if (node.type === 'item') return [node]
  if (node.type === 'list') return node.items
  const { place } = node
  if (node.type === 'paragraph') return [{ ...node, type: 'item', children: [] }]
  if (node.type === 'section')
    return [{ type: 'item', content: node.content, attributes: node.attributes, place, children: node.children }]
  return [{ type: 'item', content: [], attributes: { classes: [], values: {} }, place, children: [node] }]
}

const asBlock = (node: Block | Item): readonly Block[] =>
  node.type === 'item' ? [{ type: 'list', ordered: false, start: 1, items: [node], place: node.place } satisfies List] : [node]

/** The words of one clause in the form of another: what is an item on one side may be a paragraph on the other. */
function shaped(node: ClauseNode, shape: Block | Item | undefined): ClauseNode {
  if (!shape || shape.type === node.type || !('content' in node) || !('content' in shape))
    return { ...node, ...depthOf(shape) } as ClauseNode
  return { ...shape, content: node.content, attributes: node.attributes } as ClauseNode
}

const depthOf = (shape: Block | Item | undefined) => (shape?.type === 'section' ? { depth: shape.depth } : {})

/** A clause with what stands in it; behind it, where it holds nothing. */
function placed(node: ClauseNode, children: readonly (Block | Item)[]): readonly (Block | Item)[] {
  if (node.type === 'section') return [{ ...node, children: inOrder(children.flatMap(asBlock)) }]
  if (node.type !== 'item') return [node, ...children]
  return [
    { ...node, children: children.flatMap(asBlock).flatMap((child) => (child.type === 'section' ? unheaded(child) : [child])) },
  ]
}

/** In an item there are no headings. */
const unheaded = ({ content, attributes, place, children }: Section): readonly Block[] => [
  { type: 'paragraph', content, attributes, place },
  ...children.flatMap((child) => (child.type === 'section' ? unheaded(child) : [child])),
]

/** In a file everything behind a heading stands under it: what stands under none comes first. */
const inOrder = (blocks: readonly Block[]): readonly Block[] => [
  ...blocks.filter(({ type }) => type !== 'section'),
  ...blocks.filter(({ type }) => type === 'section'),
]

/** Headings deep enough to stand where they stand, and no deeper than the one before them, which would take them in. */
function withDepths(blocks: readonly Block[], above: number): readonly Block[] {
  let before = 6
  return blocks.map((block) => {
    if (block.type !== 'section') return block
    const depth = Math.min(Math.max(block.depth, above + 1), Math.max(before, above + 1), 6)
    before = depth
    const children = withDepths(block.children, depth)
    return { ...block, depth, children }
  })
}

/** The texts of the notes that are marked: of the side whose clause it is; where both are in it, of the side that changed it. */
function notesOf([base, theirs, ours]: Texts, marked: ReadonlyMap<string, Step>): readonly Note[] {
  const named = ({ notes }: Policy) => new Map(notes.map((note) => [note.name, note]))
  const [o, t, u] = [named(base), named(theirs), named(ours)]
  const names = [...new Set([...u.keys(), ...t.keys()])]
  return names.flatMap((name) => {
    const step = marked.get(name)
    if (!step) return []
    const [before, their, own] = [o.get(name), t.get(name), u.get(name)]
    const unchanged = before && own && canonicalClause(before) === canonicalClause(own) && same(before, own)
    const way = wayOf(step)
    return (
      (way === 'template'
        ? (their ?? own)
        : way === 'keep' && step.decided
          ? (own ?? their)
          : unchanged
            ? (their ?? own)
            : (own ?? their)) ?? []
    )
  })
}

const same = (a: Note, b: Note): boolean => JSON.stringify(a.children.map(bare)) === JSON.stringify(b.children.map(bare))
const bare = (block: Block): string =>
  JSON.stringify(block, (key, value) => (key === 'place' || key === 'position' ? undefined : value))

/** References follow an id that the template gave another name. */
function withIds(body: PolicyBody, steps: ReadonlyMap<string, Step>): PolicyBody {
  const renamed = new Map<string, string>()
  for (const step of steps.values()) {
    const [before, now] = [step.ours?.attributes.id, resultOf(step)?.attributes.id]
    if (before !== undefined && now !== undefined && before !== now) renamed.set(`#${before}`, `#${now}`)
  }
  if (renamed.size === 0) return body
  const policy: Policy = { ...body, file: '', yaml: '', metadata: { title: '', status: 'draft', lang: 'nl' } }
  return mapWords(policy, (content) =>
    mapInlines(content, (inline) => {
      const url = inline.type === 'link' ? renamed.get(inline.url) : undefined
      return url === undefined ? [inline] : [{ ...inline, url } as Inline]
    }),
  )
}
