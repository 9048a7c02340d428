import { SaxesParser, type SaxesTagNS } from 'saxes'
import { append, type Phrase } from '../model/index.js'

export type MarkProblem = Extract<Phrase, { readonly phrase: `mark.${string}` }>

// In characters: marks of schools have at most some ten thousand; traced photographs have more.
const LARGEST_SVG = 1_000_000

const SVG = 'http://www.w3.org/2000/svg'
const XHTML = 'http://www.w3.org/1999/xhtml'

/** What draws shapes and does nothing else: SVG 1.1, chapters 5, 7–11 and 13–15, without what holds words or leads elsewhere. */
const DRAWS: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol use switch title desc metadata style path rect circle ellipse line polyline polygon ' +
    'linearGradient radialGradient stop pattern clipPath mask marker view filter feBlend feColorMatrix feComponentTransfer ' +
    'feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG ' +
    'feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
)

/** What a mark holds that it must not, by the element that holds it. */
const REFUSED: Readonly<Record<string, MarkProblem['phrase'] & `mark.holds.${string}`>> = {
  script: 'mark.holds.scripts',
  image: 'mark.holds.image',
  feImage: 'mark.holds.image',
  text: 'mark.holds.text',
  tspan: 'mark.holds.text',
  textPath: 'mark.holds.text',
}

/** What a drawing may come to when all its references are followed. */
const MOST_SHAPES = 10_000
/** Elements inside each other: no drawing has more, and whoever draws it has a stack. */
const DEEPEST = 200
/** The name of the drawing itself among its parts. */
const WHOLE = ''

/** Why parsing ends before the end. */
class Refused extends Error {
  constructor(readonly problem: MarkProblem) {
    super(problem.phrase)
  }
}

/** A drawing as a mark, or why it cannot be one: it is parsed, and holds only what is known to draw shapes. */
export function readDrawing(source: string): { readonly ratio: number } | MarkProblem {
  if (source.length > LARGEST_SVG) return { phrase: 'mark.large', values: { most: LARGEST_SVG / 1e6 } }
  const references = new Map<string, string[]>([[WHOLE, []]])
  const open: { readonly local: string; readonly id: string | undefined }[] = []
  let ratio: number | undefined
  const parser = new SaxesParser({ xmlns: true })
  const refuse = (phrase: MarkProblem['phrase'] & (`mark.holds.${string}` | 'mark.xml' | 'mark.format')): never => {
    throw new Refused({ phrase })
  }
  parser.on('error', () => refuse('mark.xml'))
  parser.on('doctype', (text) => {
    if (text.includes('[')) refuse('mark.holds.entities')
  })
  parser.on('processinginstruction', ({ target }) => {
    if (target.toLowerCase() === 'xml-stylesheet') refuse('mark.holds.style')
  })
  // HTML takes these two for a whole comment.
  parser.on('comment', (text) => {
    if (/^-?>/.test(text)) refuse('mark.xml')
  })
  const style = (text: string) => {
    if (open.at(-1)?.local === 'style') checkStyle(text, refuse)
  }
  parser.on('text', style)
  parser.on('cdata', style)
  parser.on('opentag', (tag) => {
    if (open.length >= DEEPEST) refuse('mark.xml')
    const { local, uri } = tag
    if (open.length === 0 && local !== 'svg') refuse('mark.format')
    if (open.length === 0) ratio = ratioOf(tag)
    // Programs that draw leave notes of their own beside what is drawn; nobody shows them.
    if (uri === SVG || uri === '') checkElement(local, refuse)
    else if (uri === XHTML) refuse('mark.holds.foreign')
    const named = tag.attributes.id?.value
    const id = named === '' ? undefined : named
    if (id !== undefined && !references.has(id)) references.set(id, [])
    const owners = [WHOLE, ...open.map((element) => element.id), id].filter((owner) => owner !== undefined)
    for (const target of targets(tag, refuse)) for (const owner of owners) references.get(owner)?.push(target)
    open.push({ local, id })
  })
  parser.on('closetag', () => void open.pop())
  try {
    parser.write(source).close()
  } catch (error) {
    if (error instanceof Refused) return error.problem
    throw error
  }
  if (unfolded(references) > MOST_SHAPES) return { phrase: 'mark.repeats' }
  return ratio === undefined ? { phrase: 'mark.no-size' } : { ratio }
}

type Refuse = (phrase: MarkProblem['phrase'] & (`mark.holds.${string}` | 'mark.xml' | 'mark.format')) => never

function checkElement(local: string, refuse: Refuse): void {
  const phrase = Object.hasOwn(REFUSED, local) ? REFUSED[local] : undefined
  if (phrase !== undefined) refuse(phrase)
  if (!DRAWS.has(local)) refuse('mark.holds.foreign')
}

/** The parts an element draws again, or is painted with. */
function targets({ attributes }: SaxesTagNS, refuse: Refuse): string[] {
  const found: string[] = []
  for (const { local, prefix, value } of Object.values(attributes)) {
    if (/^on/i.test(local) || /^\s*javascript:/i.test(value)) refuse('mark.holds.scripts')
    if (prefix === 'xml' && local === 'base') refuse('mark.holds.references')
    if (local.toLowerCase() === 'href') {
      if (!value.startsWith('#')) refuse('mark.holds.references')
      found.push(value.slice(1))
    }
    // What other programs note is not painted with.
    if (prefix === '') append(found, checkStyle(value, refuse))
  }
  return found
}

/** What a style leads to inside the drawing; anything outside it is refused. */
function checkStyle(style: string, refuse: Refuse): string[] {
  if (/@import|@font-face|\\/i.test(style)) refuse('mark.holds.style')
  if (/device-cmyk|icc-color/i.test(style)) refuse('mark.holds.cmyk')
  return [...style.matchAll(/url\(\s{0,9}["']?(#?)([^"')]*)/gi)].map(([, sign, name = '']) =>
    sign === '#' ? name : refuse('mark.holds.references'),
  )
}

/** Width divided by height, of the view box or else of the sides; 1 where they are no numbers, undefined where there are none. */
function ratioOf({ attributes: { viewBox, width, height } }: SaxesTagNS): number | undefined {
  if (viewBox === undefined && (width === undefined || height === undefined)) return undefined
  const box = viewBox?.value
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const ratio = box
    ? (box[2] ?? Number.NaN) / (box[3] ?? Number.NaN)
    : Number.parseFloat(width?.value ?? '') / Number.parseFloat(height?.value ?? '')
  return Number.isFinite(ratio) && ratio > 0 ? ratio : 1
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
