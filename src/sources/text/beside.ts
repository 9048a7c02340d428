import type { TextLine } from './lines.js'

// "- sleutel mee          - slot dicht": an item, then another behind more blanks than stand between words.
const BESIDE = /^(\s*([-•*◦▪–])\s\S(?:\S| (?=\S))*) {2,}(\2\s\S.*)$/u
// A line alone may be a sum or a range.
const FEWEST = 2
// Characters by which the second column may stand elsewhere.
const OFF = 2

interface Beside {
  readonly left: string
  readonly right: string
  /** Where the second begins. */
  readonly at: number
}

function itemsIn({ text = '' }: Partial<TextLine>): Beside | undefined {
  const [, left = '', , right = ''] = BESIDE.exec(text) ?? []
  return right === '' ? undefined : { left, right, at: text.length - right.length }
}

/** Puts items that stand beside each other in two columns below each other, the left column first. */
export function partBeside(lines: readonly TextLine[]): TextLine[] {
  const parted: TextLine[] = []
  for (let i = 0; i < lines.length; ) {
    const run: Beside[] = []
    for (let items = itemsIn(lines[i] ?? {}); items; items = itemsIn(lines[i + run.length] ?? {})) {
      if (Math.abs(items.at - (run[0]?.at ?? items.at)) > OFF) break
      run.push(items)
    }
    const own = lines.slice(i, i + Math.max(run.length, 1))
    const columns =
      run.length < FEWEST ? [own.map(({ text }) => text)] : [run.map(({ left }) => left), run.map(({ right }) => right)]
    for (const column of columns) for (const [at, line] of own.entries()) parted.push({ ...line, text: column[at] ?? '' })
    i += own.length
  }
  return parted
}
