import { inflateSync } from 'node:zlib'
import type { Phrase } from '../model/index.js'

export interface MarkFile {
  readonly format?: 'svg' | 'png'
  /** Why it cannot be used, with what was expected instead. */
  readonly problem?: MarkProblem
}

type MarkProblem = Extract<Phrase, { readonly phrase: `mark.${string}` }>

const LARGEST_PNG = 4000
const LARGEST_SVG = 1_000_000
const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n'

/** Looks at a mark as a border guard would: what is let in draws shapes and does nothing else. */
export function readMark(bytes: Uint8Array): MarkFile {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  if (start === PNG_SIGNATURE) {
    const problem = pngProblem(bytes)
    return { format: 'png', ...(problem ? { problem } : {}) }
  }
  if (start.startsWith('\xff\xd8')) return { problem: { phrase: 'mark.jpeg' } }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { problem: { phrase: 'mark.encoding' } }
  }
  if (!/<svg[\s>]/.test(text)) return { problem: { phrase: 'mark.format' } }
  const problem = svgProblem(text)
  return { format: 'svg', ...(problem ? { problem } : {}) }
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

/** What a mark must not hold, and what it is called. */
const REFUSED: readonly (readonly [RegExp, MarkProblem['phrase'] & `mark.holds.${string}`])[] = [
  [/<!ENTITY|<!DOCTYPE[^>]*\[/i, 'mark.holds.entities'],
  [/<\?xml-stylesheet/i, 'mark.holds.style'],
  [/<(?:\w+:)?script\b|\bon\w+\s*=|javascript:/i, 'mark.holds.scripts'],
  [/<(?:\w+:)?(?:foreignObject|iframe|audio|video|object|embed)\b/i, 'mark.holds.foreign'],
  [/<(?:\w+:)?image\b|<(?:\w+:)?feImage\b/i, 'mark.holds.image'],
  [/\bhref\s*=\s*(?:"(?!#)|'(?!#))/i, 'mark.holds.references'],
  [/url\((?!\s*["']?#)/i, 'mark.holds.references'],
  [/@import|@font-face/i, 'mark.holds.style'],
  [/<(?:\w+:)?(?:text|tspan|textPath)\b/i, 'mark.holds.text'],
  [/device-cmyk|icc-color/i, 'mark.holds.cmyk'],
]

function svgProblem(source: string): MarkProblem | undefined {
  if (source.length > LARGEST_SVG) return { phrase: 'mark.large', values: { most: LARGEST_SVG / 1e6 } }
  // Comments, too: readers disagree about where one ends.
  for (const [pattern, what] of REFUSED) if (pattern.test(source)) return { phrase: what }
  const text = source.replace(/<!--[\s\S]*?-->/g, '')
  const references = readReferences(text)
  if (!references) return { phrase: 'mark.xml' }
  if (unfolded(references) > MOST_SHAPES) return { phrase: 'mark.repeats' }
  const root = /<(?:\w+:)?svg\b[^>]*>/.exec(text)?.[0] ?? ''
  const sized = /\bviewBox\s*=/.test(root) || (/\bwidth\s*=/.test(root) && /\bheight\s*=/.test(root))
  return sized ? undefined : { phrase: 'mark.no-size' }
}

const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y

/** What a drawing may come to when all its references are followed. */
const MOST_SHAPES = 10_000
/** The name of the drawing itself among its parts. */
const WHOLE = ''

/** Which named parts each named part refers to; undefined when an element is not closed in the order it was opened. */
function readReferences(text: string): ReadonlyMap<string, readonly string[]> | undefined {
  const references = new Map<string, string[]>([[WHOLE, []]])
  const open: { name: string; id: string | undefined }[] = []
  let roots = 0
  const prolog = /^\ufeff?\s*(?:<\?xml[^>]*\?>)?\s*(?:<!DOCTYPE[^>]*>)?/i
  const body = text.replace(prolog, '').replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  for (let at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at)) {
    TAG.lastIndex = at
    const match = TAG.exec(body)
    if (!match) return undefined
    const [whole, closing, name, attributes, empty] = match as unknown as [string, string, string, string, string]
    at += whole.length
    if (closing) {
      if (open.pop()?.name !== name) return undefined
      continue
    }
    if (open.length === 0) roots++
    const id = /\sid\s*=\s*["']([^"']*)/.exec(attributes)?.[1]
    if (id && !references.has(id)) references.set(id, [])
    const owners = [WHOLE, ...open.map((element) => element.id), id].filter((owner) => owner !== undefined)
    for (const [, first, second] of attributes.matchAll(/href\s*=\s*["']#([^"']*)|url\(\s*["']?#([^"')]*)/g)) {
      for (const owner of owners) references.get(owner)?.push((first ?? second) as string)
    }
    if (!empty) open.push({ name, id })
  }
  return open.length === 0 && roots === 1 ? references : undefined
}

/** How many parts a drawing comes to; infinite when one of them contains itself. */
function unfolded(references: ReadonlyMap<string, readonly string[]>): number {
  const counts = new Map<string, number>()
  const count = (name: string): number => {
    const known = counts.get(name)
    if (known !== undefined) return known
    counts.set(name, Number.POSITIVE_INFINITY)
    const total = (references.get(name) ?? []).reduce((sum, target) => sum + count(target), 1)
    counts.set(name, total)
    return total
  }
  return count(WHOLE)
}
