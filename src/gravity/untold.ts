import type { Edit, Token, TokenEdit, Tokenised } from '../compare/index.js'
import { isFunctionWord, isLightWord } from '../language/index.js'
import { type ChangedWords, wordsOf } from './change.js'
import type { Reason } from './reasons.js'

type Side = 'old' | 'next'
const SIDES: readonly Side[] = ['old', 'next']

const isWord = ({ kind }: Token): boolean => kind !== 'mark' && kind !== 'break'
const isTelling = ({ key, kind }: Token): boolean => kind !== 'word' || !isFunctionWord(key.toLowerCase())
const isWeighty = (token: Token): boolean => isTelling(token) && !(token.kind === 'word' && isLightWord(token.key.toLowerCase()))

/**
 * What changed beside the reasons that are told: of every edit in which something is not proved, and of which they name no word of a side, or
 * not every word of weight that stands on one side alone. Who reads "from 8.30 to 8.15" would not know that "by telephone" went in the same
 * breath. Small words are named by what they stand beside. In one pass over the texts.
 */
export function untoldIn(change: ChangedWords, open: readonly TokenEdit[], told: readonly Reason[]): readonly Reason[] {
  const isOpen = { old: opening(change.old, open, 'old'), next: opening(change.next, open, 'next') }
  const names = { old: namedIn(told, 'old'), next: namedIn(told, 'next') }
  const isNamed = (token: Token, side: Side): boolean =>
    piecesOf(change[side].text.slice(token.from, token.to)).every((piece) => names[side].has(piece))
  const isTold = (edit: TokenEdit): boolean => {
    const words = { old: edit.old.filter(isWord), next: edit.next.filter(isWord) }
    const isAsked = [...words.old, ...words.next].some(isTelling) ? isTelling : isWord
    const keys = { old: keysOf(words.old), next: keysOf(words.next) }
    return SIDES.every((side) => {
      const asked = words[side].filter(isAsked)
      const others = keys[side === 'old' ? 'next' : 'old']
      const left = words[side].filter(
        (token) => isWeighty(token) && isOpen[side]([token.from, token.to]) && !others.has(token.key.toLowerCase()),
      )
      return (asked.length === 0 || asked.some((token) => isNamed(token, side))) && left.every((token) => isNamed(token, side))
    })
  }
  // Blanks at either end of an edit may belong to one of two alone.
  const isUnproved = ({ edit, ...tokens }: TokenEdit): boolean =>
    SIDES.some((side) => tokens[side].some(isWord)) && SIDES.some((side) => isOpen[side](edit[side]))
  return change.edits.filter((edit) => isUnproved(edit) && !isTold(edit)).map((edit) => wordsOf(change, edit, 'wording'))
}

const keysOf = (tokens: readonly Token[]): ReadonlySet<string> => new Set(tokens.map(({ key }) => key.toLowerCase()))

/** Words and figures apart, in lower case, without the marks around them. */
const piecesOf = (text: string): readonly string[] => text.toLowerCase().match(PIECES) ?? []
const PIECES = /[\p{L}\p{N}]+(?:[-.,:'’/][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu

const namedIn = (told: readonly Reason[], side: Side): ReadonlySet<string> =>
  new Set(told.flatMap((reason) => piecesOf(reason[side])))

/** Whether anything between two places of a text is not proved. */
function opening({ text }: Tokenised, open: readonly TokenEdit[], side: Side): (stretch: Edit['old']) => boolean {
  const opened = new Int32Array(text.length + 2)
  for (const { edit } of open) {
    const [from, to] = edit[side]
    opened[from] = (opened[from] ?? 0) + 1
    opened[to] = (opened[to] ?? 0) - 1
  }
  // How many letters up to a place are not proved.
  const before = new Int32Array(text.length + 2)
  let depth = 0
  for (let at = 0; at <= text.length; at++) {
    depth += opened[at] ?? 0
    before[at + 1] = (before[at] ?? 0) + (depth > 0 ? 1 : 0)
  }
  return ([from, to]) => (before[to] ?? 0) > (before[from] ?? 0)
}
