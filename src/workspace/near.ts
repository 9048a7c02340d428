/** Suggestions in one message. */
const MOST = 3

/** The policies a misspelt name may mean, the nearest alone: those that share a part with it, else those few letters away. */
export function nearNames(name: string, known: readonly string[]): readonly string[] {
  const wanted = name
    .toLowerCase()
    .replace(/^policies\//, '')
    .replace(/\.md$/, '')
  const far = Math.max(2, Math.floor(wanted.length / 4)) + 1
  const distances = known.map((each) => {
    const parts = wanted.includes('/') ? [each] : each.split('/')
    return { name: each, distance: Math.min(...parts.map((part) => distance(wanted, part.toLowerCase()))) }
  })
  const least = Math.min(far, ...distances.map((each) => each.distance))
  return distances
    .filter((each) => each.distance === least && least < far)
    .slice(0, MOST)
    .map((each) => each.name)
}

/** Letters to put in, take out or replace. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const replaced = (above[j] as number) + (letter === b[j] ? 0 : 1)
      row.push(Math.min(replaced, (above[j + 1] as number) + 1, (row[j] as number) + 1))
    }
    above = row
  }
  return above.at(-1) as number
}
