import type { Language } from '../model/index.js'

/** One sheet of a spreadsheet. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly { readonly name: string /** In characters. */; readonly width: number }[]
  /** As many cells as there are columns. A text is a text, whatever it begins with. */
  readonly rows: readonly (readonly (string | number)[])[]
  /** Columns that stay in sight. */
  readonly frozen: number
}

/** A result as tables of cells. */
export interface Workbook {
  readonly title: string
  /** Spreadsheets expect the list separator of the country. */
  readonly lang: Language
  readonly sheets: readonly Sheet[]
}
