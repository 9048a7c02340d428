import { bookmarkMark, type Message } from '../../model/index.js'
import type { Document } from '../../present/index.js'
import { Numbering } from './numbering.js'
import { type Attributes, element, w } from './xml.js'

/** A tracked change of words, of the end of a paragraph or of a row. */
export interface Revision {
  readonly kind: 'ins' | 'del' | 'moveFrom' | 'moveTo'
}

/** Whether the words are there only until the change is accepted. */
export const isGone = (revision: Revision | undefined): boolean => revision?.kind === 'del' || revision?.kind === 'moveFrom'

export type PartName = 'document' | 'footnotes'

/** Word refuses longer names of bookmarks. */
const LONGEST_NAME = 40

/**
 * What rendering the body gathers for the rest of the file: revisions, bookmarks, footnotes, addresses and messages. One context belongs
 * to one call.
 */
export class WordContext {
  readonly messages: Message[] = []
  readonly numbering: Numbering
  readonly footnotes: string[] = []
  readonly links: Record<PartName, string[]> = { document: [], footnotes: [] }
  /** The part being written: addresses are kept per part. */
  part: PartName = 'document'
  revisions = 0
  private ids = 0
  private readonly bookmarks = new Set<string>()
  /** Ids by the bookmarks that stand for them because they are no name for one themselves. */
  readonly fullIds = new Map<string, string>()
  private readonly moves = new Map<string, number>()

  constructor(
    readonly document: Document,
    private readonly author: string,
    private readonly date: string | undefined,
    /** Ids that links may lead to. */
    readonly targets: ReadonlySet<string>,
  ) {
    this.numbering = new Numbering(document)
  }

  /** Attributes of a new tracked change. */
  revision(): Attributes {
    this.revisions += 1
    return { id: this.nextId(), author: this.author, ...(this.date === undefined ? {} : { date: this.date }) }
  }

  /** The element of a tracked change around its runs. */
  tracked(revision: Revision | undefined, ...runs: readonly string[]): string {
    return revision ? w(revision.kind, this.revision(), ...runs) : runs.join('')
  }

  /** Start and end of the range of a move; both its places carry the same name. */
  moveRange(kind: 'moveFrom' | 'moveTo', move: string): readonly [start: string, end: string] {
    const number = this.moves.get(move) ?? this.moves.size + 1
    this.moves.set(move, number)
    const { id, ...by } = this.revision()
    return [w(`${kind}RangeStart`, { id, ...by, name: `move${number}` }), w(`${kind}RangeEnd`, { id })]
  }

  /** A bookmark for a clause; nothing for an id that was marked before. */
  bookmark(id: string | undefined): string {
    if (id === undefined || this.bookmarks.has(id)) return ''
    this.bookmarks.add(id)
    const number = this.nextId()
    const name = bookmarkName(id)
    if (name !== id) this.fullIds.set(name, id)
    return w('bookmarkStart', { id: number, name }) + w('bookmarkEnd', { id: number })
  }

  /** The relationship that leads to an address. */
  address(url: string): string {
    const links = this.links[this.part]
    const known = links.indexOf(url)
    return `link${known >= 0 ? known + 1 : links.push(url)}`
  }

  relationships(name: PartName): string {
    return this.links[name]
      .map((url, i) =>
        element('Relationship', {
          Id: `link${i + 1}`,
          Type: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink',
          Target: url,
          TargetMode: 'External',
        }),
      )
      .join('')
  }

  private nextId(): number {
    this.ids += 1
    return this.ids
  }
}

/** The id itself where Word takes it as a name: a letter first, at most 40 characters. */
export function bookmarkName(id: string): string {
  const name = id.replace(/[^\p{L}\p{N}_-]/gu, '_')
  if (name === id && name.length <= LONGEST_NAME && /^\p{L}/u.test(name)) return name
  const mark = bookmarkMark(id)
  return `${/^\p{L}/u.test(name) ? '' : 'x'}${name.slice(0, LONGEST_NAME - mark.length - 2)}_${mark}`
}

/** Where blocks stand. Lengths are twentieths of a point. */
export interface Surroundings {
  readonly indent: number
  /** The style of plain paragraphs. */
  readonly style: string
  /** That of words and paragraph ends without one of their own. */
  readonly revision?: Revision
  /** Width of the text. */
  readonly width: number
}
