import { strToU8, zipSync } from 'fflate'
import type { Workbook } from '../../present/index.js'
import {
  contentTypes,
  coreProperties,
  packageRelations,
  sheetPart,
  stylesPart,
  workbookPart,
  workbookRelations,
} from './parts.js'

// A zip has dates of its own: always the same one, so that equal input gives equal bytes.
const MODIFIED = new Date(1980, 0, 1)

/**
 * A workbook as XLSX: the head of every sheet stays in sight and filters, texts wrap. A text is stored as a text and marked as one, so
 * that no spreadsheet calculates it, not even after it was edited.
 */
export function renderXlsx(workbook: Workbook): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(workbook),
    '_rels/.rels': packageRelations(),
    'docProps/core.xml': coreProperties(workbook),
    'xl/workbook.xml': workbookPart(workbook),
    'xl/_rels/workbook.xml.rels': workbookRelations(workbook),
    'xl/styles.xml': stylesPart(),
  }
  workbook.sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetPart(sheet)
  })
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)
  return zipSync(Object.fromEntries(files), { mtime: MODIFIED, level: 6 })
}
