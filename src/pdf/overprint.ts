import type { Glyphs } from './lines.js'

// In sizes: what is drawn again this close is drawn over itself.
const OVER = 0.12

/** Runs that are drawn twice to look bold, as one that is bold; `over` are those that were drawn over another. */
export function withoutOverprint(glyphs: readonly Glyphs[]): {
  readonly kept: readonly Glyphs[]
  readonly over: ReadonlySet<Glyphs>
} {
  const over = new Set<Glyphs>()
  const drawn = new Map<string, { readonly run: Glyphs; readonly at: number }[]>()
  const kept: Glyphs[] = []
  for (const run of glyphs) {
    const known = drawn.get(run.text) ?? []
    const same = run.text.trim() === '' ? undefined : known.find((other) => isOver(run, other.run))
    if (same) {
      kept[same.at] = { ...(kept[same.at] as Glyphs), bold: true }
      over.add(run)
      continue
    }
    drawn.set(run.text, [...known.slice(-MOST_KNOWN), { run, at: kept.length }])
    kept.push(run)
  }
  return { kept, over }
}

// What is drawn over comes soon after it.
const MOST_KNOWN = 8

const isOver = (run: Glyphs, other: Glyphs): boolean =>
  run.size === other.size && Math.abs(run.x - other.x) < OVER * run.size && Math.abs(run.y - other.y) < OVER * run.size
