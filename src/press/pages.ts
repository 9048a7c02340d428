import type { NoteFlow, Slab } from './set.js'
import { divide, heightOf, notesOf, type PlacedSlab } from './slab.js'

export interface PageLayout {
  readonly bare: boolean
  readonly placed: PlacedSlab[]
  /** Notes and parts of notes at the foot. */
  readonly foot: PlacedSlab[]
}

interface PageRoom {
  readonly top: number
  readonly bottom: number
  /** Above the notes: room for the rule that parts them from the text. */
  readonly separator: number
}

/** Slabs of notes that still want a place, in order. */
type Pending = { readonly slab: Slab; readonly first: boolean }[]

/** Share of the page that may stay empty at its foot before a row is divided. */
const EMPTY = 0.3
/** Share of the page that stays empty at its foot rather than that a small table is parted. */
const HOLE = 0.12

/** Up to how many lines set small are too few to have a page to themselves. */
const FEW = 2

/** Share of the page that must be left of it for the next page. */
const REST = 0.15

/** Share of the page that the start of a row is worth. */
const START = 0.25

/** Share of the page from which on it counts as filled. */
const FULL = 0.5

/** Above the first slab of a further note on the same page. */
const BETWEEN_NOTES = 3

/**
 * Distributes slabs over pages. Slabs that keep together move together; a chunk that no page can hold is broken where it must be, and
 * a slab that no page can hold is divided. Notes stand at the foot of the page of their mark and run on where they do not fit.
 */
export function paginate(slabs: readonly Slab[], room: PageRoom): PageLayout[] {
  const breaker = new Breaker(room)
  const chunks = [...chunksOf(slabs)]
  for (const [index, chunk] of chunks.entries()) {
    const rest = chunk[0]?.page === 'after-full' ? untilNewPage(chunks, index) : []
    const next = chunks[index + 1]?.[0]
    breaker.chunk(chunk, rest, next === undefined || next.page === true || next.bare === true)
  }
  return breaker.finish()
}

/** What follows up to the next page that is new whatever stands before it. */
function untilNewPage(chunks: readonly (readonly Slab[])[], from: number): readonly Slab[] {
  const end = chunks.findIndex(([first], index) => index > from && (first?.page === true || first?.bare))
  return chunks.slice(from, end < 0 ? undefined : end).flat()
}

function* chunksOf(slabs: readonly Slab[]): Generator<Slab[]> {
  let chunk: Slab[] = []
  for (const slab of slabs) {
    if (chunk.length > 0 && (!slab.keep || slab.page || slab.bare)) {
      yield chunk
      chunk = []
    }
    chunk.push(slab)
  }
  if (chunk.length > 0) yield chunk
}

class Breaker {
  readonly #pages: PageLayout[] = []
  readonly #room: PageRoom
  readonly #height: number
  #page: PageLayout | undefined
  #used = 0
  #foot: Pending = []
  #footHeight = 0
  #carried: Pending = []
  readonly #noted = new Set<NoteFlow>()

  constructor(room: PageRoom) {
    this.#room = room
    this.#height = room.bottom - room.top
  }

