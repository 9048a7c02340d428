import type { Inline } from '../model/index.js'
import type { FillInMark } from './types.js'

/** What is known of words that stand to be filled in, wherever they stand. */
export type MarkFacts = Omit<FillInMark, 'from' | 'to'>

/** Words in a colour behind them. */
export const COLOURED: MarkFacts = { kind: 'colour' }

/** Whether a colour behind words says that somebody has to look at them: yellow and what is close to it. `name` is a colour's name or `#rrggbb`. */
export function isMarker(name: string | undefined): boolean {
  if (name === undefined) return false
  if (/^(?:dark)?yellow$|^mark$/i.test(name)) return true
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(name)
  const [red = 0, green = 0, blue = 255] = (hex ?? []).slice(1).map((part) => Number.parseInt(part, 16))
  return red > 0xe0 && green > 0xc0 && blue < 0xb0
}

/** The marks of some words: their places, and what is known of each. `facts` has the inlines that hold the marked words themselves. */
export function marksIn(
  content: readonly Inline[],
  facts: ReadonlyMap<Inline, MarkFacts>,
): { marks: readonly FillInMark[] } | undefined {
  const marks: FillInMark[] = []
  let at = 0
  const visit = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      const own = facts.get(inline)
      if ('children' in inline) visit(inline.children as Inline[])
      if (!('value' in inline)) continue
      const from = at
      at += letters(inline.value)
      if (own === undefined || at === from) continue
      const last = marks.at(-1)
      if (last?.to === from && isOne(last, own)) marks[marks.length - 1] = { ...last, to: at }
      else marks.push({ ...own, from, to: at })
    }
  }
  if (facts.size > 0) visit(content)
  return marks.length > 0 ? { marks } : undefined
}

/** How places in words are counted: letters and signs, blanks aside. */
export const letters = (value: string): number => value.replace(/\s+/g, '').length

const isOne = (a: MarkFacts, b: MarkFacts): boolean => a.kind === b.kind && a.name === b.name && a.values === b.values

/** The inlines that hold words themselves. */
export const leaves = (content: readonly Inline[]): readonly Inline[] =>
  content.flatMap((inline) => ('children' in inline ? leaves(inline.children as Inline[]) : [inline]))
