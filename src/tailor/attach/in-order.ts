import type { ProvisionLink } from './link.js'
import { type Provision, placesOf } from './provisions.js'

/**
 * The log odds of a pair by itself, by how far that is above the best rival of its clause and of its provision, and, once those around it are known, by the
 * order in which both stand. Fitted on eight texts of a stranger that say the rules of four models in other words or wholly in their own, and rounded.
 */
const ALONE = { base: -0.25, own: 0.43, ofClause: 0.08, ofProvision: 0.21, order: 0 } as const
const IN_ORDER = { base: 1, own: 0.25, ofClause: 0.1, ofProvision: 0.21, order: 1.35 } as const
/** How often what became likelier is looked at again. */
const ROUNDS = 2
/** However little a pair has in common, it comes to so much by itself, in log odds. */
const LEAST = -7
/** So many clauses and provisions before and after a pair speak for it. What stands farther off says less, and what stands less far off in one text than in the other. */
const REACH = 4
const FARTHER = 0.3
/** What the pairs around come to at least. */
const FEW = 0.05

/**
 * Which rules of a text may be which provisions where hardly a word says so: by what little both have in common, and by the pairs before and after them, which are
 * as faint. One such pair says nothing; several in the order of the template do. Variants are one, the nearest of them. From `least` on, the likeliest first.
 */
export function likelyInOrder(
  alone: readonly ProvisionLink[],
  rules: readonly number[],
  provisions: readonly Provision[],
  least: number,
): readonly ProvisionLink[] {
  const order = placesOf(provisions)
  const columns = order.size
  const rows = new Map(rules.map((clause, row) => [clause, row]))
  const own = new Float64Array(rules.length * columns).fill(LEAST)
  const nearest = new Map<number, ProvisionLink>()
  for (const link of alone) {
    const [row, column] = [rows.get(link.clause), order.get(provisions[link.provision]?.id ?? '')]
    if (row === undefined || column === undefined) continue
    const at = row * columns + column
    const odds = Math.log(link.score / (1 - link.score))
    if (odds <= (own[at] as number)) continue
    own[at] = odds
    nearest.set(at, link)
  }
  const likely = scoredInOrder(own, { rows: rules.length, columns })
  const firsts = [...order.keys()].map((id) => provisions.findIndex((each) => each.id === id))
  const found: ProvisionLink[] = []
  for (const [at, score] of likely.entries()) {
    if (score < least) continue
    const [clause, provision] = [rules[Math.floor(at / columns)] as number, firsts[at % columns] as number]
    found.push({ ...(nearest.get(at) ?? { clause, provision, letters: 0, said: 0 }), score })
  }
  return found.sort((a, b) => b.score - a.score || a.clause - b.clause || a.provision - b.provision)
}

/** How likely each pair is, 0 to 1, by the log odds of each by itself, row by row. */
function scoredInOrder(own: Float64Array, grid: Grid): Float64Array {
  const [ofClause, ofProvision] = [aboveRivals(own, grid, 'row'), aboveRivals(own, grid, 'column')]
  const scored = (weights: typeof ALONE | typeof IN_ORDER, around?: Float64Array): Float64Array =>
    own.map((odds, at) => {
      const itself =
        weights.own * odds + weights.ofClause * (ofClause[at] as number) + weights.ofProvision * (ofProvision[at] as number)
      const beside = around === undefined ? 0 : weights.order * Math.log(FEW + (around[at] as number))
      return 1 / (1 + Math.exp(-(weights.base + itself + beside)))
    })
  let likely = scored(ALONE)
  for (let round = 0; round < ROUNDS; round++) likely = scored(IN_ORDER, aroundEach(likely, grid))
  return likely
}

interface Grid {
  readonly rows: number
  readonly columns: number
}

/** How far each value is above the greatest other of its row or column; below 0 where another is greater. */
function aboveRivals(values: Float64Array, { rows, columns }: Grid, along: 'column' | 'row'): Float64Array {
  const [lines, length] = along === 'row' ? [rows, columns] : [columns, rows]
  const found = new Float64Array(values.length)
  for (let line = 0; line < lines; line++) {
    const placeOf = (at: number): number => (along === 'row' ? line * columns + at : at * columns + line)
    let [most, second] = [LEAST, LEAST]
    for (let at = 0; at < length; at++) {
      const value = values[placeOf(at)] as number
      if (value > most) [most, second] = [value, most]
      else if (value > second) second = value
    }
    for (let at = 0; at < length; at++) {
      const value = values[placeOf(at)] as number
      found[placeOf(at)] = value - (value === most ? second : most)
    }
  }
  return found
}

/** What the values before and after each come to, in the order of both texts. */
function aroundEach(values: Float64Array, { rows, columns }: Grid): Float64Array {
  const found = new Float64Array(values.length)
  for (let down = 1; down <= REACH; down++)
    for (let right = 1; right <= REACH; right++) {
      const share = Math.exp(-Math.abs(down - right) - FARTHER * (down + right))
      const step = down * columns + right
      for (let row = 0; row + down < rows; row++)
        for (let column = 0; column + right < columns; column++) {
          const at = row * columns + column
          found[at] = (found[at] as number) + share * (values[at + step] as number)
          found[at + step] = (found[at + step] as number) + share * (values[at] as number)
        }
    }
  return found
}
