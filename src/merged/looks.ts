import type { Leaf, Region } from './leaves.js'

/** Emphasis, by the names of its inlines. */
export type Look = 'emphasis' | 'strong' | 'delete'

const LOOKS: readonly Look[] = ['emphasis', 'strong', 'delete']

/** Words of both versions, or of either: half-open ranges of the two texts. */
export interface Interval {
  readonly same: boolean
  readonly old: readonly [from: number, to: number]
  readonly next: readonly [from: number, to: number]
  /** How words of both versions looked in the old one, where they look otherwise now. */
  readonly former?: readonly Look[]
}

/**
 * The same words of both versions, parted where their markup differs. What led elsewhere, or was code or the end of a line and is not, is gone and new: no format can
 * track the address of a link.
 */
export function byMarkup({ old, next }: Interval, before: Region, after: Region): readonly Interval[] {
  const length = old[1] - old[0]
  const [was, is] = [leavesFrom(before, old), leavesFrom(after, next)]
  const cuts = [...new Set([0, ...[...was, ...is].map(({ start }) => start), length])].sort((a, b) => a - b)
  const found: Interval[] = []
  let [i, j] = [0, 0]
  for (const [k, from] of cuts.entries()) {
    const to = cuts[k + 1]
    if (to === undefined) break
    while ((was[i + 1]?.start ?? length) <= from) i++
    while ((is[j + 1]?.start ?? length) <= from) j++
    const [a, b] = [was[i]?.leaf, is[j]?.leaf]
    const [looked, looks] = [looksOf(a), looksOf(b)]
    const part: Interval = {
      same: leadsTo(a) === leadsTo(b),
      old: [old[0] + from, old[0] + to],
      next: [next[0] + from, next[0] + to],
      ...(looked.join() === looks.join() ? {} : { former: looked }),
    }
    const last = found.at(-1)
    if (last && last.same === part.same && (!part.same || last.former?.join() === part.former?.join()))
      found[found.length - 1] = { ...last, old: [last.old[0], part.old[1]], next: [last.next[0], part.next[1]] }
    else found.push(part)
  }
  return found
}

/** The pieces of words in a range, each with where it begins there. */
const leavesFrom = ({ leaves }: Region, [from, to]: readonly [number, number]) =>
  leaves
    .filter((leaf) => leaf.to > leaf.from && leaf.to > from && leaf.from < to)
    .map((leaf) => ({ leaf, start: Math.max(0, leaf.from - from) }))

const looksOf = (leaf: Leaf | undefined): readonly Look[] =>
  LOOKS.filter((look) => leaf?.around.some(({ type }) => type === look))

function leadsTo(leaf: Leaf | undefined): string {
  const link = leaf && [leaf.inline, ...leaf.around].find((inline) => inline?.type === 'link')
  const type = leaf?.inline?.type
  return `${type === 'inlineCode' || type === 'break' ? type : ''} ${link?.type === 'link' ? link.url : ''}`
}
