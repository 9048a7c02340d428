import type { TokenEdit } from '../edits.js'
import type { Token } from '../tokens.js'

const plain = (tokens: readonly Token[]): readonly string[] =>
  tokens.filter((token) => token.kind !== 'mark').map((token) => token.key.toLowerCase())
const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}|'/gu, '')

/** Whether only marks and capitals differ. */
export const markedOtherwise = ({ old, next }: TokenEdit): boolean => plain(old).join(' ') === plain(next).join(' ')

/** Letters that may differ in a word that is still the same word. */
const tolerance = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** Whether an edit only spells the same words otherwise: a slip of the pen, an accent, two words written as one. */
export function spelledOtherwise(edit: TokenEdit): boolean {
  if ([...edit.old, ...edit.next].some((token) => token.kind !== 'word' && token.kind !== 'mark')) return false
  const old = plain(edit.old).map(bare)
  const next = plain(edit.next).map(bare)
  if (old.length === 0 || next.length === 0) return false
  if (old.join('') === next.join('')) return true
  return old.length === next.length && old.every((word, k) => sameWord(word, next[k] as string))
}

/** Whether an edit only brings letters of a word in another order, which makes no other word of it. */
export const jumbled = (edit: TokenEdit): boolean => {
  const sorted = (tokens: readonly Token[]) => [...plain(tokens).join('')].sort().join('')
  return spelledOtherwise(edit) && sorted(edit.old) === sorted(edit.next)
}

function sameWord(a: string, b: string): boolean {
  const most = tolerance(Math.min(a.length, b.length))
  return a === b || (a[0] === b[0] && Math.abs(a.length - b.length) <= most && distance(a, b) <= most)
}

/** Letters to add, drop, replace or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let twoAbove: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitute = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min(substitute, (above[j] as number) + 1, (row[j - 1] as number) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (twoAbove[j - 2] as number) + 1)
      row.push(best)
    }
    twoAbove = above
    above = row
  }
  return above[b.length] as number
}
