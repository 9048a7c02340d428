import { TooLarge } from '../blocks/index.js'
import { maximum } from '../model/index.js'
import { TOO_MUCH_UNPACKED } from './bombs.js'
import { type Found, isDictionary, type Objects } from './objects.js'
import { type Tally, tally, type Use } from './tally.js'
import type { Value } from './values.js'

/**
 * What all pages together may ask to be drawn, in steps of a microsecond or so: a full page of five hundred has some 3,000 letters and as many
 * operators and values.
 */
const MOST_WORK = 3_500_000
/** States, and what is drawn in each other; those who write files are told to stay below thirty. */
const MOST_DEPTH = 500
const MOST_FORMS = 50
// Measured, in microseconds: what is drawn by its name, once for its words and once for its lines; a note or a link on a page, and a letter beside each
// of them; a bit of a point of a picture, beyond those that a scanned page has for every byte.
const OF_USE: Readonly<Record<Use, number>> = { XObject: 60, Font: 3, ExtGState: 5, Pattern: 60 }
const OF_FORM = 540
const OF_NOTE = 100
const OF_LETTER_BY_NOTE = 0.01
const OF_POINT = 0.0006
const POINTS_BY_BYTE = 100
const OF_COLOURS = 24

interface Drawing {
  readonly work: number
  readonly depth: number
  /** Whether it is done once, however often it is asked for. */
  readonly isOnce?: boolean
}
const NOTHING: Drawing = { work: 0, depth: 0 }
const ENDLESS: Drawing = { work: Number.POSITIVE_INFINITY, depth: 0 }

/**
 * Refuses a file that asks more to be drawn than a document does: a form in a form in a form, each drawn twice, is a thousand bytes to say and hours to
 * do. All is counted before anything is drawn, each stream once.
 */
export function refuseEndless(objects: Objects): void {
  const counter = new Counter(objects)
  let [all, depth] = [0, 0]
  for (const found of objects.all()) {
    const isPage = objects.names(found.value, 'Type').has('Page')
    if (!isPage && objects.at(found.value, 'Kids').length === 0) continue
    const drawing = counter.ofPages(found, 0)
    depth = Math.max(depth, drawing.depth)
    // A page may stand in a group several times, and in none that is found.
    if (isPage) all += drawing.work
    if (Math.max(all, drawing.work) > MOST_WORK || depth > MOST_DEPTH) throw new TooLarge({ phrase: 'limit.drawing' })
  }
}

class Counter {
  readonly #tallies = new Map<Found, Tally | undefined>()
  /** What each stream draws, by what it may use: its own, or what is there where it is drawn. */
  readonly #drawings = new Map<Found, Map<unknown, Drawing>>()
  readonly #pictures = new Set<Found>()
  readonly #pages = new Map<Found, Drawing>()
  readonly #empty: readonly Value[] = []

  constructor(private readonly objects: Objects) {}

  /** A page, or a group of pages and groups. */
  ofPages(found: Found, level: number): Drawing {
    const before = this.#pages.get(found)
    if (before) return before
    this.#pages.set(found, ENDLESS)
    if (level > MOST_FORMS) return ENDLESS
    const groups = this.objects.of(found.value, 'Kids').filter((kids) => Array.isArray(kids)) as readonly (readonly Value[])[]
    const inner = groups.flat().map((kid) => worst(this.objects.resolved(kid).map((each) => this.ofPages(each, level + 1))))
    const drawing = groups.length === 0 ? this.#ofPage(found.value) : together(inner)
    this.#pages.set(found, drawing)
    return drawing
  }

