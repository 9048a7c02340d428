import type { Sheet } from '../../present/index.js'

// Spreadsheets calculate what begins like this, after spaces, after a quotation mark they take for their own, in full-width signs, too.
const FORMULA = /^([\s\p{Cc}\p{Cf}"]*)(?=[=+\-@|%＝＋－＠])/u
// A reader with another idea of the separator begins a cell in the middle of ours.
const INNER = /([;,\t\r\n]["'\s]*)(?=[=+\-@|%＝＋－＠])/gu

/**
 * A sheet as CSV (RFC 4180): every text in quotes, lines end in CR LF, UTF-8 with a byte order mark, so that a spreadsheet opens it as it
 * is. Text that a spreadsheet would calculate gets an apostrophe in front; numbers are numbers.
 */
export function renderCsv({ columns, rows }: Sheet, { separator }: { separator: ',' | ';' }): string {
  const lines = [columns.map(({ name }) => name), ...rows].map((row) => row.map(cell).join(separator))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

const cell = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `"${value.replace(INNER, "$1'").replace(FORMULA, "$1'").replaceAll('"', '""')}"`
