import { diffArrays } from 'diff'
import { append } from '../model/index.js'

/**
 * The lines of `own`, which say what `written` says in a manner of their own, with what changed from `written` to `next`. What nobody touched
 * stays as it stands; where both differ, `next` has it. The number before an item is no difference: it follows from where it stands.
 */
export function rewriteLines(written: readonly string[], own: readonly string[], next: readonly string[]): string[] {
  const inOwn = matches(written, own)
  const inNext = matches(written, next)
  const found: string[] = []
  let [from, ownFrom, nextFrom] = [0, 0, 0]
  const close = (to: number, ownTo: number, nextTo: number) => {
    const before = written.slice(from, to)
    const after = next.slice(nextFrom, nextTo)
    const stands = own.slice(ownFrom, ownTo)
    const more = after.length - before.length
    // What is new stands before or behind what nobody touched, or among it.
    if (more >= 0 && isSame(before, after.slice(more))) append(found, [...after.slice(0, more), ...stands])
    else if (more >= 0 && isSame(before, after.slice(0, before.length))) append(found, [...stands, ...after.slice(before.length)])
    else append(found, after)
  }
  written.forEach((line, at) => {
    const [ownAt, nextAt] = [inOwn.get(at), inNext.get(at)]
    if (ownAt === undefined || nextAt === undefined) return
    close(at, ownAt, nextAt)
    const stands = own[ownAt] as string
    found.push(stands === line ? (next[nextAt] as string) : stands)
    ;[from, ownFrom, nextFrom] = [at + 1, ownAt + 1, nextAt + 1]
  })
  close(written.length, own.length, next.length)
  return found
}

const isSame = (lines: readonly string[], others: readonly string[]): boolean =>
  lines.every((line, at) => withoutNumber(line) === withoutNumber(others[at] ?? ''))

const withoutNumber = (line: string): string => line.replace(/^(\s*)\d+(?=[.)](?:\s|$))/, '$10')

/** Which line of one text is which of another. */
function matches(from: readonly string[], to: readonly string[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  let [at, there] = [0, 0]
  for (const { value, added, removed } of diffArrays([...from], [...to], {
    comparator: (a, b) => withoutNumber(a) === withoutNumber(b),
  })) {
    if (!added && !removed) value.forEach((_, i) => void found.set(at + i, there + i))
    if (!added) at += value.length
    if (!removed) there += value.length
  }
  return found
}