  #ofPage(page: Value): Drawing {
    const { objects } = this
    const resources = this.#inherited(page)
    let { work, depth } = NOTHING
    for (const contents of objects.of(page, 'Contents')) {
      const streams = Array.isArray(contents)
        ? (contents as readonly Value[])
        : isDictionary(page)
          ? [page.get('Contents') ?? null]
          : []
      for (const stream of streams) {
        const drawing = worst(objects.resolved(stream).map((found) => this.#drawn(found, resources, 0)))
        work += drawing.work
        depth += drawing.depth
        if (work > MOST_WORK) return { work, depth }
      }
    }
    const letters = work
    for (const notes of objects.of(page, 'Annots')) {
      if (!Array.isArray(notes)) continue
      work += notes.length * (OF_NOTE + OF_LETTER_BY_NOTE * letters)
      if (work > MOST_WORK) return { work, depth }
      for (const note of (notes as readonly Value[]).flatMap((each) => objects.resolved(each)))
        for (const looks of objects.of(note.value, 'AP'))
          work += worst(objects.at(looks, 'N').map((found) => this.#drawn(found, resources, 0))).work
    }
    return { work, depth }
  }

  /** What a page may use: what it says itself, or the nearest group of pages it is in. */
  #inherited(page: Value): readonly Value[] {
    let nodes: readonly Value[] = [page]
    for (let steps = 0; nodes.length > 0 && steps < MOST_FORMS; steps++) {
      const resources = nodes.flatMap((node) => this.objects.of(node, 'Resources'))
      if (resources.length > 0) return resources
      nodes = nodes.flatMap((node) => this.objects.of(node, 'Parent'))
    }
    return this.#empty
  }

  #drawn(found: Found, outside: readonly Value[], level: number): Drawing {
    const own = this.objects.of(found.value, 'Resources')
    const resources = own.length > 0 ? own : outside
    const key = own.length > 0 ? 'own' : outside
    const known = this.#drawings.get(found) ?? new Map<unknown, Drawing>()
    this.#drawings.set(found, known)
    const before = known.get(key)
    if (before) return before
    if (level > MOST_FORMS) return ENDLESS
    // What draws itself is found here once more, while it is not yet known.
    known.set(key, ENDLESS)
    const drawing = this.#counted(found, resources, level)
    known.set(key, drawing)
    return drawing
  }

  #counted(found: Found, resources: readonly Value[], level: number): Drawing {
    const own = this.#tallyOf(found)
    if (own === undefined) return NOTHING
    let { work, depth } = own
    for (const [use, names] of own.uses)
      for (const [name, count] of names) {
        const inner = this.#used(use, name, resources, level)
        work += count * OF_USE[use] + (inner.isOnce ? 1 : count) * inner.work
        depth = Math.max(depth, own.depth + inner.depth)
      }
    return { work, depth }
  }

  #tallyOf(found: Found): Tally | undefined {
    if (this.#tallies.has(found)) return this.#tallies.get(found)
    const content = this.objects.content(found)
    if (content?.isWhole === false) throw new TooLarge(TOO_MUCH_UNPACKED)
    const counted = content && tally(content.bytes, MOST_WORK)
    this.#tallies.set(found, counted)
    return counted
  }

  #used(use: Use, name: string, resources: readonly Value[], level: number): Drawing {
    const { objects } = this
    const named = resources.flatMap((each) => objects.of(each, use)).flatMap((each) => objects.at(each, name))
    return worst(
      named.flatMap((found): readonly Drawing[] => {
        if (use === 'XObject' && objects.names(found.value, 'Subtype').has('Image')) return [this.#picture(found)]
        if (use === 'XObject' || use === 'Pattern') return [this.#form(found, resources, level)]
        if (use === 'ExtGState')
          return objects
            .of(found.value, 'SMask')
            .flatMap((mask) => objects.at(mask, 'G'))
            .map((form) => this.#form(form, resources, level))
        return [this.#font(found.value, resources, level)]
      }),
    )
  }

  #form(found: Found, outside: readonly Value[], level: number): Drawing {
    const { work, depth } = this.#drawn(found, outside, level + 1)
    return { work: OF_FORM + work, depth }
  }

  /** Letters that are drawn as pages are: each once, when the font is first asked for. */
  #font(font: Value, outside: readonly Value[], level: number): Drawing {
    const own = this.objects.of(font, 'Resources')
    const letters = this.objects.of(font, 'CharProcs').flatMap((each) => (isDictionary(each) ? [...each.values()] : []))
    const drawings = letters.map((letter) =>
      worst(this.objects.resolved(letter).map((found) => this.#drawn(found, own.length > 0 ? own : outside, level + 1))),
    )
    return { ...together(drawings), isOnce: true }
  }

  /** A picture is unpacked once for all pages. */
  #picture(found: Found): Drawing {
    if (this.#pictures.has(found)) return { ...NOTHING, isOnce: true }
    this.#pictures.add(found)
    const [width = 0, height = 0] = ['Width', 'Height'].map((side) => maximum(this.objects.of(found.value, side).map(Number)))
    const bits = this.objects.of(found.value, 'BitsPerComponent').some((each) => Number(each) > 1) ? OF_COLOURS : 1
    const [start, end] = found.body ?? [0, 0]
    return { work: Math.max(0, width * height - POINTS_BY_BYTE * (end - start)) * bits * OF_POINT, depth: 0, isOnce: true }
  }
}

const together = (drawings: readonly Drawing[]): Drawing => ({
  work: drawings.reduce((sum, { work }) => sum + work, 0),
  depth: Math.max(0, maximum(drawings.map(({ depth }) => depth))),
})

const worst = (drawings: readonly Drawing[]): Drawing => ({
  isOnce: drawings.some(({ isOnce }) => isOnce),
  work: Math.max(0, maximum(drawings.map(({ work }) => work))),
  depth: Math.max(0, maximum(drawings.map(({ depth }) => depth))),
})
