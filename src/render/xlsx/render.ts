import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Sheet, Workbook } from '../../present/index.js'
import {
  contentTypes,
  coreProperties,
  packageRelations,
  sheetPieces,
  stylesPart,
  workbookPart,
  workbookRelations,
} from './parts.js'

// A zip has dates of its own: always the same one, so that equal input gives equal bytes.
const MODIFIED = new Date(1980, 0, 1)

/** Rows a sheet can hold, its head among them. */
const MOST_ROWS = 1_048_576

/** Letters that are packed at once, about. */
const PIECE = 1 << 16

/**
 * A workbook as XLSX: the head of every sheet stays in sight and filters, texts wrap; what one sheet cannot hold goes on in the next. A text is
 * stored as a text and marked as one, so that no spreadsheet calculates it, not even after it was edited. A sheet is packed while it is made:
 * the pairs of a sector would be longer than a string can be.
 */
export function renderXlsx({ sheets, ...workbook }: Workbook, mostRows = MOST_ROWS): Uint8Array {
  const parted = { ...workbook, sheets: sheets.flatMap((sheet) => sheetsOf(sheet, mostRows - 1)) }
  const packed: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    packed.push(bytes)
  })
  const add = (name: string, pieces: Iterable<string>): void => {
    const part = new ZipDeflate(name, { level: 6 })
    part.mtime = MODIFIED
    zip.add(part)
    let piece = ''
    for (const each of pieces) {
      piece += each
      if (piece.length < PIECE) continue
      part.push(strToU8(piece))
      piece = ''
    }
    part.push(strToU8(piece), true)
  }
  add('[Content_Types].xml', [contentTypes(parted)])
  add('_rels/.rels', [packageRelations()])
  add('docProps/core.xml', [coreProperties(parted)])
  add('xl/workbook.xml', [workbookPart(parted)])
  add('xl/_rels/workbook.xml.rels', [workbookRelations(parted)])
  add('xl/styles.xml', [stylesPart()])
  for (const [index, sheet] of parted.sheets.entries()) add(`xl/worksheets/sheet${index + 1}.xml`, sheetPieces(sheet))
  zip.end()
  return Buffer.concat(packed)
}

/** One sheet, or several where it has more rows than one can hold. */
function sheetsOf(sheet: Sheet, most: number): readonly Sheet[] {
  const count = Math.max(1, Math.ceil(sheet.rows.length / most))
  return Array.from({ length: count }, (_, at) => ({ ...sheet, rows: sheet.rows.slice(at * most, (at + 1) * most) }))
}