  /** `rest`: with what follows, a part that need not start a page where all of it fits on this one. `last`: what comes next starts a page. */
  chunk(chunk: readonly Slab[], rest: readonly Slab[], last: boolean): void {
    const first = chunk[0] as Slab
    if (first.bare) {
      this.#close()
      this.#pages.push({ bare: true, placed: [{ slab: first, top: 0 }], foot: [] })
      for (const anchor of first.anchors ?? []) anchor.page = this.#pages.length - 1
      return
    }
    if (first.page && this.#filled && (first.page === true || (this.#full() && !this.#fitsAll(rest)))) this.#close()
    const height = heightOf(chunk)
    const notes = this.#notesOf(chunk)
    if (this.#fits(first, height, notes)) return this.#place(chunk)
    const head = heightOf(first.head ?? [])
    const whole = height + head + this.#notesHeight(notes, 0) <= this.#height
    if (chunk.length === 1 && this.#worthDividing(first, notes)) return this.#single(first)
    if (whole && this.#filled) {
      const parted = this.#parted(chunk, last)
      if (parted) {
        this.#place(parted[0])
        return this.chunk(parted[1], [], last)
      }
      this.#close()
      if (this.#fits(first, height, notes)) return this.#place(chunk)
    } else if (this.#strands(chunk)) this.#close()
    for (const slab of chunk) this.#single(slab)
  }

  /** What need not keep together, in two: as much as fits, and the rest. */
  #parted(chunk: readonly Slab[], last: boolean): readonly [readonly Slab[], readonly Slab[]] | undefined {
    const [first] = chunk as readonly [Slab]
    const hole = this.#left(first.before) >= this.#height * HOLE
    for (let at = chunk.length - 1; at > 0; at--) {
      const keep = chunk[at]?.keep
      const may = keep === 'better' ? hole : keep === 'aside' && (!last || chunk.length - at > FEW)
      const taken = chunk.slice(0, at)
      if (may && this.#fits(first, heightOf(taken), this.#notesOf(taken))) return [taken, chunk.slice(at)]
    }
    return undefined
  }

  /** Whether something stands on the page. */
  get #filled(): boolean {
    return this.#page !== undefined && this.#page.placed.length > 0
  }

  /** Whether a title or the head of a table would stay behind when the row they belong to, too high for any page, starts on the next. */
  #strands(chunk: readonly Slab[]): boolean {
    const lead = chunk.slice(0, -1)
    const height = heightOf(lead)
    const start = this.#height * START
    if (lead.length === 0 || height > start || chunk.at(-1)?.split === undefined) return false
    return this.#filled && this.#left((lead[0] as Slab).before) - height < start
  }

  #fitsAll(slabs: readonly Slab[]): boolean {
    const height = heightOf(slabs) + this.#notesHeight(this.#notesOf(slabs), this.#footHeight)
    return height <= this.#left((slabs[0] as Slab).before)
  }

  #full(): boolean {
    return this.#used + this.#footHeight > this.#height * FULL
  }

  finish(): PageLayout[] {
    this.#close()
    while (this.#carried.length > 0) {
      this.#open()
      this.#close()
    }
    return this.#pages
  }

  /** The notes of slabs that stand nowhere yet. */
  #notesOf(slabs: readonly Slab[]): readonly NoteFlow[] {
    return notesOf(slabs).filter((note) => !this.#noted.has(note))
  }

  #notesHeight(notes: readonly NoteFlow[], already: number): number {
    if (notes.length === 0) return 0
    const own = notes.reduce((sum, note) => sum + note.height + BETWEEN_NOTES, 0)
    return already === 0 ? own - BETWEEN_NOTES + this.#room.separator : own
  }

