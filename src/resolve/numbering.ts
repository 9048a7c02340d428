import { type Clause, type Metadata, type NumberStyle, STYLES } from '../model/index.js'

/** What a clause prints in front of its words. */
export interface Numbering {
  /** As printed on the spot, without punctuation: `5.1`, `a`, `II`. */
  readonly label: string
  /** With the numbers around it: `5.1.a`. What references and bookmarks print. */
  readonly number: string
  readonly style: NumberStyle
  /** The label that would have been computed, where `label=` says another. */
  readonly computed?: string
}

interface Plan {
  readonly headings: readonly NumberStyle[]
  readonly items: readonly NumberStyle[]
}

// What a list inside a list is numbered with when `numbering` does not say.
const DEEPER: readonly NumberStyle[] = ['lower-alpha', 'lower-roman', 'decimal']

function planOf(numbering: Metadata['numbering'], clauses: readonly Clause[]): Plan {
  if (numbering === undefined) return { headings: [], items: ['decimal'] }
  if (!Array.isArray(numbering)) {
    const { headings = [], items = ['decimal'] } = numbering as { headings?: NumberStyle[]; items?: NumberStyle[] }
    return { headings, items }
  }
  const depth = clauses.reduce((most, { node }) => (node.type === 'section' ? Math.max(most, node.depth) : most), 0)
  const items = numbering.slice(depth)
  return { headings: numbering.slice(0, depth), items: items.length > 0 ? items : ['decimal'] }
}

function itemStyle(plan: Plan, depth: number): NumberStyle {
  const beyond = depth - plan.items.length
  return plan.items[depth] ?? (beyond >= 0 ? DEEPER[beyond % DEEPER.length] : undefined) ?? 'decimal'
}

/** Computes the printed number of every heading and ordered item, by the index of the clause. */
export function numberClauses(clauses: readonly Clause[], numbering: Metadata['numbering']): ReadonlyMap<number, Numbering> {
  const plan = planOf(numbering, clauses)
  const numbers = new Map<number, Numbering>()
  // One counter per place where counting starts anew: a list, or the sections of one depth in one parent.
  const counters = new Map<unknown, number>()

  for (const clause of clauses) {
    const { node, parent } = clause
    if (node.type !== 'section' && node.type !== 'item') continue
    const { classes, values } = node.attributes
    const label = values.label
    const isItem = node.type === 'item'
    if (isItem && !clause.list?.ordered && label === undefined) continue
    if (classes.includes('unnumbered')) continue

    const style = isItem ? itemStyle(plan, orderedDepth(clause)) : headingStyle(plan, node.depth)
    const above = ancestorNumber(parent, numbers)
    if (style === 'none') {
      if (label !== undefined) numbers.set(clause.index, { label, number: join(above?.number, label), style })
      continue
    }
    const key = isItem ? clause.list : `${parent?.index ?? ''}/${node.depth}`
    const before = counters.get(key) ?? (isItem ? (clause.list?.start ?? 1) - 1 : 0)
    const counted = label === undefined ? before + 1 : STYLES[style].parse(label)
    if (counted !== undefined) counters.set(key, counted)

    // A decimal heading goes on from a decimal heading above it (5 → 5.1); an item does so where the style is `path`.
    const goesOn = style === 'path' || (!isItem && style === 'decimal' && above !== undefined && isDecimal(above))
    const print = (count: number) => (goesOn ? join(above?.number, STYLES[style].format(count)) : STYLES[style].format(count))
    const computed = print(before + 1)
    const printed = label ?? computed
    numbers.set(clause.index, {
      label: printed,
      number: goesOn && label === undefined ? printed : join(above?.number, printed),
      style,
      ...(label !== undefined && label !== computed ? { computed } : {}),
    })
  }
  return numbers
}

const headingStyle = (plan: Plan, depth: number): NumberStyle => plan.headings[depth - 1] ?? plan.headings.at(-1) ?? 'none'

// `label=I` on a decimal heading prints no decimal number, so what is below starts its own count.
const isDecimal = (numbering: Numbering): boolean =>
  (numbering.style === 'decimal' || numbering.style === 'path') && /^[\d.]+$/.test(numbering.label)

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

/** A label below a number: "5" and "a" are 5.a. "Artikel 2" stands by itself, and "3.1" below "Artikel 3" has its number already. */
function join(above: string | undefined, label: string): string {
  if (above === undefined || NAMED.test(label)) return label
  const bare = above.replace(NAMED, '')
  return bare !== '' && label.startsWith(`${bare}.`) ? label : `${above}.${label}`
}

// "Artikel 2", "§ 4": a label with the word for its unit.
const NAMED = /^(?:\p{L}{2,}\.?|§)\s+(?=\S)/u
