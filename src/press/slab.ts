import type { NoteFlow, Painter, Rail, Slab } from './set.js'

export const heightOf = (slabs: readonly Slab[]): number =>
  slabs.reduce((sum, slab, index) => sum + slab.height + (index > 0 ? slab.before : 0), 0)

export const notesOf = (slabs: readonly Slab[]): NoteFlow[] => [...new Set(slabs.flatMap((slab) => slab.notes ?? []))]

export function withFirst(slabs: readonly Slab[], change: (first: Slab) => Slab): Slab[] {
  const [first, ...rest] = slabs
  return first ? [change(first), ...rest] : []
}

/** The same slabs with a rail along them. */
export const along = (slabs: readonly Slab[], rail: Rail): Slab[] =>
  slabs.map((slab) => ({ ...slab, rails: [...(slab.rails ?? []), rail] }))

/** Divides a slab; both parts keep the rails, and its destinations go to the part that holds them. */
export function divide(slab: Slab, room: number): readonly [Slab, Slab] | undefined {
  const parts = slab.split?.(room)
  if (!parts) return undefined
  const rails = slab.rails ? { rails: slab.rails } : {}
  const later = new Set(parts[1].anchors)
  const anchors = (slab.anchors ?? []).filter((anchor) => !later.has(anchor))
  return [
    { ...parts[0], ...rails, anchors, before: slab.before, keep: slab.keep },
    { ...parts[1], ...rails },
  ]
}

export interface PlacedSlab {
  readonly slab: Slab
  readonly top: number
}

/** Slabs below each other from `top`. */
export function stack(slabs: readonly Slab[], top: number): PlacedSlab[] {
  let y = top
  return slabs.map((slab, index) => {
    if (index > 0) y += slab.before
    const placed = { slab, top: y }
    y += slab.height
    return placed
  })
}

/** Paints placed slabs: first the rails behind them, then each of them. */
export function paintPlaced(placed: readonly PlacedSlab[], canvas: Painter): void {
  paintRails(placed, canvas)
  for (const { slab, top } of placed) slab.paint(canvas, top)
}

function paintRails(placed: readonly PlacedSlab[], canvas: Painter): void {
  const open = new Map<Rail, { top: number; bottom: number }>()
  for (const { slab, top } of placed) {
    for (const rail of slab.rails ?? []) {
      const span = open.get(rail)
      if (span) span.bottom = top + slab.height
      else open.set(rail, { top, bottom: top + slab.height })
    }
  }
  if (open.size === 0) return
  canvas.artifact()
  for (const [{ x, width, colour, bleed }, { top, bottom }] of open)
    canvas.fill(x, top - bleed, width, bottom - top + 2 * bleed, colour)
}
