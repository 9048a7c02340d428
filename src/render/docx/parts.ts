import type { Document } from '../../present/index.js'
import type { WordContext } from './context.js'
import { fullIdsRelationship, fullIdsType } from './full-ids.js'
import { words } from './inlines.js'
import { markRelationship, markType } from './mark.js'
import { localeOf } from './styles.js'
import { element, escape, NAMESPACES, OFFICE, PACKAGE, part, relationship, relationships, w } from './xml.js'

const PAGES = { A4: [210, 297], A5: [148, 210], letter: [215.9, 279.4] } as const
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

/** The page and the text on it, in twentieths of a point. */
export function measure({ brand: { page, margins }, orientation }: Document) {
  const [short, long] = PAGES[page]
  const [width, height] = (orientation === 'landscape' ? [long, short] : [short, long]).map(twips) as [number, number]
  const margin = {
    top: twips(margins.top),
    right: twips(margins.right),
    bottom: twips(margins.bottom),
    left: twips(margins.left),
  }
  return { width, height, margin, text: width - margin.left - margin.right }
}

export function section(document: Document): string {
  const { width, height, margin } = measure(document)
  return w(
    'sectPr',
    {},
    w('headerReference', { type: 'default', 'r:id': 'header' }),
    w('footerReference', { type: 'default', 'r:id': 'footer' }),
    w('pgSz', { w: width, h: height, orient: document.orientation === 'landscape' ? 'landscape' : undefined }),
    w('pgMar', { ...margin, header: 600, footer: 600, gutter: 0 }),
  )
}

const running = (style: string, ...runs: readonly string[]): string =>
  w('p', {}, w('pPr', {}, w('pStyle', { val: style })), ...runs)
const tab = w('r', {}, w('tab'))

export const header = ({ header: said, mark }: Document): string =>
  part(w('hdr', NAMESPACES, running('Header', withFields(said), ...(mark ? [tab, words(mark, false, { bold: true })] : []))))

export const footer = ({ footer: said, pageNumber }: Document): string =>
  part(w('ftr', NAMESPACES, running('Footer', withFields(said), tab, withFields(pageNumber))))

const FIELDS: Readonly<Record<string, string>> = { '{page}': 'PAGE', '{pages}': 'NUMPAGES' }

/** A running text in which the numbers of pages are fields. */
const withFields = (said: string): string =>
  said
    .split(/(\{pages?\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (FIELDS[piece] ? w('fldSimple', { instr: ` ${FIELDS[piece]} ` }, words('1')) : words(piece)))
    .join('')

export function footnotes({ footnotes: notes }: WordContext): string {
  const line = (id: number, type: string, mark: string) =>
    w(
      'footnote',
      { type, id },
      w('p', {}, w('pPr', {}, w('spacing', { after: 0, line: 240, lineRule: 'auto' })), w('r', {}, w(mark))),
    )
  return part(
    w(
      'footnotes',
      NAMESPACES,
      line(-1, 'separator', 'separator'),
      line(0, 'continuationSeparator', 'continuationSeparator'),
      ...notes,
    ),
  )
}

/** Whoever goes on in a file with tracked changes has theirs tracked, too. */
export const settings = ({ revisions, document }: WordContext): string =>
  part(
    w(
      'settings',
      NAMESPACES,
      w('zoom', { percent: 100 }),
      revisions > 0 ? w('trackRevisions') : '',
      w('defaultTabStop', { val: 708 }),
      w('footnotePr', {}, w('footnote', { id: -1 }), w('footnote', { id: 0 })),
      w(
        'compat',
        {},
        w('compatSetting', { name: 'compatibilityMode', uri: 'http://schemas.microsoft.com/office/word', val: 15 }),
      ),
      w('themeFontLang', { val: localeOf(document.lang) }),
    ),
  )

/** Title, author, subject, language and date, as every program shows them of a file. */
export function coreProperties({ title, lang, properties }: Document): string {
  const { author, subject, keywords = [], date } = properties
  return part(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, escape(title)),
      subject ? element('dc:subject', {}, escape(subject)) : '',
      element('dc:creator', {}, escape(author)),
      keywords.length > 0 ? element('cp:keywords', {}, escape(keywords.join(', '))) : '',
      element('dc:language', {}, localeOf(lang)),
      ...(date === undefined
        ? []
        : ['created', 'modified'].map((name) =>
            element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, `${date}T00:00:00Z`),
          )),
    ),
  )
}

const PARTS = ['styles', 'numbering', 'settings', 'footnotes', 'header', 'footer'] as const

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const contentTypes = ({ fullIds, document: { brand } }: WordContext): string => {
  const override = (name: string, type: string) => element('Override', { PartName: name, ContentType: type })
  return part(
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      markType(brand.mark),
      override('/word/document.xml', `${WORD}.document.main+xml`),
      ...PARTS.map((name) => override(`/word/${name}.xml`, `${WORD}.${name}+xml`)),
      override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      ...fullIdsType(fullIds).map(([name, type]) => override(name, type)),
    ),
  )
}

export const packageRelationships = (): string =>
  relationships(
    relationship('document', `${OFFICE}/officeDocument`, 'word/document.xml'),
    relationship('core', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
  )

export const documentRelationships = (context: WordContext): string =>
  relationships(
    ...PARTS.map((name) => relationship(name, `${OFFICE}/${name}`, `${name}.xml`)),
    fullIdsRelationship(context.fullIds),
    markRelationship(context.document.brand.mark),
    context.relationships('document'),
  )

export const footnoteRelationships = (context: WordContext): string => relationships(context.relationships('footnotes'))
