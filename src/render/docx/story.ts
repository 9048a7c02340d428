import { isGone, type Revision } from './revision.js'
import { type Attributes, w } from './xml.js'

/** A paragraph of a story as it stands in either version, and what is tracked of its end. */
export interface StoryParagraph {
  /** Style, numbering and indents as XML: in the new version, and in the old one. */
  readonly now: string
  readonly was: string
  /** What became of its end: with it, the paragraph runs on into the next one. */
  readonly end?: Revision | undefined
  /** Whether all its words came or went with the end. */
  readonly whole: boolean
  /** Whether changes of several kinds make up the whole. */
  readonly mixed: boolean
  /** Its words, and those of each of its runs. */
  readonly pieces: readonly string[]
  /** Whether the first footnote of the file is marked in it. */
  readonly firstNote: boolean
}

interface Held extends StoryParagraph {
  readonly slot: number
  readonly time: number
}

type Side = 'now' | 'was'

/** Where the properties of paragraphs are written, and how a change of them is signed. */
export interface Properties {
  readonly properties: string[]
  time: number
  readonly gone: ReadonlySet<string>
  readonly come: ReadonlySet<string>
  revision(): Attributes
}

/**
 * The paragraphs of the body, of a cell or of a note, held until it is known what follows them: a place is left for the properties of each.
 *
 * The last paragraph of a story cannot go. Where the last ones came or went, the ends in front of them are tracked instead of their own, as
 * Word does when somebody types on at the end of a text. LibreOffice does not read what is tracked of the end of the paragraph with the
 * first footnote, nor joins a paragraph with a table: there, too, the ends in front stand in.
 */
export class Story {
  /** Nothing where a table stands. */
  readonly #lines: (Held | undefined)[] = []

  constructor(private readonly context: Properties) {}

  /** The place of a paragraph's properties. */
  line(line: StoryParagraph): string {
    const { context } = this
    const slot = context.properties.push('') - 1
    this.#lines.push({ ...line, slot, time: context.time })
    return `${MARK}${slot}${MARK}`
  }

  table(): void {
    this.#lines.push(undefined)
  }

  /** Writes the properties of all paragraphs. */
  close(): void {
    const held = this.#lines
    const fixed = held.flatMap((line, at) => (line && (line.firstNote || !held[at + 1]) ? [at] : []))
    const lines = [...held]
    for (const at of fixed) withoutEnd(lines, at)
    const next = nextOnes(lines)
    lines.forEach((line, at) => {
      if (!line) return
      this.context.time = line.time
      this.context.properties[line.slot] = this.#properties(this.#inPieces(line) ? asNext(line, next[at]) : line)
    })
  }

  /** LibreOffice takes words that went here and came there for moved, and their end for another change. */
  #inPieces({ whole, mixed, end, pieces }: StoryParagraph): boolean {
    const others = isGone(end) ? this.context.come : this.context.gone
    return mixed || (whole && pieces.some((words) => others.has(words)))
  }

  #properties({ now, was, end }: StoryParagraph): string {
    const { context } = this
    return w(
      'pPr',
      {},
      now,
      end ? w('rPr', {}, w(end.kind, context.revision())) : '',
      now === was ? '' : w('pPrChange', context.revision(), w('pPr', {}, was)),
    )
  }
}

// No text can hold it, so that it marks a place.
const MARK = '\u0000'
const PLACES = new RegExp(`${MARK}(\\d+)${MARK}`, 'g')

/** The same XML with the properties that were left open. */
export const filled = (xml: string, properties: readonly string[]): string =>
  xml.replace(PLACES, (_, slot) => properties[Number(slot)] ?? '')

/** Puts something at the start of the first paragraph of XML; undefined where none stands first. */
export function atStart(xml: string, added: string): string | undefined {
  const [place, paragraph] = [new RegExp(`^<w:p>(${MARK}\\d+${MARK})`), xml]
  return place.test(paragraph) ? paragraph.replace(place, (all) => all + added) : undefined
}

/** The words of XML and those of each of its runs, without the spaces around them. */
export const piecesIn = (xml: string): readonly string[] =>
  [xml, ...xml.split('</w:r>')].map((part) => part.replace(/<[^>]*>/g, '').trim()).filter((words) => words !== '')

/** In which versions a paragraph has words. */
const stands = ({ whole, end }: StoryParagraph, side: Side): boolean => !whole || isGone(end) === (side === 'was')

/** A move as what it does in its place: LibreOffice knows that an end moved only between the marks of the move, and only where there is no link. */
export const plain = (end: Revision | undefined): Revision | undefined => end && { kind: isGone(end) ? 'del' : 'ins' }

/** Tracks the ends before the last line instead of its own, from the line that stays. */
function withoutEnd(lines: (Held | undefined)[], last: number): void {
  let kept = last
  while (lines[kept]?.whole) kept--
  const stays = lines[kept]
  if (kept === last || !stays || stays.end) return
  let { now, was } = stays
  for (let at = kept; at <= last; at++) {
    const line = lines[at] as Held
    const end = at < last ? plain(lines[at + 1]?.end) : undefined
    if (at > kept && stands(line, 'now')) now = line.now
    if (at > kept && stands(line, 'was')) was = line.was
    lines[at] = { ...line, now, was, end, mixed: false, whole: false }
  }
}

/** The paragraph that is the next one in either version, before a table. */
type Next = { readonly [side in Side]?: Held | undefined }

/** What follows each line. */
function nextOnes(lines: readonly (Held | undefined)[]): readonly Next[] {
  const all: Next[] = []
  let next: Next = {}
  for (let at = lines.length - 1; at >= 0; at--) {
    all[at] = next
    const line = lines[at]
    next = line ? { now: stands(line, 'now') ? line : next.now, was: stands(line, 'was') ? line : next.was } : {}
  }
  return all
}

/**
 * A paragraph that goes in several pieces leaves its properties to the next one in LibreOffice, where Word gives it its own. It takes those
 * of the next one beforehand.
 */
function asNext(line: Held, following: Next | undefined): Held {
  const side: Side = isGone(line.end) ? 'now' : 'was'
  const next = following?.[side]
  return next ? { ...line, [side]: next[side] } : line
}
