import { append } from '../model/index.js'
import type { Dot, DrawnRule } from './drawn.js'
import type { Glyphs } from './lines.js'

/** A table by its rules: the places of its columns from the left and of its rows from the top. */
export interface Grid {
  readonly columns: readonly number[]
  readonly rows: readonly number[]
}

// Rules this close meet; points.
const TOUCH = 2.5
// No line of text fits between rules this close.
const ROW = 5
// Share of the width of a table that a rule between two of its rows covers at least.
const COVERS = 0.3
// More rules than this are a drawing.
const MOST_RULES = 4000
// A bullet stands at most this far from its words, in sizes.
const FAR = 2.5

/** The tables of a page: rules that meet and leave at least two cells beside each other, or under each other in columns. */
export function findGrids(rules: readonly DrawnRule[]): Grid[] {
  if (rules.length > MOST_RULES) return []
  return together(rules)
    .flatMap((group): Grid[] => {
      const [across, upright] = [group.filter((rule) => rule.across), group.filter((rule) => !rule.across)]
      const columns = places(upright, 1)
      const width = (columns.at(-1) ?? 0) - (columns[0] ?? 0)
      const rows = places(across, width * COVERS).reverse()
      return columns.length > 2 && rows.length > 1 ? [{ columns, rows }] : []
    })
    .sort((a, b) => (b.rows[0] ?? 0) - (a.rows[0] ?? 0))
}

/** Rules that meet each other, directly or by way of others. */
function together(rules: readonly DrawnRule[]): DrawnRule[][] {
  const groups: { rules: DrawnRule[]; box: Box }[] = []
  for (const rule of [...rules].sort((a, b) => top(b) - top(a))) {
    const meeting = groups.filter(
      ({ box, rules: others }) => overlap(box, boxOf(rule)) && others.some((other) => meet(rule, other)),
    )
    const joined = { rules: [rule], box: boxOf(rule) }
    for (const group of meeting) {
      append(joined.rules, group.rules)
      joined.box = around(joined.box, group.box)
      groups.splice(groups.indexOf(group), 1)
    }
    groups.push(joined)
  }
  return groups.map((group) => group.rules)
}

type Box = readonly [left: number, bottom: number, right: number, top: number]

const boxOf = ({ across, at, from, to }: DrawnRule): Box => (across ? [from, at, to, at] : [at, from, at, to])
const top = (rule: DrawnRule): number => boxOf(rule)[3]
const around = (a: Box, b: Box): Box => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
const overlap = (a: Box, b: Box): boolean =>
  a[0] <= b[2] + TOUCH && b[0] <= a[2] + TOUCH && a[1] <= b[3] + TOUCH && b[1] <= a[3] + TOUCH
const meet = (a: DrawnRule, b: DrawnRule): boolean => overlap(boxOf(a), boxOf(b))

/** Where rules of one direction stand, those beside each other as one, without those too short to part anything. */
function places(rules: readonly DrawnRule[], least: number): number[] {
  const found: { at: number; length: number }[] = []
  for (const { at, from, to } of [...rules].sort((a, b) => a.at - b.at)) {
    const last = found.at(-1)
    if (last && at - last.at < ROW) last.length += to - from
    else found.push({ at, length: to - from })
  }
  return found.filter(({ length }) => length >= least).map(({ at }) => at)
}

/** The runs that stand in a grid, each with the cell it stands in, and the others. */
export function cutGrids(
  glyphs: readonly Glyphs[],
  grids: readonly Grid[],
  name: string,
): { readonly tables: readonly { top: number; glyphs: Glyphs[] }[]; readonly rest: readonly Glyphs[] } {
  let rest = glyphs
  const tables = grids.flatMap((grid, n) => {
    const inside: Glyphs[] = []
    const outside: Glyphs[] = []
    for (const run of rest) {
      const row = grid.rows.findIndex((edge, i) => run.y < edge && run.y >= (grid.rows[i + 1] ?? Number.POSITIVE_INFINITY))
      const isBeside = run.x + run.width < (grid.columns[0] ?? 0) || run.x > (grid.columns.at(-1) ?? 0)
      if (row < 0 || isBeside) outside.push(run)
      else {
        for (const part of splitAt(run, grid.columns.slice(1, -1))) {
          const column = Math.max(grid.columns.slice(1, -1).filter((edge) => part.x >= edge - TOUCH).length, 0)
          const key = `${name} ${n}/${row}/${column}`
          inside.push({
            ...part,
            tag: { content: '', key, order: 0, cell: { table: `${name} ${n}`, row, column, edges: grid.columns } },
          })
        }
      }
    }
    if (inside.every(({ text }) => text.trim() === '')) return []
    rest = outside
    return [{ top: grid.rows[0] ?? 0, glyphs: inside }]
  })
  return { tables, rest }
}

/** A run over the edge between two cells is one for each: it is parted at the blank nearest to the edge. */
function splitAt(run: Glyphs, edges: readonly number[]): Glyphs[] {
  const edge = edges.find((at) => run.x < at - TOUCH && run.x + run.width > at + TOUCH)
  if (edge === undefined) return [run]
  const perLetter = run.width / run.text.length
  const wanted = (edge - run.x) / perLetter
  const blanks = [...run.text.matchAll(/\s+/g)].map(({ index, 0: { length } }) => ({ index, length }))
  const distance = ({ index, length }: { index: number; length: number }) => Math.abs(index + length / 2 - wanted)
  const [nearest] = blanks.sort((a, b) => distance(a) - distance(b))
  if (!nearest || distance(nearest) > 4) return [run]
  const start = nearest.index + nearest.length
  return [
    { ...run, text: run.text.slice(0, nearest.index), width: nearest.index * perLetter },
    ...splitAt(
      { ...run, text: run.text.slice(start), x: Math.max(run.x + start * perLetter, edge), width: run.width - start * perLetter },
      edges,
    ),
  ]
}

/** The dots that stand in front of a line, as runs of characters on it. */
export function bullets(dots: readonly Dot[], glyphs: readonly Glyphs[]): Glyphs[] {
  const inked = glyphs.filter(({ text }) => text.trim() !== '')
  return dots.flatMap((dot): Glyphs[] => {
    const line = inked.filter(({ y, size }) => dot.y > y && dot.y < y + 0.7 * size && dot.size < 0.7 * size)
    // A shape further off is a picture, and one behind words a sign among them.
    const before = line.filter(({ x, size }) => x > dot.right - 0.5 && x - dot.right < FAR * size).sort((a, b) => a.x - b.x)[0]
    const isAmong = line.some(({ x, width, size }) => x < dot.x && x + width > dot.x - size)
    if (!before || isAmong) return []
    return [{ text: dot.bullet, x: dot.x, y: before.y, width: dot.right - dot.x, size: before.size, bold: false, italic: false }]
  })
}
