import { isLightWord } from '../language/index.js'
import {
  type Block,
  type Clause,
  clauses,
  eachInline,
  ID,
  type Item,
  inlinesOf,
  LONGEST_BOOKMARK,
  type Policy,
  plainText,
} from '../model/index.js'

// Three words say what a clause is about; with more than six an id is a sentence.
const ID_WORDS = 3
const MOST_ID_WORDS = 6

/**
 * Fills in the ids that are missing. An id is made of the first words of a clause that mean something (`foto-toestemming-ouders`), gets
 * more of its words where another clause has it already, then the id of its section, and a number when words do not help. An id that stands is never changed,
 * and the same words give the same ids. Notes have a name instead of an id. `takes` tells which nodes get the id that was found, `used` which ids
 * other clauses had that are gone: none is given again.
 */
export function proposeIds(
  policy: Policy,
  takes: (node: unknown) => boolean = () => true,
  used: ReadonlySet<string> = new Set(),
): Policy {
  const all = clauses(policy)
  const taken = new Set([...used, ...all.flatMap(({ id }) => (id === undefined ? [] : [id]))])
  const proposed = new Map<unknown, string>()
  const numbers = new Map<string, number>()
  for (const clause of all) {
    // A note has its name; raw HTML has no place for attributes.
    if (clause.kind === 'note' || clause.id !== undefined || isHtml(clause)) continue
    const id = freeId(clause, taken, numbers, (above) => above?.id ?? proposed.get(above?.node))
    taken.add(id)
    proposed.set(clause.node, id)
  }
  for (const node of [...proposed.keys()]) if (!takes(node)) proposed.delete(node)
  return proposed.size === 0 ? policy : { ...policy, children: policy.children.map((block) => withIds(block, proposed)) }
}

const isHtml = ({ node }: Clause): boolean => node.type === 'verbatim' && node.format === 'html'

/** The words of a text as an id: lower-case kebab, stop words left out unless nothing else is there; empty when it has no letters. */
function idWords(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=[a-z])[’'`´](?=[a-z])/gi, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const telling = words.filter((word) => !isLightWord(word))
  const chosen = telling.length > 0 ? telling : words
  const start = chosen.findIndex((word) => /^[a-z]/.test(word))
  return start < 0 ? [] : chosen.slice(start)
}

function freeId(
  clause: Clause,
  taken: ReadonlySet<string>,
  numbers: Map<string, number>,
  idOf: (clause?: Clause) => string | undefined,
): string {
  const words = idWords(definedTerm(clause) ?? plainText(clause.node).slice(0, 2000))
  if (words.length === 0) words.push(clause.kind === 'table' ? 'tabel' : clause.kind === 'section' ? 'deel' : 'bepaling')
  for (let count = Math.min(ID_WORDS, words.length); count <= Math.min(MOST_ID_WORDS, words.length); count++) {
    const id = join(words.slice(0, count))
    if (!taken.has(id)) return id
  }
  const base = join(words.slice(0, ID_WORDS))
  const above = idOf(clause.section)
  const inside = above === undefined ? base : join([above, base])
  if (ID.test(inside) && !taken.has(inside)) return inside
  for (let number = numbers.get(base) ?? 2; ; number++) {
    const id = `${base}-${number}`
    if (taken.has(id)) continue
    numbers.set(base, number + 1)
    return id
  }
}

// The first word always fits; further ones only as long as the id stays readable in a margin or an address.
function join(words: readonly string[]): string {
  let id = (words[0] ?? '').slice(0, LONGEST_BOOKMARK)
  for (const word of words.slice(1)) {
    if (id.length + 1 + word.length > LONGEST_BOOKMARK) break
    id += `-${word}`
  }
  return id
}

function definedTerm({ node }: Clause): string | undefined {
  if (node.type !== 'item') return undefined
  const [first] = inlinesOf(node)[0] ?? []
  if (first?.type !== 'strong') return undefined
  let term = ''
  eachInline(first.children, (inline) => {
    if (inline.type === 'text') term += inline.value
  })
  return idWords(term).length > 0 ? term : undefined
}

function withIds(block: Block, ids: ReadonlyMap<unknown, string>): Block {
  const own = <T extends Exclude<Block, { type: 'list' | 'quote' | 'rule' }> | Item>(node: T): T => {
    const id = ids.get(node)
    return id === undefined ? node : { ...node, attributes: { ...node.attributes, id } }
  }
  const inside = (blocks: readonly Block[]) => blocks.map((child) => withIds(child, ids))
  switch (block.type) {
    case 'section':
      return { ...own(block), children: inside(block.children) }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...own(item), children: inside(item.children) })) }
    case 'quote':
      return { ...block, children: inside(block.children) }
    case 'rule':
      return block
    default:
      return own(block)
  }
}
