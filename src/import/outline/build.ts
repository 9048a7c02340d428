import {
  type Attributes,
  append,
  type Block,
  ID,
  type Inline,
  type Item,
  type List,
  maximum,
  type Note,
  type Place,
} from '../../model/index.js'
import type { Piece } from '../../pieces/index.js'

const PLACE: Place = { line: 1, column: 1 }

type OpenItem = Omit<Item, 'children'> & { children: Block[] }
type OpenList = Omit<List, 'items'> & { items: OpenItem[] }

type Rows = readonly (readonly (readonly Inline[])[])[]

export interface Built {
  readonly children: readonly Block[]
  readonly notes: readonly Note[]
}

/** Whether a piece becomes a clause. `clauses` of the written policy gives them in the same order. */
export const isClause = ({ role }: Piece): boolean =>
  role === 'heading' || role === 'item' || role === 'paragraph' || role === 'table' || role === 'quote' || role === 'verbatim'

/**
 * The blocks of a policy, headings in a row with what follows them. `content` gives the words of a piece as they are to be written, `rows`
 * the cells of a table.
 */
export function build(
  pieces: readonly Piece[],
  content: (piece: Piece) => readonly Inline[],
  rows: (piece: Piece) => Rows = (piece) => piece.rows ?? [],
): Built {
  const children: Block[] = []
  const notes: Note[] = []
  let lists: OpenList[] = []
  const into = (piece: Piece): Block[] => {
    const item = piece.inItem ? lists[Math.min(piece.depth ?? 0, lists.length - 1)]?.items.at(-1) : undefined
    if (!item) lists = []
    return item?.children ?? children
  }
  for (const piece of pieces) {
    const fields = { attributes: attributes(piece), place: PLACE }
    switch (piece.role) {
      case 'heading':
        lists = []
        children.push({ type: 'section', depth: piece.depth ?? 1, content: content(piece), children: [], ...fields })
        break
      case 'item':
        addItem({ type: 'item', content: content(piece), children: [], ...fields }, piece, lists, children)
        break
      case 'paragraph':
        into(piece).push({ type: 'paragraph', content: content(piece), ...fields })
        break
      case 'quote':
        into(piece).push({ type: 'quote', children: [{ type: 'paragraph', content: content(piece), ...fields }], place: PLACE })
        break
      case 'verbatim':
        into(piece).push({ type: 'verbatim', format: 'code', value: piece.text, ...fields })
        break
      case 'table':
        into(piece).push(table(rows(piece), fields))
        break
      case 'note':
        append(notes, note(piece, content(piece)))
    }
  }
  return { children, notes }
}

function addItem(item: OpenItem, piece: Piece, lists: OpenList[], top: Block[]): void {
  const depth = Math.min(piece.depth ?? 0, lists.length)
  const isNew = piece.start !== undefined || lists[depth] === undefined
  lists.length = Math.min(lists.length, isNew ? depth : depth + 1)
  if (isNew) {
    const list: OpenList = { type: 'list', ordered: piece.ordered === true, start: piece.start ?? 1, items: [], place: PLACE }
    ;(lists.at(-1)?.items.at(-1)?.children ?? top).push(list)
    lists.push(list)
  }
  lists.at(-1)?.items.push(item)
}

function attributes(piece: Piece): Attributes {
  return {
    ...(piece.id !== undefined && ID.test(piece.id) ? { id: piece.id } : {}),
    classes: [
      ...(piece.definitions && piece.role === 'heading' ? ['definitions'] : []),
      ...(piece.unnumbered ? ['unnumbered'] : []),
      ...(piece.part?.optional ? ['optional'] : []),
      ...(piece.part?.guidance ? ['guidance'] : []),
    ],
    values: {
      ...(piece.keep === undefined ? {} : { label: piece.keep }),
      ...choice(piece),
    },
  }
}

function choice({ part }: Piece): Attributes['values'] {
  if (part?.when !== undefined) return { when: part.when }
  return part?.variant === undefined ? {} : { variant: part.variant }
}

function table(rows: Rows, fields: { attributes: Attributes; place: Place }): Block {
  const width = maximum(rows.map((row) => row.length))
  return {
    type: 'table',
    align: Array.from({ length: width }, () => null),
    rows: rows.map((row) => ({ cells: Array.from({ length: width }, (_, i) => row[i] ?? []), place: PLACE })),
    ...fields,
  }
}

function note(piece: Piece, content: readonly Inline[]): Note[] {
  const name = piece.blocks[0]?.note
  if (name === undefined) return []
  return [
    {
      type: 'note',
      name,
      children: [{ type: 'paragraph', content, attributes: { classes: [], values: {} }, place: PLACE }],
      place: PLACE,
    },
  ]
}
