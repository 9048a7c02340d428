import { STYLES } from '../../model/index.js'
import { all, child, type Xml } from '../files/xml.js'
import { value } from './styles.js'

interface Level {
  readonly format: string
  /** "%1.%2": what is printed, with the counts of the levels. */
  readonly text: string
  readonly start: number
  readonly style?: string
  /** The level whose next number makes this one start anew: the one above it unless the level says another; 0 for none. */
  readonly restart?: number
  readonly properties?: Xml
}

interface Numbering {
  readonly abstract: string
  readonly levels: readonly (Level | undefined)[]
  readonly overrides: ReadonlyMap<number, number>
}

const FORMATS: Readonly<Record<string, keyof typeof STYLES>> = {
  decimal: 'decimal',
  lowerLetter: 'lower-alpha',
  upperLetter: 'upper-alpha',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
}

/** Counts the numbered paragraphs of a document, in order, and gives the label each prints: "1.1", "a)", "•". */
export class Labels {
  readonly #numberings = new Map<string, Numbering>()
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #started = new Set<string>()

  constructor(numbering: Xml | undefined) {
    const abstracts = new Map(
      all(numbering, 'w:abstractNum').map((element) => [element.attributes['w:abstractNumId'] ?? '', element]),
    )
    for (const num of all(numbering, 'w:num')) {
      const abstract = value(num, 'w:abstractNumId') ?? ''
      const levels = readLevels(abstracts.get(abstract))
      const overrides = new Map<number, number>()
      for (const override of all(num, 'w:lvlOverride')) {
        const at = Number(override.attributes['w:ilvl'] ?? 0)
        const [own] = readLevels(override).filter(Boolean)
        if (own) levels[at] = own
        const start = value(override, 'w:startOverride')
        if (start !== undefined) overrides.set(at, Number(start))
      }
      this.#numberings.set(num.attributes['w:numId'] ?? '', { abstract, levels, overrides })
    }
  }

  /** The level that a style is linked with in a numbering. */
  levelOfStyle(numId: string, style: string): number | undefined {
    const at = this.#numberings.get(numId)?.levels.findIndex((level) => level?.style === style) ?? -1
    return at < 0 ? undefined : at
  }

  /** Paragraph properties of a level, which hold its indent. */
  indent(numId: string, at: number): Xml | undefined {
    return this.#numberings.get(numId)?.levels[at]?.properties
  }

  next(numId: string, at: number): string | undefined {
    const numbering = this.#numberings.get(numId)
    const level = numbering?.levels[at]
    if (!numbering || !level) return undefined
    if (level.format === 'bullet') return '•'
    // Numberings made from one definition count on together, unless one says where it starts.
    const counts = this.#counts.get(numbering.abstract) ?? []
    this.#counts.set(numbering.abstract, counts)
    const key = `${numId}/${at}`
    const override = this.#started.has(key) ? undefined : numbering.overrides.get(at)
    this.#started.add(key)
    counts[at] = override ?? (counts[at] === undefined ? level.start : counts[at] + 1)
    for (let below = at + 1; below < counts.length; below++) {
      const { restart = below } = numbering.levels[below] ?? {}
      if (restart > at) counts[below] = undefined
    }
    if (level.format === 'none') return undefined
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const other = numbering.levels[Number(digit) - 1]
      return STYLES[FORMATS[other?.format ?? ''] ?? 'decimal'].format(counts[Number(digit) - 1] ?? other?.start ?? 1)
    })
    return label.trim() || undefined
  }
}

function readLevels(parent: Xml | undefined): (Level | undefined)[] {
  const levels: (Level | undefined)[] = []
  for (const element of all(parent, 'w:lvl')) {
    const style = value(element, 'w:pStyle')
    const restart = value(element, 'w:lvlRestart')
    const properties = child(element, 'w:pPr')
    levels[Number(element.attributes['w:ilvl'] ?? 0)] = {
      format: value(element, 'w:numFmt') ?? 'decimal',
      text: child(element, 'w:lvlText')?.attributes['w:val'] ?? '',
      start: Number(value(element, 'w:start') ?? 1),
      ...(style === undefined ? {} : { style }),
      ...(restart === undefined ? {} : { restart: Number(restart) }),
      ...(properties ? { properties } : {}),
    }
  }
  return levels
}
