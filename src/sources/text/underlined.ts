import { readMarker } from '../../blocks/index.js'
import { isBlank, type TextLine } from './lines.js'

const RULE = /^\s*(=|-|~|\*|_|–|—)\1{2,}$/u
const LEVELS: Readonly<Record<string, number>> = { '=': 1 }

export interface Underlined {
  /** The lines above a rule of their own length, by the level its sign has: "====" above "----". */
  readonly levels: ReadonlyMap<TextLine, number>
  /** The rules themselves, and those that only part: they hold no words. */
  readonly rules: ReadonlySet<TextLine>
  /** The first of them, where it is set in capitals and no other is. */
  readonly title: TextLine | undefined
}

/** Headings as they are typed: a line with a rule drawn below it. */
export function findUnderlined(lines: readonly TextLine[]): Underlined {
  const levels = new Map<TextLine, number>()
  const rules = new Set<TextLine>()
  for (const [i, line] of lines.entries()) {
    const sign = RULE.exec(line.text)?.[1]
    if (sign === undefined) continue
    const above = lines[i - 1]
    const isBelow = above !== undefined && !isBlank(above) && Math.abs(above.text.trim().length - line.text.trim().length) <= 1
    if (isBelow && !rules.has(above)) {
      levels.set(above, LEVELS[sign] ?? 2)
      // "Artikel 1" on a line of its own above its title.
      const unit = lines[i - 2]
      if (unit && !isBlank(unit) && (readMarker(`${unit.text.trim()} `)?.length ?? 0) > unit.text.trim().length)
        levels.set(unit, LEVELS[sign] ?? 2)
    }
    if (isBelow || sign !== '_') rules.add(line)
  }
  const [first, ...others] = levels.keys()
  const isTitle = first !== undefined && isCapital(first) && others.length > 0 && !others.some(isCapital)
  return { levels, rules, title: isTitle ? first : undefined }
}

const isCapital = ({ text }: TextLine): boolean => text === text.toUpperCase() && text !== text.toLowerCase()
