import { bookmarkName, type Message } from '../../model/index.js'
import type { Document } from '../../present/index.js'
import { WordNumbering } from './numbering.js'
import { References } from './references.js'
import { isGone, type Revision } from './revision.js'
import { type Properties, piecesIn, Story } from './story.js'
import { type Attributes, element, w } from './xml.js'

type PartName = 'document' | 'footnotes'

/**
 * LibreOffice takes changes of one author within a minute that touch each other for one, and undone as one they join paragraphs that were
 * apart: what changes in a paragraph and in the next one must not have the same time. Around noon the day is the same nearly everywhere.
 */
const TIMES = ['12:00', '12:05'] as const

/**
 * What rendering the body gathers for the rest of the file: revisions, bookmarks, footnotes, addresses and messages. One context belongs
 * to one call.
 */
export class WordContext implements Properties {
  readonly messages: Message[] = []
  readonly numbering: WordNumbering
  readonly references: References
  readonly footnotes: string[] = []
  readonly links: Record<PartName, Map<string, number>> = { document: new Map(), footnotes: new Map() }
  /** The part being written: addresses are kept per part. */
  part: PartName = 'document'
  /** Properties of paragraphs, by the places left for them. */
  readonly properties: string[] = []
  story = new Story(this)
  /** All that is tracked as gone, and as new, piece by piece. */
  readonly gone = new Set<string>()
  readonly come = new Set<string>()
  revisions = 0
  /** Which of the two times of the day changes are dated at. */
  time = 0
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
    this.numbering = new WordNumbering(document)
    this.references = new References(document.children, this.numbering)
  }

  /** Attributes of a new tracked change. */
  revision(): Attributes {
    this.revisions += 1
    const date = this.date === undefined ? {} : { date: `${this.date}T${TIMES[this.time]}:00Z` }
    return { id: this.nextId(), author: this.author, ...date }
  }

  /** To be called where a paragraph begins. */
  nextTime(): void {
    this.time = 1 - this.time
  }

  /** What is written in a part that ends in a paragraph of its own. */
  inStory(write: () => string): string {
    const { story } = this
    this.story = new Story(this)
    const xml = write()
    this.story.close()
    this.story = story
    return xml
  }

  /** The element of a tracked change around its runs. */
  tracked(revision: Revision | undefined, runs: string): string {
    for (const words of revision ? piecesIn(runs) : []) this[isGone(revision) ? 'gone' : 'come'].add(words)
    return revision ? w(revision.kind, this.revision(), runs) : runs
  }

  /** Start and end of the range of a move; both its places carry the same name. */
  moveRange(kind: 'moveFrom' | 'moveTo', move: string): readonly [start: string, end: string] {
    const number = this.moves.get(move) ?? this.moves.size + 1
    this.moves.set(move, number)
    const { id, ...by } = this.revision()
    return [w(`${kind}RangeStart`, { id, ...by, name: `move${number}` }), w(`${kind}RangeEnd`, { id })]
  }

  /** A bookmark for a clause around its words, which goes with them where somebody types in front; none for an id that was marked before. */
  bookmark(id: string | undefined, inside = ''): string {
    if (id === undefined || this.bookmarks.has(id)) return inside
    this.bookmarks.add(id)
    const number = this.nextId()
    const name = bookmarkName(id)
    if (name !== id) this.fullIds.set(name, id)
    return w('bookmarkStart', { id: number, name }) + inside + w('bookmarkEnd', { id: number })
  }

  /** The relationship that leads to an address. */
  address(url: string): string {
    const links = this.links[this.part]
    const number = links.get(url) ?? links.size + 1
    links.set(url, number)
    return `link${number}`
  }

  relationships(name: PartName): string {
    return [...this.links[name]]
      .map(([url, number]) =>
        element('Relationship', {
          Id: `link${number}`,
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
