import { blockText, printedWords, type Source, textOf } from '../blocks/index.js'
import { clauses, eachInline, type Inline, inlinesOf, isReference, type Note, type Policy } from '../model/index.js'
import type { Piece } from '../pieces/index.js'
import { isClause } from './outline/build.js'
import type { Fragment } from './types.js'

/** The pieces whose words the policy, as read back from its file, does not hold one by one and in order. */
export function differences(policy: Policy, pieces: readonly Piece[], printed: ReadonlyMap<Piece, readonly string[]>): Piece[] {
  const found = clauses(policy).flatMap(({ node }) => (node.type === 'note' ? [] : [node]))
  const expected = pieces.filter(isClause)
  const notes = new Map(policy.notes.map((note) => [note.name, note]))
  if (found.length !== expected.length) {
    const wrong = expected.findIndex((piece, i) => !holds(found[i], piece, printed))
    return wrong < 0 ? expected.slice(-1) : expected.slice(wrong)
  }
  return [
    ...expected.filter((piece, i) => !holds(found[i], piece, printed)),
    ...pieces.filter((piece) => piece.role === 'note' && !isNoted(notes.get(piece.blocks[0]?.note ?? ''), piece, printed)),
  ]
}

type Node = Exclude<ReturnType<typeof clauses>[number]['node'], Note>

function holds(node: Node | undefined, piece: Piece, printed: ReadonlyMap<Piece, readonly string[]>): boolean {
  if (node === undefined) return false
  const marks = [...(printed.get(piece) ?? [])]
  const words =
    node.type === 'verbatim'
      ? printedWords(node.value)
      : inlinesOf(node).flatMap((content) => printedWords(textOf(asPrinted(content, marks))))
  return (
    same(
      words,
      piece.rows ? piece.rows.flat().flatMap((cell) => printedWords(textOf(cell))) : printedWords(textOf(piece.content)),
    ) && sameMarks(node, piece)
  )
}

function isNoted(note: Note | undefined, piece: Piece, printed: ReadonlyMap<Piece, readonly string[]>): boolean {
  const [block] = note?.children ?? []
  return note?.children.length === 1 && block?.type === 'paragraph' && holds(block, piece, printed)
}

/** Links without words of their own stand for the number the source printed. */
function asPrinted(content: readonly Inline[], marks: string[]): Inline[] {
  return content.map((inline): Inline => {
    if (isReference(inline)) return { type: 'text', value: marks.shift() ?? '' }
    if ('children' in inline) return { ...inline, children: asPrinted(inline.children as Inline[], marks) } as Inline
    return inline
  })
}

function sameMarks(node: Node, piece: Piece): boolean {
  const names = (contents: readonly (readonly Inline[])[]) => {
    const found: string[] = []
    for (const content of contents)
      eachInline(content, (inline) => inline.type === 'footnoteReference' && found.push(inline.identifier))
    return found
  }
  return same(names(inlinesOf(node)), names(piece.rows ? piece.rows.flat() : [piece.content]))
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((word, i) => word === b[i])

export interface Accounted {
  readonly piece: Piece
  readonly fragment: Fragment
}

/** Every block of the source with its fate, in the order of the source. */
export function toFragments(pieces: readonly Piece[], source: Source): Accounted[] {
  const order = new Map(source.blocks.map((block, i) => [block, i]))
  const found: (Accounted & { at: number })[] = []
  for (const piece of pieces) {
    for (const [i, block] of piece.blocks.entries()) {
      const goesOn = i > 0 && piece.role !== 'table' && piece.role !== 'metadata'
      const reason = piece.reason ?? (goesOn ? 'goes on' : undefined)
      const fragment = {
        line: block.line,
        ...(block.page === undefined ? {} : { page: block.page }),
        text: blockText(block),
        fate: fateOf(piece),
        ...(piece.id === undefined ? {} : { clause: piece.id }),
        ...(reason === undefined ? {} : { reason }),
      }
      // The rows of a table that became items stand where the table stood.
      found.push({ piece, fragment, at: order.get(block) ?? found.at(-1)?.at ?? 0 })
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

function fateOf({ role }: Piece): Fragment['fate'] {
  if (role === 'heading' || role === 'metadata' || role === 'dropped') return role
  return 'clause'
}
