import type { PDFPageProxy } from 'pdfjs-dist'
import { append, maximum, minimum } from '../model/index.js'
import type { Box } from './pictures.js'

/** A straight line along one of the axes, or a bar as thin as one. `at` is its place on the other axis; points, y upwards. */
export interface DrawnRule {
  readonly across: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** A small filled or open shape: what browsers draw for a bullet. */
export interface Dot {
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly bullet: string
}

export interface Drawn {
  readonly rules: readonly DrawnRule[]
  readonly dots: readonly Dot[]
  readonly pictures: readonly Box[]
}

type Matrix = readonly [number, number, number, number, number, number]
type Names = Readonly<Record<string, number>>

interface Shape {
  readonly box: Box
  readonly curved: boolean
  /** Its corners, where it has no curves. */
  readonly corners: readonly (readonly [number, number])[]
}

// A rule is at most this thick, and a shape of this size may be a bullet; points.
const THICK = 2.2
const DOT = [1.2, 9] as const
// How many numbers each step of a path takes: move, line, cubic, quadratic, close.
const LENGTHS = [2, 2, 6, 4, 0]
const [MOVE, CUBIC, QUADRATIC] = [0, 2, 3]

/** The rules, dots and pictures a page draws. */
export async function readDrawn(page: PDFPageProxy, names: Names): Promise<Drawn> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const rules: DrawnRule[] = []
  const dots: Dot[] = []
  const pictures: Box[] = []
  const stack: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const strokes = new Set([names.stroke, names.closeStroke])
  const paints = new Set([names.paintImageXObject, names.paintInlineImageXObject])
  const fills = new Set([names.fill, names.eoFill])
  const both = new Set([names.fillStroke, names.eoFillStroke, names.closeFillStroke, names.closeEOFillStroke])
  for (const [i, fn] of fnArray.entries()) {
    const args = argsArray[i] as readonly unknown[] | null
    if (fn === names.save || fn === names.paintFormXObjectBegin) stack.push(matrix)
    if (fn === names.restore || fn === names.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    else if (fn === names.transform) matrix = times(matrix, args as Matrix)
    else if (fn === names.paintFormXObjectBegin && args?.[0]) matrix = times(matrix, args[0] as Matrix)
    else if (fn !== undefined && paints.has(fn)) pictures.push(squareIn(matrix))
    else if (fn === names.constructPath) {
      const [paint, [path]] = args as [number, [ArrayLike<number> | null]]
      const isStroke = strokes.has(paint) || both.has(paint)
      const isFill = fills.has(paint) || both.has(paint)
      if (!path || !(isStroke || isFill)) continue
      for (const shape of shapes(path, matrix)) {
        const dot = toDot(shape, isFill)
        if (dot) dots.push(dot)
        else if (!shape.curved) append(rules, toRules(shape, isStroke))
      }
    }
  }
  return { rules, dots, pictures }
}

/** Where a picture is drawn: a square of one by one, as it is turned and stretched. */
function squareIn([a, b, c, d, e, f]: Matrix): Box {
  const [xs, ys] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ]
  return [minimum(xs), minimum(ys), maximum(xs), maximum(ys)]
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

/** The parts of a path, each from where the pen is set down. */
function shapes(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Shape[] {
  const found: { points: [number, number][]; curved: boolean }[] = []
  for (let i = 0; i < path.length; ) {
    const step = path[i++] ?? 0
    if (step === MOVE || found.length === 0) found.push({ points: [], curved: false })
    const shape = found.at(-1)
    if (shape && (step === CUBIC || step === QUADRATIC)) shape.curved = true
    const end = i + (LENGTHS[step] ?? path.length)
    for (; i < end; i += 2) {
      const [x, y] = [path[i] ?? 0, path[i + 1] ?? 0]
      shape?.points.push([a * x + c * y + e, b * x + d * y + f])
    }
  }
  return found
    .filter(({ points }) => points.length > 1)
    .map(({ points, curved }) => {
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
      return { box: [minimum(xs), minimum(ys), maximum(xs), maximum(ys)], curved, corners: points }
    })
}

function toDot({ box: [left, bottom, right, top], curved }: Shape, filled: boolean): Dot | undefined {
  const [width, height] = [right - left, top - bottom]
  if (Math.min(width, height) < DOT[0] || Math.max(width, height) > DOT[1] || Math.abs(width - height) > 0.25 * width)
    return undefined
  const bullet = !filled ? '◦' : curved ? '•' : '▪'
  return { x: left, right, y: (bottom + top) / 2, size: height, bullet }
}

/** A thin bar is one rule; a frame that is drawn around is one for each of its sides. */
function toRules({ box: [left, bottom, right, top], corners }: Shape, stroked: boolean): DrawnRule[] {
  const across = (at: number): DrawnRule => ({ across: true, at, from: left, to: right })
  const upright = (at: number): DrawnRule => ({ across: false, at, from: bottom, to: top })
  if (top - bottom <= THICK && right - left > THICK) return [across((bottom + top) / 2)]
  if (right - left <= THICK && top - bottom > THICK) return [upright((left + right) / 2)]
  const isFrame = corners.every(([x, y]) => (near(x, left) || near(x, right)) && (near(y, bottom) || near(y, top)))
  return stroked && isFrame ? [across(bottom), across(top), upright(left), upright(right)] : []
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.5
