import type { FootnoteDefinition } from 'mdast'
import { type Message, maximum } from '../../model/index.js'
import type { Document, Heading, Wording } from '../../present/index.js'

/** What rendering knows of the whole document, and what it gathers. One context belongs to one call. */
export class MarkdownContext {
  readonly notes: FootnoteDefinition[] = []
  readonly messages: Message[] = []
  readonly headings: readonly Heading[]
  /** Every id in the document. */
  readonly ids: ReadonlySet<string>
  private readonly targets: Set<string>
  private readonly names = new Set<string>()

  constructor(
    document: Document,
    readonly say: Wording,
  ) {
    const nodes = [...inside(document.children)]
    const texts = (key: 'id' | 'target') => nodes.flatMap((node) => (typeof node[key] === 'string' ? [node[key]] : []))
    this.ids = new Set(texts('id'))
    this.targets = new Set(texts('target'))
    this.headings = nodes.filter((node): node is typeof node & Heading => node.type === 'heading')
    const depth = Math.max(0, maximum(nodes.filter((node) => node.type === 'contents').map((node) => Number(node.depth))))
    for (const { id, listed, level } of this.headings) if (id !== undefined && listed && level <= depth) this.targets.add(id)
  }

  /** True once for each id that a link asks for: only there an anchor is worth its noise. */
  takeAnchor(id: string | undefined): boolean {
    return id !== undefined && this.targets.delete(id)
  }

  noteName(number: number): string {
    let name = String(number)
    for (let next = 2; this.names.has(name); next += 1) name = `${number}-${next}`
    this.names.add(name)
    return name
  }
}

type Node = Readonly<Record<string, unknown>>

/** Every node at or below a value of the tree, parents first. */
function* inside(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const entry of value) yield* inside(entry)
  else if (typeof value === 'object' && value !== null) {
    yield value as Node
    yield* inside(Object.values(value))
  }
}

/** Whether the words of a block themselves show what was inserted or deleted. */
export function showsChange(block: object): boolean {
  for (const node of inside(block)) if (node.type === 'insertion' || node.type === 'deletion') return true
  return false
}
