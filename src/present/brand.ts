import type { BrandSettings, Message, Place, Result } from '../model/index.js'
import { fontProblem } from './brand-font.js'
import { readMark } from './brand-mark.js'
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
 * organisation's folder by the names the settings use. What is refused is reported as an error and left out of the value.
 */
export function resolveBrand(
  settings: BrandSettings | undefined,
  files: ReadonlyMap<string, Uint8Array>,
  place?: Place,
): Result<Brand> {
  const messages: Message[] = []
  const report = (severity: Message['severity'], reason: string, note?: string): void => {
    messages.push({ rule: 'brand/value', severity, reason, ...(place ? { place } : {}), ...(note ? { note } : {}) })
  }
  const primary = (settings?.colours?.primary ?? DEFAULT_PRIMARY).toLowerCase()
  const text = darkenTo(primary, '#ffffff', READABLE)
  if (text !== primary) {
    const found = contrast(primary, '#ffffff').toFixed(1)
    report(
      'warning',
      `Unexpected contrast ${found}:1 of the colour ${primary} on white, expected at least ${READABLE}:1 for text`,
      `Text is set in ${text}; surfaces and lines keep the colour.`,
    )
  }
  const file = (name: string, what: string): Uint8Array | undefined => {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(name)) {
      report('error', `Unexpected address "${name}" for the ${what}, expected a file in the organisation's folder`)
      return undefined
    }
    const bytes = files.get(name)
    if (!bytes) report('error', `Unexpected name "${name}" of the ${what}, expected a file that is in the organisation's folder`)
    return bytes
  }
  for (const place of ['header', 'footer'] as const) {
    const rest = settings?.[place]?.replace(RUNNING, '') ?? ''
    if (/\{\{|\}\}/.test(rest)) {
      report(
        'error',
        `Unexpected braces in the ${place} "${settings?.[place]}", expected {{organisation}}, {{title}}, {{version}} or {{status}}`,
      )
    }
  }
  const fonts = fontsOf(settings, file, report)
  const page = settings?.page ?? 'A4'
  const mark = markOf(settings, file, report)
  return {
    value: {
      primary,
      accent: (settings?.colours?.accent ?? primary).toLowerCase(),
      text,
      cover: settings?.cover ?? 'band',
      page,
      margins: marginsOf(settings, page, report),
      ...(fonts ? { fonts } : {}),
      ...(mark ? { mark } : {}),
    },
    messages,
  }
}

type Report = (severity: Message['severity'], reason: string, note?: string) => void
type Open = (name: string, what: string) => Uint8Array | undefined

const FACES = ['regular', 'bold', 'italic', 'boldItalic'] as const

/** A family with a face that cannot be used is not used at all: half of it would fall back to another family in mid-sentence. */
function fontsOf(settings: BrandSettings | undefined, file: Open, report: Report): Brand['fonts'] | undefined {
  if (!settings?.fonts) return undefined
  const faces: Partial<Record<(typeof FACES)[number], Uint8Array>> = {}
  let usable = true
  for (const face of FACES) {
    const name = settings.fonts[face]
    if (name === undefined) continue
    const bytes = file(name, `font ${face}`)
    const problem = bytes && fontProblem(bytes)
    if (problem) report('error', `Unexpected font "${name}": ${problem}`)
    if (!bytes || problem) usable = false
    else faces[face] = bytes
  }
  const { regular, ...rest } = faces
  return usable && regular ? { regular, ...rest } : undefined
}

function markOf(settings: BrandSettings | undefined, file: Open, report: Report): Brand['mark'] | undefined {
  if (settings?.mark === undefined) return undefined
  const bytes = file(settings.mark, 'mark')
  if (!bytes) return undefined
  const { format, problem } = readMark(bytes)
  if (problem !== undefined || format === undefined) {
    report('error', `Unexpected mark "${settings.mark}": ${problem ?? 'not an SVG or PNG file'}`)
    return undefined
  }
  const name = settings.mark.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
  if (settings.markAlt === undefined) {
    report('warning', 'Unexpected mark without markAlt, expected words that say what the mark shows', `Readers hear "${name}".`)
  }
  return { format, bytes, alt: settings.markAlt ?? name }
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
  report('error', `Unexpected margins, expected at least ${LEAST_MEASURE} mm between them on ${page}, upright and on its side`)
  return DEFAULT_MARGINS
}
