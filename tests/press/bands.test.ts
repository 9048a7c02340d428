import { expect, test } from 'vitest'
import type { DocCell } from '../../src/present/index.js'
import { document, pdf, table } from './build.js'

let visits = 0
/** Cells that count how often all of them are looked at, also where they were gone through to make others of them. */
class Counted extends Array<DocCell> {
  override [Symbol.iterator]() {
    visits += this.length
    return super[Symbol.iterator]()
  }
  override flatMap<U, This = undefined>(
    callback: (this: This, value: DocCell, index: number, array: DocCell[]) => U | readonly U[],
    that?: This,
  ): U[] {
    visits += this.length
    return Array.from(super.flatMap(callback, that))
  }
  override filter(callback: (value: DocCell, index: number, array: DocCell[]) => unknown): DocCell[] {
    visits += this.length
    return super.filter(callback)
  }
}

/** How often each cell is looked at, of a table of so many columns, four or five of which fit on a page. */
async function looks(columns: number): Promise<number> {
  const plain = table(
    Array.from({ length: columns }, () => 'Verantwoordelijkheid'),
    [Array.from({ length: columns }, (_, at) => `cel ${at}`)],
  )
  const counted = { ...plain, body: plain.body.map((row) => ({ ...row, cells: Counted.from(row.cells) as Counted })) }
  visits = 0
  await pdf(document([counted]))
  return visits / columns
}

// A table of hundreds of columns is set in as many bands; what looked at the whole row in each would take the square.
test('a cell of a wide table is looked at as often as one of a table half as wide', async () => {
  const [half, whole] = [await looks(120), await looks(240)]
  expect(half).toBeGreaterThan(0)
  expect(whole).toBe(half)
})
