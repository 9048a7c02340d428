import { editDistance, spelledOut } from '../language/index.js'
import type { TokenEdit } from './edits.js'
import { bare } from './slips.js'
import type { Token } from './tokens.js'

const plain = (tokens: readonly Token[]): readonly string[] =>
  tokens.filter((token) => token.kind !== 'mark').map((token) => token.key.toLowerCase())

/** Whether only marks and capitals differ. */
export const markedOtherwise = ({ old, next }: TokenEdit): boolean => plain(old).join(' ') === plain(next).join(' ')

/** Letters that may differ in a word that is still the same word. */
const tolerance = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** Whether both sides have the same letters: an accent, a contraction, two words written as one. */
export function lettersAlike({ old, next }: TokenEdit): boolean {
  const letters = (tokens: readonly Token[]) =>
    plain(tokens)
      .map((word) => bare(spelledOut(word).replaceAll(' ', '')))
      .join('')
  return letters(old) !== '' && letters(old) === letters(next)
}

/** Whether an edit only spells the same words otherwise: the same letters, or a slip of the pen. */
export function spelledOtherwise(edit: TokenEdit): boolean {
  if ([...edit.old, ...edit.next].some((token) => token.kind !== 'word' && token.kind !== 'mark')) return false
  if (lettersAlike(edit)) return true
  const [old, next] = [plain(edit.old), plain(edit.next)]
  if (old.length === 0 || next.length === 0) return false
  return old.length === next.length && old.every((word, k) => sameWord(bare(word), bare(next[k] as string)))
}

/** Words that a word of a norm may become by one letter, and that say something else. */
const REAL: ReadonlySet<string> = new Set(
  'kennen dieren dienst verbond verbonden moesten zonde zonden hoorn wonden newer nerve shell there prohibit'.split(' '),
)

/**
 * Whether an edit corrects or makes a slip of the pen and no more: letters in another order, a letter twice or, in a longer word, one
 * letter too many or too few. Narrower than `spelledOtherwise`: a word that says what must or may be done is not lost by mistake.
 */
export function misspelt(edit: TokenEdit): boolean {
  if (!spelledOtherwise(edit)) return false
  const [old, next] = [plain(edit.old), plain(edit.next)]
  const sorted = (words: readonly string[]) => [...bare(words.join(''))].sort().join('')
  if (sorted(old) === sorted(next)) return true
  const single = (word: string) => bare(word).replace(/(.)\1+/gu, '$1')
  return (
    old.length === next.length &&
    old.every((word, k) => {
      const other = next[k] as string
      if (single(word) === single(other)) return true
      const long = Math.min(word.length, other.length) > 4 && !REAL.has(word) && !REAL.has(other)
      return long && Math.abs(word.length - other.length) === 1 && editDistance(word, other) === 1
    })
  )
}

function sameWord(a: string, b: string): boolean {
  const most = tolerance(Math.min(a.length, b.length))
  return a === b || (a[0] === b[0] && Math.abs(a.length - b.length) <= most && editDistance(a, b) <= most)
}
