import {
  append,
  type Block,
  type Inline,
  type Item,
  NO_ATTRIBUTES,
  noteMarks,
  type Paragraph,
  type Policy,
  type Section,
} from '../model/index.js'
import { editFrontMatter, nestSections, proposeIds, readPolicy, writePolicy } from '../read/index.js'
import type { Imported } from './types.js'

/** What a person made of a clause of an imported text. */
export interface Correction {
  /** `words`: it says these, several where a new one begins; `joined`: it goes on from the clause before it; the others say what it is. */
  readonly as: 'words' | 'joined' | 'heading' | 'paragraph'
  /** Of `words`: the first keeps the id. */
  readonly words?: readonly string[]
}

/** What a person said of an imported text: of clauses by id, and of facts of its cover, where an empty one goes. */
export interface Corrections {
  readonly clauses: ReadonlyMap<string, Correction>
  readonly facts: Readonly<Record<string, string>>
}

/**
 * An imported text as a person corrected it. Ids stay with the first of what they stood at, and a new clause gets one. What a clause cannot be
 * (`canBe`) it is not made.
 */
export function corrected(imported: Imported, { clauses, facts }: Corrections): Imported {
  const edits = Object.entries(facts).map(([key, value]) => ({ path: [key] as const, value: value === '' ? undefined : value }))
  if (clauses.size === 0 && edits.length === 0) return imported
  const { policy } = imported
  const children = nestSections(correctBlocks(policy.children.flatMap(flattened), clauses))
  const yaml = editFrontMatter(policy.yaml, edits) ?? policy.yaml
  const draft = readPolicy(writePolicy({ yaml, children, notes: policy.notes }), policy.file).value
  const markdown = writePolicy(proposeIds(draft))
  return { ...imported, markdown, policy: readPolicy(markdown, policy.file).value }
}

/** What each clause of a text can be made, by its id. */
export function canBe(policy: Policy): ReadonlyMap<string, readonly Correction['as'][]> {
  const found = new Map<string, readonly Correction['as'][]>()
  const note = (id: string | undefined, ways: readonly (Correction['as'] | false)[]) => {
    if (id !== undefined)
      found.set(
        id,
        ways.filter((way) => way !== false),
      )
  }
  // Words that are typed anew would leave a note's text without its mark.
  const words = (node: Worded) => noteMarks(node).length === 0 && 'words'
  const visit = (blocks: readonly Block[], isTop: boolean): void => {
    for (const [at, block] of blocks.entries()) {
      const before = blocks[at - 1]
      const joins = before?.type === 'paragraph' || before?.type === 'list'
      if (block.type === 'section') note(block.attributes.id, [words(block), 'paragraph'])
      if (block.type === 'paragraph') note(block.attributes.id, [words(block), joins && 'joined', isTop && 'heading'])
      if (block.type === 'quote') visit(block.children, false)
      if (block.type !== 'list') continue
      for (const [index, item] of block.items.entries()) {
        note(item.attributes.id, [words(item), (index > 0 || before?.type === 'paragraph') && 'joined'])
        visit(item.children, false)
      }
    }
  }
  visit(policy.children.flatMap(flattened), true)
  return found
}

/** Headings and blocks in a row, as they stand in the file. */
const flattened = (block: Block): readonly Block[] =>
  block.type === 'section' ? [{ ...block, children: [] }, ...block.children.flatMap(flattened)] : [block]

type Wanted = Corrections['clauses']
type Worded = Paragraph | Section | Item

function correctBlocks(blocks: readonly Block[], wanted: Wanted): readonly Block[] {
  const made: Block[] = []
  // As which heading a paragraph stands that becomes one: beside those of its section.
  let depth = 1
  for (const block of blocks) {
    const before = made.at(-1)
    switch (block.type) {
      case 'section': {
        depth = block.depth
        const [first, ...others] = worded(block, wanted)
        const plain = wanted.get(block.attributes.id ?? '')?.as === 'paragraph'
        append(made, [plain && first ? asParagraph(first) : (first ?? block), ...others.map(asParagraph)])
        break
      }
      case 'paragraph': {
        const as = wanted.get(block.attributes.id ?? '')?.as
        const joined = as === 'joined' ? withJoined(before, block) : undefined
        if (joined) made[made.length - 1] = joined
        else if (as === 'heading') made.push({ ...block, type: 'section', depth, children: [] })
        else append(made, worded(block, wanted))
        break
      }
      case 'list': {
        const [head, ...items] = block.items
        const goesOn = head && wanted.get(head.attributes.id ?? '')?.as === 'joined' && before?.type === 'paragraph'
        if (goesOn) made[made.length - 1] = { ...before, content: together(before.content, head.content) }
        const left = goesOn ? [...head.children, ...(items.length > 0 ? [{ ...block, items }] : [])] : [block]
        for (const each of left) made.push(each.type === 'list' ? { ...each, items: correctItems(each.items, wanted) } : each)
        break
      }
      case 'quote':
        made.push({ ...block, children: correctBlocks(block.children, wanted) })
        break
      default:
        made.push(block)
    }
  }
  return made
}

function correctItems(items: readonly Item[], wanted: Wanted): readonly Item[] {
  const made: Item[] = []
  for (const item of items) {
    const own = { ...item, children: correctBlocks(item.children, wanted) }
    const before = made.at(-1)
    if (before && wanted.get(item.attributes.id ?? '')?.as === 'joined') made[made.length - 1] = joinedItem(before, own)
    else append(made, worded(own, wanted))
  }
  return made
}

/** A clause that says what was typed: several where a new one begins, what stands in it with the last. */
function worded<T extends Worded>(node: T, wanted: Wanted): readonly T[] {
  const { as, words = [] } = wanted.get(node.attributes.id ?? '') ?? {}
  if (as !== 'words' || words.length === 0) return [node]
  return words.map((value, at) => ({
    ...node,
    content: [{ type: 'text', value }],
    ...(at === 0 ? {} : { attributes: NO_ATTRIBUTES }),
    ...('children' in node && at < words.length - 1 ? { children: [] } : {}),
  }))
}

function withJoined(before: Block | undefined, { content }: Paragraph): Block | undefined {
  if (before?.type === 'paragraph') return { ...before, content: together(before.content, content) }
  const last = before?.type === 'list' ? before.items.at(-1) : undefined
  if (before?.type !== 'list' || !last) return undefined
  return { ...before, items: [...before.items.slice(0, -1), { ...last, content: together(last.content, content) }] }
}

const joinedItem = (before: Item, { content, children }: Item): Item => ({
  ...before,
  content: together(before.content, content),
  children: [...before.children, ...children],
})

const together = (one: readonly Inline[], other: readonly Inline[]): readonly Inline[] => [
  ...one,
  { type: 'text', value: ' ' },
  ...other,
]

const asParagraph = ({ attributes, place, content }: Worded): Paragraph => ({ type: 'paragraph', attributes, place, content })
