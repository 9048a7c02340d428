import { append } from '../model/index.js'
import { contrast } from '../present/index.js'
import { Faults, type PdfFault } from './faults.js'

interface Ground {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly colour: string
}

/** Points from which letters count as large, and what contrast they need (WCAG 2.2, 1.4.3). */
const LARGE = 18
const NEEDED = { large: 3, normal: 4.5 }
/** What is no thicker is a line, and no ground. */
const LINE = 3
const PAPER = '#ffffff'

/** Follows what a page paints, to know on which colour its letters stand. Coordinates are those of the page as the press draws it. */
export class Painting {
  readonly #grounds: Ground[] = []
  readonly #faint = new Faults()
  #path: Omit<Ground, 'colour'>[] = []
  #colour = '#000000'
  #size = 0
  #at = { x: 0, y: 0 }
  /** Inside saved states stand pictures, in coordinates of their own. */
  #depth = 0

  operator(name: string, operands: readonly unknown[]): void {
    const numbers = operands.filter((operand) => typeof operand === 'number')
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
    if (name === 'q') this.#depth++
    else if (name === 'Q') this.#depth--
    else if (name === 'rg') this.#colour = hex([a, b, c])
    else if (name === 'Tf') this.#size = a
    else if (name === 'Tm') this.#at = { x: e, y: f }
    else if (name === 're') {
      if (c > LINE && d > LINE) this.#path.push({ x: a, y: b, width: c, height: d })
    } else if (name === 'f') {
      if (this.#depth === 0)
        append(
          this.#grounds,
          this.#path.map((path) => ({ ...path, colour: this.#colour })),
        )
      this.#path = []
    } else if (name === 'TJ') this.#letters()
  }

  #letters(): void {
    // The letters rise from their baseline: half of the x-height is well inside them.
    const { x, y } = { x: this.#at.x + 0.5, y: this.#at.y - this.#size * 0.25 }
    const ground = this.#grounds.findLast((own) => own.x <= x && x <= own.x + own.width && own.y <= y && y <= own.y + own.height)
    const found = contrast(this.#colour, ground?.colour ?? PAPER)
    const needed = this.#size >= LARGE ? NEEDED.large : NEEDED.normal
    if (found < needed)
      this.#faint.add({
        phrase: 'pdf.contrast',
        values: { colour: this.#colour, ground: ground?.colour ?? PAPER, found: found.toFixed(1), needed },
      })
  }

  get problems(): readonly PdfFault[] {
    return [...this.#faint]
  }
}

const hex = (channels: readonly number[]): string =>
  `#${channels
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
