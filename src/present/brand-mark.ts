import { inflateSync } from 'node:zlib'
import { type MarkProblem, readDrawing } from './brand-svg.js'

interface MarkFile {
  readonly format?: 'svg' | 'png'
  /** Width divided by height. */
  readonly ratio?: number
  /** Why it cannot be used, with what was expected instead. */
  readonly problem?: MarkProblem
}

// In pixels: a mark across the whole page at 480 dots an inch, and at most 64 MB unpacked.
const LARGEST_PNG = 4000
const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n'

/** Looks at a mark as a border guard would: what is let in draws shapes and does nothing else. */
export function readMark(bytes: Uint8Array): MarkFile {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  if (start === PNG_SIGNATURE) {
    const problem = pngProblem(bytes)
    if (problem) return { format: 'png', problem }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return { format: 'png', ratio: view.getUint32(16) / view.getUint32(20) }
  }
  if (start.startsWith('\xff\xd8')) return { problem: { phrase: 'mark.jpeg' } }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { problem: { phrase: 'mark.encoding' } }
  }
  if (!/<svg[\s>]/.test(text)) return { problem: { phrase: 'mark.format' } }
  const drawing = readDrawing(text)
  return 'ratio' in drawing ? { format: 'svg', ratio: drawing.ratio } : { format: 'svg', problem: drawing }
}

const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** PNG (second edition), sections 5 and 11: walks the chunks and unpacks the pixels, since a damaged file would break the PDF. */
function pngProblem(bytes: Uint8Array): MarkProblem | undefined {
  const damaged = { phrase: 'mark.damaged' } as const
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = []
  let ended = false
  let palette = false
  for (let at = 8; at + 12 <= bytes.length && !ended; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (at + 12 + length > bytes.length || (at === 8 && type !== 'IHDR')) return damaged
    if (type === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length))
    if (type === 'PLTE') palette = true
    ended = type === 'IEND'
    at += 12 + length
  }
  if (!ended || bytes.length < 33) return damaged
  const [width, height, depth, colour] = [view.getUint32(16), view.getUint32(20), view.getUint8(24), view.getUint8(25)]
  const channels = CHANNELS[colour]
  if (channels === undefined || width === 0 || height === 0 || (colour === 3 && !palette)) return damaged
  if (width > LARGEST_PNG || height > LARGEST_PNG) return { phrase: 'mark.pixels', values: { width, height, most: LARGEST_PNG } }
  const least = height * (1 + Math.ceil((width * channels * depth) / 8))
  try {
    const pixels = inflateSync(Buffer.concat(parts), { maxOutputLength: least * 2 + 1024 })
    return view.getUint8(28) === 0 && pixels.length < least ? damaged : undefined
  } catch {
    return damaged
  }
}
