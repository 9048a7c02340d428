import { type Brand, type Document, mix } from '../../present/index.js'
import { indentOf, itemStyle, LABEL, LEVELS } from './numbering.js'
import { NAMESPACES, part, w } from './xml.js'

const LOCALES: Readonly<Partial<Record<string, string>>> = { nl: 'nl-NL', en: 'en-GB' }
/** A language as Word asks for it, with its country where a spelling belongs to one. */
export const localeOf = (lang: string): string => LOCALES[lang] ?? lang

/** A paragraph style. Sizes in half points, space and indents in twentieths of a point. */
interface Style {
  readonly id: string
  /** As Word shows it; its own name for a style it knows, so that its tools find it. */
  readonly name: string
  readonly based?: string
  readonly next?: string
  readonly size?: number
  readonly bold?: true
  readonly italic?: true
  readonly colour?: string
  readonly before?: number
  readonly after?: number
  readonly line?: number
  readonly align?: 'right' | 'center'
  readonly keepNext?: true
  readonly outline?: number
  /** The level of the numbering of headings that numbers it. */
  readonly numbered?: number
  readonly indent?: number
  readonly hanging?: number
  readonly font?: string
  readonly tabs?: string
  readonly border?: { readonly side: 'bottom' | 'left'; readonly colour: string }
}

const FONT = 'Calibri'
const MONO = 'Consolas'
const GREY = '5F6670'

/** The styles of a document, in the colours of its brand; `numbered` depths of headings carry their numbers. A reader who changes one in Word changes it everywhere. */
export function styles({ brand, lang }: Document, width: number, numbered: ReadonlySet<number>): string {
  const colour = brand.text.slice(1)
  const accent = brand.accent.slice(1)
  const headings = [30, 25, 22, 21, 21, 21].map(
    (size, i): Style => ({
      id: `Heading${i + 1}`,
      name: `heading ${i + 1}`,
      based: 'Normal',
      next: 'Normal',
      size,
      bold: true,
      colour,
      before: i === 0 ? 360 : 240,
      after: 100,
      keepNext: true,
      outline: i,
      ...(numbered.has(i + 1) ? { numbered: i } : {}),
    }),
  )
  const cells = (['', 'Right', 'Center'] as const).flatMap((align): Style[] => {
    const side = align === '' ? {} : { align: align.toLowerCase() as 'right' | 'center' }
    return [
      {
        id: `TableText${align}`,
        name: `Table Text ${align}`.trim(),
        based: 'Normal',
        size: 19,
        before: 20,
        after: 20,
        line: 252,
        ...side,
      },
      { id: `TableHead${align}`, name: `Table Head ${align}`.trim(), based: `TableText${align}`, bold: true, ...side },
    ]
  })
  const all: readonly Style[] = [
    ...headings,
    {
      id: 'Title',
      name: 'Title',
      based: 'Normal',
      next: 'Subtitle',
      size: 52,
      bold: true,
      colour,
      before: 240,
      after: 60,
      line: 240,
      keepNext: true,
    },
    { id: 'Subtitle', name: 'Subtitle', based: 'Normal', next: 'Normal', size: 28, colour: GREY, after: 200 },
    { id: 'Mark', name: 'Mark', based: 'Normal', after: 240 },
    { id: 'Organisation', name: 'Organisation', based: 'Normal', size: 22, bold: true, colour: GREY, after: 0 },
    { id: 'Fact', name: 'Fact', based: 'Normal', size: 20, colour: GREY, after: 0 },
    { id: 'ListParagraph', name: 'List Paragraph', based: 'Normal', after: 80 },
    ...Array.from(
      { length: LEVELS },
      (_, level): Style => ({
        id: itemStyle(level),
        name: `List Item ${level + 1}`,
        based: 'ListParagraph',
        indent: indentOf(level),
        hanging: LABEL,
      }),
    ),
    { id: 'Lead', name: 'Lead', based: 'Normal', size: 24, after: 160 },
    { id: 'Small', name: 'Small', based: 'Normal', size: 18, after: 60 },
    { id: 'MutedText', name: 'Muted Text', based: 'Normal', colour: GREY },
    { id: 'Warning', name: 'Warning', based: 'Normal', bold: true, border: { side: 'left', colour: accent }, indent: 200 },
    { id: 'Quote', name: 'Quote', based: 'Normal', italic: true, border: { side: 'left', colour: 'BFC5CC' } },
    { id: 'Verbatim', name: 'Verbatim', based: 'Normal', size: 19, font: MONO },
    { id: 'Rule', name: 'Rule', based: 'Normal', border: { side: 'bottom', colour: 'BFC5CC' } },
    { id: 'Caption', name: 'caption', based: 'Normal', bold: true, size: 20, before: 160, after: 80, keepNext: true },
    { id: 'AfterTable', name: 'After Table', based: 'Normal', size: 8, before: 0, after: 120, line: 120 },
    { id: 'PageBreak', name: 'Page Break', based: 'Normal', after: 0 },
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      based: 'Normal',
      size: 30,
      bold: true,
      colour,
      before: 360,
      after: 120,
      keepNext: true,
    },
    ...[1, 2, 3].map(
      (level): Style => ({
        id: `TOC${level}`,
        name: `toc ${level}`,
        based: 'Normal',
        after: 40,
        indent: (level - 1) * 300,
        tabs: w('tab', { val: 'right', leader: 'dot', pos: width }),
      }),
    ),
    { id: 'FootnoteText', name: 'footnote text', based: 'Normal', size: 18, after: 40, line: 240 },
    {
      id: 'Header',
      name: 'header',
      based: 'Normal',
      size: 18,
      colour: GREY,
      after: 0,
      tabs: w('tab', { val: 'right', pos: width }),
    },
    {
      id: 'Footer',
      name: 'footer',
      based: 'Normal',
      size: 18,
      colour: GREY,
      after: 0,
      tabs: w('tab', { val: 'right', pos: width }),
    },
    ...cells,
  ]
  const language = localeOf(lang)
  const defaults = w(
    'docDefaults',
    {},
    w(
      'rPrDefault',
      {},
      w(
        'rPr',
        {},
        fonts(FONT),
        w('sz', { val: 21 }),
        w('szCs', { val: 21 }),
        w('lang', { val: language, eastAsia: language, bidi: 'ar-SA' }),
      ),
    ),
    w('pPrDefault', {}, w('pPr', {}, w('spacing', { after: 120, line: 276, lineRule: 'auto' }))),
  )
  const shade = headShade(brand)
  return part(
    w(
      'styles',
      NAMESPACES,
      defaults,
      w('style', { type: 'paragraph', default: 1, styleId: 'Normal' }, w('name', { val: 'Normal' }), w('qFormat')),
      w(
        'style',
        { type: 'character', default: 1, styleId: 'DefaultParagraphFont' },
        w('name', { val: 'Default Paragraph Font' }),
      ),
      w('style', { type: 'table', default: 1, styleId: 'TableNormal' }, w('name', { val: 'Normal Table' })),
      tables('PolicyTable', 'Policy Table', ['top', 'bottom', 'insideH'], shade),
      tables('PolicyGrid', 'Policy Grid', ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'], shade),
      ...all.map(style),
      characters('Muted', 'Muted', w('color', { val: GREY })),
      characters('Tag', 'Tag', w('b') + w('color', { val: colour })),
      characters('Code', 'Code', fonts(MONO)),
      characters('FootnoteReference', 'footnote reference', w('vertAlign', { val: 'superscript' })),
    ),
  )
}

