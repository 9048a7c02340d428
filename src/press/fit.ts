import { type Measured, widthOf } from './set.js'

/** What no line may part, with the room behind it and the piece a line may end after. */
interface Box {
  readonly width: number
  gap: number
  readonly end: Measured
  /** A line should not end here: "31" and "augustus". */
  readonly glue: boolean
}

/** What a line that ends between a number and what it counts costs, and a last line of one word; a line half empty costs a quarter. */
const GLUE = 0.5
const ALONE = 0.3

/**
 * The pieces after which lines end so that they are as even as can be in as few lines as there must be: numbers stay with what they
 * count, and no last line has a single word, where that can be had. With `even` the last line is to be as long as the others, as in a
 * heading. A stretch with a word wider than a line, or with blanks as they are written, is left to break where it must.
 */
export function evenBreaks(pieces: readonly Measured[], width: number, even: boolean): ReadonlySet<Measured> {
  const ends = new Set<Measured>()
  for (const boxes of stretches(pieces)) {
    const whole = boxes.reduce((sum, box) => sum + box.width + box.gap, -(boxes.at(-1)?.gap ?? 0))
    if (whole <= width || boxes.some((box) => box.width > width)) continue
    for (const box of chosen(boxes, width, even)) ends.add(box.end)
  }
  return ends
}

/** The boxes between line ends; none for a stretch with blanks as they are written. */
function* stretches(pieces: readonly Measured[]): Generator<readonly Box[]> {
  let boxes: Box[] = []
  let verbatim = false
  let width = 0
  const close = (end: Measured, gap: number, glue = false): void => {
    boxes.push({ width, gap, end, glue })
    width = 0
  }
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'newline') {
      if (width > 0) close(piece, 0)
      if (!verbatim) yield boxes
      boxes = []
      verbatim = false
    } else if (piece.kind === 'space') {
      verbatim ||= piece.hard
      const last = boxes.at(-1)
      if (width > 0) close(piece, widthOf(piece), piece.glue)
      else if (last) last.gap += widthOf(piece)
    } else {
      width += widthOf(piece)
      if (piece.wrap && pieces[index + 1]?.kind !== 'space') close(piece, 0)
    }
    if (index === pieces.length - 1 && width > 0) close(piece, 0)
  }
  if (!verbatim) yield boxes
}

/** The last boxes of all lines but the last. Fewest lines first, then least cost: by dynamic programming from the end. */
function chosen(boxes: readonly Box[], width: number, even: boolean): Box[] {
  const count = boxes.length
  const lines = new Int32Array(count + 1)
  const costs = new Float64Array(count + 1)
  const ends = new Int32Array(count + 1)
  for (let from = count - 1; from >= 0; from--) {
    let used = 0
    lines[from] = 0x7fffffff
    for (let to = from; to < count; to++) {
      const box = boxes[to] as Box
      used += box.width
      if (used > width + 0.01) break
      const last = to === count - 1
      const slack = (width - used) / width
      const short = last && !even ? (to === from ? ALONE : 0) : slack * slack
      const cost = short + (box.glue && !last ? GLUE : 0) + (costs[to + 1] as number)
      const total = 1 + (lines[to + 1] as number)
      if (total < (lines[from] as number) || (total === lines[from] && cost < (costs[from] as number))) {
        lines[from] = total
        costs[from] = cost
        ends[from] = to
      }
      used += box.gap
    }
  }
  const found: Box[] = []
  for (let at = 0; at < count; at = (ends[at] as number) + 1) found.push(boxes[ends[at] as number] as Box)
  return found.slice(0, -1)
}