  #left(before: number): number {
    return this.#height - this.#used - this.#footHeight - (this.#page && this.#page.placed.length > 0 ? before : 0)
  }

  #fits(first: Slab, height: number, notes: readonly NoteFlow[]): boolean {
    this.#open()
    const head = (this.#page as PageLayout).placed.length === 0 ? heightOf(first.head ?? []) : 0
    return height + head + this.#notesHeight(notes, this.#footHeight) <= this.#left(first.before) + 0.01
  }

  /** A high row starts below others rather than leave a good part of the page empty. */
  #worthDividing(slab: Slab, notes: readonly NoteFlow[]): boolean {
    const room = this.#left(slab.before)
    const rest = slab.height - room
    return slab.split !== undefined && notes.length === 0 && room > this.#height * EMPTY && rest > this.#height * REST
  }

  /** A slab for which its chunk could not be kept: on this page if it fits, else on the next, else divided, at last with notes that run on. */
  #single(slab: Slab): void {
    const notes = this.#notesOf([slab])
    if (this.#fits(slab, slab.height, notes)) return this.#place([slab])
    const tall = slab.height + heightOf(slab.head ?? []) > this.#height || this.#worthDividing(slab, notes)
    const room = this.#left(slab.before)
    if (tall && slab.split) {
      // A page that is nearly full is not worth the start of a long row.
      if (room < this.#height * START && this.#filled) this.#close()
      this.#open()
      const repeated = (this.#page as PageLayout).placed.length === 0 ? heightOf(slab.head ?? []) : 0
      const parts = divide(slab, this.#left(slab.before) - repeated)
      if (parts) {
        this.#place([parts[0]])
        this.#close()
        return this.#single(parts[1])
      }
    }
    // Two lines of the note on this page, the rest on the next.
    const least = notes.length > 0 ? this.#room.separator + heightOf((notes[0] as NoteFlow).slabs.slice(0, 2)) : 0
    const fresh = !this.#page || (this.#page.placed.length === 0 && this.#foot.length === 0)
    if (!fresh && slab.height + least > this.#left(slab.before)) this.#close()
    this.#place([slab])
  }

  #open(): void {
    if (this.#page) return
    this.#page = { bare: false, placed: [], foot: [] }
    this.#pages.push(this.#page)
    this.#used = 0
    this.#foot = []
    this.#footHeight = 0
    const carried = this.#carried
    this.#carried = []
    // A note that runs on leaves the page at least a third of its height.
    this.#addNotes(carried, this.#height * 0.66)
    // A piece of a note that is higher than that has to go somewhere.
    if (carried.length > 0 && this.#foot.length === 0) {
      const rest = this.#carried.slice(1)
      this.#carried = []
      this.#addNotes(carried.slice(0, 1), Number.POSITIVE_INFINITY)
      this.#carried = rest
    }
  }

  #place(chunk: readonly Slab[]): void {
    this.#open()
    const page = this.#page as PageLayout
    const first = chunk[0] as Slab
    if (page.placed.length === 0) {
      for (const slab of first.head ?? []) {
        if (page.placed.length > 0) this.#used += slab.before
        page.placed.push({ slab, top: this.#room.top + this.#used })
        this.#used += slab.height
      }
    }
    for (const slab of chunk) {
      if (page.placed.length > 0) this.#used += slab.before
      const top = this.#room.top + this.#used
      page.placed.push({ slab, top })
      for (const anchor of slab.anchors ?? []) {
        anchor.page = this.#pages.length - 1
        anchor.top = top
      }
      this.#used += slab.height
    }
    const notes = this.#notesOf(chunk)
    for (const note of notes) this.#noted.add(note)
    const pending = notes.flatMap((note) => note.slabs.map((slab, index) => ({ slab, first: index === 0 })))
    this.#addNotes(pending, this.#height - this.#used)
  }

  /** Adds to the foot what fits under `limit`, and carries the rest over; once something is carried, all that follows is. */
  #addNotes(pending: Pending, limit: number): void {
    for (const note of pending) {
      const before = this.#foot.length === 0 ? this.#room.separator : note.first ? BETWEEN_NOTES : note.slab.before
      if (this.#carried.length > 0 || this.#footHeight + before + note.slab.height > limit + 0.01) {
        this.#carried.push(note)
        continue
      }
      this.#foot.push(note)
      this.#footHeight += before + note.slab.height
    }
  }

  #close(): void {
    const page = this.#page
    if (!page) return
    let y = this.#room.bottom - this.#footHeight
    this.#foot.forEach(({ slab, first }, index) => {
      y += index === 0 ? this.#room.separator : first ? BETWEEN_NOTES : slab.before
      page.foot.push({ slab, top: y })
      for (const anchor of slab.anchors ?? []) {
        anchor.page = this.#pages.length - 1
        anchor.top = y
      }
      y += slab.height
    })
    this.#page = undefined
  }
}
