import type { Inline } from '../model/index.js'
import { textOf, tidy } from './words.js'

/** The cells of a line with tabs between its words, as the one row of a table. */
export function tabbed(content: readonly Inline[]): { rows: Inline[][][] } | undefined {
  const plain = textOf(content)
  if (!/\S\t+\S/.test(plain)) return undefined
  const cells: Inline[][] = [[]]
  for (const inline of content) {
    if (inline.type !== 'text' || !inline.value.includes('\t')) cells.at(-1)?.push(inline)
    else {
      for (const [i, part] of inline.value.split(/\t+/).entries()) {
        if (i > 0) cells.push([])
        if (part !== '') cells.at(-1)?.push({ type: 'text', value: part })
      }
    }
  }
  return { rows: [cells.map((cell) => tidy(cell))] }
}
