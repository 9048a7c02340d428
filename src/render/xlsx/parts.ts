import { maximum } from '../../model/index.js'
import type { Sheet, Workbook } from '../../present/index.js'

/** The parts of a workbook as SpreadsheetML (ECMA-376, part 1, chapter 18). Styles by number: 0 plain, 1 head, 2 text, 3 number. */
const STYLE = { head: 1, text: 2, number: 3 } as const
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What a cell can hold, and a sheet's name. */
const LONGEST = 32_767
const LONGEST_NAME = 31

export function contentTypes({ sheets }: Workbook): string {
  const type = (part: string, name: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-${name}+xml"/>`
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${type('/xl/workbook.xml', 'officedocument.spreadsheetml.sheet.main')}` +
    `${type('/xl/styles.xml', 'officedocument.spreadsheetml.styles')}${type('/docProps/core.xml', 'package.core-properties')}` +
    `${sheets.map((_, i) => type(`/xl/worksheets/sheet${i + 1}.xml`, 'officedocument.spreadsheetml.worksheet')).join('')}</Types>`
  )
}

export const packageRelations = (): string =>
  relations([
    ['rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'],
    ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ])

export const workbookRelations = ({ sheets }: Workbook): string =>
  relations([
    ...sheets.map((_, i): [string, string, string] => [`rId${i + 1}`, `${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`]),
    [`rId${sheets.length + 1}`, `${OFFICE}/styles`, 'styles.xml'],
  ])

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

export const coreProperties = ({ title }: Workbook): string =>
  `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(title)}</dc:title></cp:coreProperties>`

export function workbookPart({ sheets }: Workbook): string {
  const names = sheetNames(sheets)
  const entries = names.map((name, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  const defined = sheets.flatMap((sheet, i) => {
    const place = (cells: string): string => `'${escape((names[i] as string).replaceAll("'", "''"))}'!${cells}`
    return [
      // Excel keeps the range of a filter under this name and repairs a file without it.
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${place(range(sheet, true))}</definedName>`,
      // The head stands on every page on paper; all columns are on one.
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${place('$1:$1')}</definedName>`,
    ]
  })
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${entries.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`
}

/** Without the characters that a sheet's name must not have, and each once. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const names: string[] = []
  for (const { name } of sheets) {
    const plain =
      name
        .replace(/[[\]:*?/\\\p{Cc}]|^'|'$/gu, ' ')
        .trim()
        .slice(0, LONGEST_NAME - 3) || 'Sheet'
    let own = plain
    for (let next = 2; names.some((other) => other.toLowerCase() === own.toLowerCase()); next++) own = `${plain} ${next}`
    names.push(own)
  }
  return names
}

/** `quotePrefix` is the apostrophe of a spreadsheet: the cell stays text when it is edited. */
export const stylesPart = (): string =>
  `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="10"/><name val="Calibri"/></font><font><b/><sz val="10"/><name val="Calibri"/></font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9EEF4"/></patternFill></fill></fills>' +
  '<borders count="2"><border/><border><left/><right/><top/><bottom style="hair"><color rgb="FF9AA5B1"/></bottom></border></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>' +
  `<xf numFmtId="49" fontId="1" fillId="2" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${ALIGN}</xf>` +
  `<xf numFmtId="49" borderId="1" quotePrefix="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1">${ALIGN}</xf>` +
  `<xf numFmtId="2" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1">${ALIGN}</xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
const ALIGN = '<alignment vertical="top" wrapText="1"/>'

/** A sheet in pieces, a row each. */
export function* sheetPieces(sheet: Sheet): Generator<string> {
  const { columns, rows, frozen } = sheet
  const widths = columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
  const first = `${columnName(frozen)}2`
  const pane = frozen > 0 ? 'bottomRight' : 'bottomLeft'
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">` +
    `<pane${frozen > 0 ? ` xSplit="${frozen}"` : ''} ySplit="1" topLeftCell="${first}" activePane="${pane}" state="frozen"/>` +
    `</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
  const head = columns.map(({ name }) => name)
  yield rowPart(head, 0, columns)
  for (const [index, cells] of rows.entries()) yield rowPart(cells, index + 1, columns)
  yield `</sheetData><autoFilter ref="${range(sheet, false)}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>'
}

function rowPart(cells: readonly (string | number)[], index: number, columns: Sheet['columns']): string {
  const parts = cells.map((value, column) => {
    const place = `r="${columnName(column)}${index + 1}"`
    if (typeof value === 'number') return `<c ${place} s="${STYLE.number}"><v>${value}</v></c>`
    const style = index === 0 ? STYLE.head : STYLE.text
    if (value === '') return `<c ${place} s="${style}"/>`
    return `<c ${place} s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`
  })
  return `<row r="${index + 1}" ht="${heightOf(cells, columns)}" customHeight="1">${parts.join('')}</row>`
}

/** Points of a line, and the most that a row may have (ECMA-376, part 1, 18.3.1.73, as Excel bounds it). */
const LINE = 13.5
const HIGHEST = 409

/** The height in which all words of a row are seen: programs measure wrapped lines only when a row is edited. */
function heightOf(cells: readonly (string | number)[], columns: Sheet['columns']): number {
  const lines = cells.map((value, column) => linesIn(String(value), columns[column]?.width ?? 10))
  return Math.min(HIGHEST, Math.max(1, maximum(lines)) * LINE + 2)
}

/** Lines a text takes in a column of so many characters: words are not divided. */
function linesIn(value: string, width: number): number {
  return value.split('\n').reduce((lines, line) => {
    let [used, count] = [0, 1]
    for (const word of line.split(' ')) {
      if (used > 0 && used + word.length > width) {
        count += 1
        used = 0
      }
      count += Math.floor(word.length / (width + 1))
      used += word.length + 1
    }
    return lines + count
  }, 0)
}

function range({ columns, rows }: Sheet, absolute: boolean): string {
  const sign = absolute ? '$' : ''
  return `${sign}A${sign}1:${sign}${columnName(columns.length - 1)}${sign}${rows.length + 1}`
}

/** A, B, …, Z, AA, … */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

// What XML cannot hold is written _xHHHH_ (ECMA-376, part 1, 22.9.2.19), and so is a text that only looks like it.
const cellText = (value: string): string => {
  const shown = value.length > LONGEST ? `${value.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : value
  return escape(shown.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))
}

const escape = (value: string): string =>
  value
    .replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