const fonts = (name: string): string => w('rFonts', { ascii: name, hAnsi: name, cs: name, eastAsia: name })

/** The ground of the head of a table. */
export const headShade = ({ primary }: Brand): string => mix('#ffffff', primary, 0.1)

/** Lines, room and the ground of the head, of the tables of one look: changed in Word, they change in all of them. */
const tables = (id: string, name: string, lines: readonly string[], shade: string): string =>
  w(
    'style',
    { type: 'table', customStyle: 1, styleId: id },
    w('name', { val: name }),
    w('basedOn', { val: 'TableNormal' }),
    w('qFormat'),
    w(
      'tblPr',
      {},
      w('tblBorders', {}, ...lines.map((side) => w(side, { val: 'single', sz: 4, space: 0, color: 'BFC5CC' }))),
      w(
        'tblCellMar',
        {},
        ...['top', 'left', 'bottom', 'right'].map((side) =>
          w(side, { w: side === 'top' || side === 'bottom' ? 40 : 100, type: 'dxa' }),
        ),
      ),
    ),
    w('tblStylePr', { type: 'firstRow' }, w('tcPr', {}, w('shd', { val: 'clear', color: 'auto', fill: shade.slice(1) }))),
  )

const characters = (id: string, name: string, look: string): string =>
  w(
    'style',
    { type: 'character', styleId: id },
    w('name', { val: name }),
    w('basedOn', { val: 'DefaultParagraphFont' }),
    w('rPr', {}, look),
  )

function style(s: Style): string {
  const spaced = s.before !== undefined || s.after !== undefined || s.line !== undefined
  const paragraph = [
    s.keepNext ? w('keepNext') : '',
    s.numbered === undefined ? '' : w('numPr', {}, w('ilvl', { val: s.numbered }), w('numId', { val: 1 })),
    s.border
      ? w(
          'pBdr',
          {},
          w(s.border.side, { val: 'single', sz: s.border.side === 'left' ? 18 : 6, space: 8, color: s.border.colour }),
        )
      : '',
    s.tabs ? w('tabs', {}, s.tabs) : '',
    spaced
      ? w('spacing', { before: s.before, after: s.after, line: s.line, lineRule: s.line === undefined ? undefined : 'auto' })
      : '',
    s.indent ? w('ind', { left: s.indent, hanging: s.hanging }) : '',
    s.align ? w('jc', { val: s.align }) : '',
    s.outline === undefined ? '' : w('outlineLvl', { val: s.outline }),
  ].join('')
  const look = [
    s.font ? fonts(s.font) : '',
    s.bold ? w('b') : '',
    s.italic ? w('i') : '',
    s.colour ? w('color', { val: s.colour }) : '',
    s.size === undefined ? '' : w('sz', { val: s.size }) + w('szCs', { val: s.size }),
  ].join('')
  return w(
    'style',
    { type: 'paragraph', styleId: s.id },
    w('name', { val: s.name }),
    s.based ? w('basedOn', { val: s.based }) : '',
    s.next ? w('next', { val: s.next }) : '',
    w('qFormat'),
    paragraph === '' ? '' : w('pPr', {}, paragraph),
    look === '' ? '' : w('rPr', {}, look),
  )
}
