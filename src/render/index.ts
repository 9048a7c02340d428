import { cellSign } from '../language/index.js'
import type { Message, Result } from '../model/index.js'
import { type Brand, type Document, pagesOf, type Report, type Wording } from '../present/index.js'
import type { FontFiles } from '../press/index.js'
import type { Layout } from './html/index.js'

/** What a format needs besides the report; each is fetched when it asks for it. */
export interface Assets {
  /** The words of the output itself, in the language of the document. */
  readonly wording: Wording
  readonly layout: () => Layout
  /** A family of the program's own, the usual one when none is named. */
  readonly fonts: (typeface?: Brand['typeface']) => FontFiles
  /** Whose tracked changes are and their ISO date; what the document says of itself when absent. */
  readonly signature?: { readonly author: string; readonly date?: string }
}

type Rendered = Result<Uint8Array | string>

/** One way a report leaves the house. */
export interface Format {
  readonly mediaType: string
  /** How the name of a file may end, without the dot: the usual ending first. */
  readonly endings: readonly [string, ...string[]]
  /** The part of a report it is made of. */
  readonly needs: 'document' | 'data' | 'sheets'
  readonly render: (report: Report, assets: Assets) => Promise<Rendered>
}

/**
 * Every format, in the order they are offered. A new one is a line here and a folder beside this file: every report can be had in it, and
 * every command that takes a format takes it. Renderers are loaded when they are used, so that none pays for another.
 */
export const FORMATS = {
  text: {
    mediaType: 'text/plain',
    endings: ['txt'],
    needs: 'document',
    async render(report) {
      const { renderText, TERMINAL } = await import('./text/index.js')
      return said(`${renderText(report.document('summary'), { paint: (_style, words) => words, width: TERMINAL })}\n`)
    },
  },
  html: {
    mediaType: 'text/html',
    endings: ['html', 'htm'],
    needs: 'document',
    async render(report, { layout, wording }) {
      const { renderHtml } = await import('./html/index.js')
      return renderHtml(report.document('screen'), { layout: layout(), wording, labels: report.labels?.() ?? {} })
    },
  },
  json: {
    mediaType: 'application/json',
    endings: ['json'],
    needs: 'data',
    render: async (report) => said(`${JSON.stringify(report.data(), null, 2)}\n`),
  },
  markdown: {
    mediaType: 'text/markdown',
    endings: ['md', 'markdown'],
    needs: 'document',
    async render(report, { wording }) {
      const { renderMarkdown } = await import('./markdown/index.js')
      return renderMarkdown(report.document('tracked'), { wording })
    },
  },
  pdf: {
    mediaType: 'application/pdf',
    endings: ['pdf'],
    needs: 'document',
    async render(report, { fonts, wording }) {
      const { renderPdf } = await import('../press/index.js')
      const document = report.document('paper')
      const refused = tooLong(document, report)
      if (refused) return refused
      const { typeface } = document.brand
      return renderPdf(document, { fonts: fonts(typeface), ...(typeface === 'source-sans' ? {} : { help: fonts() }), wording })
    },
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    needs: 'document',
    async render(report, { signature }) {
      const { renderDocx } = await import('./docx/index.js')
      const document = report.document('tracked')
      return tooLong(document, report) ?? renderDocx(document, signature ?? document.properties)
    },
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    needs: 'sheets',
    async render(report) {
      const { renderXlsx } = await import('./xlsx/index.js')
      return said(renderXlsx(sheetsOf(report)))
    },
  },
  csv: {
    mediaType: 'text/csv',
    endings: ['csv'],
    needs: 'sheets',
    async render(report) {
      const { renderCsv } = await import('./csv/index.js')
      const { lang, sheets } = sheetsOf(report)
      const [first] = sheets
      return said(first ? renderCsv(first, { separator: cellSign(lang) }) : '')
    },
  },
} as const satisfies Readonly<Record<string, Format>>

export type FormatName = keyof typeof FORMATS

const NAMES = Object.keys(FORMATS) as FormatName[]

/** Formats of a report that has no tables, and of one that has. */
export const DOCUMENT_FORMATS: readonly FormatName[] = NAMES.filter((name) => FORMATS[name].needs !== 'sheets')
export const TABLE_FORMATS: readonly FormatName[] = NAMES

/** A report as the bytes of a file. Throws when the report lacks the part the format is made of: commands offer no such format. */
export async function render(report: Report, format: FormatName, assets: Assets): Promise<Rendered> {
  const { value, messages } = await (FORMATS[format] as Format).render(report, assets)
  const placed = messages.map((message): Message => {
    const place = message.place ?? (message.clause === undefined ? undefined : report.placeOf?.(message.clause))
    return place ? { ...message, place } : message
  })
  return { value, messages: placed }
}

/** In the place of a document that nobody would print: that it is too long, about, before it is set. */
function tooLong(document: Document, { mostPages: most = Number.POSITIVE_INFINITY }: Report): Rendered | undefined {
  const pages = pagesOf(document)
  if (pages <= most) return undefined
  return { value: '', messages: [{ rule: 'file/size', form: 'paper', values: { pages, most }, severity: 'error' }] }
}

const said = (value: Uint8Array | string): Rendered => ({ value, messages: [] })

function sheetsOf({ sheets }: Report) {
  if (!sheets) throw new Error('This report has no tables')
  return sheets()
}
