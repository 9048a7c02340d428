import type { Token, TokenEdit, Tokenised } from '../compare/index.js'
import type { Change } from './change.js'
import { isDeniedOnce } from './denied.js'
import type { Reason } from './reasons.js'

const lower = ({ key }: Token): string => key.toLowerCase()

/** A text as its words, each between blanks, to look for words that stand beside each other. */
const spaced = (tokens: readonly Token[]): string =>
  ` ${tokens
    .map(lower)
    .join(' ')
    .replaceAll(/ ?(['’-]) ?/g, '$1')} `

const known = new WeakMap<Tokenised, string>()

/** The same of a whole text, which every edit asks for. */
function whole(text: Tokenised): string {
  const found = known.get(text) ?? spaced(text.tokens)
  known.set(text, found)
  return found
}

/** Words as they are written in a text, if they stand there so. */
function written(way: string, { text }: Tokenised): string {
  const at = text.toLowerCase().indexOf(way)
  return at < 0 ? way : text.slice(at, at + way.length)
}

const stands = (way: string, text: string): boolean => text.includes(` ${way} `)

/** What a row of ways tells that exclude each other. */
type Told = 'opposite' | 'norm' | 'addressee' | 'condition'

/** A way to do something for which the other text has one that excludes it: in advance, in arrears. */
export function opposedWays(change: Change, kind: Told): readonly Reason[] {
  if (isDeniedOnce(change)) return []
  const [old, next] = [whole(change.old), whole(change.next)]
  const rows = change.proof.words.opposed.filter(({ tells }) => tells === kind)
  return rows.flatMap((row): readonly Reason[] => {
    const only = (text: string, other: string) =>
      row.ways.flatMap((ways, value) => {
        const way = ways.find((each) => stands(each, text))
        return way !== undefined && !ways.some((each) => stands(each, other)) ? [{ way, value }] : []
      })
    const [gone, come] = [only(old, next), only(next, old)]
    return gone.length === 1 && come.length === 1 && gone[0] && come[0] && gone[0].value !== come[0].value
      ? [{ kind, old: written(gone[0].way, change.old), next: written(come[0].way, change.next) }]
      : []
  })
}

/** Some of several where all were meant before, or all where some were: one of the parties. */
export const portionsOf = (change: Change): readonly Reason[] =>
  change.edits.flatMap((tokens: TokenEdit): readonly Reason[] => {
    const portion = (side: 'old' | 'next') => {
      const [text, other] = [whole(change[side]), whole(change[side === 'old' ? 'next' : 'old'])]
      const own = spaced(around(tokens[side], change[side]))
      return change.proof.words.portions.find((words) => stands(words, own) && stands(words, text) && !stands(words, other))
    }
    const [gone, come] = [portion('old'), portion('next')]
    return gone !== come && (gone === undefined || come === undefined)
      ? [{ kind: 'scope', old: gone ? written(gone, change.old) : '', next: come ? written(come, change.next) : '' }]
      : []
  })

/** The tokens of an edit with the one before and the one behind. */
function around(edit: readonly Token[], { tokens }: Tokenised): readonly Token[] {
  const [first, last] = [edit[0], edit.at(-1)]
  return first && last ? tokens.slice(Math.max(0, tokens.indexOf(first) - 1), tokens.indexOf(last) + 2) : []
}
