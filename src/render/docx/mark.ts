import type { Brand } from '../../present/index.js'
import { element, OFFICE, relationship, w } from './xml.js'

type Mark = NonNullable<Brand['mark']>

/** Lengths in Word's drawings are 36,000ths of a millimetre. */
const MILLIMETRE = 36_000
const HEIGHT = 18
const WIDEST = 70
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const VECTOR = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main'

/** The mark of the organisation as a run: a picture in the line. Its file is among `markFiles`. */
export function markRun({ format, alt, ratio }: Mark): string {
  const height = Math.min(HEIGHT, WIDEST / ratio)
  const size = { cx: Math.round(height * ratio * MILLIMETRE), cy: Math.round(height * MILLIMETRE) }
  // Word draws SVG where this says so, LibreOffice wherever it is; neither needs another picture beside it.
  const vector = element(
    'a:extLst',
    {},
    element(
      'a:ext',
      { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
      element('asvg:svgBlip', { 'xmlns:asvg': VECTOR, 'r:embed': 'mark' }),
    ),
  )
  const about = { id: 1, name: 'Clausule mark', descr: alt }
  const picture = element(
    'pic:pic',
    { 'xmlns:pic': `${DRAWING}/picture` },
    element('pic:nvPicPr', {}, element('pic:cNvPr', about), element('pic:cNvPicPr')),
    element(
      'pic:blipFill',
      {},
      element('a:blip', { 'r:embed': 'mark' }, format === 'svg' ? vector : ''),
      element('a:stretch', {}, element('a:fillRect')),
    ),
    element(
      'pic:spPr',
      {},
      element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
    ),
  )
  return w(
    'r',
    {},
    w(
      'drawing',
      {},
      element(
        'wp:inline',
        { 'xmlns:wp': `${DRAWING}/wordprocessingDrawing`, distT: 0, distB: 0, distL: 0, distR: 0 },
        element('wp:extent', size),
        element('wp:docPr', about),
        element('a:graphic', { 'xmlns:a': `${DRAWING}/main` }, element('a:graphicData', { uri: `${DRAWING}/picture` }, picture)),
      ),
    ),
  )
}

const fileOf = ({ format }: Mark): string => `media/mark.${format}`

/** The file of the mark, by its name in the package. */
export const markFiles = (mark: Mark): Readonly<Record<string, Uint8Array>> => ({ [`word/${fileOf(mark)}`]: mark.bytes })

export const markRelationship = (mark: Mark | undefined): string =>
  mark ? relationship('mark', `${OFFICE}/image`, fileOf(mark)) : ''

export const markType = (mark: Mark | undefined): string =>
  mark ? element('Default', { Extension: mark.format, ContentType: mark.format === 'svg' ? 'image/svg+xml' : 'image/png' }) : ''
