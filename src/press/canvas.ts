import { clipped } from '../model/index.js'
import { type Backend, type Ref, text } from './adapter.js'
import type { Ink, Line, LinkSpot, Painter } from './set.js'
import type { Structure, Tag } from './tags.js'

const round = (value: number): number => Math.round(value * 1000) / 1000

const components = (colour: string): string => {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255].map((channel) => round(channel / 255)).join(' ')
}

/** What a link is told as; each of its lines tells it anew, and a title of pages would be told on every line of it. */
const LONGEST_TOLD = 500

/** Colours of a mark repeat all over a document. */
const operators = new Map<string, string>()
const fillOperator = (colour: string): string => {
  let operator = operators.get(colour)
  if (operator === undefined) operators.set(colour, (operator = `${components(colour)} rg`))
  return operator
}

/**
 * Draws on the pages of a file, in points from the top left corner, y downwards. Whatever is drawn belongs either to an element of
 * the structure tree or to an artifact; the canvas opens and closes the marked content as the owner changes.
 */
export class Canvas implements Painter {
  #page!: {
    readonly dictionary: Ref
    readonly fonts: Record<string, Ref>
    readonly annotations: Ref[]
    write(chunk: Uint8Array): void
  }
  #height = 0
  #out: string[] = []
  #parents: Ref[] = []
  #owner: Tag | 'artifact' | 'pagination' | undefined
  #colour = ''
  #font = ''
  #silent = false
  #shift: { readonly e: number; readonly f: number } | undefined

  constructor(
    readonly backend: Backend,
    readonly structure: Structure,
  ) {}

  /** Starts a page; returns what refers to it. */
  begin(width: number, height: number): Ref {
    const page = this.backend.page(width, height)
    this.#page = page
    this.#height = height
    this.#parents = this.backend.kit.getStructParentTree().get(page.structParentTreeKey)
    this.#colour = ''
    this.#font = ''
    return page.dictionary
  }

  end(): void {
    this.#close()
    this.#page.write(Buffer.from(this.#out.join('\n'), 'latin1'))
    this.#out = []
  }

  #close(): void {
    if (this.#owner !== undefined) this.#out.push('EMC')
    this.#owner = undefined
  }

  /** What is drawn next is content of `tag`. */
  own(tag: Tag): void {
    if (this.#silent) return this.artifact()
    if (this.#owner === tag) return
    this.#close()
    const mcid = this.structure.content(tag, this.#page.dictionary, this.#parents)
    this.#out.push(`/${tag.role} <</MCID ${mcid}>> BDC`)
    this.#owner = tag
  }

  /** What is drawn next is decoration, or belongs to the page rather than to the text. */
  artifact(kind: 'artifact' | 'pagination' = 'artifact'): void {
    if (this.#owner === kind) return
    this.#close()
    this.#out.push(kind === 'pagination' ? '/Artifact <</Type /Pagination>> BDC' : '/Artifact BMC')
    this.#owner = kind
  }

  /** Draws a repetition: as it is, but outside the structure tree and without links. */
  repeat(paint: () => void): void {
    const outer = this.#silent
    this.#silent = true
    paint()
    this.#silent = outer
  }

  /** Draws with the page turned a quarter, so that what stands at the top stands at the left. `e` and `f` shift what is turned. */
  turned(shift: { readonly e: number; readonly f: number }, paint: () => void): void {
    this.#close()
    this.#out.push(`q 0 -1 1 0 ${round(shift.e)} ${round(shift.f)} cm`)
    this.#shift = shift
    this.#forget()
    paint()
    this.#close()
    this.#out.push('Q')
    this.#shift = undefined
    this.#forget()
  }

  /** A state that was saved or given back knows neither colour nor font. */
  #forget(): void {
    this.#colour = ''
    this.#font = ''
  }

  /** Puts an element in the tree although nothing of it may be painted, or not yet. */
  attach(tag: Tag): void {
    if (!this.#silent) this.structure.attach(tag)
  }

  /** A filled rectangle, in the marked content that is open. */
  fill(x: number, y: number, width: number, height: number, colour: string): void {
    this.#setColour(colour)
    this.#out.push(`${round(x)} ${round(y)} ${round(width)} ${round(height)} re f`)
  }

  #setColour(colour: string): void {
    if (this.#colour === colour) return
    this.#colour = colour
    this.#out.push(fillOperator(colour))
  }

  /** A line of text; each of its segments goes to its own element. */
  line(line: Line, x: number, baseline: number): void {
    for (const segment of line.segments) {
      const { ink } = segment
      this.own(ink.tag)
      this.text(ink, segment.codes, x + segment.x, baseline)
      this.#decorate(ink, x + segment.x, baseline, segment.width)
      if (ink.link) this.#link(ink.link, x + segment.x, baseline, segment.width, ink.size)
      if (ink.note) this.attach(ink.note.tag)
      ink.drawn?.(this.#boxOf(x + segment.x, baseline, segment.width, ink.size))
    }
  }

  /** A line of text in the artifact that is open. */
  artifactLine(line: Line, x: number, baseline: number): void {
    for (const { ink, codes, x: offset } of line.segments) this.text(ink, codes, x + offset, baseline)
  }

  text(ink: Pick<Ink, 'face' | 'size' | 'colour' | 'rise' | 'unseen'>, codes: string, x: number, baseline: number): void {
    const { face, size } = ink
    const { resource, imitates } = face
    this.#page.fonts[resource.id] ??= resource.ref()
    this.#setColour(ink.colour)
    const font = `/${resource.id} ${round(size)} Tf`
    const change = this.#font === font ? '' : `${font} `
    this.#font = font
    const y = round(baseline - ink.rise)
    const slant = imitates.italic ? 0.2 : 0
    if (ink.unseen !== undefined) {
      this.#out.push(`q 3 Tr ${ink.unseen} Tz BT ${font} 1 0 0 -1 ${round(x)} ${y} Tm [(${codes})]TJ ET Q`)
      this.#font = ''
      return
    }
    const bolder = imitates.bold ? [`q ${components(ink.colour)} RG ${round(size * 0.028)} w 2 Tr `, ' Q'] : ['', '']
    this.#out.push(`${bolder[0]}BT ${change}1 0 ${slant} -1 ${round(x)} ${y} Tm [(${codes})]TJ ET${bolder[1]}`)
    // The font was set inside the saved state and is forgotten with it.
    if (imitates.bold) this.#font = ''
  }

  #decorate(ink: Ink, x: number, baseline: number, width: number): void {
    if (ink.underline) this.fill(x, baseline + ink.size * 0.14, width, ink.size * 0.055, ink.underline)
    if (ink.strike)
      this.fill(x, baseline - (ink.face.xHeight * ink.size) / 2000 - ink.size * 0.03, width, ink.size * 0.06, ink.strike)
  }

  /** Where letters are on their page: left, bottom, right and top. */
  #boxOf(x: number, baseline: number, width: number, size: number): readonly [number, number, number, number] {
    const [low, high] = [baseline + size * 0.3, baseline - size * 0.95]
    const shift = this.#shift
    return shift
      ? [high + shift.e, this.#height - shift.f + x, low + shift.e, this.#height - shift.f + x + width]
      : [x, this.#height - low, x + width, this.#height - high]
  }

  #link(link: LinkSpot, x: number, baseline: number, width: number, size: number): void {
    if (this.#silent) return
    const { kit } = this.backend
    const rect = this.#boxOf(x, baseline, width, size)
    const annotation = kit.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: rect.map(round),
      Border: [0, 0, 0],
      // Printed with the page, as PDF/A asks of every annotation.
      F: 4,
      Contents: text(clipped(link.contents, LONGEST_TOLD)),
      A: link.url === undefined ? { S: 'GoTo', D: text(link.name ?? '') } : { S: 'URI', URI: text(link.url) },
    })
    this.#page.annotations.push(annotation)
    this.structure.annotation(link.tag, this.#page.dictionary, annotation)
    annotation.end()
  }

  /** Runs operators of PDFKit's own on this page, as content of the open owner. */
  foreign(draw: (kit: Backend['kit']) => void): void {
    this.#page.write(Buffer.from(`${this.#out.join('\n')}\n`, 'latin1'))
    this.#out = []
    this.backend.kit.save()
    draw(this.backend.kit)
    this.backend.kit.restore()
  }
}
