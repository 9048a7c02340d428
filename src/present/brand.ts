import type { BrandSettings, Message, Phrase, Place, Result, Unruled } from '../model/index.js'
import { fontProblem } from './brand-font.js'
import { readMark } from './brand-mark.js'
import { styleOf } from './brand-style.js'
import { contrast, darkenTo } from './colour.js'
import type { Brand } from './document.js'

const DEFAULT_PRIMARY = '#1f4e79'
const DEFAULT_MARGINS = { top: 28, right: 26, bottom: 26, left: 26 }
/** WCAG 2.2, 1.4.3, for text of any size. */
const READABLE = 4.5

/** What the running words of a page may name. */
const RUNNING = /\{\{(?:organisation|title|version|status)\}\}/g

/** What must be left for text, in millimetres, of the narrow side of the page and of its height. */
const LEAST_MEASURE = 60
const PAGES = { A4: [210, 297], A5: [148, 210], letter: [216, 279] } as const

/**
 * Looks as data: fills in what `organisation.yaml` leaves open and refuses what no PDF should carry. `files` holds the files of the
 * organisation's folder by the names the settings use; undefined for one that was told to be missing. What is refused is reported as an error and left out of the value.
 */
export function resolveBrand(
  settings?: BrandSettings,
  files: ReadonlyMap<string, Uint8Array | undefined> = new Map(),
  place?: Place,
): Result<Brand> {
  const messages: Message[] = []
  const report: Report = (severity, said, note) => {
    messages.push({ rule: 'brand/value', ...said, severity, ...(place ? { place } : {}), ...(note ? { note } : {}) } as Message)
  }
  const primary = (settings?.colours?.primary ?? DEFAULT_PRIMARY).toLowerCase()
  const text = darkenTo(primary, '#ffffff', READABLE)
  if (text !== primary) {
    const found = contrast(primary, '#ffffff').toFixed(1)
    const note = { phrase: 'brand.text-colour', values: { colour: text } } as const
    report('warning', { form: 'contrast', values: { found, colour: primary, least: READABLE } }, note)
  }
  const file: Open = (name, what) => {
    if (files.has(name)) return files.get(name)
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(name)) {
      report('error', { form: 'address', values: { address: name, what } })
      return undefined
    }
    report('error', { form: 'name', values: { name, what } })
    return undefined
  }
  for (const place of ['header', 'footer'] as const) {
    const words = settings?.[place] ?? ''
    if (/\{\{|\}\}/.test(words.replace(RUNNING, ''))) report('error', { form: place, values: { words } })
  }
  const style = styleOf(settings)
  const fonts = fontsOf(settings, file, report)
  const page = settings?.page ?? 'A4'
  const mark = markOf(settings, file, report)
  return {
    value: {
      primary,
      accent: (settings?.colours?.accent ?? primary).toLowerCase(),
      text,
      typeface: style.typeface,
      scale: style.scale,
      cover: settings?.cover ?? style.cover,
      page,
      margins: marginsOf(settings, page, report),
      ...(fonts ? { fonts } : {}),
      ...(mark ? { mark } : {}),
    },
    messages,
  }
}

type Report = (severity: Message['severity'], said: Unruled<'brand/value'>, note?: Phrase) => void
/** The bytes of a file the brand names, and what it is to be. */
type Open = (name: string, what: Extract<Phrase, { readonly phrase: `brand.a.${string}` }>) => Uint8Array | undefined

const FACES = ['regular', 'bold', 'italic', 'boldItalic'] as const

/** A family with a face that cannot be used is not used at all: half of it would fall back to another family in mid-sentence. */
function fontsOf(settings: BrandSettings | undefined, file: Open, report: Report): Brand['fonts'] | undefined {
  if (!settings?.fonts) return undefined
  const faces: Partial<Record<(typeof FACES)[number], Uint8Array>> = {}
  let usable = true
  for (const face of FACES) {
    const name = settings.fonts[face]
    if (name === undefined) continue
    const bytes = file(name, { phrase: 'brand.a.font', values: { face } })
    const problem = bytes && fontProblem(bytes)
    if (problem) report('error', { form: 'font', values: { name, problem } })
    if (!bytes || problem) usable = false
    else faces[face] = bytes
  }
  const { regular, ...rest } = faces
  return usable && regular ? { regular, ...rest } : undefined
}

function markOf(settings: BrandSettings | undefined, file: Open, report: Report): Brand['mark'] | undefined {
  if (settings?.mark === undefined) return undefined
  const bytes = file(settings.mark, { phrase: 'brand.a.mark' })
  if (!bytes) return undefined
  const { format, ratio = 1, problem } = readMark(bytes)
  if (problem !== undefined || format === undefined) {
    const values = { name: settings.mark, problem: problem ?? ({ phrase: 'mark.no-picture' } as const) }
    report('error', { form: 'mark', values })
    return undefined
  }
  const name = settings.mark.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
  if (settings.markAlt === undefined) {
    report('warning', { form: 'mark-alt' }, { phrase: 'brand.heard', values: { name } })
  }
  return { format, ratio, bytes, alt: settings.markAlt ?? name }
}

function marginsOf(settings: BrandSettings | undefined, page: Brand['page'], report: Report): Brand['margins'] {
  const { top, right, bottom, left } = settings?.margins ?? {}
  const margins = {
    top: top ?? DEFAULT_MARGINS.top,
    right: right ?? DEFAULT_MARGINS.right,
    bottom: bottom ?? DEFAULT_MARGINS.bottom,
    left: left ?? DEFAULT_MARGINS.left,
  }
  const [width, height] = PAGES[page]
  if (
    width - margins.left - margins.right >= LEAST_MEASURE &&
    Math.min(width, height) - margins.top - margins.bottom >= LEAST_MEASURE
  ) {
    return margins
  }
  report('error', { form: 'margins', values: { least: LEAST_MEASURE, page } })
  return DEFAULT_MARGINS
}
