import { type Clause, type Metadata, type NumberLevel, type NumberStyle, type Separator, STYLES } from '../model/index.js'

/** What a clause prints in front of its words. */
export interface Numbering {
  /** As printed on the spot, without punctuation: `5.1`, `a`, `II`, `Artikel 3`. */
  readonly label: string
  /** With the numbers around it, and without prefixes: `5.1.a`. What references and bookmarks print. */
  readonly number: string
  readonly style: NumberStyle
  /** The word in front of the number, where `numbering` gives one: `Artikel`. */
  readonly prefix?: string
  /** The label that would have been computed, where `label=` says another. */
  readonly computed?: string
}

interface Level {
  readonly style: NumberStyle
  readonly prefix?: string
  /** Between the number above and its own, where it goes on from that. */
  readonly separator?: Separator
}

interface Plan {
  readonly headings: readonly Level[]
  readonly items: readonly Level[]
}

// What a list inside a list is numbered with when `numbering` does not say.
const DEEPER: readonly NumberStyle[] = ['lower-alpha', 'lower-roman', 'decimal']

const DECIMAL: Level = { style: 'decimal' }

const levelsOf = (levels: readonly NumberLevel[]): Level[] =>
  levels.map((level) => {
    if (typeof level === 'string') return { style: level }
    const { style, prefix, separator } = level
    return { style, ...(prefix === undefined ? {} : { prefix }), ...(separator === undefined ? {} : { separator }) }
  })

function planOf(numbering: Metadata['numbering'], clauses: readonly Clause[]): Plan {
  if (numbering === undefined) return { headings: [], items: [DECIMAL] }
  if (!Array.isArray(numbering)) {
    const { headings = [], items = ['decimal'] } = numbering
    return { headings: levelsOf(headings), items: levelsOf(items) }
  }
  const depth = clauses.reduce((most, { node }) => (node.type === 'section' ? Math.max(most, node.depth) : most), 0)
  const items = levelsOf(numbering.slice(depth))
  return { headings: levelsOf(numbering.slice(0, depth)), items: items.length > 0 ? items : [DECIMAL] }
}

function itemLevel(plan: Plan, depth: number): Level {
  const beyond = depth - plan.items.length
  const deeper = beyond >= 0 ? DEEPER[beyond % DEEPER.length] : undefined
  return plan.items[depth] ?? (deeper === undefined ? DECIMAL : { style: deeper })
}

/** Computes the printed number of every heading and ordered item, by the index of the clause. */
export function numberClauses(clauses: readonly Clause[], numbering: Metadata['numbering']): ReadonlyMap<number, Numbering> {
  const plan = planOf(numbering, clauses)
  const numbers = new Map<number, Numbering>()
  // One counter per place where counting starts anew: a list, or the sections of one depth in one parent.
  const counters = new Map<unknown, number>()
  // The provision counted last in each of these: its other wordings have its number.
  const provisions = new Map<unknown, string>()

  for (const clause of clauses) {
    const { node, parent } = clause
    if (node.type !== 'section' && node.type !== 'item') continue
    const { classes, values } = node.attributes
    const isItem = node.type === 'item'
    if (isItem && !clause.list?.ordered && values.label === undefined) continue
    if (classes.includes('unnumbered')) continue

    const { style, prefix, separator } = isItem ? itemLevel(plan, orderedDepth(clause)) : headingLevel(plan, node.depth)
    const label = withoutPrefix(values.label, prefix)
    const above = ancestorNumber(parent, numbers)
    if (style === 'none') {
      if (label !== undefined) numbers.set(clause.index, { label, number: join(above?.number, label), style })
      continue
    }
    const key = isItem ? clause.list : `${parent?.index ?? ''}/${node.depth}`
    const before = counters.get(key) ?? (isItem ? (clause.list?.start ?? 1) - 1 : 0)
    const again = values.variant !== undefined && clause.id !== undefined && provisions.get(key) === clause.id
    if (clause.id === undefined) provisions.delete(key)
    else provisions.set(key, clause.id)
    const due = again ? before : before + 1
    const counted = label === undefined ? due : STYLES[style].parse(label)
    if (counted !== undefined) counters.set(key, counted)

    // A decimal heading goes on from a decimal heading above it (5 → 5.1); an item does so where the style is `path`.
    const goesOn = style === 'path' || (!isItem && style === 'decimal' && above !== undefined && isDecimal(above))
    const counts = STYLES[style].format(due)
    const computed = goesOn ? join(baseOf(parent, numbers), counts, separator) : counts
    const own = label ?? computed
    // A label that is no number of this style is printed as it stands: "Slotbepaling" is no article, and "§ 2.1" has its sign.
    const word = prefix !== undefined && (counted !== undefined || label !== values.label) ? prefix : undefined
    numbers.set(clause.index, {
      label: word === undefined ? own : `${word} ${own}`,
      number: goesOn && label === undefined ? join(above?.number, counts, separator) : join(above?.number, own),
      style,
      ...(word === undefined ? {} : { prefix: word }),
      ...(label !== undefined && label !== computed
        ? { computed: prefix === undefined ? computed : `${prefix} ${computed}` }
        : {}),
    })
  }
  return numbers
}

/** Depths below those named are numbered as the last one, and have no word of their own. */
function headingLevel({ headings }: Plan, depth: number): Level {
  const last = headings.at(-1)
  return headings[depth - 1] ?? (last === undefined ? { style: 'none' } : { style: last.style })
}

/** "Artikel 3" and "3" say the same where the prefix is "Artikel". */
function withoutPrefix(label: string | undefined, prefix: string | undefined): string | undefined {
  if (label === undefined || prefix === undefined) return label
  return label.toLowerCase().startsWith(`${prefix.toLowerCase()} `) ? label.slice(prefix.length + 1) : label
}

// `label=I` on a decimal heading prints no decimal number, so what is below starts its own count.
const isDecimal = (numbering: Numbering): boolean =>
  (numbering.style === 'decimal' || numbering.style === 'path') && /^[\d.:-]+$/.test(bare(numbering))

/** A label without its prefix. */
const bare = ({ label = '', prefix }: Partial<Numbering>): string =>
  prefix === undefined ? label : label.slice(prefix.length + 1)

function orderedDepth(clause: Clause): number {
  let depth = 0
  for (let up = clause.parent; up; up = up.parent) if (up.kind === 'item' && up.list?.ordered) depth++
  return depth
}

function ancestorNumber(start: Clause | undefined, numbers: ReadonlyMap<number, Numbering>): Numbering | undefined {
  for (let up = start; up; up = up.parent) {
    const found = numbers.get(up.index)
    if (found) return found
  }
  return undefined
}

/** What a number goes on from: the number above, but from "1" in "Part A" only that, as it is printed there. */
function baseOf(parent: Clause | undefined, numbers: ReadonlyMap<number, Numbering>): string | undefined {
  let up = parent
  while (up && !numbers.has(up.index)) up = up.parent
  const above = up && numbers.get(up.index)
  return above && up?.kind === 'section' && isDecimal(above) ? bare(above) : above?.number
}

/** A label below a number: "5" and "a" are 5.a. "Artikel 2" stands by itself, and "3.1" below "Artikel 3" has its number already. */
function join(above: string | undefined, label: string, separator: Separator = '.'): string {
  if (above === undefined || NAMED.test(label)) return label
  const bare = above.replace(NAMED, '')
  return bare !== '' && label.startsWith(`${bare}.`) ? label : `${above}${separator}${label}`
}

// "Artikel 2", "§ 4": a label with the word for its unit.
const NAMED = /^(?:\p{L}{2,}\.?|§)\s+(?=\S)/u
