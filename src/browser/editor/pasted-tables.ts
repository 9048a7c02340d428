/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What a cell of a pasted table may hold that is more than words. */
const BLOCKS = 'p, div, li, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, table, tbody, tr, td, br'

/**
 * Makes tables such as a text has of those on a page: a cell holds one line of words, and stands in one row and one column. Of a cell that was
 * merged of several the words are in the first, and the others are empty. True where there was such a cell.
 */
export function plainTables(page: Document): boolean {
  // A table in a cell is words of that cell.
  const tables = [...page.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'))
  return tables
    .map((table) => {
      const rows = [...table.rows]
      for (const cell of rows.flatMap((row) => [...row.cells])) asLine(cell)
      return unmerged(rows)
    })
    .includes(true)
}

/** The parts of a cell one behind another, with a blank between. */
function asLine(cell: HTMLTableCellElement): void {
  for (let block = cell.querySelector(BLOCKS); block; block = cell.querySelector(BLOCKS)) {
    block.before(' ')
    block.after(' ')
    block.replaceWith(...block.childNodes)
  }
}

function unmerged(rows: readonly HTMLTableRowElement[]): boolean {
  const covered = rows.map(() => new Set<number>())
  let isMerged = false
  rows.forEach((row, at) => {
    let column = 0
    const fill = (before: Element | null) => {
      for (; covered[at]?.has(column); column++) row.insertBefore(row.ownerDocument.createElement('td'), before)
    }
    for (const cell of [...row.cells]) {
      fill(cell)
      const { colSpan, rowSpan } = cell
      isMerged ||= colSpan > 1 || rowSpan > 1
      for (let over = 1; over < colSpan; over++) cell.after(row.ownerDocument.createElement('td'))
      for (let down = 1; down < (rowSpan || rows.length); down++)
        for (let over = 0; over < colSpan; over++) covered[at + down]?.add(column + over)
      cell.removeAttribute('colspan')
      cell.removeAttribute('rowspan')
      column += colSpan
    }
    fill(null)
  })
  return isMerged
}
