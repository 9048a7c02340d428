import { type Block, type Clause, clipped, eachInline, type Inline, inlinesOf, type Place } from '../model/index.js'
import { startOf } from './rule.js'

/** A piece of text as it stands in a clause, without markup. */
export interface Text {
  readonly value: string
  readonly clause: Clause
  /** Where a character of the text stands in the file; where the text starts when escapes or line ends make that unknown. */
  readonly placeOf: (offset: number) => Place
  /** The node it is; absent for words of several. */
  readonly inline?: Inline
}

/** All inlines of a clause, parents before their children; of a note, those of its blocks. */
export function inlinesIn(clause: Clause): Inline[] {
  const found: Inline[] = []
  const add = (contents: readonly (readonly Inline[])[]) => {
    for (const content of contents) eachInline(content, (inline) => found.push(inline))
  }
  const visit = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      if (block.type === 'list') {
        for (const item of block.items) {
          add(inlinesOf(item))
          visit(item.children)
        }
      } else if (block.type !== 'rule') {
        if (block.type !== 'quote') add(inlinesOf(block))
        if ('children' in block) visit(block.children)
      }
    }
  }
  if (clause.node.type === 'note') visit(clause.node.children)
  else add(inlinesOf(clause.node))
  return found
}

/** Where an inline stands: in its clause when nothing more is known. */
export function placeOfInline(inline: Inline, clause: Clause): Place {
  const start = inline.position?.start
  const at = startOf(clause)
  return start ? { ...at, line: start.line, column: start.column } : at
}

/** What was made of a list of clauses: many rules ask for the same. */
function remembered<T>(make: (clauses: readonly Clause[]) => Iterable<T>): (clauses: readonly Clause[]) => readonly T[] {
  const known = new WeakMap<readonly Clause[], readonly T[]>()
  return (clauses) => {
    const found = known.get(clauses) ?? [...make(clauses)]
    known.set(clauses, found)
    return found
  }
}

/** The texts of every clause and note, in order; no code. */
export const textsOf = remembered(readTexts)

function* readTexts(clauses: readonly Clause[]): Generator<Text> {
  for (const clause of clauses) {
    for (const inline of inlinesIn(clause)) {
      if (inline.type !== 'text') continue
      const place = placeOfInline(inline, clause)
      const { start, end } = inline.position ?? {}
      const asWritten = start && end && start.line === end.line && end.column - start.column >= inline.value.length
      const exact = asWritten && end.column - start.column - inline.value.length <= 1
      yield {
        value: inline.value,
        clause,
        inline,
        placeOf: (offset) => (exact ? { ...place, column: place.column + offset } : place),
      }
    }
  }
}

/** The whole words of every clause and note that has any, emphasis and links without their marks. */
export const wholeTextsOf = remembered(readSentences)

/** The same one by one, for whoever needs only the first. */
export function* readSentences(clauses: readonly Clause[]): Generator<Text> {
  for (const clause of clauses) {
    const texts = [...readTexts([clause])]
    const starts: number[] = []
    let value = ''
    for (const text of texts) {
      starts.push(value.length)
      value += text.value
    }
    const placeOf = (offset: number): Place => {
      const at = starts.findLastIndex((start) => start <= offset)
      return texts[at]?.placeOf(offset - (starts[at] ?? 0)) ?? startOf(clause)
    }
    if (value !== '') yield { value, clause, placeOf }
  }
}

/** The box a list item starts with where it was meant for a task list: `[ ]` or `[x]`. */
export function boxOf({ node }: Pick<Clause, 'node'>): string | undefined {
  const [first] = node.type === 'item' ? node.content : []
  return first?.type === 'text' ? /^\[[ xX]\](?=\s)/.exec(first.value)?.[0] : undefined
}

/** At most 40 characters on one line, to quote in a message. */
export function clip(text: string): string {
  return clipped(text.replace(/\s+/g, ' ').trim(), 40)
}
