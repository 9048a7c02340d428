/** Parts of a compound are at least this long: shorter ones make a word of almost anything. */
const SHORTEST = 4

/** The two words that a compound is made of, with what may link them given: see `compoundParts`. */
export function compoundPartsBy(
  word: string,
  links: readonly string[],
  isFirst: (word: string) => boolean,
  isLast = isFirst,
): readonly [first: string, last: string] | undefined {
  for (let at = SHORTEST; at <= word.length - SHORTEST; at++) {
    const last = word.slice(at)
    if (!isLast(last)) continue
    const rest = word.slice(0, at)
    for (const link of links) {
      const first = rest.slice(0, at - link.length)
      if (rest.endsWith(link) && isFirst(first)) return [first, last]
    }
  }
  return undefined
}
